"""The answers of the rules, kind by kind, once people have judged (``constraints``).

Each function takes what the rules answered and gives the answer that holds, with where the id of every mention and of
every thing leads; a thing of the rules that has no mention left leads to the one that has its earliest.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from ingest.language.folding import fold
from kg.decisions.judgements import Judgement
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey, body_mention_ids, place_mention_ids
from kg.graph.value import Key
from kg.identity.campaigns.campaigns import Campaign
from kg.identity.cases.cases import CaseOfEntry
from kg.identity.cases.features import case_number
from kg.identity.constraints import Settled, settle
from kg.identity.events import Events

Bodies = Mapping[MentionKey, tuple[Key, str | None]]


def override_places(
    entries: Sequence[ActiveEntry], places: Mapping[MentionKey, str], judgements: Sequence[Judgement]
) -> tuple[dict[MentionKey, str], dict[str, str]]:
    """The places of headers; what is told of a place counts by its spelling."""
    ids = place_mention_ids(entries)
    names = {(e.id, i): place.name for e in entries for i, place in enumerate(e.facts.places)}
    settled, leads = _judge({ids[m]: Settled(places[m], fold(names[m])) for m in ids}, judgements)
    return {mention: settled[id] for mention, id in ids.items()}, leads


def override_bodies(
    entries: Sequence[ActiveEntry], bodies: Bodies, judgements: Sequence[Judgement]
) -> tuple[dict[MentionKey, tuple[Key, str | None]], dict[str, str]]:
    """Courts, facilities and organisations; one that is joined to another is where its own mention says."""
    ids = body_mention_ids(entries)
    names = {(e.id, i): body.name for e in entries for i, body in enumerate(e.facts.bodies)}
    settled, leads = _judge({ids[m]: Settled(bodies[m][0].id, fold(names[m])) for m in ids}, judgements)
    return {m: (Key(bodies[m][0].label, settled[id]), bodies[m][1]) for m, id in ids.items()}, leads


def override_one_by_one(
    things: Mapping[MentionKey, str], ids: Mapping[MentionKey, str], judgements: Sequence[Judgement]
) -> tuple[dict[MentionKey, str], dict[str, str]]:
    """Acts, charges, measures, stays: each mention is parted alone."""
    settled, leads = _judge({ids[m]: Settled(thing, ids[m]) for m, thing in things.items()}, judgements)
    return {mention: settled[ids[mention]] for mention in things}, leads


def override_accounts(events: Events, event: Mapping[MentionKey, str], different: Set[frozenset[str]]) -> Events:
    """Acts that are accounts of one happening; those that a person said are one, or two, are no longer.

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
    """Cases by entry; joined ones are a proceeding if one of them is, under the first number
    that one of its own entries names."""
    ids = {entry.id: entry.mention_id("case") for entry in entries if entry.id in cases}
    settled, leads = _judge({id: Settled(cases[e].id, id) for e, id in ids.items()}, judgements)
    members: dict[str, list[ActiveEntry]] = defaultdict(list)
    for entry in entries:
        if entry.id in ids:
            members[settled[ids[entry.id]]].append(entry)
    joined = {}
    for thing, group in members.items():
        kinds = [cases[entry.id].kind for entry in group]
        kind = "proceeding" if "proceeding" in kinds else kinds[0]
        number = next((number for entry in group if (number := case_number(entry))), None)
        joined[thing] = CaseOfEntry(thing, kind, number)
    return {entry: joined[settled[id]] for entry, id in ids.items()}, leads


def override_campaigns(
    entries: Sequence[ActiveEntry], campaigns: Mapping[str, Campaign], judgements: Sequence[Judgement]
) -> tuple[dict[str, Campaign], dict[str, str]]:
    """Campaigns by entry; joined ones are called for the days of both."""
    ids = {entry.id: entry.mention_id("campaign") for entry in entries if entry.id in campaigns}
    settled, leads = _judge({id: Settled(campaigns[e].id, id) for e, id in ids.items()}, judgements)
    days: dict[str, set[str]] = defaultdict(set)
    for entry, id in ids.items():
        days[settled[id]].update(campaigns[entry].days)
    return {
        e: replace(campaigns[e], id=settled[id], days=tuple(sorted(days[settled[id]]))) for e, id in ids.items()
    }, leads


def _judge(mentions: Mapping[str, Settled], judgements: Sequence[Judgement]) -> tuple[dict[str, str], dict[str, str]]:
    settled = settle(mentions, judgements)
    leads = dict(settled)
    for id, mention in mentions.items():
        leads.setdefault(mention.thing, settled[id])
    leads |= {thing: thing for thing in settled.values()}
    return settled, leads
