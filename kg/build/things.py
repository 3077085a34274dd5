"""People, bodies and places, and where each is mentioned."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from ingest.facts import Evidence, Person
from kg.build.tables import Tables
from kg.entries.active import ActiveEntry
from kg.entries.mentions import BODY_LABELS
from kg.graph.value import Key
from kg.identity.bodies.places import places_up_from
from kg.identity.resolution import Resolution


def put_people(tables: Tables, entries: Sequence[ActiveEntry], who: Resolution) -> None:
    """Put every ``Person`` under the fullest of its names that is used most, and ``MENTIONS``."""
    mentions: dict[str, list[tuple[ActiveEntry, Person]]] = {}
    for entry in entries:
        for index, person in enumerate(entry.facts.persons):
            mentions.setdefault(who.person[entry.id, index], []).append((entry, person))
    for id, seen in mentions.items():
        best = _fullest([person for _, person in seen])
        node = tables.put("Person", id, name=best.name, surname=best.surname, given=best.given, names=[best.name])
        for entry, person in seen:
            tables.put(
                "Person",
                id,
                names=[person.name],
                offices=[person.office] if person.office else [],
                occupations=[text for text, _ in person.occupations],
            )
            _mention(tables, entry, node, person.evidence, role=person.role)


def put_bodies(tables: Tables, entries: Sequence[ActiveEntry], who: Resolution) -> None:
    """Put ``Organisation``, ``Court`` and ``Facility``, ``MENTIONS``, and ``LOCATED_IN`` where the place is known."""
    for entry in entries:
        for index, body in enumerate(entry.facts.bodies):
            key, place = who.body[entry.id, index]
            # Of a police department called an organisation here the kind of facility is told elsewhere.
            kind = body.type if BODY_LABELS[body.kind] == key.label else None
            node = tables.put(*key, name=body.name, names=[body.name], kind=kind)
            _mention(tables, entry, node, body.evidence)
            if place:
                put_gazetteer_place(tables, place, who)
                tables.tie("LOCATED_IN", node, Key("Place", place), entry.words(body.evidence.spans[:1]))


def put_places(tables: Tables, entries: Sequence[ActiveEntry], who: Resolution) -> None:
    """Put each entry's header places, each within the one before it, and ``LOCATED_IN`` the most specific."""
    for entry in entries:
        above: Key | None = None
        for index, place in enumerate(entry.facts.places):
            id = who.place[entry.id, index]
            if id in who.jurisdiction.gazetteer:
                node = put_gazetteer_place(tables, id, who)
                tables.put("Place", id, names=[place.name])
            else:
                node = tables.put("Place", id, name=place.name, names=[place.name], kind=place.kind)
                if above and above != node:
                    tables.tie("PART_OF", node, above, entry.words(place.evidence.spans))
            _mention(tables, entry, node, place.evidence)
            above = node
        if above:
            spans = entry.facts.places[-1].evidence.spans
            tables.tie("LOCATED_IN", Key("Entry", entry.id), above, entry.words(spans))


def put_gazetteer_place(tables: Tables, id: str, who: Resolution) -> Key:
    """Put a place the pack knows, with all it lies within (``PART_OF``, known by the pack itself)."""
    chain = places_up_from(id, who.jurisdiction)
    if not chain:
        return Key("Place", id)  # one the gazetteer lacks: its entry has put it
    nodes = [
        tables.put("Place", p.id, name=p.name, names=list(p.names), kind=p.kind, lat=p.lat, lon=p.lon) for p in chain
    ]
    for inner, outer in pairwise(nodes):
        tables.tie("PART_OF", inner, outer)
    return nodes[0]


def _mention(tables: Tables, entry: ActiveEntry, thing: Key, evidence: Evidence, role: str | None = None) -> None:
    for span in evidence.spans:
        surface = entry.facts.entry.text[span.start : span.end]
        tables.tie(
            "MENTIONS", Key("Entry", entry.id), thing, (), surface=surface, start=span.start, end=span.end, role=role
        )


def _fullest(persons: Sequence[Person]) -> Person:
    """The spelling with most letters in the given name among those used most often; the earliest of equals."""
    used = Counter(person.name for person in persons)
    return max(persons, key=lambda p: (_is_full(p), used[p.name], len(p.name)))


def _is_full(person: Person) -> bool:
    return bool(person.surname and person.given and len(person.given.split()[0].rstrip(".")) > 2)
