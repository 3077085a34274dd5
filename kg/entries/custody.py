"""Who is held where, according to one entry.

Hours at a police station are an act at it, not a custody. A header that puts somebody behind a prison's name (`facility
AB-12/9, Orlan Timur, Article 174, …`) says that they are held there, whatever the entry goes on to tell.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.facts import Act, EntryFacts, Evidence
from ingest.vocabulary import ActType

_IN_CUSTODY: frozenset[ActType] = frozenset(
    {"remand", "sentence", "hunger_strike", "prison_conditions", "release", "torture", "death"}
)


@dataclass(frozen=True)
class Custody:
    """A person (position) held in a facility (position among the bodies), with the acts that say so.

    What words beside the facility tell has ``evidence`` of its own; so has what a person decided, which may state when
    (ISO) it began and ended.
    """

    person: int
    facility: int
    acts: tuple[Act, ...] = ()
    until: str | None = None
    since: str | None = None
    evidence: Evidence | None = None


def find_custodies(facts: EntryFacts) -> list[Custody]:
    """The custodies that the acts of an entry give, in the order of the acts, then those that only words tell."""
    only_prison = _only_prison(facts)
    acts: dict[tuple[int, int], list[Act]] = {}
    for act in facts.acts:
        facility = only_prison if act.type == "remand" and only_prison is not None else act.at
        if facility is not None and _is_custody(act, facility, facts):
            for person in _people_undergoing(act):
                acts.setdefault((person, facility), []).append(act)
    by_acts = [Custody(person, facility, tuple(of_both)) for (person, facility), of_both in acts.items()]
    return [*by_acts, *(custody for custody in _told(facts) if (custody.person, custody.facility) not in acts)]


def _told(facts: EntryFacts) -> Iterator[Custody]:
    for matter in facts.matters_of("held_at"):
        if matter.person is not None and matter.body is not None:
            yield Custody(matter.person, matter.body, evidence=matter.evidence)


def _only_prison(facts: EntryFacts) -> int | None:
    """The only prison that an entry names, if no act says where it happened: who is remanded is held there."""
    prisons = [i for i, body in enumerate(facts.bodies) if body.kind == "facility" and body.type != "police_station"]
    return prisons[0] if len(prisons) == 1 and all(act.at is None for act in facts.acts) else None


def _is_custody(act: Act, facility: int, facts: EntryFacts) -> bool:
    return act.type in _IN_CUSTODY and facts.bodies[facility].type != "police_station"


def _people_undergoing(act: Act) -> list[int]:
    return [party.index for party in act.to if party.kind == "person"]
