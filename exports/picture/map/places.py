"""What an answer says of each place, and which places have coordinates."""

from dataclasses import dataclass, field

from exports.picture.answer import Answer
from exports.picture.captions import name_of
from exports.picture.choice.connections import Connections
from kg.graph.value import Key
from kg.schema.schema import Schema
from queries.drawings import Map


@dataclass
class Told:
    """The sum of the values of a place's rows, what they say, and the words they rest on."""

    key: Key
    name: str
    at: tuple[float, float] | None
    value: float = 0
    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def places_of(answer: Answer, spec: Map, connections: Connections, schema: Schema) -> tuple[list[Told], float]:
    """The places of an answer, those with most first, and the sum of the rows that have no place."""
    places: dict[Key, Told] = {}
    nowhere = 0.0
    for row in answer:
        keys = [key for key in row.keys(spec.place) if key in connections.graph.by_key]
        value = row.number(spec.value)
        if not keys:
            nowhere += value
        for key in keys:
            told = places.setdefault(key, _place(key, connections, schema))
            told.value += value
            told.lines.append("; ".join(row.said()))
            told.words += row.words
    return sorted(places.values(), key=lambda told: (-told.value, told.name, told.key)), nowhere


def _place(key: Key, connections: Connections, schema: Schema) -> Told:
    node = connections.graph.by_key[key]
    lon, lat = node.properties.get("lon"), node.properties.get("lat")
    known = isinstance(lon, (int, float)) and isinstance(lat, (int, float))
    # A country's point stands for no town; what is told of the whole country is listed.
    at = (float(str(lon)), float(str(lat))) if known and node.properties.get("kind") != "country" else None
    return Told(key, name_of(node, schema), at)
