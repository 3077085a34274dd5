"""What days show about cases: a hearing put off to a day, and an entry that goes back to the day of an earlier one."""

from collections.abc import Callable, Iterator

from ingest.facts import Act, Body, Span
from ingest.vocabulary import COURT_STEPS, OFFICIALS_AND_LAWYERS, RALLY_PLANS, VIOLENCE, ActType
from kg.entries.active import ActiveEntry
from kg.identity.cases.context import CaseContext
from kg.identity.cases.evidence import (
    match_words,
    words_for_acts,
    words_for_bodies,
    words_for_header,
    words_for_matters,
    words_for_people,
    words_for_types,
)
from kg.identity.cases.finders.shared_facts import Feature, match_first
from kg.identity.cases.rare_words import shared
from kg.identity.links import Match, match_entries
from kg.identity.types import BodyKeys, PersonIds

_HEARD: frozenset[ActType] = COURT_STEPS | {"complaint"}
# What happens to people at a time and a place.
_HAPPENS_THERE: frozenset[ActType] = VIOLENCE | {"threat", "search", "seizure", "detention", "media_restriction"}


def find_put_off(context: CaseContext) -> Iterator[Match]:
    """A hearing put off to a day, and the only one held in that place on the day.

    Where both name people whom the hearing is about, one of them is the same.
    """
    held: dict[tuple[str, str, str], list[ActiveEntry]] = {}
    for entry in context.entries:
        if entry.day and entry.where and entry.types & _HEARD:
            held.setdefault((entry.report, entry.where, entry.day), []).append(entry)
    for entry in context.entries:
        for act in _put_off(entry):
            on_the_day = held.get((entry.report, entry.where or "", act.next or ""), [])
            if len(on_the_day) == 1 and _may_be_one_hearing(entry, on_the_day[0], context.people):
                yield _match_of_hearings(entry, on_the_day[0], act)


def _put_off(entry: ActiveEntry) -> list[Act]:
    """The hearings of an entry that are put off to another day."""
    hearings = (act for act in entry.facts.acts if act.type in _HEARD)
    return [act for act in hearings if act.next and act.next != entry.date]


def _may_be_one_hearing(before: ActiveEntry, after: ActiveEntry, people: PersonIds) -> bool:
    heard, also = _heard(before, people), _heard(after, people)
    return not heard or not also or not heard.isdisjoint(also)


def _match_of_hearings(before: ActiveEntry, after: ActiveEntry, put_off: Act) -> Match:
    spans = [*words_for_header(after), *words_for_types(after, _HEARD)]
    return match_entries(before, put_off.evidence.spans, after, spans, put_off.next or "")


def find_told_back(context: CaseContext) -> Iterator[Match]:
    """An entry that names the day of the only incident which an earlier entry reports from that place.

    Both name somebody, or both have a rare word; what happens around a rally makes no case.
    """
    happened: dict[tuple[str, str, str], list[ActiveEntry]] = {}
    for entry in context.entries:
        if entry.date and entry.where and entry.types & _HAPPENS_THERE and not _is_of_rally(entry):
            happened.setdefault((entry.report, entry.where, entry.date), []).append(entry)
    for entry in context.entries:
        for day in _days_before(entry):
            there = happened.get((entry.report, entry.where or "", day), [])
            alike = [before for before in there if _have_in_common(before, entry, context)]
            if len(alike) == 1:
                yield _match_of_day(alike[0], entry, day, context)


def _days_before(entry: ActiveEntry) -> list[str]:
    """The days before its own that an entry names, unless it reports a rally."""
    if not entry.where or not entry.date or _is_of_rally(entry):
        return []
    return sorted(matter.value for matter in entry.facts.matters_of("day") if matter.value < entry.date)


def _have_in_common(a: ActiveEntry, b: ActiveEntry, context: CaseContext) -> bool:
    named = _named(a, context) & _named(b, context)
    return bool(named or shared(context.rare, a, b))


def _match_of_day(before: ActiveEntry, entry: ActiveEntry, day: str, context: CaseContext) -> Match:
    named = _named(before, context) & _named(entry, context)

    def words_of(of: ActiveEntry) -> Iterator[Span]:
        yield from words_for_people(of, context.people, named)
        yield from words_for_bodies(of, context.bodies, named)
        yield from words_for_header(before) if of is before else words_for_matters(entry, "day", day)

    return match_words(before, entry, context.rare, words_of, day)


def find_scenes(context: CaseContext) -> Iterator[Match]:
    """Entries of one day and place that report the same thing done to unnamed people, at the same body that has
    a name of its own."""
    return match_first(_scenes(context))


def _scenes(context: CaseContext) -> Iterator[Feature]:
    for entry in context.entries:
        if not entry.where or not entry.day or _is_of_rally(entry):
            continue
        named = _bodies_standing_by(entry, context.bodies)
        for type in sorted({act.type for act in entry.facts.acts if not act.to} & _HAPPENS_THERE):
            for id, body in sorted(named.items()):
                key = (entry.report, entry.where, entry.day, type, id)
                spans = (body.evidence.spans[0], *words_for_acts(entry, _is_to_nobody(type)))
                yield Feature(key, entry, spans, f"{body.name}, {entry.day}")


def _is_to_nobody(type: str) -> Callable[[Act], bool]:
    return lambda act: act.type == type and not act.to


def _bodies_standing_by(entry: ActiveEntry, bodies: BodyKeys) -> dict[str, Body]:
    """The bodies with a name of their own that do nothing in the entry, by id."""
    acting = {party.index for act in entry.facts.acts for party in act.by if party.kind == "body"}
    standing = ((i, body) for i, body in enumerate(entry.facts.bodies) if not body.generic and i not in acting)
    return {bodies[entry.id, i][0].id: body for i, body in standing}


def _heard(entry: ActiveEntry, people: PersonIds) -> frozenset[str]:
    return frozenset(
        people[entry.id, p.index]
        for act in entry.facts.acts
        if act.type in _HEARD
        for p in act.to
        if p.kind == "person"
    )


def _named(entry: ActiveEntry, context: CaseContext) -> frozenset[str]:
    """Who is named as more than an official, and which body that has a name of its own."""
    persons = (i for i, person in enumerate(entry.facts.persons) if person.role not in OFFICIALS_AND_LAWYERS)
    bodies = (i for i, body in enumerate(entry.facts.bodies) if not body.generic and body.type != "state")
    return frozenset(
        [
            *(context.people[entry.id, index] for index in persons),
            *(context.bodies[entry.id, index][0].id for index in bodies),
        ]
    )


def _is_of_rally(entry: ActiveEntry) -> bool:
    return bool(entry.facts.occasions or entry.types & RALLY_PLANS)
