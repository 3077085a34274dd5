"""Every kind of fact by name and by the label of its mentions."""

from collections.abc import Mapping, Sequence
from typing import Any

from ingest.facts import EntryFacts
from kg.corrections.kinds.acts import ACT, STAY
from kg.corrections.kinds.bodies import BODY, PLACE
from kg.corrections.kinds.kind import FactKind, KindName
from kg.corrections.kinds.penalties import CHARGE, SANCTION
from kg.corrections.kinds.people import AFFILIATION, PERSON, RELATION
from kg.entries.custody import find_custodies
from kg.entries.mentions import BODY_LABELS

KINDS: Mapping[KindName, FactKind] = {
    kind.name: kind for kind in (PERSON, PLACE, BODY, CHARGE, SANCTION, ACT, STAY, RELATION, AFFILIATION)
}
BY_LABEL: Mapping[str, FactKind] = {label: kind for kind in KINDS.values() for label in kind.labels}


def facts_of(kind: KindName, facts: EntryFacts) -> Sequence[Any]:
    """The facts of a kind in an entry, in their order; stays are those that its acts give."""
    of_kind: Mapping[KindName, Sequence[Any]] = {
        "person": facts.persons,
        "place": facts.places,
        "body": facts.bodies,
        "charge": facts.charges,
        "sanction": facts.sanctions,
        "act": facts.acts,
        "relation": facts.relations,
        "affiliation": facts.affiliations,
    }
    return find_custodies(facts) if kind == "stay" else of_kind[kind]


def label_of(kind: FactKind, values: Mapping[str, str]) -> str:
    """The label of a mention of a fact with these values."""
    return BODY_LABELS[values["kind"]] if kind is BODY else kind.labels[0]
