"""What many tests need: the sample workspace, the real reports where they are."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "ingest" / "jurisdictions" / "velmoria" / "sample"
SHARED = ROOT.parent / "shared"
# The folders whose tests ask a real Neo4j.
ASKING_NEO4J = ("tests/neo4j/", "tests/conformance/")

Kg = Callable[..., Result]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Skip, by name, what needs the real reports where they are not; leave out what is large unless it is asked for."""
    if "large" not in config.getoption("markexpr", ""):
        large = [item for item in items if item.get_closest_marker("large")]
        config.hook.pytest_deselected(items=large)
        items[:] = [item for item in items if item not in large]
    if not SHARED.is_dir():
        for item in items:
            if item.get_closest_marker("shared"):
                item.add_marker(pytest.mark.skip(reason=f"the real reports are not at {SHARED}"))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """One worker runs what asks a real Neo4j, so that a test run starts one server; the others share the rest.

    (The mark ``xdist_group`` would say so, but xdist 3.8 does not reach pytest 9.2's ids with it, and says nothing.)
    """
    from xdist.scheduler import LoadScopeScheduling

    class OneServer(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return "neo4j" if nodeid.startswith(ASKING_NEO4J) else nodeid

    return OneServer(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line that the tests against a real Neo4j were skipped, and why."""
    skipped = [r for r in terminalreporter.stats.get("skipped", ()) if r.nodeid.startswith(ASKING_NEO4J)]
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} tests of {', '.join(ASKING_NEO4J)}: {skipped[0].longrepr[2]}")


@pytest.fixture(scope="session")
def kg() -> Kg:
    """Run the command line in this process; ``kg("status", workspace=folder)``."""
    from kg.cli.main import kg as command

    def run(*arguments: object, workspace: Path) -> Result:
        return CliRunner().invoke(command, ["-w", str(workspace), *map(str, arguments)])

    return run


@pytest.fixture(scope="session")
def sample_workspace(tmp_path_factory: pytest.TempPathFactory, kg: Kg) -> Path:
    """A workspace with the bundled sample reports; tests only read it."""
    workspace = tmp_path_factory.mktemp("sample") / "casefile"
    result = kg("ingest", SAMPLE, workspace=workspace)
    assert result.exit_code == 0, result.output
    return workspace


@pytest.fixture(scope="session")
def real_workspace(tmp_path_factory: pytest.TempPathFactory, kg: Kg) -> Path:
    """A workspace with the two real reports; only for tests marked ``shared``."""
    workspace = tmp_path_factory.mktemp("real") / "casefile"
    result = kg("ingest", *sorted((SHARED / "corpus").glob("*.txt")), workspace=workspace)
    assert result.exit_code == 0, "the real reports were not read"
    return workspace
