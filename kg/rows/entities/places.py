"""Places, what they lie within, and where each is mentioned."""

from collections.abc import Sequence
from itertools import pairwise

from kg.entries.active import ActiveEntry
from kg.graph.value import Key
from kg.identity.bodies.places import places_up_from
from kg.identity.resolution import Resolution
from kg.rows.evidence import put_mentions
from kg.rows.tables import Tables


def put_places(tables: Tables, entries: Sequence[ActiveEntry], resolution: Resolution) -> None:
    """Put each entry's header places, each within the one before it, and ``LOCATED_IN`` the most specific."""
    for entry in entries:
        above: Key | None = None
        for index, place in enumerate(entry.facts.places):
            id = resolution.place[entry.id, index]
            if id in resolution.jurisdiction.gazetteer:
                node = put_gazetteer_place(tables, id, resolution)
                tables.put_node("Place", id, names=[place.name])
            else:
                node = tables.put_node("Place", id, name=place.name, names=[place.name], kind=place.kind)
                if above and above != node:
                    tables.put_relationship("PART_OF", node, above, entry.words_of_place(place))
            put_mentions(tables, entry, node, place.evidence)
            above = node
        if above:
            words = entry.words_of_place(entry.facts.places[-1])
            tables.put_relationship("LOCATED_IN", Key("Entry", entry.id), above, words)


def put_gazetteer_place(tables: Tables, id: str, resolution: Resolution) -> Key:
    """Put a place the pack knows, with all it lies within; the evidence of ``PART_OF`` is the pack."""
    chain = places_up_from(id, resolution.jurisdiction)
    if not chain:
        return Key("Place", id)  # not in the gazetteer: its entry has put it
    nodes = [
        tables.put_node("Place", p.id, name=p.name, names=list(p.names), kind=p.kind, lat=p.lat, lon=p.lon)
        for p in chain
    ]
    for inner, outer in pairwise(nodes):
        tables.put_relationship("PART_OF", inner, outer)
    return nodes[0]
