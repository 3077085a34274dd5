"""Which entries share a campaign: rallies called for one day or for days that one act names together.

People refused rallies for the same day share a campaign, and are not tried together (design, rule 5). A campaign is at
least two entries of one report that plan a rally for one of its days, or tie their news to it. Its id is made from its
days, so that two reports that tell of the same days tell of one campaign.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.identity.clusters import Clusters
from kg.told import Told, thing_id

PLANNED = frozenset({"assembly_refusal", "assembly_notice"})


@dataclass(frozen=True)
class Campaign:
    """A campaign: its id, and the days it was called for, sorted."""

    id: str
    days: tuple[str, ...]


def resolve_campaigns(told: Sequence[Told]) -> dict[str, Campaign]:
    """The campaign of every entry that has one, by entry id; of several, that of the entry's first day."""
    days: Clusters[str] = Clusters()
    of_entry: dict[str, list[str]] = {}
    for entry in told:
        named = of_entry[entry.id] = list(_days(entry))
        planned = [act.next for act in entry.facts.acts if act.type in PLANNED and act.next]
        for day in named:
            days.add(day)
        for day in planned[1:]:
            days.join(planned[0], day)
    leaders = days.leaders()
    entries_of: dict[str, set[str]] = {}
    for id, named in of_entry.items():
        for day in named[:1]:
            entries_of.setdefault(leaders[day], set()).add(id)
    campaigns = {}
    for leader, entries in entries_of.items():
        if len(entries) > 1:
            together = tuple(sorted(day for day, at in leaders.items() if at == leader))
            campaign = Campaign(thing_id("campaign", "assemblies", *together), together)
            campaigns.update(dict.fromkeys(entries, campaign))
    return campaigns


def _days(entry: Told) -> Iterator[str]:
    yield from (act.next for act in entry.facts.acts if act.type in PLANNED and act.next)
    yield from (occasion.day for occasion in entry.facts.occasions)
