"""Hearings that name none of the accused: which trial in the report they belong to."""

from collections.abc import Iterator

from ingest.facts import Span
from ingest.vocabulary import PROSECUTION_STEPS, ActType
from kg.entries.active import ActiveEntry
from kg.identity.cases.context import CaseContext
from kg.identity.cases.evidence import match_words, words_for_matters, words_for_types
from kg.identity.cases.finders.shared_facts import Feature, match_first
from kg.identity.cases.rare_words import shared
from kg.identity.links import Match, match_entries

_HEARD: frozenset[ActType] = frozenset({"trial", "due_process"})
# Steps before a court in which those accused of a harm are named.
_BEFORE_COURT: frozenset[ActType] = PROSECUTION_STEPS | _HEARD
_HARMS: frozenset[ActType] = frozenset({"torture", "death"})
# So many accused or more distinguish one trial of a court from another.
_MANY = 3
# So many rare words in common show that two hearings are about one thing.
_ABOUT_ONE = 2

Key = tuple[str, str, str, str]
"""Report, place, when an event was, and the harm done."""


def find_hearings_on_events(context: CaseContext) -> Iterator[Match]:
    """Hearings that name nobody, with the one trial of that place about the same event that everybody calls by name."""
    candidates = [(key, entry) for entry in context.entries if entry.types & _HEARD for key in _events(entry, "")]
    return _with_the_only_trial(context, candidates)


def find_hearings_on_harms(context: CaseContext) -> Iterator[Match]:
    """Steps before a court that name nobody, with the one case of that place about the same harm done in an event."""
    candidates = [
        (key, entry)
        for entry in context.entries
        if entry.types & _BEFORE_COURT
        for harm in sorted(entry.types & _HARMS)
        for key in _events(entry, harm)
    ]
    return _with_the_only_trial(context, candidates)


def _events(entry: ActiveEntry, harm: str) -> list[Key]:
    if not entry.where:
        return []
    return [(entry.report, entry.where, matter.value, harm) for matter in entry.facts.matters_of("named_event")]


def _with_the_only_trial(context: CaseContext, candidates: list[tuple[Key, ActiveEntry]]) -> Iterator[Match]:
    """Entries that name nobody, with the first of the one case that names somebody, or with the first of them."""
    hearings: dict[Key, tuple[list[ActiveEntry], list[ActiveEntry]]] = {}
    for key, entry in candidates:
        named, nameless = hearings.setdefault(key, ([], []))
        (named if _names_somebody(entry) else nameless).append(entry)
    for key, (named, nameless) in hearings.items():
        cases = {context.clusters.leader(entry.id) for entry in named}
        if len(cases) < 2:
            first, *others = [*named[:1], *nameless]
            yield from (_match_of_event(first, other, key) for other in others)


def _match_of_event(a: ActiveEntry, b: ActiveEntry, key: Key) -> Match:
    *_, time, harm = key
    a_spans, b_spans = (
        [*words_for_matters(entry, "named_event", time), *words_for_types(entry, {harm} if harm else _HEARD)]
        for entry in (a, b)
    )
    return match_entries(a, a_spans, b, b_spans, time)


def find_hearings_on_one_thing(context: CaseContext) -> Iterator[Match]:
    """Hearings that name nobody, with the one case before a court of that place that has rare words in common."""
    held: dict[tuple[str, str], list[ActiveEntry]] = {}
    for entry in context.entries:
        if entry.where and (entry.types & _BEFORE_COURT or _is_hearing(entry)):
            held.setdefault((entry.report, entry.where), []).append(entry)
    for hearings in held.values():
        for unnamed in hearings:
            if _is_hearing(unnamed) and not _names_somebody(unnamed):
                yield from _about_one_thing(context, unnamed, hearings)


def _about_one_thing(context: CaseContext, unnamed: ActiveEntry, hearings: list[ActiveEntry]) -> Iterator[Match]:
    rare = context.rare_in_hearings
    others = (hearing for hearing in hearings if hearing.id != unnamed.id)
    alike = [hearing for hearing in others if shared(rare, hearing, unnamed) >= _ABOUT_ONE]
    if len({context.clusters.leader(hearing.id) for hearing in alike}) == 1:
        yield match_words(alike[0], unnamed, rare, _words_of_hearing)


def find_hearings_of_many(context: CaseContext) -> Iterator[Match]:
    """Hearings of one report that name nobody, with one court and the same number of accused."""
    return match_first(_numbers_of_accused(context))


def _numbers_of_accused(context: CaseContext) -> Iterator[Feature]:
    for entry in context.entries:
        if _names_somebody(entry) or not _is_hearing(entry):
            continue
        counts = [matter for matter in entry.facts.matters_of("accused_count") if int(matter.value) >= _MANY]
        for index, body in enumerate(entry.facts.bodies):
            for count in counts if body.kind == "court" else ():
                key = (entry.report, context.bodies[entry.id, index][0].id, count.value)
                spans = (body.evidence.spans[0], *count.evidence.spans)
                yield Feature(key, entry, spans, f"{body.name}, {count.value} accused")


def _is_hearing(entry: ActiveEntry) -> bool:
    """Whether an entry reports a court hearing, and not only a charge."""
    return bool(entry.types & (_BEFORE_COURT - {"charge"}) or entry.facts.has_matter("hearing"))


def _words_of_hearing(entry: ActiveEntry) -> Iterator[Span]:
    yield from words_for_types(entry, _BEFORE_COURT)
    yield from words_for_matters(entry, "hearing")


def _names_somebody(entry: ActiveEntry) -> bool:
    facts = entry.facts
    done_to = (party.kind for act in facts.acts for party in act.to)
    return "person" in done_to or any(charge.person is not None for charge in facts.charges)
