"""The facts that partners state, as people decided they are, by the ids to decide about them with."""

from collections.abc import Iterable, Mapping

from ingest.facts import Evidence
from kg.corrections.fields import BETWEEN
from kg.corrections.kinds.fact import Fact
from kg.corrections.references import ValueNotAllowed
from kg.corrections.stated.graphs import CorrectedGraphs
from kg.corrections.stated.kinds import STATED, StatedValue, kind_of, text_of, value_of
from kg.entries.mentions import Mention
from kg.entries.stated import ActiveGraph, properties_of


def stated_fact(mention: Mention, corrected: CorrectedGraphs, read: Iterable[ActiveGraph]) -> Fact:
    """A fact of a partner; ``read`` are the graphs as their files state them."""
    change = corrected.changes.get(mention.id)
    gone = bool(change and change.wrong)
    properties = properties_of(mention, read if gone else corrected.graphs)
    value = StatedValue(properties, Evidence(mention.spans, STATED))
    texts = {name: text_of(value) for name, value in properties.items() if name in kind_of(mention.label).fields}
    decisions = change.decisions if change and not gone else ()
    return Fact(mention, kind_of(mention.label), value, texts or {"what": mention.description}, decisions, gone)


def seen_by_partner(mention: Mention, read: Iterable[ActiveGraph]) -> dict[str, str]:
    """The fields of a fact as the partner's files state them, as text."""
    fields = kind_of(mention.label).fields
    return {name: text_of(value) for name, value in properties_of(mention, read).items() if name in fields}


def canonical_values(fact: Fact, values: Mapping[str, str]) -> dict[str, str]:
    """Values of a correction as a journal has them. Raises ``ValueNotAllowed``."""
    if not fact.kind.fields:
        raise ValueNotAllowed("A tie that a partner states has no fields. It is right or wrong: `kg wrong`")
    found = {name: value_of(fact.kind, name, text.strip(f"{BETWEEN} ")) for name, text in values.items()}
    return {name: "" if value in (None, []) else text_of(value or "") for name, value in found.items()}
