"""What connects things: an act, charge, sanction, custody or case with its participants, or a statement about two.

In the picture of an answer, what happened is a line between two things and not a thing among them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.graph.evidence import format_span, passages_of
from kg.graph.value import Graph, Key, Node, Relationship

FACTS = frozenset({"Event", "Charge", "Sanction", "Stay"})
"""Labels of what happened or was claimed. They have no names."""
DOCUMENTS = frozenset({"Entry", "Report", "Source"})
_HUBS = FACTS | {"Case"}
# Relationships whose one end is a participant of a fact or case.
_FROM_PARTICIPANT = frozenset({"INVOLVED_IN", "FACES", "RECEIVED", "IN_CUSTODY", "PARTY_TO"})
_TO_SUBJECTS = _FROM_PARTICIPANT - {"INVOLVED_IN"}
_TO_PARTICIPANT = frozenset({"AT", "UNDER", "IMPOSED_BY", "BEFORE"})
_BETWEEN_THINGS = frozenset({"LOCATED_IN", "PART_OF", "AFFILIATED_WITH", "RELATED_TO", "REPRESENTS"})
# What belongs to a case, campaign or document: its end and its start, as (owner, member).
_MEMBER_FIRST = frozenset({"IN_CASE", "ARISES_FROM", "IN_REPORT", "CITES"})
_OWNER_FIRST = frozenset({"MENTIONS", "RECORDS"})


@dataclass(frozen=True)
class End:
    """A participant, and the relationship that says so."""

    key: Key
    relationship: Relationship

    @property
    def is_subject(self) -> bool:
        """Whether it is one to whom the fact happened."""
        r = self.relationship
        return r.type in _TO_SUBJECTS or r.properties.get("role") == "to"

    @property
    def is_doer(self) -> bool:
        """Whether it did it or imposed it, or is said to have done so."""
        return self.relationship.type == "IMPOSED_BY" or self.relationship.properties.get("role") == "by"


@dataclass(frozen=True)
class Connection:
    """A fact or case with its participants; or, without one, a statement about two things."""

    hub: Node | None
    ends: tuple[End, ...]
    words: frozenset[str] = field(default=frozenset(), compare=False)
    """Places of the words it rests on, each as ``ENTRY#START-END``."""

    @property
    def id(self) -> tuple[str, ...]:
        """What tells it from others."""
        return self.hub.key if self.hub else self.ends[0].relationship.key


class Connections:
    """All connections of a graph, by their participants."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.of: dict[Key, list[Connection]] = defaultdict(list)
        """The connections of each thing."""
        self.members: dict[Key, list[Key]] = defaultdict(list)
        """What belongs to each case, campaign or document."""
        self.by_hub: dict[Key, Connection] = {}
        """Facts and cases with their participants."""
        self._parts: dict[Key, list[Key]] = defaultdict(list)
        self._whole: dict[Key, Key] = {}
        for relationship in graph.relationships:
            self._note(relationship)
        for connection in _connections(graph):
            for key in dict.fromkeys(end.key for end in connection.ends):
                self.of[key].append(connection)
            if connection.hub:
                self.by_hub[connection.hub.key] = connection

    def parts_of(self, key: Key) -> list[Key]:
        """A provision and everything that is a part of it; a thing that is none, alone."""
        found = [key]
        for at in found:
            found += self._parts[at] if at.label == "Provision" else []
        return found

    def wholes_of(self, key: Key) -> Iterator[Key]:
        """A provision and what it is a part of, from the inside out; a thing that is none, alone."""
        at: Key | None = key
        while at:
            yield at
            at = self._whole.get(at) if at.label == "Provision" else None

    def between(self, a: Key, b: Key) -> list[Connection]:
        """What two things have in common, or the fact or case in which one of them takes part.

        A provision stands for its parts too.
        """
        for hub, other in ((a, b), (b, a)):
            if hub in self.by_hub:
                return [self.by_hub[hub]] if self._takes_part(other, self.by_hub[hub]) else []
        ours = {c.id for key in self.parts_of(a) for c in self.of[key]}
        theirs = {c.id: c for key in self.parts_of(b) for c in self.of[key]}
        return [c for id, c in theirs.items() if id in ours]

    def _takes_part(self, key: Key, connection: Connection) -> bool:
        return any(whole == key for end in connection.ends for whole in self.wholes_of(end.key))

    def _note(self, relationship: Relationship) -> None:
        if relationship.type == "PART_OF":
            self._parts[relationship.end].append(relationship.start)
            self._whole[relationship.start] = relationship.end
        elif relationship.type in _MEMBER_FIRST:
            self.members[relationship.end].append(relationship.start)
        elif relationship.type in _OWNER_FIRST:
            self.members[relationship.start].append(relationship.end)


def _connections(graph: Graph) -> Iterator[Connection]:
    ends: dict[Key, list[End]] = {node.key: [] for node in graph.nodes if node.label in _HUBS}
    told: dict[Key, set[str]] = defaultdict(set)
    statements: list[Relationship] = []
    for r in graph.relationships:
        if r.type in _FROM_PARTICIPANT:
            ends[r.end].append(End(r.start, r))
        elif r.type in _TO_PARTICIPANT:
            ends[r.start].append(End(r.end, r))
        elif r.type == "RECORDS":
            told[r.end].update(words_of([r]))
        elif r.type in _BETWEEN_THINGS:
            statements.append(r)
    for key, found in ends.items():
        words = words_of(end.relationship for end in found) | told[key]
        yield Connection(graph.by_key[key], tuple(found), frozenset(words))
    for r in statements:
        yield Connection(None, (End(r.start, r), End(r.end, r)), frozenset(words_of([r])))


def words_of(relationships: Iterable[Relationship]) -> set[str]:
    """The places of the words that relationships rest on, as saved queries return them: ``ENTRY#START-END``."""
    return {f"{entry}#{format_span(span)}" for r in relationships for entry, span in passages_of(r) if span}


def participants(connections: Sequence[Connection]) -> list[Key]:
    """Who and what takes part in connections, each once."""
    return list(dict.fromkeys(end.key for connection in connections for end in connection.ends))
