"""Facts that two entries of one case have in common, each enough by itself."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from ingest.facts import Span
from ingest.vocabulary import RALLY_PLANS, VIOLENCE, ActType
from kg.entries.active import ActiveEntry
from kg.identity.cases.context import CaseContext
from kg.identity.cases.evidence import words_for_matters
from kg.identity.links import Match, match_entries

# Acts that a body undergoes in an incident.
_DONE_TO_BODIES: frozenset[ActType] = VIOLENCE | {"threat", "search", "seizure", "investigation", "media_restriction"}
# The code under which a proceeding lasts longer than a month.
_LASTING = "CC"


@dataclass(frozen=True)
class Feature:
    """Something an entry states: a key that entries of one case share, its words in the entry, and its name."""

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
    """One body that undergoes an attack, a threat, a search or similar, in one report."""
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


def find_same_numbers(context: CaseContext) -> Iterator[Match]:
    """One case number, in one report."""
    return match_first(_numbers(context))


def _numbers(context: CaseContext) -> Iterator[Feature]:
    for entry in context.entries:
        for matter in islice(entry.facts.matters_of("case_number"), 1):
            yield Feature((entry.report, matter.value), entry, matter.evidence.spans, matter.value)


def case_number(entry: ActiveEntry) -> str | None:
    """The number of a case that the entry names, the first of several."""
    return next((matter.value for matter in entry.facts.matters_of("case_number")), None)


def find_party_affairs(context: CaseContext) -> Iterator[Match]:
    """The founding or registration of one party, in one report."""
    return match_first(_parties(context))


def _parties(context: CaseContext) -> Iterator[Feature]:
    for entry in context.entries:
        if not _tells_party_affairs(entry):
            continue
        affairs = tuple(words_for_matters(entry, "party_affairs"))
        for index, body in enumerate(entry.facts.bodies):
            if body.kind == "organisation" and body.type != "state":
                key = (entry.report, context.bodies[entry.id, index][0].id)
                yield Feature(key, entry, (body.evidence.spans[0], *affairs), body.name)
        for name in entry.facts.matters_of("quoted_name"):
            key = (entry.report, name.value.lower())
            yield Feature(key, entry, (*name.evidence.spans, *affairs), name.value)


def _tells_party_affairs(entry: ActiveEntry) -> bool:
    """Whether an entry speaks of a party's registration: a rally's slogan may too, and refusals share a campaign."""
    if entry.types & RALLY_PLANS or entry.facts.occasions:
        return "registration" in entry.types
    return entry.facts.has_matter("party_affairs")
