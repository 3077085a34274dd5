"""Stays: one custody of one person in one facility."""

from collections.abc import Iterator, Sequence

from ingest.facts import Act
from kg.building.tables import Tables
from kg.building.words import record, spans_of
from kg.graph import Key
from kg.identity.resolution import Resolution
from kg.told import Told

_IN_CUSTODY = frozenset({"remand", "sentence", "hunger_strike", "prison_conditions", "release", "torture", "death"})


def put_stays(tables: Tables, told: Sequence[Told], who: Resolution) -> dict[str, str]:
    """Put ``Stay``, ``IN_CUSTODY``, ``AT``, ``IN_CASE`` and ``RECORDS``: one person held in one facility.

    Hours at a police station are an act at it, not a stay.
    """
    ids: dict[str, str] = {}
    first: dict[tuple[str, Key], Key] = {}
    for entry in told:
        for act, facility in _custodies(entry):
            place = who.body[entry.id, facility][0]
            for party in act.to:
                if party.kind != "person":
                    continue
                person = who.person[entry.id, party.index]
                id = entry.mention_id("stay", entry.facts.persons[party.index].name, entry.facts.bodies[facility].name)
                node = first.setdefault((person, place), Key("Stay", id))
                ids[id] = node.id
                words = spans_of(entry, party, act) + list(entry.facts.bodies[facility].evidence.spans[:1])
                tables.put("Stay", node.id, until=(act.date or entry.date) if act.type == "release" else None)
                tables.seen(node, entry.date)
                tables.tie("IN_CUSTODY", Key("Person", person), node, entry.words(words))
                tables.tie("AT", node, place, entry.words(entry.facts.bodies[facility].evidence.spans[:1]))
                record(tables, entry, node, entry.facts.bodies[facility].evidence)
                if entry.id in who.case:
                    tables.tie("IN_CASE", node, Key("Case", who.case[entry.id].id), entry.words(words))
    return ids


def _custodies(entry: Told) -> Iterator[tuple[Act, int]]:
    bodies = entry.facts.bodies
    prisons = [i for i, body in enumerate(bodies) if body.kind == "facility" and body.type != "police_station"]
    for act in entry.facts.acts:
        # Who is remanded is held in the only prison that the entry names, if nothing else is told to happen there.
        alone = len(prisons) == 1 and act.type == "remand" and all(a.at is None for a in entry.facts.acts)
        at = prisons[0] if alone else act.at
        if at is not None and act.type in _IN_CUSTODY and bodies[at].type != "police_station":
            yield act, at
