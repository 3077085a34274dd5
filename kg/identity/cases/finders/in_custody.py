"""Harm in a closed institution without the victim's name: whose case of that place it belongs to."""

from collections.abc import Callable, Iterator

from ingest.vocabulary import VIOLENCE, ActType
from kg.entries.active import ActiveEntry
from kg.identity.cases.context import CaseContext
from kg.identity.cases.evidence import name_of_body, words_for_bodies, words_for_header, words_for_types
from kg.identity.cases.finders.proceedings import undergoing
from kg.identity.links import Match, match_entries
from kg.identity.types import BodyKeys

_LOOKED_INTO: frozenset[ActType] = VIOLENCE | {"investigation"}
_HUNGER: frozenset[ActType] = frozenset({"hunger_strike"})

Nameless = tuple[ActiveEntry, str, ActiveEntry]
"""An entry with a victim, the place of both, and an entry that names none."""


def find_harms_inside(context: CaseContext) -> Iterator[Match]:
    """A harm in a facility, or its investigation, of which an entry names no victim, with the one case of the report
    that reports harm done to somebody there."""
    bodies = context.bodies
    for named, place, nameless in _nameless(context, VIOLENCE, _LOOKED_INTO, lambda e: _facilities(e, bodies)):
        yield match_entries(
            named,
            [*words_for_bodies(named, bodies, {place}), *words_for_types(named, VIOLENCE)],
            nameless,
            [*words_for_bodies(nameless, bodies, {place}), *words_for_types(nameless, _LOOKED_INTO)],
            name_of_body(named, bodies, place),
        )


def find_hunger_strikes(context: CaseContext) -> Iterator[Match]:
    """A hunger strike of somebody without a name, with the one case of the report that has one in that place."""
    for named, _, nameless in _nameless(context, _HUNGER, _HUNGER, _place):
        yield match_entries(
            named,
            [*words_for_header(named), *words_for_types(named, _HUNGER)],
            nameless,
            [*words_for_header(nameless), *words_for_types(nameless, _HUNGER)],
            named.facts.places[-1].name,
        )


def _nameless(
    context: CaseContext,
    suffered: frozenset[str],
    types: frozenset[str],
    places_of: Callable[[ActiveEntry], frozenset[str]],
) -> Iterator[Nameless]:
    """Entries with an act of ``types`` and no victim, where one case alone has an act of ``suffered`` in that place."""
    cases: dict[tuple[str, str], dict[str, ActiveEntry]] = {}
    nameless: list[tuple[tuple[str, str], ActiveEntry]] = []
    for entry in context.entries:
        for place in sorted(places_of(entry)):
            if entry.types & suffered and undergoing(entry):
                cases.setdefault((entry.report, place), {})[context.clusters.leader(entry.id)] = entry
            elif entry.types & types and not undergoing(entry):
                nameless.append(((entry.report, place), entry))
    for at, entry in nameless:
        known = cases.get(at, {})
        if len(known) == 1:
            yield next(iter(known.values())), at[1], entry


def _place(entry: ActiveEntry) -> frozenset[str]:
    return frozenset({entry.where} if entry.where else ())


def _facilities(entry: ActiveEntry, bodies: BodyKeys) -> frozenset[str]:
    """The facilities that an entry names, each with a name of its own."""
    return frozenset(
        bodies[entry.id, index][0].id
        for index, body in enumerate(entry.facts.bodies)
        if body.kind == "facility" and not body.generic
    )
