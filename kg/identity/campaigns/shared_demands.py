"""Protests in several places against one thing: pickets that nobody called for a day, and that answer one another."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ingest.vocabulary import RALLY_PLANS
from kg.entries.active import ActiveEntry
from kg.identity.cases.proceedings import days_between
from kg.identity.cases.rare_words import rare_words

_WITHIN = 7


def find_common_causes(entries: Sequence[ActiveEntry]) -> Iterator[tuple[str, str]]:
    """Entries of one report that tell within a week of protests in two places about one thing, as pairs.

    About one thing are protests of which a rare word tells what they are for or against. Two of one place are one
    protest told twice, or two: that tells no campaign.
    """
    rare = rare_words(entries)
    causes: dict[str, list[tuple[ActiveEntry, frozenset[str]]]] = {}
    for entry in entries:
        if entry.where and entry.facts.has_matter("street_protest") and not entry.types & RALLY_PLANS:
            causes.setdefault(entry.report, []).append((entry, _cause(entry, rare)))
    for of_report in causes.values():
        for (a, cause), (b, other) in combinations(of_report, 2):
            if cause & other and a.where != b.where and days_between(a.date, b.date) <= _WITHIN:
                yield a.id, b.id


def _cause(entry: ActiveEntry, rare: Mapping[str, frozenset[str]]) -> frozenset[str]:
    stems = (stem for matter in entry.facts.matters_of("protest_cause") for stem in matter.stems)
    return frozenset(stems) & rare[entry.id]
