"""What a decision about a fact is about now: a fact that the rules read, or words in which they read none.

The words are found as those of every decision are (``kg.decisions.selectors``). A name is known by its words; any other
fact also by whose it is and what it says (``FactKind.identifying``), because one word may make several facts.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.facts import EntryFacts, Span
from kg.corrections.kinds.kind import FactKind, KindName, Values
from kg.corrections.kinds.registry import BY_LABEL, facts_of
from kg.corrections.references import ValueNotAllowed
from kg.decisions.journal import Decision
from kg.decisions.selectors import find_at, find_places, read_selector
from kg.entries.active import ActiveEntry
from kg.entries.index import MentionIndex
from kg.entries.mentions import Mention

SEEN, SET = "seen.", "set."
"""Before the names of fields in a decision: as the rules read the fact then, and as somebody states it."""

ADDED = "added"
"""What a decision has that is about a fact which another one made: the id of that one."""


@dataclass(frozen=True)
class Target:
    """What a decision is about.

    ``index`` is a position among the facts of the kind that the rules read in the entry; ``None`` if they read no such
    fact. ``key`` is the same for all decisions about one fact.
    """

    entry: ActiveEntry
    kind: KindName
    span: Span
    index: int | None
    key: tuple[str, ...]


@dataclass(frozen=True)
class NoTarget:
    """Why the words of a decision lead to nothing, or to too much."""

    reason: str


def fields_in(decision: Decision, prefix: str) -> dict[str, str]:
    """The fields that a decision has under a prefix."""
    return {key[len(prefix) :]: value for key, value in decision.about.items() if key.startswith(prefix)}


def find_target(decision: Decision, read: MentionIndex) -> Target | NoTarget:
    """Find what a decision is about among the facts that the rules read."""
    selector = read_selector(decision.about)
    kind = BY_LABEL.get(selector.kind)
    if kind is None:
        return NoTarget(f"this version knows no fact of kind {selector.kind}")
    found = find_places(selector, read)
    if not found.places:
        return NoTarget(found.reason)
    pairs = [(entry, span, m) for entry, span in found.places for m in find_at(_there(entry, kind, read), span)]
    hits = {mention.id: (entry, span, mention) for entry, span, mention in pairs}
    matching = _matching(decision, kind, [mention for _, _, mention in hits.values()], selector.description)
    if len(matching) > 1:
        return NoTarget(f"its words lead to {len(matching)} facts of kind {kind.name}")
    if matching:
        entry, span, mention = hits[matching[0].id]
        return Target(entry, kind.name, span, mention.index, ("read", entry.id, kind.name, str(mention.index)))
    if len(found.places) > 1:
        return NoTarget(f"its words are in {len(found.places)} places")
    entry, span = found.places[0]
    return Target(entry, kind.name, span, None, _key_of_unread(decision, kind, entry, span, selector.description))


def _there(entry: ActiveEntry, kind: FactKind, read: MentionIndex) -> list[Mention]:
    return [mention for label in kind.labels for mention in read.of_entry(entry, label)]


def _matching(decision: Decision, kind: FactKind, hits: Sequence[Mention], description: str) -> list[Mention]:
    """The facts in the words that are the one the decision is about."""
    seen, stated = fields_in(decision, SEEN), fields_in(decision, SET)
    if decision.verb == "added":
        return _agreeing(hits, kind, stated, tuple(stated))[:1]
    if not kind.identifying:
        return _described(hits, description)
    same = _described(_agreeing(hits, kind, seen, kind.identifying), description)
    if same or decision.verb == "wrong":
        return same
    # What is said to be so is said of the only fact in these words, even where the rules now read it in another way.
    only = list(hits) if len(hits) == 1 else []
    return _agreeing(hits, kind, seen | stated, kind.identifying) or only


def _described(hits: Sequence[Mention], description: str) -> list[Mention]:
    """Those that are described just so, all where none is."""
    return [hit for hit in hits if hit.description == description] or list(hits)


def _agreeing(hits: Sequence[Mention], kind: FactKind, values: Values, names: Sequence[str]) -> list[Mention]:
    """Those that have these values in the fields named."""
    return [hit for hit in hits if _agrees(hit, kind, values, names)]


def _agrees(mention: Mention, kind: FactKind, values: Values, names: Sequence[str]) -> bool:
    """Whether a fact that the rules read has these values."""
    facts = mention.entry.facts
    fact = facts_of(kind.name, facts)[mention.index]
    return all(_has(fact, kind, name, values.get(name, ""), facts) for name in names)


def _has(fact: object, kind: FactKind, name: str, text: str, facts: EntryFacts) -> bool:
    known = kind.fields.get(name)
    if known is None:
        return False
    try:
        value = known.value_of(text, facts)
    except ValueNotAllowed:
        return False
    own = getattr(fact, known.attribute)
    return sorted(own) == sorted(value) if isinstance(own, tuple) else bool(own == value)


def _key_of_unread(
    decision: Decision, kind: FactKind, entry: ActiveEntry, span: Span, description: str
) -> tuple[str, ...]:
    values = fields_in(decision, SET if decision.verb == "added" else SEEN)
    told = [description, *(f"{name}={values.get(name, '')}" for name in kind.identifying or tuple(kind.fields))]
    return ("unread", entry.id, kind.name, str(span.start), str(span.end), *told)
