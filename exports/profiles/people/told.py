"""What a graph tells of each person, gathered for the rules that say who is protected."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.facts import Span
from kg.graph.value import Graph, Key, Node, Relationship


class Naming(NamedTuple):
    """A place where an entry names a person."""

    entry: Key
    span: Span
    role: str


@dataclass
class PersonTold:
    """A person with all relationships, and the places where entries name them."""

    node: Node
    namings: list[Naming] = field(default_factory=list)
    outgoing: list[Relationship] = field(default_factory=list)

    @property
    def roles(self) -> set[str]:
        """The roles in which entries name the person."""
        return {naming.role for naming in self.namings}

    def related(self, type: str) -> Iterator[Relationship]:
        """The person's relationships of a type."""
        return (r for r in self.outgoing if r.type == type)


@dataclass(frozen=True)
class GraphTold:
    """A graph with what the rules look up in it."""

    graph: Graph
    texts: Mapping[str, str]
    dates: Mapping[str, str]
    people: Mapping[Key, PersonTold]
    named_in: Mapping[Key, Sequence[Key]]
    """The people whom an entry names."""
    courts: Mapping[Key, Sequence[Node]]
    """The courts before which a case is."""
    recorded_in: Mapping[Key, Sequence[Key]]
    """The entries that tell an act, a charge, a sanction or a stay."""


def gather(graph: Graph) -> GraphTold:
    """Read all rows once."""
    people = {node.key: PersonTold(node) for node in graph.nodes if node.label == "Person"}
    named_in, recorded_in = defaultdict[Key, list[Key]](list), defaultdict[Key, list[Key]](list)
    courts = defaultdict[Key, list[Node]](list)
    for relationship in graph.relationships:
        start, end = relationship.start, relationship.end
        if start in people:
            people[start].outgoing.append(relationship)
        if relationship.type == "MENTIONS" and end in people:
            people[end].namings.append(_naming(relationship))
            named_in[start].append(end)
        elif relationship.type == "BEFORE":
            courts[start].append(graph.by_key[end])
        elif relationship.type == "RECORDS":
            recorded_in[end].append(start)
    entries = [node for node in graph.nodes if node.label == "Entry"]
    return GraphTold(
        graph,
        {node.id: str(node.properties.get("text", "")) for node in entries},
        {node.id: str(node.properties.get("date", "")) for node in entries},
        people,
        named_in,
        courts,
        recorded_in,
    )


def _naming(relationship: Relationship) -> Naming:
    start, end = (relationship.properties.get(name) for name in ("start", "end"))
    span = Span(start, end) if isinstance(start, int) and isinstance(end, int) else Span(0, 0)
    return Naming(relationship.start, span, str(relationship.properties.get("role", "other")))
