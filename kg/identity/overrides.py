"""What people decided put above what the rules found, kind by kind (``constraints``).

Each function takes the things that the rules found and returns those that hold, with the thing that the id of every
mention and of every thing leads to. A thing that has no mention left leads to the one with its earliest mention.
"""

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence, Set
from dataclasses import replace

from ingest.language.folding import fold
from ingest.vocabulary import RALLY_PLANS
from kg.decisions.judgements import Judgement
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey, body_mention_ids, place_mention_ids
from kg.graph.value import Key
from kg.identity.campaigns.campaigns import Campaign
from kg.identity.cases.cases import CaseOfEntry
from kg.identity.cases.finders.shared_facts import case_number
from kg.identity.constraints import RuledMention, override_things
from kg.identity.events import Events
from kg.identity.types import BodyKeys


def override_places(
    entries: Sequence[ActiveEntry], places: Mapping[MentionKey, str], judgements: Sequence[Judgement]
) -> tuple[dict[MentionKey, str], dict[str, str]]:
    """The places of headers; mentions of one spelling are parted together."""
    ids = place_mention_ids(entries)
    names = {(e.id, i): place.name for e in entries for i, place in enumerate(e.facts.places)}
    things, leads = _override({ids[m]: RuledMention(places[m], fold(names[m])) for m in ids}, judgements)
    return {mention: things[id] for mention, id in ids.items()}, leads


def override_bodies(
    entries: Sequence[ActiveEntry], bodies: BodyKeys, judgements: Sequence[Judgement]
) -> tuple[dict[MentionKey, tuple[Key, str | None]], dict[str, str]]:
    """Courts, facilities and organisations; one that is joined to another is where its own mention says."""
    ids = body_mention_ids(entries)
    names = {(e.id, i): body.name for e in entries for i, body in enumerate(e.facts.bodies)}
    things, leads = _override({ids[m]: RuledMention(bodies[m][0].id, fold(names[m])) for m in ids}, judgements)
    return {m: (Key(bodies[m][0].label, things[id]), bodies[m][1]) for m, id in ids.items()}, leads


def override_one_by_one(
    things: Mapping[MentionKey, str], ids: Mapping[MentionKey, str], judgements: Sequence[Judgement]
) -> tuple[dict[MentionKey, str], dict[str, str]]:
    """Acts, charges, sanctions and stays: each mention is parted alone."""
    decided, leads = _override({ids[m]: RuledMention(thing, ids[m]) for m, thing in things.items()}, judgements)
    return {mention: decided[ids[mention]] for mention in things}, leads


def override_accounts(events: Events, event: Mapping[MentionKey, str], different: Set[frozenset[str]]) -> Events:
    """Acts that are accounts of one event; those that a person said are one, or two, are no longer.

    ``event`` is the event of every mention once people have judged, ``different`` the pairs of things said to be two.
    """
    accounts: dict[MentionKey, MentionKey] = {}
    others: dict[str, list[str]] = defaultdict(list)
    for mention, first in events.accounts.items():
        own, earliest = event[mention], event[first]
        apart = any(frozenset((own, other)) in different for other in (earliest, *others[earliest]))
        if own != earliest and not apart:
            accounts[mention] = first
            others[earliest].append(own)
    return replace(events, accounts=accounts, contradicting=events.contradicting.intersection(accounts))


def override_cases(
    entries: Sequence[ActiveEntry], cases: Mapping[str, CaseOfEntry], judgements: Sequence[Judgement]
) -> tuple[dict[str, CaseOfEntry], dict[str, str]]:
    """Cases by entry id. An entry without a case has one when a person said whose case it is.

    Joined cases are a proceeding if one of them is, under the first number that one of their own entries names.
    """
    ids = _ids_of_entries("case", entries, cases, judgements)
    ruled = {id: RuledMention(cases[entry].id if entry in cases else id, id) for entry, id in ids.items()}
    things, leads = _override(ruled, judgements)
    members: dict[str, list[ActiveEntry]] = defaultdict(list)
    for entry in entries:
        if entry.id in ids:
            members[things[ids[entry.id]]].append(entry)
    joined = {thing: _case_of(thing, group, cases) for thing, group in members.items()}
    return {entry: joined[things[id]] for entry, id in ids.items()}, leads


def _case_of(thing: str, entries: Sequence[ActiveEntry], cases: Mapping[str, CaseOfEntry]) -> CaseOfEntry:
    # What is only spoken of is an incident.
    kinds = [cases[entry.id].kind for entry in entries if entry.id in cases] or ["incident"]
    kind = "proceeding" if "proceeding" in kinds else kinds[0]
    number = next((number for entry in entries if (number := case_number(entry))), None)
    return CaseOfEntry(thing, kind, number)


def override_campaigns(
    entries: Sequence[ActiveEntry], campaigns: Mapping[str, Campaign], judgements: Sequence[Judgement]
) -> tuple[dict[str, Campaign], dict[str, str]]:
    """Campaigns by entry id, joined ones with the days of both.

    An entry without a campaign has one when a person said which it is: with the days that its own words name.
    """
    ids = _ids_of_entries("campaign", entries, campaigns, judgements)
    none = {entry.id: Campaign(ids[entry.id], _days_named(entry), decided=True) for entry in entries if entry.id in ids}
    campaigns = {**none, **campaigns}
    things, leads = _override({id: RuledMention(campaigns[entry].id, id) for entry, id in ids.items()}, judgements)
    members: dict[str, list[Campaign]] = defaultdict(list)
    for entry, id in ids.items():
        members[things[id]].append(campaigns[entry])
    joined = {thing: _join_campaigns(thing, group) for thing, group in members.items()}
    return {entry: joined[things[id]] for entry, id in ids.items()}, leads


def _join_campaigns(thing: str, campaigns: Sequence[Campaign]) -> Campaign:
    days = sorted({day for campaign in campaigns for day in campaign.days})
    over = next((campaign.over for campaign in campaigns if campaign.over), "")
    return Campaign(thing, tuple(days), over, all(campaign.decided for campaign in campaigns))


def _days_named(entry: ActiveEntry) -> tuple[str, ...]:
    planned = [act.next for act in entry.facts.acts if act.type in RALLY_PLANS and act.next]
    return tuple(sorted({*planned, *(occasion.day for occasion in entry.facts.occasions)}))


def _ids_of_entries(
    prefix: str, entries: Sequence[ActiveEntry], things: Container[str], judgements: Sequence[Judgement]
) -> dict[str, str]:
    """The mention's id of every entry (by id) that is of a thing by the rules, or by what a person said."""
    said = {end for judgement in judgements if judgement.answer == "same" for end in (judgement.a, judgement.b)}
    ids = {entry.id: entry.mention_id(prefix) for entry in entries}
    return {entry: id for entry, id in ids.items() if entry in things or id in said}


def _override(
    mentions: Mapping[str, RuledMention], judgements: Sequence[Judgement]
) -> tuple[dict[str, str], dict[str, str]]:
    things = override_things(mentions, judgements)
    leads = dict(things)
    for id, mention in mentions.items():
        leads.setdefault(mention.thing, things[id])
    leads |= {thing: thing for thing in things.values()}
    return things, leads
