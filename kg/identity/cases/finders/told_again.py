"""An entry or an act that two reports tell: a weekly report and the month's, or two publishers'."""

from collections.abc import Iterator

from ingest.facts import Act, Span
from ingest.vocabulary import RALLY_PLANS, SPOKEN, ActType
from kg.entries.active import ActiveEntry
from kg.identity.cases.context import CaseContext
from kg.identity.cases.kinds import kind_of_entry
from kg.identity.links import Match, match_entries
from kg.identity.parties import parties_of

# What is said, asked for or refused is no case.
_NO_CASE: frozenset[ActType] = SPOKEN | RALLY_PLANS
_DAY = len("2022-10-04")


def find_same_entries(context: CaseContext) -> Iterator[Match]:
    """Entries of two reports that tell one thing in the same words, or nearly, with the acts in them."""
    for again, first in context.told_again:
        words = ([act.evidence.spans[0] for act in entry.facts.acts] for entry in (first, again))
        yield match_entries(first, next(words), again, next(words), first.date or "no date")


def find_told_again(context: CaseContext) -> Iterator[Match]:
    """Entries of two reports that tell an act of one type, on one day, against exactly the same people or bodies.

    Not where neither makes a case by itself: a detention told twice is no more of one than told once.
    """
    told: dict[tuple[str, ...], list[tuple[ActiveEntry, Act]]] = {}
    for entry in context.entries:
        for act in entry.facts.acts:
            if key := _key(entry, act, context):
                told.setdefault(key, []).append((entry, act))
    for (type, day, *_), (first, *others) in told.items():
        for other in others:
            if first[0].report != other[0].report and any(kind_of_entry(entry) for entry, _ in (first, other)):
                yield match_entries(first[0], _words(*first), other[0], _words(*other), f"{type}, {day}")


def _key(entry: ActiveEntry, act: Act, context: CaseContext) -> tuple[str, ...]:
    """What two accounts of an act have in common; empty for an act without a day or a party."""
    day = act.date or entry.date or ""
    if act.type in _NO_CASE or len(day) != _DAY:
        return ()
    who = parties_of(entry, act, context.people, context.bodies)
    return (act.type, day, *who) if who else ()


def _words(entry: ActiveEntry, act: Act) -> Iterator[Span]:
    """The words of the act, and the names of those against whom it is."""
    yield act.evidence.spans[0]
    for party in act.to:
        named = entry.facts.persons if party.kind == "person" else entry.facts.bodies
        yield named[party.index].evidence.spans[0]
