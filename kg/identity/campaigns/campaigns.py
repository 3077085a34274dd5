"""Which entries share a campaign: many separate cases that one call or one gathering gave rise to (design, rule 5).

People refused rallies for the same day share a campaign, and are not tried together. A campaign is at least two entries
of one report, and either

- rallies called for one day, for days that one entry plans together, or under one topic, with what else is said to have
  to do with them: a refusal that names neither, in a place where one campaign plans a rally within days; and what
  somebody undergoes or does on the day for which they were refused a rally, and others are mentioned; or
- persecution for taking part in the meetings of one body.

The id of rallies is made from their days, so that two reports about the same days give one campaign.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from kg.entries.active import ActiveEntry
from kg.entries.ids import thing_id
from kg.identity.campaigns.context import Answer, Call, CampaignContext
from kg.identity.campaigns.rules import CAMPAIGN_STAGES
from kg.identity.links import Link, RefusedLink, make_link, match_entries
from kg.identity.types import BodyKeys, PersonIds

Given = tuple[str, Answer]
"""An answer to a call, and the name of the rule that found it."""


@dataclass(frozen=True)
class Campaign:
    """A campaign: its id, the days it was called for, sorted, and the body over whose meetings it is, if it is that.

    ``decided``: no rule found it, a decision made it.
    """

    id: str
    days: tuple[str, ...]
    over: str = ""
    decided: bool = False


@dataclass(frozen=True)
class Campaigns:
    """The campaign of every entry that has one, by entry id, and the links that made entries one campaign."""

    of_entry: Mapping[str, Campaign]
    links: tuple[Link, ...]


def resolve_campaigns(
    entries: Sequence[ActiveEntry],
    people: PersonIds,
    bodies: BodyKeys,
    refused: Sequence[RefusedLink] = (),
    first_told: Mapping[str, str] = MappingProxyType({}),
) -> Campaigns:
    """Decide which entries share a campaign: stage by stage, find the calls that entries answer, then take them.

    Of several calls, the first counts. Links that people ``refused`` are not made. ``first_told`` has the entries (ids)
    that tell again what another tells.
    """
    context = CampaignContext(entries, people, bodies, first_told)
    apart = {(r.rule, frozenset((r.a, r.b))) for r in refused if r.kind == "Campaign"}
    taken: dict[Call, list[Given]] = {}
    for stage in CAMPAIGN_STAGES:
        found = [(rule.name, answer) for rule in stage.rules for answer in rule.find(context)]
        for name, answer in found:
            context.calls.add(answer.call)
            before = taken.setdefault(answer.call, [])
            if not any((name, frozenset((answer.entry.id, other.entry.id))) in apart for _, other in before):
                before.append((name, answer))
                context.take(answer)
    campaigns = _campaigns(context, taken)
    return Campaigns(campaigns, tuple(_links(context, campaigns, taken)))


def _campaigns(context: CampaignContext, taken: Mapping[Call, Sequence[Given]]) -> dict[str, Campaign]:
    """Campaigns of at least two entries, by entry id."""
    leaders = context.calls.leaders()
    entries_of: dict[Call, list[str]] = {}
    for entry in context.entries:
        for call in context.calls_of(entry)[:1]:
            entries_of.setdefault(leaders[call], []).append(entry.id)
    campaigns: dict[str, Campaign] = {}
    for leader, ids in entries_of.items():
        if len({context.telling(id) for id in ids}) > 1:
            together = [call for call, at in leaders.items() if at == leader]
            campaigns.update(dict.fromkeys(ids, _campaign(together, taken[leader])))
    return campaigns


def _campaign(calls: Sequence[Call], answers: Sequence[Given]) -> Campaign:
    days = sorted(what for kind, what in calls if kind == "day")
    if days:
        return Campaign(thing_id("campaign", "assemblies", *days), tuple(days))
    over = next((answer.name for _, answer in answers if answer.call[0] == "meetings"), "")
    return Campaign(thing_id("campaign", *sorted(f"{kind} {what}" for kind, what in calls)), (), over)


def _links(
    context: CampaignContext, campaigns: Mapping[str, Campaign], taken: Mapping[Call, Sequence[Given]]
) -> Iterator[Link]:
    """A link from each entry that answers a call to its peer, or to the first that answers it."""
    order = {entry.id: place for place, entry in enumerate(context.entries)}
    links: dict[tuple[str, str, str], Link] = {}
    for call, answers in taken.items():
        counting = [given for given in answers if _counts(given[1], call, context, campaigns)]
        for rule, answer in counting:
            other = _peer(answer, counting)
            if other.entry.id != answer.entry.id:
                match = match_entries(other.entry, other.spans, answer.entry, answer.spans, answer.name)
                link = make_link("Campaign", rule, match, order)
                links.setdefault((link.a, link.b, rule), link)
    yield from links.values()


def _counts(answer: Answer, call: Call, context: CampaignContext, campaigns: Mapping[str, Campaign]) -> bool:
    """Whether an answer is of the campaign that the entry belongs to."""
    if answer.entry.id not in campaigns:
        return False
    first = context.calls_of(answer.entry)[0]
    return context.calls.leader(first) == context.calls.leader(call)


def _peer(answer: Answer, answers: Iterable[Given]) -> Answer:
    """The answer of the entry whose words were compared; where none was, the first."""
    given = [other for _, other in answers]
    return next((other for other in given if other.entry.id == answer.peer), given[0])
