"""Campaigns: what many cases arise from, such as a day of rallies."""

from collections.abc import Iterator, Sequence

from ingest.facts import Span
from ingest.vocabulary import ActType
from kg.entries.active import ActiveEntry
from kg.graph.value import Key
from kg.identity.campaigns.campaigns import Campaign
from kg.identity.resolution import Resolution
from kg.rows.tables import Tables

# Acts by which the authorities meet a rally, and the rally itself.
_ARISING: frozenset[ActType] = frozenset(
    [
        "assembly_refusal",
        "assembly_notice",
        "charge",
        "detention",
        "protest",
        "sentence",
        "threat",
        "attack",
        "seizure",
        "summons",
    ]
)


def put_campaigns(tables: Tables, entries: Sequence[ActiveEntry], resolution: Resolution) -> None:
    """Put ``Campaign``, and ``ARISES_FROM`` for the acts of its entries."""
    for entry in entries:
        campaign = resolution.campaign.get(entry.id)
        if campaign is None:
            continue
        node = tables.put_node("Campaign", campaign.id, title=_title(campaign))
        tables.widen_dates(node, entry.date)
        for index, span in _arising(entry, campaign):
            event = Key("Event", resolution.event[entry.id, index])
            tables.put_relationship("ARISES_FROM", event, node, entry.words([span]))


def _title(campaign: Campaign) -> str:
    if campaign.days:
        return f"Assemblies called for {', '.join(campaign.days)}"
    if campaign.over:
        return f"Meetings of {campaign.over}"
    return "Entries joined by a decision" if campaign.decided else "Assemblies under one topic"


def _arising(entry: ActiveEntry, campaign: Campaign) -> Iterator[tuple[int, Span]]:
    """Positions of the acts that arise from the campaign, each with the words that say so."""
    occasion = next((o.evidence.spans[0] for o in entry.facts.occasions if o.day in campaign.days), None)
    planned = any(act.next in campaign.days for act in entry.facts.acts)
    for index, act in enumerate(entry.facts.acts):
        if act.next in campaign.days:
            yield index, act.evidence.spans[0]
        elif (occasion or not planned) and act.type in _ARISING and act.date is None and act.next is None:
            # Where no words name the day, the act itself connects the entry with the call.
            yield index, occasion or act.evidence.spans[0]
