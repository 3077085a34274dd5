"""Which entries share a campaign: many separate cases that one call or one gathering gave rise to (design, rule 5).

People refused rallies for the same day share a campaign, and are not tried together. A campaign is at least two entries
of one report, and either

- rallies called for one day, for days that one entry plans together, or under one topic, with what else is told to have
  to do with them: a refusal that names neither, in a place where one campaign plans a rally within days; and what
  somebody undergoes or does on the day for which they were refused a rally, and others are told of; or
- persecution for taking part in the meetings of one body.

The id of rallies is made from their days, so that two reports that tell of the same days tell of one campaign.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ingest.vocabulary import RALLY_PLANS, ActType
from kg.entries.active import ActiveEntry
from kg.entries.ids import thing_id
from kg.identity.campaigns.rally_calls import Call, meetings_of, same_topic, topic_of
from kg.identity.campaigns.shared_demands import find_common_causes
from kg.identity.cases.proceedings import days_between, undergoing
from kg.identity.disjoint_sets import DisjointSets
from kg.identity.types import BodyKeys, PersonIds

# A refusal that names no day is of a rally so many days ahead.
_AHEAD = 7


@dataclass(frozen=True)
class Campaign:
    """A campaign: its id, the days it was called for, sorted, and the body over whose meetings it is, if it is that.

    ``decided``: no rule found it, a decision made it.
    """

    id: str
    days: tuple[str, ...]
    over: str = ""
    decided: bool = False


def resolve_campaigns(
    told: Sequence[ActiveEntry],
    people: PersonIds,
    bodies: BodyKeys,
) -> dict[str, Campaign]:
    """The campaign of every entry that has one, by entry id; of several, that of the entry's first day."""
    calls: DisjointSets[Call] = DisjointSets()
    of_entry = {entry.id: _days_of(entry, calls) for entry in told}
    _join_topics(told, of_entry, calls)
    _place_refusals(told, of_entry, calls)
    shared = _shared_calls(of_entry, calls)
    for entry, call in list(_on_the_day(told, people, of_entry, calls)):
        if calls.leader(call) in shared and not of_entry[entry.id]:
            of_entry[entry.id] = [call]
    _join_causes(told, of_entry, calls)
    names = _join_meetings(told, people, bodies, (of_entry, calls))
    entries_of: dict[Call, list[str]] = {}
    leaders = calls.leaders()
    for id, named in of_entry.items():
        for call in named[:1]:
            entries_of.setdefault(leaders[call], []).append(id)
    campaigns = {}
    for leader, entries in entries_of.items():
        if len(entries) > 1:
            together = [call for call, at in leaders.items() if at == leader]
            campaigns.update(dict.fromkeys(entries, _campaign(together, names.get(leader, ""))))
    return campaigns


def _campaign(calls: Sequence[Call], over: str) -> Campaign:
    days = sorted(what for kind, what in calls if kind == "day")
    if days:
        return Campaign(thing_id("campaign", "assemblies", *days), tuple(days))
    return Campaign(thing_id("campaign", *sorted(f"{kind} {what}" for kind, what in calls)), (), over)


def _days_of(entry: ActiveEntry, calls: DisjointSets[Call]) -> list[Call]:
    """The days the entry plans a rally for, which are of one campaign, and those it ties its news to."""
    planned: list[Call] = [("day", act.next) for act in entry.facts.acts if act.type in RALLY_PLANS and act.next]
    for day in planned:
        calls.join(planned[0], day)
    named: list[Call] = [*planned, *(("day", occasion.day) for occasion in entry.facts.occasions)]
    for day in named:
        calls.add(day)
    return named


def _join_topics(entries: Sequence[ActiveEntry], of_entry: Mapping[str, list[Call]], calls: DisjointSets[Call]) -> None:
    """Rallies of one report under one topic are of one call, whatever their days."""
    topics: dict[str, list[tuple[Call, frozenset[str]]]] = {}
    for entry in entries:
        topic = topic_of(entry)
        if not topic:
            continue
        known = topics.setdefault(entry.report, [])
        call = next((call for call, other in known if same_topic(topic, other)), None)
        if call is None:
            call = ("topic", entry.mention_id("topic"))
            calls.add(call)
        known.append((call, topic))
        named = of_entry[entry.id]
        if named:
            calls.join(named[0], call)
        else:
            named.append(call)


def _place_refusals(
    entries: Sequence[ActiveEntry], of_entry: Mapping[str, list[Call]], calls: DisjointSets[Call]
) -> None:
    """A refusal without a day is of the only campaign that plans a rally in its place within days."""
    planned: dict[tuple[str, str | None], set[str]] = {}
    for entry in entries:
        planned.setdefault((entry.report, entry.where), set()).update(
            d for kind, d in of_entry[entry.id] if kind == "day"
        )
    for entry in entries:
        if of_entry[entry.id] or not entry.where or not entry.types & RALLY_PLANS or not entry.date:
            continue
        ahead = [d for d in sorted(planned[entry.report, entry.where]) if 0 <= days_between(entry.date, d) <= _AHEAD]
        if len({calls.leader(("day", d)) for d in ahead}) == 1:
            of_entry[entry.id].append(("day", ahead[0]))


def _join_causes(entries: Sequence[ActiveEntry], of_entry: Mapping[str, list[Call]], calls: DisjointSets[Call]) -> None:
    """Protests in several places about one thing share a call, where they are of none."""
    mention = {entry.id: entry.mention_id("cause") for entry in entries}
    for a, b in find_common_causes(entries):
        if all(not of_entry[id] or of_entry[id][0][0] == "cause" for id in (a, b)):
            for id in (a, b):
                calls.add(("cause", mention[id]))
                of_entry[id][:] = [("cause", mention[id])]
            calls.join(("cause", mention[a]), ("cause", mention[b]))


def _join_meetings(
    entries: Sequence[ActiveEntry],
    people: PersonIds,
    bodies: BodyKeys,
    named: tuple[dict[str, list[Call]], DisjointSets[Call]],
) -> dict[Call, str]:
    """Add the meetings of a body to the calls of entries that are of no rally, and answer the bodies' names.

    Of meetings is also what else is told of somebody who was persecuted over them, if it names the body.
    """
    of_entry, calls = named
    shared = _shared_calls(of_entry, calls)
    known: dict[str, dict[str, str]] = {}
    for entry in entries:
        for index, body in enumerate(entry.facts.bodies):
            known.setdefault(entry.report, {})[body.name.lower()] = bodies[entry.id, index][0].id
    names: dict[Call, str] = {}
    over: dict[Call, set[str]] = {}
    free = [entry for entry in entries if not any(calls.leader(call) in shared for call in of_entry[entry.id][:1])]
    for entry in free:
        meetings = dict(meetings_of(entry, bodies, known.get(entry.report, {})))
        for call, name in meetings.items():
            calls.add(call)
            names.setdefault(call, name)
            over.setdefault(call, set()).update(people[entry.id, index] for index in undergoing(entry))
        of_entry[entry.id] = [*meetings, *of_entry[entry.id]]
    for entry in free:
        if not of_entry[entry.id]:
            who = {people[entry.id, index] for index in undergoing(entry)}
            named_here = (
                ("meetings", f"{entry.report} {bodies[entry.id, i][0].id}") for i in range(len(entry.facts.bodies))
            )
            of_entry[entry.id] = [call for call in named_here if who & over.get(call, set())]
    return names


def _shared_calls(of_entry: Mapping[str, list[Call]], calls: DisjointSets[Call]) -> set[Call]:
    """The leaders of calls that several entries name first."""
    first = Counter(calls.leader(named[0]) for named in of_entry.values() if named)
    return {call for call, entries in first.items() if entries > 1}


def _on_the_day(
    entries: Sequence[ActiveEntry],
    people: PersonIds,
    of_entry: Mapping[str, list[Call]],
    calls: DisjointSets[Call],
) -> Iterator[tuple[ActiveEntry, Call]]:
    """Entries of a day in which somebody stands who was refused a rally for it, with the day, where others were too; or
    in which people are held who had gathered.

    A refusal that names no day is for any day of its campaign.
    """
    days: dict[Call, list[str]] = {}
    for call, leader in calls.leaders().items():
        if call[0] == "day":
            days.setdefault(leader, []).append(call[1])
    refused: dict[tuple[str, str], set[str]] = {}
    refusals: dict[tuple[str, str], set[str]] = {}
    for entry in entries:
        acts = [act for act in entry.facts.acts if act.type in RALLY_PLANS]
        named = {act.next for act in acts if act.next}
        of_call = {day for call in of_entry[entry.id] for day in days.get(calls.leader(call), ())}
        for day in (named or of_call) if acts else ():
            refused.setdefault((entry.report, day), set()).update(_standing(entry, people, RALLY_PLANS))
            refusals.setdefault((entry.report, day), set()).add(entry.id)
    for entry in entries:
        if not entry.date or len(refusals.get((entry.report, entry.date), ())) < 2:
            continue
        held = "detention" in entry.types and entry.facts.has_matter("crowd")
        if held or _standing(entry, people) & refused[entry.report, entry.date]:
            yield entry, ("day", entry.date)


def _standing(entry: ActiveEntry, people: PersonIds, types: frozenset[ActType] | None = None) -> frozenset[str]:
    """Who does or undergoes an act of an entry, or one of these types."""
    acts = (act for act in entry.facts.acts if types is None or act.type in types)
    return frozenset(people[entry.id, p.index] for act in acts for p in (*act.to, *act.by) if p.kind == "person")
