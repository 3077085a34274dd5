"""The facts of one entry with what people decided about them.

Persons, places and bodies come first, because the other facts point at them by position.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ingest.facts import EntryFacts, Evidence, Span
from kg.corrections.fields import plain_words
from kg.corrections.kinds.kind import FactKind, KindName
from kg.corrections.kinds.registry import KINDS, facts_of
from kg.corrections.positions import Positions
from kg.corrections.references import ValueNotAllowed
from kg.corrections.statements import FactChange
from kg.entries.custody import Custody, find_custodies
from kg.entries.plain_text import PlainText

DECIDED = "decided by a person"
"""Stands in the place of a rule's name in the evidence of a fact that people decided about."""

_POINTED_AT: tuple[KindName, ...] = ("person", "place", "body")
_POINTING: tuple[KindName, ...] = ("charge", "sanction", "act", "relation", "affiliation")

Origin = int | str | None
"""Where a fact comes from: a position among those that the rules read, or the decision (id) that made it.

``None`` for a custody that only corrected acts give.
"""


@dataclass(frozen=True)
class CorrectedEntry:
    """The facts as decided, with the origin of every fact by kind and position.

    ``custodies`` are those of the entry if people decided about them, else ``None``: the acts give them.
    """

    facts: EntryFacts
    origins: Mapping[KindName, tuple[Origin, ...]]
    custodies: tuple[Custody, ...] | None = None


class UnfitValue(Exception):
    """A decision (ids) states a value that its entry does not allow any more, and why. Not for users."""

    def __init__(self, decisions: Sequence[str], reason: str) -> None:
        super().__init__(reason)
        self.decisions, self.reason = tuple(decisions), reason


@dataclass(frozen=True)
class _Facts:
    """The facts of one kind, with their origins; ``moved`` has the new position of each that the rules read."""

    facts: tuple[Any, ...]
    origins: tuple[Origin, ...]
    moved: Mapping[int, int]


def correct_entry(facts: EntryFacts, changes: Sequence[FactChange]) -> CorrectedEntry:
    """Apply what was decided about the facts of an entry. Raises ``UnfitValue``."""
    origins: dict[KindName, tuple[Origin, ...]] = {}
    now, moved = facts, {}
    for name in _POINTED_AT:
        found = _correct_kind(KINDS[name], facts_of(name, facts), _of_kind(name, changes), facts)
        now, origins[name], moved[name] = _with(now, name, found.facts), found.origins, found.moved
    positions = Positions(moved["person"], moved["body"])
    kept = positions.move(now)
    for name in _POINTING:
        read = _origins_kept(name, now, positions)
        found = _correct_kind(KINDS[name], facts_of(name, kept), _at_kept(_of_kind(name, changes), read), kept)
        kept = _with(kept, name, found.facts)
        origins[name] = tuple(read[origin] if isinstance(origin, int) else origin for origin in found.origins)
    stays, origins["stay"] = _correct_stays(facts, kept, positions, _of_kind("stay", changes))
    return CorrectedEntry(kept, origins, stays)


def _of_kind(name: KindName, changes: Sequence[FactChange]) -> list[FactChange]:
    return [change for change in changes if change.target.kind == name]


def _with(facts: EntryFacts, name: KindName, of_kind: tuple[Any, ...]) -> EntryFacts:
    fields = {"body": "bodies"}
    changed: dict[str, Any] = {fields.get(name, f"{name}s"): of_kind}
    return replace(facts, **changed)


def _correct_kind(kind: FactKind, read: Sequence[Any], changes: Sequence[FactChange], facts: EntryFacts) -> _Facts:
    """The facts of one kind; those that a decision made stand behind those that the rules read."""
    by_index = {change.target.index: change for change in changes if change.target.index is not None}
    kept: list[Any] = []
    origins: list[Origin] = []
    moved: dict[int, int] = {}
    for index, fact in enumerate(read):
        change = by_index.get(index)
        if change is None or not change.wrong:
            moved[index] = len(kept)
            kept.append(_changed(kind, fact, change, facts) if change else fact)
            origins.append(index)
    for change in changes:
        if change.target.index is None and not change.wrong:
            kept.append(_made(kind, change, facts, kept))
            origins.append(change.decisions[0])
    return _Facts(tuple(kept), tuple(origins), moved)


def _changed(kind: FactKind, fact: Any, change: FactChange, facts: EntryFacts) -> Any:
    read = kind.read(fact, facts)
    new = [name for name, (text, _) in change.values.items() if read.get(name, "") != text]
    values = {kind.fields[name].attribute: _value(kind, name, change, facts) for name in new}
    spans = fact.evidence.spans if fact.evidence else (change.target.span,)
    changed = replace(fact, **values, evidence=_decided(spans, change))
    return _checked(kind, changed, change)


def _made(kind: FactKind, change: FactChange, facts: EntryFacts, others: Sequence[Any]) -> Any:
    texts = {**change.seen, **{name: text for name, (text, _) in change.values.items()}}
    spans = _places_of_name(change.target.span, facts, others) if kind.everywhere else (change.target.span,)
    try:
        made = kind.make_of(texts, facts, _decided(spans, change))
    except ValueNotAllowed as error:
        raise UnfitValue(change.decisions, str(error)) from None
    return _checked(kind, made, change)


def _value(kind: FactKind, name: str, change: FactChange, facts: EntryFacts) -> Any:
    text, decision = change.values[name]
    try:
        return kind.value_of(name, text, facts)
    except ValueNotAllowed as error:
        raise UnfitValue([decision], str(error)) from None


def _checked(kind: FactKind, fact: Any, change: FactChange) -> Any:
    try:
        kind.check(fact)
    except ValueNotAllowed as error:
        raise UnfitValue(change.decisions, str(error)) from None
    return fact


def _decided(spans: tuple[Span, ...], change: FactChange) -> Evidence:
    return Evidence(spans, DECIDED, further=change.decisions)


def _places_of_name(span: Span, facts: EntryFacts, others: Sequence[Any]) -> tuple[Span, ...]:
    """Every place of a name in the entry that is not in the words of another."""
    taken = [own for other in others for own in other.evidence.spans]
    places = PlainText(facts.entry).find("", plain_words(span, facts), "")
    free = [place for place in places if not any(place.start < t.end and t.start < place.end for t in taken)]
    return tuple(sorted({span, *free}))


def _origins_kept(name: KindName, facts: EntryFacts, positions: Positions) -> list[int]:
    """Which facts of a kind, by position, are left once some persons and bodies are gone."""
    if name == "relation":
        ties = [(r.source in positions.persons, r.target in positions.persons) for r in facts.relations]
    elif name == "affiliation":
        ties = [(a.person in positions.persons, a.body in positions.bodies) for a in facts.affiliations]
    else:
        return list(range(len(facts_of(name, facts))))
    return [index for index, ends in enumerate(ties) if all(ends)]


def _at_kept(changes: Sequence[FactChange], kept: Sequence[int]) -> list[FactChange]:
    """Changes at the positions among those kept; one about a fact that is gone makes it again, if it is not wrong."""
    where = {index: position for position, index in enumerate(kept)}
    return [
        replace(change, target=replace(change.target, index=where.get(change.target.index)))
        if change.target.index is not None
        else change
        for change in changes
    ]


def _correct_stays(
    read: EntryFacts, facts: EntryFacts, positions: Positions, changes: Sequence[FactChange]
) -> tuple[tuple[Custody, ...] | None, tuple[Origin, ...]]:
    """The custodies of an entry, if people decided about one, and the origins of all."""
    before = find_custodies(read)
    where = {(c.person, c.facility): index for index, c in enumerate(find_custodies(facts))}
    # A custody is known by its person and facility: the acts that it rests on may have changed.
    moved = [where.get(_pair_now(custody, positions)) for custody in before]
    now_at = [
        replace(change, target=replace(change.target, index=_position(change, moved, where, facts)))
        for change in changes
    ]
    found = _correct_kind(KINDS["stay"], find_custodies(facts), now_at, facts)
    origin_of = {now: index for index, now in enumerate(moved) if now is not None}
    origins = tuple(origin_of.get(o) if isinstance(o, int) else o for o in found.origins)
    return found.facts if changes else None, origins


def _pair_now(custody: Custody, positions: Positions) -> tuple[int, int]:
    return positions.persons.get(custody.person, -1), positions.bodies.get(custody.facility, -1)


def _position(
    change: FactChange, moved: Sequence[int | None], where: Mapping[tuple[int, int], int], facts: EntryFacts
) -> int | None:
    """Where the custody is that a change is about, among those that the corrected acts give."""
    if change.target.index is not None:
        return moved[change.target.index]
    stay = KINDS["stay"]
    try:
        pair = [stay.value_of(name, change.seen.get(name, ""), facts) for name in stay.identifying]
    except ValueNotAllowed:
        return None
    return where.get((pair[0], pair[1]))
