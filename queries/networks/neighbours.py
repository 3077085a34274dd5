"""What is around a thing: how much of each kind first, and then as much of one kind as is wanted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.graph.value import Key
from kg.schema.schema import load_schema
from kg.stores import Store
from queries.entry_texts import ALL_ROWS

Direction = Literal["out", "in"]


@dataclass(frozen=True)
class Way:
    """A way on from a thing: a type of relationship, its direction as seen from the thing, and what is at its end."""

    relationship: str
    direction: Direction
    kind: str


@dataclass(frozen=True)
class Neighbours:
    """Some of the keys at the end of a way, the newest first; ``total`` is how many there are in all."""

    keys: tuple[Key, ...]
    total: int


def ways_from(label: str) -> Iterator[Way]:
    """The ways on that the vocabulary allows from a kind of thing."""
    for name, relationship in load_schema().relationships.items():
        for ends in relationship.ends:
            start, _, end = ends.partition(" -> ")
            if start == label:
                yield Way(name, "out", end)
            if end == label:
                yield Way(name, "in", start)


def count_neighbours(store: Store, thing: Key) -> dict[Way, int]:
    """How many things are at the end of each way on from a thing; ways that lead nowhere are left out."""
    ways = list(dict.fromkeys(ways_from(thing.label)))
    # One question for all of them: asked one by one, they take seven times as long.
    asked = "\nUNION ALL\n".join(f"{_counting(thing, way)}, {i} AS way" for i, way in enumerate(ways))
    rows = store.query(asked, {"id": thing.id}).rows if ways else ()
    return {ways[way]: number for number, way in sorted(rows, key=lambda row: int(row[1])) if number}


def read_neighbours(store: Store, thing: Key, way: Way, most: int, skip: int = 0) -> Neighbours:
    """At most so many things at the end of a way, the newest first, without the first ``skip`` of them."""
    key = _key(way.kind)
    asked = f"""
        MATCH {_pattern(thing, way)} WHERE n.{_key(thing.label)} = $id
        WITH DISTINCT o, coalesce({", ".join(f"o.{name}" for name in _dates(way.kind))}) AS day
        RETURN o.{key} AS id, day ORDER BY day DESC, id SKIP $skip LIMIT $most"""
    rows = store.query(asked, {"id": thing.id, "most": most, "skip": skip}, ALL_ROWS).rows
    total = count_on(store, thing, way) if skip or len(rows) == most else len(rows)
    return Neighbours(tuple(Key(way.kind, row[0]) for row in rows), total)


def count_on(store: Store, thing: Key, way: Way) -> int:
    """How many things are at the end of one way."""
    ((number,),) = store.query(_counting(thing, way), {"id": thing.id}).rows
    return int(number)


def _counting(thing: Key, way: Way) -> str:
    return f"MATCH {_pattern(thing, way)} WHERE n.{_key(thing.label)} = $id RETURN count(DISTINCT o) AS number"


def _pattern(thing: Key, way: Way) -> str:
    left, right = ("-", "->") if way.direction == "out" else ("<-", "-")
    return f"(n:{thing.label}){left}[:{way.relationship}]{right}(o:{way.kind})"


def _key(label: str) -> str:
    return load_schema().key_of(label)


_NEWEST = ("date", "last_seen", "reported", "period_end")


def _dates(label: str) -> list[str]:
    """The properties by which things of a kind are put in order of time; their key where they have none."""
    known = load_schema().nodes[label].properties
    return [name for name in _NEWEST if name in known] + [f"{_key(label)}"]
