"""Facts that two entries of one case have in common, each enough by itself."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from ingest.facts import Span
from kg.entries.active import ActiveEntry
from kg.identity.cases.context import CaseContext
from kg.identity.links import Match, match_entries

# Acts that a body undergoes in an incident.
_DONE_TO_BODIES = frozenset(
    {"attack", "torture", "death", "threat", "search", "seizure", "investigation", "media_restriction"}
)
# The code under which a proceeding lasts longer than a month.
_LASTING = "CC"


@dataclass(frozen=True)
class Feature:
    """Something an entry tells: a key that entries of one case share, its words in the entry, and what it is called."""

    key: Hashable
    entry: ActiveEntry
    spans: tuple[Span, ...]
    name: str


def match_first(features: Iterable[Feature]) -> Iterator[Match]:
    """Tie each entry to the first that has the same key."""
    first_of: dict[Hashable, Feature] = {}
    for feature in features:
        first = first_of.setdefault(feature.key, feature)
        if first.entry.id != feature.entry.id:
            yield match_entries(first.entry, first.spans, feature.entry, feature.spans, feature.name)


def find_same_articles(context: CaseContext) -> Iterator[Match]:
    """One person under one article of a criminal code, in any report."""
    return match_first(_articles(context))


def _articles(context: CaseContext) -> Iterator[Feature]:
    for entry in context.entries:
        for charge in entry.facts.charges:
            if charge.person is None or charge.code != _LASTING:
                continue
            person = entry.facts.persons[charge.person]
            yield Feature(
                (context.people[entry.id, charge.person], charge.code, charge.article),
                entry,
                (person.evidence.spans[0], charge.evidence.spans[0]),
                f"{person.name}, {charge.code}:{charge.article}",
            )


def find_same_bodies(context: CaseContext) -> Iterator[Match]:
    """One body that undergoes an attack, a threat, a search or the like, in one report."""
    return match_first(_bodies_harmed(context))


def _bodies_harmed(context: CaseContext) -> Iterator[Feature]:
    for entry in context.entries:
        for act in entry.facts.acts:
            for party in act.to if act.type in _DONE_TO_BODIES else ():
                if party.kind == "body":
                    body = entry.facts.bodies[party.index]
                    key = (entry.report, context.bodies[entry.id, party.index][0].id)
                    yield Feature(key, entry, (act.evidence.spans[0], body.evidence.spans[0]), body.name)


def find_same_deaths(context: CaseContext) -> Iterator[Match]:
    """One person's death, in any report."""
    return match_first(_deaths(context))


def _deaths(context: CaseContext) -> Iterator[Feature]:
    for entry in context.entries:
        for act in entry.facts.acts:
            for party in act.to if act.type == "death" else ():
                if party.kind == "person":
                    person = entry.facts.persons[party.index]
                    spans = (person.evidence.spans[0], act.evidence.spans[0])
                    yield Feature(context.people[entry.id, party.index], entry, spans, person.name)
