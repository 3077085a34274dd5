"""Thousands of random questions to both engines: ``python -m benchmarks.random_queries [NUMBER] [SEED] [ENTRIES]``.

Starts a real Neo4j, pushes a graph into it (the sample's, or that of a made archive of ``ENTRIES``), and prints each
question that the engines do not answer alike, smallest first. What it finds becomes a rule of the dialect
(``queries/dialect/rules/``) and a line of ``queries/README.md``.
"""

import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from benchmarks.generators.archives import make
from ingest.errors import KgError
from kg.graph.value import Graph
from kg.schema.schema import load_schema
from kg.stores import QueryCut, Rows, Store
from kg.stores.arcadedb import ENGINE
from kg.stores.neo4j import Address, Neo4jStore, connected, push
from kg.workspace import Workspace
from queries.dialect.check import check
from tests.conformance.comparison import difference
from tests.conformance.fuzzer import questions
from tests.neo4j.server import USER, running

SAMPLE = Path(__file__).parents[1] / "ingest" / "jurisdictions" / "velmoria" / "sample"


def ask(store: Store, cypher: str) -> Rows | str:
    """A store's answer, or what it says instead."""
    try:
        return store.query(cypher)
    except QueryCut:
        return "cut"
    except KgError as error:
        return f"refused: {error}"


def compare(first: Store, second: Store, cypher: str) -> str:
    """How two stores differ on a question; empty if they agree, or both ran out of time."""
    a, b = ask(first, cypher), ask(second, cypher)
    if isinstance(a, Rows) and isinstance(b, Rows):
        return difference(a, b, ordered=True)
    if a == b == "cut":
        return ""
    return f"{a if isinstance(a, str) else 'answered'}; {b if isinstance(b, str) else 'answered'}"


def fuzz(first: Store, second: Store, number: int, seed: int) -> dict[str, str]:
    """The questions on which two stores differ, with the difference."""
    found = {}
    for cypher in questions(seed, number):
        said = " ".join(finding.sentence for finding in check(cypher)) or compare(first, second, cypher)
        if said:
            found[cypher] = said
    return found


def main(number: int = 2_000, seed: int = 1, entries: int = 0) -> int:
    """Ask, and print what differs. Returns how many questions do."""
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "neo4j") as server:
        graph = make(entries) if entries else _sample(Path(folder) / "casefile")
        ENGINE.load(graph, Path(folder) / "store")
        with (
            connected(Address(server.uri, USER, ""), server.password) as connection,
            closing(ENGINE.open(Path(folder) / "store")) as embedded,
        ):
            push(connection, graph, load_schema())
            start = time.monotonic()
            found = fuzz(embedded, Neo4jStore(connection), number, seed)
    for cypher, said in sorted(found.items(), key=lambda pair: len(pair[0])):
        print(f"{said}\n{cypher}\n")
    print(f"{number} questions in {time.monotonic() - start:.0f} s, {len(found)} differ")
    return len(found)


def _sample(folder: Path) -> Graph:
    workspace = Workspace.open_or_create(folder)
    workspace.ingest([SAMPLE])
    return workspace.graph()


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
