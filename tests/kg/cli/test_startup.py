"""What a command must not load before it runs: nobody waits for a picture, RDF or extractors to see a status."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
RUN = """
import sys
sys.argv = ["kg", *sys.argv[1:]]
from kg.cli import run
try:
    run()
except SystemExit as end:
    code = end.code
print("\\n".join(sys.modules), file=sys.stderr)
sys.exit(code)
"""
EXTERNAL = ("lxml", "numpy", "matplotlib", "networkx", "rdflib", "neo4j", "rapidfuzz")
OWN = (
    "exports",
    "explorer",
    "litestar",
    "uvicorn",
    "argon2",
    "ingest.extract",
    "ingest.pipeline",
    "ingest.report",
    "kg.identity",
    "kg.rows",
)
OF_A_QUERY = (
    "kg.graph.value",
    "kg.stores.arcadedb.load",
    "ingest.facts.acts",
    "ingest.facts.reports",
    "queries.dialect.rules",
    "queries.quotes",
)
"""What reading alone needs none of: writing a store, facts as values, the rules for a user's own queries, quotes."""
BUT = {
    "--version": ("rich", "msgspec", "yaml", "kg.workspace", "kg.decisions", "kg.stores", "queries", "arcadedb"),
    "status": ("arcadedb", "yaml", "ingest.facts", "queries", "kg.stores.arcadedb", "kg.schema"),
    "query": ("arcadedb", "kg.stores.arcadedb", "kg.decisions.selectors"),
    "query repeated_targeting": ("kg.decisions.selectors", *OF_A_QUERY),
    "query bursts --type detention": ("kg.decisions.selectors", *OF_A_QUERY),
    "find halmuvel": ("arcadedb", "queries", "kg.stores.arcadedb", "kg.schema"),
    "show": ("kg.decisions.selectors", "queries.catalogue", "queries.dialect", "kg.entries.mentions", *OF_A_QUERY),
}
"""What each command must not load besides."""


@pytest.mark.parametrize("command", BUT)
def test_a_command_loads_only_what_it_needs(sample_workspace: Path, command: str) -> None:
    arguments = ["-w", str(sample_workspace), *command.split()]
    if command == "show":
        nodes = (sample_workspace / "graph").glob("gen-*/nodes.jsonl")
        row = next(
            line for line in next(nodes).read_text(encoding="utf-8").splitlines() if line.startswith('["Person"')
        )
        arguments.append(row.split('"')[3])
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    loaded = set(done.stderr.split())
    unwanted = (*EXTERNAL, *OWN, *BUT[command])
    assert "click" in loaded
    assert sorted(name for name in loaded if any(f"{name}.".startswith(f"{root}.") for root in unwanted)) == []


def test_an_engine_that_only_reads_loads_no_numpy(sample_workspace: Path) -> None:
    """It would take longer to load than the engine itself."""
    code = """
import sys
from pathlib import Path
from kg.stores.arcadedb import _open_to_read
store = _open_to_read(Path(sys.argv[1]))
print(store.query("MATCH (n:Person) RETURN count(n) > 0 AS some").rows, sys.modules["numpy"])
"""
    [store] = (sample_workspace / "graph").glob("gen-*/store")
    done = subprocess.run(
        [sys.executable, "-c", code, str(store)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout == "((True,),) None\n", done.stderr


def test_no_module_loads_matplotlib_before_a_plot_is_drawn() -> None:
    """Every module of ours can be imported without it. (numpy is loaded by Neo4j's driver wherever it is installed.)"""
    code = """
import importlib, pkgutil, sys
for top in ("ingest", "kg", "queries", "briefings", "exports", "explorer"):
    package = importlib.import_module(top)
    for module in pkgutil.walk_packages(package.__path__, f"{top}."):
        importlib.import_module(module.name)
assert "exports.picture.page" in sys.modules
print(sorted({"matplotlib", "PIL"} & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == "[]\n", done.stderr


def test_the_workspace_is_the_way_in() -> None:
    code = "import sys, kg; assert 'kg.workspace' not in sys.modules; from kg import Workspace; print(Workspace.open)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "Workspace.open" in done.stdout


def test_the_packages_say_that_they_are_typed() -> None:
    for package in ("ingest", "kg", "queries", "briefings", "exports", "explorer"):
        assert (ROOT / package / "py.typed").is_file()
