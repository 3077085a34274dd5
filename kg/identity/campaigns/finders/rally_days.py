"""Rallies called for a day: who plans them, what has to do with them, and what happens on the day."""

from collections.abc import Iterator

from ingest.facts import Span
from ingest.vocabulary import RALLY_PLANS
from kg.entries.active import ActiveEntry
from kg.identity.campaigns.context import Answer, Call, CampaignContext
from kg.identity.cases.evidence import words_for_header, words_for_matters, words_for_people, words_for_types
from kg.identity.cases.finders.proceedings import days_between

# A refusal that names no day is of a rally so many days ahead.
_AHEAD = 7

Days = dict[tuple[str, str], dict[str, frozenset[str]]]
"""By report and day: the entries (ids) that report a rally planned for it, each with the people (ids) who plan it."""


def find_days(context: CampaignContext) -> Iterator[Answer]:
    """The days for which an entry plans rallies, which are one call, and the days of rallies it ties its news to."""
    for entry in context.entries:
        for act in entry.facts.acts:
            if act.type in RALLY_PLANS and act.next:
                yield Answer(entry, ("day", act.next), act.evidence.spans[:1], act.next, joins=True)
        for occasion in entry.facts.occasions:
            yield Answer(entry, ("day", occasion.day), occasion.evidence.spans, occasion.day)


def find_undated_refusals(context: CampaignContext) -> Iterator[Answer]:
    """A refusal without a day, with the only campaign that plans a rally in its place within days."""
    planned: dict[tuple[str, str | None], set[str]] = {}
    for entry in context.entries:
        days = {what for kind, what in context.calls_of(entry) if kind == "day"}
        planned.setdefault((entry.report, entry.where), set()).update(days)
    for entry in context.entries:
        ahead = _days_ahead(entry, planned[entry.report, entry.where]) if _is_undated(entry, context) else []
        if len({context.calls.leader(("day", day)) for day in ahead}) == 1:
            spans = (*words_for_header(entry), *words_for_types(entry, RALLY_PLANS))
            yield Answer(entry, ("day", ahead[0]), spans, ahead[0])


def _is_undated(entry: ActiveEntry, context: CampaignContext) -> bool:
    """Whether an entry refuses a rally, names no day for it, and answers no call."""
    if not entry.where or not entry.date or not entry.types & RALLY_PLANS:
        return False
    return not context.calls_of(entry) and not _planned_days(entry) and not entry.facts.occasions


def _planned_days(entry: ActiveEntry) -> set[str]:
    return {act.next for act in entry.facts.acts if act.type in RALLY_PLANS and act.next}


def _days_ahead(entry: ActiveEntry, planned: set[str]) -> list[str]:
    return [day for day in sorted(planned) if 0 <= days_between(entry.date, day) <= _AHEAD]


def find_refused_on_the_day(context: CampaignContext) -> Iterator[Answer]:
    """An entry of a day in which somebody stands who was refused a rally for it, where others were too."""
    refusals = _refusals(context)
    for entry, day in _on_shared_days(context, refusals):
        refused = frozenset().union(*refusals[entry.report, day].values())
        standing = _standing(entry, context) & refused
        if standing:
            spans = (*words_for_header(entry), *words_for_people(entry, context.people, standing))
            yield Answer(entry, ("day", day), spans, day)


def find_gathered_on_the_day(context: CampaignContext) -> Iterator[Answer]:
    """An entry of a day for which several rallies were refused, in which people are held who had gathered."""
    for entry, day in _on_shared_days(context, _refusals(context)):
        if "detention" in entry.types and entry.facts.has_matter("crowd"):
            yield Answer(entry, ("day", day), tuple(_words_of_crowd(entry)), day)


def _words_of_crowd(entry: ActiveEntry) -> Iterator[Span]:
    yield from words_for_header(entry)
    yield from words_for_types(entry, {"detention"})
    yield from words_for_matters(entry, "crowd")


def _on_shared_days(context: CampaignContext, refusals: Days) -> Iterator[tuple[ActiveEntry, str]]:
    """Entries that answer no call, each with its day, where several refusals are for that day."""
    shared = context.shared()
    for entry in context.entries:
        if context.calls_of(entry) or not entry.date or len(refusals.get((entry.report, entry.date), ())) < 2:
            continue
        if context.calls.leader(("day", entry.date)) in shared:
            yield entry, entry.date


def _refusals(context: CampaignContext) -> Days:
    """The rallies of each day; a refusal that names no day is for any day of its campaign."""
    of_campaign = _days_of_campaigns(context)
    refusals: Days = {}
    for entry in context.entries:
        if not entry.types & RALLY_PLANS:
            continue
        named = _planned_days(entry)
        leaders = {context.calls.leader(call) for call in context.calls_of(entry)}
        for day in named or {day for leader in leaders for day in of_campaign.get(leader, ())}:
            refusals.setdefault((entry.report, day), {})[entry.id] = _planning(entry, context)
    return refusals


def _days_of_campaigns(context: CampaignContext) -> dict[Call, list[str]]:
    days: dict[Call, list[str]] = {}
    for (kind, what), leader in context.calls.leaders().items():
        if kind == "day":
            days.setdefault(leader, []).append(what)
    return days


def _planning(entry: ActiveEntry, context: CampaignContext) -> frozenset[str]:
    """Who plans a rally or is refused one."""
    acts = (act for act in entry.facts.acts if act.type in RALLY_PLANS)
    return frozenset(who for act in acts for who in context.people_in(entry, (*act.to, *act.by)))


def _standing(entry: ActiveEntry, context: CampaignContext) -> frozenset[str]:
    """Who does or undergoes an act."""
    return frozenset(who for act in entry.facts.acts for who in context.people_in(entry, (*act.to, *act.by)))
