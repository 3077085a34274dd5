"""Courts, facilities and organisations, and where each is mentioned."""

from collections.abc import Sequence

from kg.entries.active import ActiveEntry
from kg.entries.mentions import BODY_LABELS
from kg.graph.value import Key
from kg.identity.resolution import Resolution
from kg.rows.entities.places import put_gazetteer_place
from kg.rows.evidence import put_mentions
from kg.rows.tables import Tables


def put_bodies(tables: Tables, entries: Sequence[ActiveEntry], resolution: Resolution) -> None:
    """Put ``Organisation``, ``Court`` and ``Facility``, ``MENTIONS``, and ``LOCATED_IN`` where the place is known."""
    for entry in entries:
        for index, body in enumerate(entry.facts.bodies):
            key, place = resolution.body[entry.id, index]
            # A police department named as an organisation here may be a facility: its type is then not the node's kind.
            kind = body.type if BODY_LABELS[body.kind] == key.label else None
            node = tables.put_node(*key, name=body.name, names=[body.name], kind=kind)
            put_mentions(tables, entry, node, body.evidence)
            if place:
                put_gazetteer_place(tables, place, resolution)
                tables.put_relationship("LOCATED_IN", node, Key("Place", place), entry.words(body.evidence.spans[:1]))
