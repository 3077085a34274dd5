"""``kg erase``, as a user types it: on the sample, not one name of the erased report is left in any file."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ingest.facts import ReportFacts
from kg.cli.main import kg as command
from kg.workspace import Workspace
from tests.conftest import SAMPLE, Kg

ERASED, KEPT = "2031-04", "2031-03"


@pytest.fixture
def workspace(sample_workspace: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(sample_workspace, tmp_path / "casefile"))


def facts_of(workspace: Path) -> dict[str, ReportFacts]:
    return dict(Workspace.open(workspace).facts())


def names_only_in_erased(workspace: Path) -> set[bytes]:
    """The people's names, as they are spelt and as they are read, in the erased report and not in the other."""
    facts = facts_of(workspace)
    kept = (SAMPLE / f"{KEPT}.txt").read_text(encoding="utf-8")
    names = names_in(facts[ERASED]) - names_in(facts[KEPT])
    return {name.encode() for name in names if name not in kept}


def names_in(report: ReportFacts) -> set[str]:
    spelt = {e.entry.text[s.start : s.end] for e in report.entries for p in e.persons for s in p.evidence.spans}
    return spelt | {person.name for entry in report.entries for person in entry.persons}


def places_of(workspace: Path, name: bytes) -> set[str]:
    """The kinds of file of a workspace that have a name in their bytes."""
    paths = [path for path in workspace.rglob("*") if path.is_file()]
    found = [path.relative_to(workspace).parts for path in paths if name in path.read_bytes()]
    return {"store" if "store" in parts else parts[0] for parts in found}


def run(workspace: Path, *arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(command, ["-w", str(workspace), *arguments], input=typed)


def test_no_name_is_left_in_any_file(kg: Kg, workspace: Path) -> None:
    names = names_only_in_erased(workspace)
    assert len(names) > 20
    places = {name: places_of(workspace, name) for name in names}
    assert all("store" in found for found in places.values()), "the search sees into the store's pages"
    assert {"reports", "cache", "graph"} <= set().union(*places.values())
    assert kg("withdraw", ERASED, "--why", "consent", workspace=workspace).exit_code == 0
    assert any("reports" in places_of(workspace, name) for name in names)
    done = kg("erase", ERASED, "--why", "consent withdrawn", "--yes", workspace=workspace)
    assert done.exit_code == 0, done.output
    assert {name for name in names if places_of(workspace, name)} == set()
    assert list(facts_of(workspace)) == [KEPT]
    assert kg("check", workspace=workspace).exit_code == 0
    assert "erased" in kg("decisions", workspace=workspace).stdout


def test_it_asks_first_and_changes_nothing_without_a_yes(workspace: Path) -> None:
    before = (workspace / "graph" / "CURRENT").read_bytes()
    for arguments, typed, code in ((("--dry-run",), "", 0), ((), "\n", 1), ((), "n\n", 1)):
        shown = run(workspace, "erase", ERASED, *arguments, typed=typed)
        assert shown.exit_code == code and "versions of the report" in shown.output
    assert (workspace / "graph" / "CURRENT").read_bytes() == before
    assert run(workspace, "erase", ERASED, typed="y\n").exit_code == 0
    assert list(facts_of(workspace)) == [KEPT]


def test_it_names_what_it_does_not_change(workspace: Path) -> None:
    names = dict(enumerate(sorted(names_only_in_erased(workspace))))
    for number, name in names.items():
        (workspace / f"notes-{number}.txt").write_bytes(name)
    settings = (workspace / "kg.toml").read_text(encoding="utf-8")
    (workspace / "kg.toml").write_text(f'{settings}\n[store]\nuri = "bolt://localhost:1"\n', encoding="utf-8")
    done = run(workspace, "erase", ERASED, "--yes")
    assert done.exit_code == 0 and "bolt://localhost:1" in done.output
    assert {n for n in names if f"{workspace}/notes-{n}.txt contains" not in done.output} == set()
    assert not [name for name in names.values() if name.decode() in done.output]
