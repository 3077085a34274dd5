"""Groups without names: people who ask for asylum, and workers on strike."""

from collections.abc import Iterator
from itertools import combinations

from ingest.facts import Span
from kg.entries.active import ActiveEntry
from kg.identity.cases.context import CaseContext
from kg.identity.cases.evidence import words_for_header, words_for_matters
from kg.identity.cases.finders.shared_facts import Feature, match_first
from kg.identity.links import Match, match_entries
from kg.identity.types import BodyKeys


def find_groups(context: CaseContext) -> Iterator[Match]:
    """`Four Ruthenian activists who ask for asylum`: a group without names, in one report.

    One entry says that they seek asylum or may be sent back; the others say that, or that they were detained.
    """
    groups = list(_groups(context))
    abroad = {feature.key for feature in groups if feature.entry.facts.has_matter("asylum")}
    return match_first(feature for feature in groups if feature.key in abroad)


def _groups(context: CaseContext) -> Iterator[Feature]:
    for entry in context.entries:
        state = (*words_for_matters(entry, "asylum"), *words_for_matters(entry, "custody"))
        for matter in entry.facts.matters_of("group") if state else ():
            yield Feature((entry.report, matter.value), entry, (*matter.evidence.spans, *state), matter.value)


def find_strikes(context: CaseContext) -> Iterator[Match]:
    """Entries of one report and place that speak of a strike of workers.

    Not where each names firms or groups, and none of them is the other's: those are two strikes.
    """
    spoken: dict[tuple[str, str], list[ActiveEntry]] = {}
    for entry in context.entries:
        if entry.where and entry.facts.has_matter("strike"):
            spoken.setdefault((entry.report, entry.where), []).append(entry)
    for entries in spoken.values():
        for a, b in combinations(entries, 2):
            named, also = (_own_bodies(entry, context.bodies) for entry in (a, b))
            if not (named and also and named.isdisjoint(also)):
                yield match_entries(a, _words_of_strike(a), b, _words_of_strike(b), a.facts.places[-1].name)


def _words_of_strike(entry: ActiveEntry) -> Iterator[Span]:
    yield from words_for_header(entry)
    yield from words_for_matters(entry, "strike")


def _own_bodies(entry: ActiveEntry, bodies: BodyKeys) -> frozenset[str]:
    own = (i for i, body in enumerate(entry.facts.bodies) if body.kind == "organisation" and not body.generic)
    return frozenset(bodies[entry.id, i][0].id for i in own if entry.facts.bodies[i].type != "state")
