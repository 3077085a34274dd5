"""What a database holds: the note of its generation, and our rows read back."""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from kg.graph.value import Graph, Key, Node, Relationship, make_graph
from kg.schema.schema import Schema
from kg.stores.neo4j.connection import Connection
from kg.stores.neo4j.constraints import HELD, OURS


@dataclass(frozen=True)
class RemoteState:
    """The note. ``digest`` is the graph's; empty before the first push and while one is under way.

    ``types`` are the types of relationship that were pushed: one that has left the vocabulary is still ours. ``writer``
    marks who pushed last and ``batches`` counts what was written, so that two pushes see each other.
    """

    digest: str
    declared: str
    nodes: int
    relationships: int
    types: tuple[str, ...]
    pushed: str
    writer: str
    batches: int

    @property
    def whole(self) -> bool:
        """Whether a push came to its end."""
        return bool(self.digest)


NOTHING = RemoteState("", "", 0, 0, (), "", "", 0)


@dataclass(frozen=True)
class Row:
    """A row of ours in the database: its value, and the server's own id of it."""

    value: Node | Relationship
    place: str


def read_remote_state(connection: Connection) -> RemoteState:
    """The note of a database; ``NOTHING`` where it has none."""
    with connection.reading() as session:
        found = session.run(f"MATCH (h:`{HELD}` {{id: 'held'}}) RETURN properties(h) AS h").single()
    if found is None:
        return NOTHING
    noted = found["h"]
    return RemoteState(
        noted.get("digest", ""),
        noted.get("declared", ""),
        noted.get("nodes", 0),
        noted.get("relationships", 0),
        tuple(noted.get("types", ())),
        noted.get("pushed", ""),
        noted.get("writer", ""),
        noted.get("batches", 0),
    )


def count_ours(connection: Connection, types: Sequence[str]) -> tuple[int, int]:
    """How many nodes and relationships of ours there are."""
    with connection.reading() as session:
        nodes = session.run(f"MATCH (n:`{OURS}`) RETURN count(n) AS n").single(strict=True)["n"]
        counts = "UNION ALL ".join(f"MATCH (:`{OURS}`)-[r:`{type}`]->() RETURN count(r) AS n " for type in types)
        relationships = sum(row["n"] for row in session.run(counts)) if types else 0
    return nodes, relationships


def read_nodes(connection: Connection, schema: Schema) -> Iterator[Row]:
    """Our nodes, label by label; under an empty one those that have no label of the vocabulary, or several."""
    labels, known = list(schema.nodes), "size([l IN labels(n) WHERE l IN $labels])"
    with connection.reading() as session:
        for label, kind in schema.nodes.items():
            asked = f"MATCH (n:`{OURS}`:`{label}`) WHERE {known} = 1 RETURN elementId(n) AS place, properties(n) AS all"
            for place, all in session.run(asked, labels=labels):
                yield Row(Node(label, str(all.get(kind.key, "")), all), place)
        asked = f"MATCH (n:`{OURS}`) WHERE {known} <> 1 RETURN elementId(n) AS place"
        for (place,) in session.run(asked, labels=labels):
            yield Row(Node("", place, {}), place)


def read_relationships(connection: Connection, schema: Schema, types: Sequence[str]) -> Iterator[Row]:
    """Our relationships of some types: those between two nodes of ours."""
    with connection.reading() as session:
        for type in types:
            asked = (
                f"MATCH (a:`{OURS}`)-[r:`{type}`]->(b:`{OURS}`) "
                "RETURN elementId(r) AS place, properties(r) AS all, labels(a) AS a, "
                f"{_key('a', schema)} AS a_id, labels(b) AS b, {_key('b', schema)} AS b_id"
            )
            for place, all, a, a_id, b, b_id in session.run(asked):
                start, end = Key(_label(a, schema), str(a_id)), Key(_label(b, schema), str(b_id))
                yield Row(Relationship(type, start, end, all), place)


def read_back(connection: Connection, schema: Schema) -> Graph:
    """The graph that a database holds, as a value. Raises ``KgError`` if two of its rows have one key."""
    types = types_of(schema, read_remote_state(connection))
    nodes, relationships = [], []
    for row in chain(read_nodes(connection, schema), read_relationships(connection, schema, types)):
        # Sorted as a generation's files are, so that exports of both are the same.
        value = dataclasses.replace(row.value, properties=dict(sorted(row.value.properties.items())))
        if isinstance(value, Relationship):
            relationships.append(value)
        elif value.label:
            nodes.append(value)
    return make_graph(nodes, relationships)


def types_of(schema: Schema, held: RemoteState) -> tuple[str, ...]:
    """The types of relationship of ours that a database may have, sorted."""
    return tuple(sorted({*schema.relationships, *held.types}))


def _key(name: str, schema: Schema) -> str:
    keys = sorted({kind.key for kind in schema.nodes.values()})
    return f"coalesce({', '.join(f'{name}.`{key}`' for key in keys)})"


def _label(labels: Sequence[str], schema: Schema) -> str:
    """The label of the vocabulary that a node has; none if somebody gave it another; it is then written again."""
    known = [label for label in labels if label in schema.nodes]
    return known[0] if len(known) == 1 else ""
