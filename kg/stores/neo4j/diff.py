"""What has to change in a database so that it holds a graph, row by row."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.graph.value import GraphRows, Node, Relationship
from kg.schema.schema import Schema
from kg.stores.neo4j.connection import Connection
from kg.stores.neo4j.remote_state import RemoteState, Row, count_ours, read_nodes, read_relationships, types_of

Value = TypeVar("Value", Node, Relationship)


@dataclass(frozen=True)
class Changes(Generic[Value]):
    """``new`` rows are missing, ``changed`` ones (with the server's id) differ, ``gone`` ones are to be removed."""

    new: tuple[Value, ...]
    changed: tuple[tuple[str, Value], ...]
    gone: tuple[tuple[str, Hashable], ...]

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.new) + len(self.changed) + len(self.gone)


@dataclass(frozen=True)
class Plan:
    """The changes of nodes and of relationships."""

    nodes: Changes[Node]
    relationships: Changes[Relationship]

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.nodes) + len(self.relationships)


def plan_of(connection: Connection, graph: GraphRows, schema: Schema, state: RemoteState) -> Plan:
    """Compare every row of ours with a graph. An empty database is not read row by row."""
    types = types_of(schema, state)
    if count_ours(connection, ()) == (0, 0):
        return Plan(Changes(tuple(graph.nodes), (), ()), Changes(tuple(graph.relationships), (), ()))
    return Plan(
        _changes(graph.nodes, read_nodes(connection, schema)),
        _changes(graph.relationships, read_relationships(connection, schema, types)),
    )


def _changes(wanted: Iterable[Value], there: Iterable[Row]) -> Changes[Value]:
    found: dict[Hashable, tuple[str, str]] = {}
    gone: list[tuple[str, Hashable]] = []
    for row in there:
        key = row.value.key
        if key in found:
            gone.append((row.place, key))  # a batch that was never confirmed may be there twice
        else:
            found[key] = (row.value.digest, row.place)
    new, changed = [], []
    for value in wanted:
        was = found.pop(value.key, None)
        if was is None:
            new.append(value)
        elif was[0] != value.digest:
            changed.append((was[1], value))
    gone += [(place, key) for key, (_, place) in found.items()]
    return Changes(tuple(new), tuple(changed), tuple(gone))
