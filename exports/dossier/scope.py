"""What of a graph belongs to one person or case."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from exports.rdf.tables import GraphTables
from kg.graph.value import Key, Node, Relationship

FACTS = frozenset({"Event", "Charge", "Sanction", "Stay"})
_PARTY = frozenset({"PARTY_TO"})
_BEFORE = frozenset({"BEFORE"})
_OF_CASES = _PARTY | _BEFORE
_TIES = frozenset({"AFFILIATED_WITH", "RELATED_TO", "REPRESENTS"})


@dataclass(frozen=True)
class Scope:
    """The subject, the facts it is tied to (each with what ties it), its other ties, and its cases."""

    subject: Node
    facts: Mapping[Key, Sequence[Relationship]]
    ties: Sequence[Relationship]
    cases: Sequence[Key]


def find_scope(subject: Node, tables: GraphTables) -> Scope:
    """A person's own facts and ties, or everything that belongs to a case.

    Other facts of their cases are not theirs: only those whom the words tie to an act stand in it (design, rule 1).
    """
    around = [*tables.outgoing.get(subject.key, ()), *tables.incoming.get(subject.key, ())]
    facts = _facts_beside(subject, around)
    if subject.label == "Case":
        return Scope(subject, facts, _of_types(around, _OF_CASES), (subject.key,))
    cases = sorted({r.end for r in _of_types(around, _PARTY)})
    courts = (r for case in cases for r in _of_types(tables.outgoing.get(case, ()), _BEFORE))
    return Scope(subject, facts, [*_of_types(around, _TIES), *courts], cases)


def _facts_beside(subject: Node, around: Iterable[Relationship]) -> dict[Key, list[Relationship]]:
    """The facts at the other end of the relationships, each with what ties it."""
    facts: dict[Key, list[Relationship]] = {}
    for relationship in around:
        fact = relationship.start if relationship.end == subject.key else relationship.end
        if fact.label in FACTS:
            facts.setdefault(fact, []).append(relationship)
    return facts


def _of_types(relationships: Iterable[Relationship], types: frozenset[str]) -> list[Relationship]:
    return [r for r in relationships if r.type in types]
