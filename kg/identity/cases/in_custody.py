"""Harm in a closed institution told without the name of whoever suffers it: whose case of that place it belongs to."""

from collections.abc import Iterator, Mapping, Sequence

from kg.entries.active import ActiveEntry
from kg.graph.value import Key
from kg.identity.cases.proceedings import undergoing
from kg.identity.disjoint_sets import DisjointSets

_HARMS = frozenset({"death", "torture", "attack"})
_LOOKED_INTO = _HARMS | {"investigation"}
_HUNGER = frozenset({"hunger_strike"})


def find_harms_inside(
    entries: Sequence[ActiveEntry],
    bodies: Mapping[tuple[str, int], tuple[Key, str | None]],
    clusters: DisjointSets[str],
) -> Iterator[tuple[str, str]]:
    """A harm in a facility, or its investigation, of which an entry names no victim, with the one case of the report
    that tells a harm there of somebody; and so a hunger strike in a place; as pairs to join."""
    for of, also, at in ((_HARMS, _LOOKED_INTO, True), (_HUNGER, _HUNGER, False)):
        suffered: dict[tuple[str, str], dict[str, str]] = {}
        nameless: list[tuple[tuple[str, str], str]] = []
        for entry in entries:
            where = _facilities(entry, bodies) if at else frozenset(filter(None, [entry.where]))
            for place in sorted(where):
                if entry.types & of and undergoing(entry):
                    suffered.setdefault((entry.report, place), {})[clusters.leader(entry.id)] = entry.id
                elif entry.types & also and not undergoing(entry):
                    nameless.append(((entry.report, place), entry.id))
        for place_of_report, id in nameless:
            known = suffered.get(place_of_report, {})
            if len(known) == 1:
                yield next(iter(known.values())), id


def _facilities(entry: ActiveEntry, bodies: Mapping[tuple[str, int], tuple[Key, str | None]]) -> frozenset[str]:
    """The facilities that an entry names, each with a name of its own."""
    return frozenset(
        bodies[entry.id, index][0].id
        for index, body in enumerate(entry.facts.bodies)
        if body.kind == "facility" and not body.generic
    )
