"""Which custodies told are one stay: one person held in one facility.

Hours at a police station are an act at it, not a stay.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.facts import Act
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey
from kg.graph.value import Key

_IN_CUSTODY = frozenset({"remand", "sentence", "hunger_strike", "prison_conditions", "release", "torture", "death"})


@dataclass(frozen=True)
class Custody:
    """A person (position) whom the acts of an entry tell held in a facility (position among the bodies)."""

    person: int
    facility: int
    acts: tuple[Act, ...]


def custodies_of(entry: ActiveEntry) -> list[Custody]:
    """Who is held where, in the order of the acts; a stay's mention is a position in this list.

    Who is remanded is held in the only prison that the entry names, if nothing is told to happen anywhere.
    """
    facts = entry.facts
    prisons = [i for i, body in enumerate(facts.bodies) if body.kind == "facility" and body.type != "police_station"]
    only = prisons[0] if len(prisons) == 1 and all(act.at is None for act in facts.acts) else None
    acts: dict[tuple[int, int], list[Act]] = {}
    for act in facts.acts:
        at = only if act.type == "remand" and only is not None else act.at
        if at is not None and act.type in _IN_CUSTODY and facts.bodies[at].type != "police_station":
            for party in act.to:
                if party.kind == "person":
                    acts.setdefault((party.index, at), []).append(act)
    return [Custody(person, facility, tuple(telling)) for (person, facility), telling in acts.items()]


def stay_mention_ids(entries: Sequence[ActiveEntry]) -> dict[MentionKey, str]:
    """The ids of the custodies told, from who is held and where."""
    ids = {}
    for entry in entries:
        seen: Counter[tuple[str, str]] = Counter()
        for index, custody in enumerate(custodies_of(entry)):
            names = (entry.facts.persons[custody.person].name, entry.facts.bodies[custody.facility].name)
            ids[entry.id, index] = entry.mention_id("stay", *names, *([seen[names]] if seen[names] else []))
            seen[names] += 1
    return ids


def resolve_stays(
    entries: Sequence[ActiveEntry],
    ids: Mapping[MentionKey, str],
    people: Mapping[MentionKey, str],
    bodies: Mapping[MentionKey, tuple[Key, str | None]],
) -> dict[MentionKey, str]:
    """The stay of every mention: the id of its earliest one."""
    first_of: dict[tuple[str, Key], str] = {}
    stays = {}
    for entry in entries:
        for index, custody in enumerate(custodies_of(entry)):
            same = (people[entry.id, custody.person], bodies[entry.id, custody.facility][0])
            stays[entry.id, index] = first_of.setdefault(same, ids[entry.id, index])
    return stays
