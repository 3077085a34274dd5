"""Writing a graph into a store: the whole of it, or the difference to what a closed store holds.

New rows go through the engine's batch interface, many relationships of one type in a call: 100,000 relationships
between 30,000 nodes took 4 seconds on two cores even one by one, where ``UNWIND … CREATE`` in batches of 1,000 took 30
and of 5,000 took 40. It writes no log while it works: a store whose writing was interrupted is thrown away with its
generation.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import groupby, islice
from pathlib import Path
from typing import Any, TypeVar

from ingest.errors import KgError
from kg.graph.difference import Difference
from kg.graph.value import GraphRows, Key, Node, Relationship, identifying_names
from kg.schema.schema import load_schema
from kg.stores import Progress, StoreDamaged
from kg.stores.arcadedb.errors import disk_error
from kg.stores.arcadedb.process import LONGEST, engine, write_settings
from kg.system.durable_files import sync_tree

BATCH = 1_000

Step = Callable[[int], None]
Row = TypeVar("Row", Node, Relationship)


def load_graph(graph: GraphRows, folder: Path, progress: Progress | None = None) -> None:
    """Write a whole graph into a folder that does not exist yet, close it and sync it to disk."""
    step = _counter(len(graph), progress)
    with _writing(folder, new=True) as database:
        _declare(database)
        _put_new(database, graph.nodes, graph.relationships, {}, len(graph), step)


def apply_difference(difference: Difference, folder: Path, progress: Progress | None = None) -> None:
    """Change a closed store that nobody has open, close it again and sync it to disk. Raises ``StoreDamaged``."""
    step = _counter(len(difference), progress)
    with _writing(folder, new=False) as database:
        _drop_relationships(database, difference.drop_relationships, step)
        # A relationship that changed is dropped and put again; dropping one that is not there does nothing.
        _drop_relationships(database, difference.put_relationships, lambda _: None)
        _drop_nodes(database, difference.drop_nodes, step)
        there = _places_of(database, [node.key for node in difference.put_nodes])
        _change_nodes(database, [node for node in difference.put_nodes if node.key in there], step)
        ends = {end for r in difference.put_relationships for end in (r.start, r.end)}
        there |= _places_of(database, sorted(ends - set(there)))
        new = [node for node in difference.put_nodes if node.key not in there]
        _put_new(database, new, difference.put_relationships, there, len(difference), step)


@contextmanager
def _writing(folder: Path, new: bool) -> Iterator[Any]:
    if new and folder.exists():
        raise KgError(f"{folder}: there is already a graph; it is not overwritten.")
    try:
        if new:
            database = engine().create_database(str(folder))
        else:
            write_settings(folder, seconds=0)
            database = engine().open_database(str(folder))
        try:
            yield database
        finally:
            database.close()
    except engine().ArcadeDBError as error:
        if refused := disk_error(error, folder):
            raise refused from None
        raise StoreDamaged(
            f"{folder}: the graph could not be written. Check the disk, and run the same command again."
        ) from None
    write_settings(folder, LONGEST)
    sync_tree(folder)


def _declare(database: Any) -> None:
    """Types, unique keys and indexes from the vocabulary; every kind is there, even without a row."""
    schema = load_schema()
    for label, kind in schema.nodes.items():
        database.command(
            "opencypher",
            f"CREATE CONSTRAINT `{label}_key` IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.`{kind.key}` IS UNIQUE",
        )
        for name, declared in kind.properties.items():
            if declared.index and name != kind.key:
                database.command(
                    "opencypher",
                    f"CREATE INDEX `{label}_{name}` IF NOT EXISTS FOR (n:`{label}`) ON (n.`{name}`)",
                )
    for name in schema.relationships:
        # Cypher has no word for it, and a type that nobody wrote would otherwise be unknown.
        database.command("sql", f"CREATE EDGE TYPE `{name}` IF NOT EXISTS")


def _put_new(
    database: Any,
    nodes: Iterable[Node],
    relationships: Iterable[Relationship],
    there: Mapping[Key, str],
    rows_at_most: int,
    step: Step,
) -> None:
    """Add nodes that are not there yet, then relationships; ``there`` holds the engine's place of nodes that are."""
    places = dict(there)
    with database.graph_batch(expected_edge_count=max(1, rows_at_most), commit_every=10 * BATCH) as batch:
        for label, group in groupby(nodes, key=lambda n: n.label):
            for rows in _batches(group, 10 * BATCH):
                found = batch.create_vertices(label, [dict(n.properties) for n in rows])
                places.update(zip((n.key for n in rows), found, strict=True))
                step(len(rows))
        for type, ties in groupby(relationships, key=lambda r: r.type):
            for some in _batches(ties, 10 * BATCH):
                starts, ends = [places[r.start] for r in some], [places[r.end] for r in some]
                batch.new_edges(starts, type, ends, [dict(r.properties) for r in some])
                step(len(some))


def _places_of(database: Any, keys: Iterable[Key]) -> dict[Key, str]:
    """Where the engine keeps the nodes that are there."""
    places = {}
    for label, ids in _by(keys, lambda key: key.label, lambda key: key.id).items():
        name = load_schema().key_of(label)
        ask = f"UNWIND $ids AS id MATCH (n:`{label}` {{`{name}`: id}}) RETURN id, elementId(n) AS place"
        for some in _batches(ids, BATCH):
            for row in database.query("opencypher", ask, {"ids": some}).to_list():
                places[Key(label, row["id"])] = row["place"]
    return places


def _change_nodes(database: Any, nodes: Sequence[Node], step: Step) -> None:
    for label, group in _by(nodes, lambda n: n.label, lambda n: {"id": n.id, "all": dict(n.properties)}).items():
        name = load_schema().key_of(label)
        change = f"UNWIND $rows AS row MATCH (n:`{label}` {{`{name}`: row.id}}) SET n = row.all"
        _command(database, change, group, step)


def _drop_nodes(database: Any, nodes: Sequence[Node], step: Step) -> None:
    for label, group in _by(nodes, lambda n: n.label, lambda n: {"id": n.id}).items():
        name = load_schema().key_of(label)
        _command(database, f"UNWIND $rows AS row MATCH (n:`{label}` {{`{name}`: row.id}}) DETACH DELETE n", group, step)


def _drop_relationships(database: Any, relationships: Sequence[Relationship], step: Step) -> None:
    def kind(r: Relationship) -> tuple[str, str, str, tuple[str, ...]]:
        return (
            r.type,
            r.start.label,
            r.end.label,
            tuple(name for name in identifying_names(r.type) if name in r.properties),
        )

    def row(r: Relationship) -> dict[str, Any]:
        return {
            "a": r.start.id,
            "b": r.end.id,
            **{f"t_{name}": r.properties.get(name) for name in identifying_names(r.type)},
        }

    key_of = load_schema().key_of
    for (type, start, end, marks), rows in _by(relationships, kind, row).items():
        same = [
            f"r.`{name}` = row.`t_{name}`" if name in marks else f"r.`{name}` IS NULL"
            for name in identifying_names(type)
        ]
        _command(
            database,
            f"UNWIND $rows AS row MATCH (a:`{start}` {{`{key_of(start)}`: row.a}})-[r:`{type}`]->"
            f"(b:`{end}` {{`{key_of(end)}`: row.b}}) WHERE {' AND '.join(same)} DELETE r",
            rows,
            step,
        )


def _command(database: Any, cypher: str, rows: Sequence[dict[str, Any]], step: Step) -> None:
    for some in _batches(rows, BATCH):
        database.command("opencypher", cypher, {"rows": some})
        step(len(some))


def _by(rows: Iterable[Any], key: Callable[[Any], Any], value: Callable[[Any], Any]) -> dict[Any, list[Any]]:
    grouped = defaultdict(list)
    for row in rows:
        grouped[key(row)].append(value(row))
    return grouped


def _batches(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    left = iter(rows)
    while some := list(islice(left, size)):
        yield some


def _counter(total: int, progress: Progress | None) -> Step:
    done = 0

    def step(rows: int) -> None:
        nonlocal done
        done += rows
        if progress:
            progress(done, total)

    return step
