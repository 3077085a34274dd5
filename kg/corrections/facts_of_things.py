"""The facts that are about one thing of the graph, entry by entry.

``leads_to`` gives the id of the thing that a mention (id) is a mention of.
"""

from collections.abc import Callable

from kg.corrections.kinds.fact import Fact
from kg.corrections.kinds.registry import BY_LABEL
from kg.corrections.known_facts import KnownFacts


def facts_of_thing(known: KnownFacts, leads_to: Callable[[str], str], thing: str) -> list[Fact]:
    """The facts about the thing with an id, in the order of their entries; none if it only follows from facts."""
    mentions = [m for m in known.mentions.by_id.values() if m.label in BY_LABEL and leads_to(m.id) == thing]
    found = (known.find(mention.id) for mention in sorted(mentions, key=lambda m: m.entry.order))
    return [fact for fact in found if fact is not None]


def same_facts(known: KnownFacts, leads_to: Callable[[str], str], fact: Fact) -> list[Fact]:
    """The facts of other entries about the same thing as a fact."""
    if fact.gone or fact.id not in known.mentions.by_id:
        return []
    return [other for other in facts_of_thing(known, leads_to, leads_to(fact.id)) if other.id != fact.id]
