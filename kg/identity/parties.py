"""Against whom an act is, after identity."""

from ingest.facts import Act
from kg.entries.active import ActiveEntry
from kg.identity.types import BodyKeys, PersonIds


def parties_of(entry: ActiveEntry, act: Act, people: PersonIds, bodies: BodyKeys) -> tuple[str, ...]:
    """The ids of those an act was done to, sorted."""
    return tuple(
        sorted(people[entry.id, p.index] if p.kind == "person" else bodies[entry.id, p.index][0].id for p in act.to)
    )
