"""People, and where each is mentioned."""

from collections import Counter
from collections.abc import Sequence

from ingest.facts import Person
from kg.entries.active import ActiveEntry
from kg.identity.resolution import Resolution
from kg.rows.evidence import put_mentions
from kg.rows.tables import Tables


def put_people(tables: Tables, entries: Sequence[ActiveEntry], resolution: Resolution) -> None:
    """Put every ``Person`` under the fullest of its most used names, and ``MENTIONS``."""
    mentions: dict[str, list[tuple[ActiveEntry, Person]]] = {}
    for entry in entries:
        for index, person in enumerate(entry.facts.persons):
            mentions.setdefault(resolution.person[entry.id, index], []).append((entry, person))
    for id, seen in mentions.items():
        best = _fullest([person for _, person in seen])
        node = tables.put_node("Person", id, name=best.name, surname=best.surname, given=best.given, names=[best.name])
        for entry, person in seen:
            tables.put_node(
                "Person",
                id,
                names=[person.name],
                offices=[person.office] if person.office else [],
                occupations=[text for text, _ in person.occupations],
            )
            put_mentions(tables, entry, node, person.evidence, role=person.role)


def _fullest(persons: Sequence[Person]) -> Person:
    """The spelling with most letters in the given name among those used most often; the earliest of equals."""
    used = Counter(person.name for person in persons)
    return max(persons, key=lambda p: (_is_full(p), used[p.name], len(p.name)))


def _is_full(person: Person) -> bool:
    return bool(person.surname and person.given and len(person.given.split()[0].rstrip(".")) > 2)
