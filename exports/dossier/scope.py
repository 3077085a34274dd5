"""What of a graph belongs to one person or case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exports.rdf.tables import GraphTables
from kg.graph.value import Key, Node, Relationship

FACTS = frozenset({"Event", "Charge", "Sanction", "Stay"})
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
    facts: dict[Key, list[Relationship]] = {}
    for relationship in around:
        fact = relationship.start if relationship.end == subject.key else relationship.end
        if fact.label in FACTS:
            facts.setdefault(fact, []).append(relationship)
    if subject.label == "Case":
        parties = [r for r in around if r.type in ("PARTY_TO", "BEFORE")]
        return Scope(subject, facts, parties, (subject.key,))
    cases = sorted({r.end for r in around if r.type == "PARTY_TO"})
    courts = [r for case in cases for r in tables.outgoing.get(case, ()) if r.type == "BEFORE"]
    return Scope(subject, facts, [*(r for r in around if r.type in _TIES), *courts], cases)
