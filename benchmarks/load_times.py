"""Loading a built graph: ``python -m benchmarks.load_times [ENTRIES ...]`` (default 10000 100000).

In one run, from one graph value (``generators/archives.py``), seconds of

- our load of the embedded store, and the engine's own best bulk path: its batch interface with rows prepared
  beforehand, indexes made afterwards, nothing synced to disk;
- ``kg push`` into an empty Neo4j, and a bare script that sends the same rows with ``UNWIND``;
- ``kg export neo4j-import``, and ``neo4j-admin database import`` of its files.

The two engines' ratios have a limit of 1.3. ``--rounds N`` takes the best of N of each of the first four.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from benchmarks.engines import measured_neo4j
from benchmarks.generators.archives import make
from exports.neo4j_import import write_import
from kg.graph.value import Graph, Key
from kg.schema.schema import load_schema
from kg.stores.arcadedb import ENGINE
from kg.stores.arcadedb.process import engine
from kg.stores.neo4j import Connection, push
from tests.neo4j.server import run_import

SIZES = (10_000, 100_000)
LIMIT = 1.3
# What a script of somebody who knows both would send at once.
AT_ONCE = 5_000
SCHEMA = load_schema()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entries", nargs="*", type=int, default=SIZES)
    parser.add_argument("--rounds", type=int, default=2)
    asked = parser.parse_args()
    for size in asked.entries:
        say(f"{size} entries: making the graph …")
        graph = make(size)
        print(f"\n{size} entries, {len(graph.nodes)} nodes, {len(graph.relationships)} relationships; seconds")
        ours, bulk = fastest(asked.rounds, lambda graph=graph: load(graph), lambda graph=graph: load_bare(graph))
        print_ratio("embedded store", ours, "the engine's bulk path", bulk)
        pushed, bare = fastest(
            asked.rounds, lambda graph=graph: on_neo4j(graph, _push), lambda graph=graph: on_neo4j(graph, push_bare)
        )
        print_ratio("kg push", pushed, "a bare UNWIND script", bare)
        written, imported = import_files(graph)
        print(f"{'kg export neo4j-import':<26}{written:8.1f}   {'neo4j-admin import':<26}{imported:8.1f}", end="")
        print(f"   both {(written + imported) / pushed:.2f} of kg push", flush=True)


def fastest(rounds: int, *works: Callable[[], float]) -> list[float]:
    """The fewest seconds that each work took; they take turns, since the machine is never the same twice."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, taken in zip(works, times, strict=True):
            taken.append(work())
    return [min(taken) for taken in times]


def print_ratio(ours: str, seconds: float, theirs: str, others: float) -> None:
    ratio = seconds / others
    over = " !" if ratio > LIMIT else ""
    print(f"{ours:<26}{seconds:8.1f}   {theirs:<26}{others:8.1f}   ratio {ratio:.2f}{over}", flush=True)


def load(graph: Graph) -> float:
    """Our own."""
    say("loading the embedded store …")
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        ENGINE.load(graph, Path(folder) / "store")
        return time.perf_counter() - start


def load_bare(graph: Graph) -> float:
    """The engine's batch interface, given rows of one type at a time."""
    say("loading by the engine's bulk path …")
    nodes = [(label, list(some)) for label, some in groupby(graph.nodes, key=lambda n: n.label)]
    rows = [(label, [n.key for n in some], [dict(n.properties) for n in some]) for label, some in nodes]
    ties = [(type, list(some)) for type, some in groupby(graph.relationships, key=lambda r: r.type)]
    joined = [
        (type, [r.start for r in some], [r.end for r in some], [dict(r.properties) for r in some])
        for type, some in ties
    ]
    places: dict[Key, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        database = engine().create_database(f"{folder}/store")
        for label in SCHEMA.nodes:
            database.command("sql", f"CREATE VERTEX TYPE `{label}`")
        for type in SCHEMA.relationships:
            database.command("sql", f"CREATE EDGE TYPE `{type}`")
        with database.graph_batch(expected_edge_count=len(graph.relationships), commit_every=10_000) as batch:
            for label, keys, properties in rows:
                places.update(zip(keys, batch.create_vertices(label, properties), strict=True))
            for type, starts, ends, properties in joined:
                batch.new_edges([places[key] for key in starts], type, [places[key] for key in ends], properties)
        for statement in indexes():
            database.command("opencypher", statement)
        database.close()
        return time.perf_counter() - start


def indexes() -> Iterator[str]:
    """A unique key for every label, and the indexes of the vocabulary, without any mark of ours."""
    for label, kind in SCHEMA.nodes.items():
        yield f"CREATE CONSTRAINT `{label}_key` FOR (n:`{label}`) REQUIRE n.`{kind.key}` IS UNIQUE"
        for name, declared in kind.properties.items():
            if declared.index and name != kind.key:
                yield f"CREATE INDEX `{label}_{name}` FOR (n:`{label}`) ON (n.`{name}`)"


def on_neo4j(graph: Graph, work: Callable[[Connection, Graph], object]) -> float:
    """Seconds of a work on a new server of its own, without its start."""
    with measured_neo4j() as connection:
        say(f"{work.__name__.strip('_')} into an empty Neo4j …")
        start = time.perf_counter()
        work(connection, graph)
        return time.perf_counter() - start


def _push(connection: Connection, graph: Graph) -> None:
    push(connection, graph, SCHEMA)


def push_bare(connection: Connection, graph: Graph) -> None:
    """A script that fills an empty database: keys, then nodes, then relationships, ``AT_ONCE`` in a transaction."""
    with connection.writing() as session:
        for statement in indexes():
            session.run(statement).consume()
        session.run("CALL db.awaitIndexes(600)").consume()
        for label, nodes in groupby(graph.nodes, key=lambda n: n.label):
            create = f"UNWIND $rows AS row CREATE (n:`{label}`) SET n = row"
            _send(session, create, (dict(n.properties) for n in nodes))
        ties = sorted(graph.relationships, key=lambda r: (r.type, r.start.label, r.end.label))
        for (type, start, end), some in groupby(ties, key=lambda r: (r.type, r.start.label, r.end.label)):
            join = (
                f"UNWIND $rows AS row MATCH (a:`{start}` {{`{SCHEMA.key_of(start)}`: row.a}}) "
                f"MATCH (b:`{end}` {{`{SCHEMA.key_of(end)}`: row.b}}) CREATE (a)-[r:`{type}`]->(b) "
                "SET r = row.properties"
            )
            _send(session, join, ({"a": r.start.id, "b": r.end.id, "properties": dict(r.properties)} for r in some))


def _send(session: Any, cypher: str, rows: Iterator[dict[str, Any]]) -> None:
    def write(transaction: Any, some: Sequence[dict[str, Any]]) -> None:
        transaction.run(cypher, rows=some).consume()

    while some := list(islice(rows, AT_ONCE)):
        session.execute_write(write, some)


def import_files(graph: Graph) -> tuple[float, float]:
    """Seconds to write the files of the bulk import, and of ``neo4j-admin`` to import them."""
    with tempfile.TemporaryDirectory() as folder:
        say("writing the files of the bulk import …")
        start = time.perf_counter()
        script = write_import(graph, SCHEMA, Path(folder) / "bulk")
        written = time.perf_counter()
        say("importing them …")
        run_import(script, Path(folder) / "home", heap="1g")
        return written - start, time.perf_counter() - written


def say(words: str) -> None:
    """Progress, on the error stream."""
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
