"""Making a database hold a graph: only what differs is written, in batches, by one writer.

What differs is read from the rows in the database, never remembered from an earlier push: a push that was cut off, or
run twice, ends in the same database. The note of the generation loses its digest before the first batch and gets the
new one after the last. Every batch first takes the note's lock and checks whose push it is, so an older push that still
runs ends at its next batch.
"""

import secrets
import time
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import Any, TypeVar

from neo4j.exceptions import DriverError, Neo4jError

from ingest.errors import KgError
from kg.graph.value import Graph, Node, Relationship
from kg.schema.schema import Schema
from kg.stores import Progress
from kg.stores.neo4j.connection import Connection
from kg.stores.neo4j.constraints import HELD, OURS, declare, digest_of_statements
from kg.stores.neo4j.diff import Plan, plan_of
from kg.stores.neo4j.errors import is_lost, unreachable
from kg.stores.neo4j.remote_state import RemoteState, count_ours, read_remote_state, types_of

BATCH = 2_000
PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0, 30.0)
"""Seconds to wait before connecting again; it is given up when nothing arrived after the last."""

Waiting = Callable[[str], None]
Item = TypeVar("Item")


@dataclass(frozen=True)
class Pushed:
    """What a push wrote: rows new, changed and removed. ``written`` is false where the database was up to date."""

    new: int = 0
    changed: int = 0
    removed: int = 0
    written: bool = False


class _Overtaken(KgError):
    """Another push has begun since."""


def push(
    connection: Connection,
    graph: Graph,
    schema: Schema,
    progress: Progress | None = None,
    waiting: Waiting | None = None,
    whole: bool = False,
    pauses: Sequence[float] = PAUSES,
) -> Pushed:
    """Make a database hold a graph. After a lost connection it waits, connects again and continues.

    ``whole`` compares every row even where the note says that the graph is there already. ``waiting`` is called with a
    sentence when the connection is lost. Raises ``KgError`` with what to do; rows written until then stay, and the next
    push continues.
    """
    pushing = _Pushing(connection, graph, schema, progress)
    tries = 0
    while True:
        before = pushing.arrived
        try:
            return pushing.attempt(whole)
        except (Neo4jError, DriverError, OSError) as error:
            address = connection.address
            if not is_lost(error):
                raise _refused(error, address.name, address.user) from None
            tries = 0 if pushing.arrived > before else tries + 1
            if tries >= len(pauses):
                raise KgError(
                    f"{address.name}: the connection was lost. What arrived stays; run `kg push` again to continue."
                ) from None
            if waiting:
                waiting(f"{address.name}: the connection was lost; trying again in {pauses[tries]:g} seconds.")
            time.sleep(pauses[tries])


class _Pushing:
    """One push: what it has written over all its attempts."""

    def __init__(self, connection: Connection, graph: Graph, schema: Schema, progress: Progress | None) -> None:
        self.arrived = 0
        self._connection = connection
        self._graph = graph
        self._schema = schema
        self._progress = progress
        self._writer = secrets.token_hex(8)
        self._counts = {"new": 0, "changed": 0, "removed": 0}

    def attempt(self, whole: bool) -> Pushed:
        """Write what differs now."""
        held = read_remote_state(self._connection)
        declared = digest_of_statements(self._schema)
        noted = (held.digest, held.declared) == (self._graph.digest, declared)
        if noted and not whole and self._is_whole(held):
            return self._pushed()
        if held.declared != declared:
            declare(self._connection, self._schema)
        plan = plan_of(self._connection, self._graph, self._schema, held)
        if noted and not len(plan):
            return self._pushed()
        with self._connection.writing() as session:
            if not session.execute_write(self._take, held):
                raise _Overtaken(f"{self._connection.address.name}: another push is under way. Try again after it.")
            done = 0
            for batch in _batches_of(plan, self._schema):
                session.execute_write(self._write, batch)
                self._counts[batch.what] += len(batch.rows)
                self.arrived += len(batch.rows)
                done += len(batch.rows)
                if self._progress:
                    self._progress(done, len(plan))
            session.execute_write(self._finish, declared)
        return self._pushed(written=True)

    def _pushed(self, written: bool = False) -> Pushed:
        """A push that wrote and then lost its connection has written, whatever the last attempt found."""
        return Pushed(**self._counts, written=written or self.arrived > 0)

    def _is_whole(self, held: RemoteState) -> bool:
        counted = count_ours(self._connection, types_of(self._schema, held))
        return counted == (held.nodes, held.relationships)

    def _take(self, transaction: Any, held: RemoteState) -> bool:
        """Become the one writer, unless anyone wrote since ``held`` was read."""
        lock = (
            f"MERGE (h:`{HELD}` {{id: 'held'}}) SET h.locked = $writer RETURN h.writer AS writer, h.batches AS batches"
        )
        found = transaction.run(lock, writer=self._writer).single(strict=True)
        if (found["writer"] or "", found["batches"] or 0) != (held.writer, held.batches):
            transaction.rollback()
            return False
        note = {
            "writer": self._writer,
            "batches": held.batches + 1,
            "digest": "",
            "declared": held.declared,
            "types": list(types_of(self._schema, held)),
        }
        transaction.run(f"MATCH (h:`{HELD}` {{id: 'held'}}) SET h += $note", note=note).consume()
        return True

    def _lock(self, transaction: Any) -> None:
        ask = f"MATCH (h:`{HELD}` {{id: 'held'}}) SET h.batches = h.batches + 1 RETURN h.writer AS writer"
        found = transaction.run(ask).single()
        if found is None or found["writer"] != self._writer:
            raise _Overtaken(f"{self._connection.address.name}: another push has begun; this one ends here.")

    def _write(self, transaction: Any, batch: "_Batch") -> None:
        self._lock(transaction)
        counters = transaction.run(batch.cypher, rows=batch.rows).consume().counters
        if batch.joins and counters.relationships_created != len(batch.rows):
            raise KgError(
                f"{self._connection.address.name}: somebody else removed nodes meanwhile. Run `kg push` again."
            )

    def _finish(self, transaction: Any, declared: str) -> None:
        self._lock(transaction)
        note = {
            "digest": self._graph.digest,
            "declared": declared,
            "nodes": len(self._graph.nodes),
            "relationships": len(self._graph.relationships),
            "types": sorted(self._schema.relationships),
            "pushed": datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC"),
        }
        transaction.run(f"MATCH (h:`{HELD}` {{id: 'held'}}) SET h += $note", note=note).consume()


@dataclass(frozen=True)
class _Batch:
    """Rows for one statement; ``what`` becomes of them, and whether each has to become a relationship."""

    cypher: str
    rows: list[Any]
    what: str
    joins: bool = False


def _batches_of(plan: Plan, schema: Schema) -> Iterator[_Batch]:
    """What goes, then what changes, then what is new: nodes before the relationships between them."""
    tie, node = "MATCH ()-[r]->() WHERE elementId(r)", "MATCH (n) WHERE elementId(n)"
    nodes, ties = plan.nodes, plan.relationships
    yield from _cut(f"UNWIND $rows AS row {tie} = row DELETE r", [place for place, _ in ties.gone], "removed")
    yield from _cut(f"UNWIND $rows AS row {node} = row DETACH DELETE n", [place for place, _ in nodes.gone], "removed")
    yield from _cut(f"UNWIND $rows AS row {node} = row[0] SET n = row[1]", _placed(nodes.changed), "changed")
    for label, some in _by(nodes.new, lambda n: n.label).items():
        cypher = f"UNWIND $rows AS row CREATE (n:`{label}`:`{OURS}`) SET n = row"
        yield from _cut(cypher, (dict(n.properties) for n in some), "new")
    yield from _cut(f"UNWIND $rows AS row {tie} = row[0] SET r = row[1]", _placed(ties.changed), "changed")
    # Most of a push is the driver packing rows, so they are lists: no names to pack again for each.
    # A graph's relationships are sorted by type and start: rows of one batch take the same nodes' locks together.
    for (type, start, end), joined in _by(ties.new, lambda r: (r.type, r.start.label, r.end.label)).items():
        cypher = (
            f"UNWIND $rows AS row MATCH (a:`{start}` {{`{schema.key_of(start)}`: row[0]}}) "
            f"MATCH (b:`{end}` {{`{schema.key_of(end)}`: row[1]}}) CREATE (a)-[r:`{type}`]->(b) SET r = row[2]"
        )
        rows = ([r.start.id, r.end.id, dict(r.properties)] for r in joined)
        yield from _cut(cypher, rows, "new", joins=True)


def _placed(changed: Iterable[tuple[str, Node]] | Iterable[tuple[str, Relationship]]) -> Iterator[list[Any]]:
    return ([place, dict(value.properties)] for place, value in changed)


def _by(rows: Iterable[Item], key: Callable[[Item], Hashable]) -> dict[Any, list[Item]]:
    grouped = defaultdict(list)
    for row in rows:
        grouped[key(row)].append(row)
    return grouped


def _cut(cypher: str, rows: Iterable[Any], what: str, joins: bool = False) -> Iterator[_Batch]:
    left = iter(rows)
    while some := list(islice(left, BATCH)):
        yield _Batch(cypher, some, what, joins)


def _refused(error: BaseException, where: str, user: str) -> KgError:
    if isinstance(error, Neo4jError) and (error.code or "").endswith(".ConstraintValidationFailed"):
        return KgError(
            f"{where}: a node that is not ours has an id of one of ours. Rename it, or push into a database of its own."
        )
    return unreachable(error, where, user)
