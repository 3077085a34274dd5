"""Relationships of the graph as lines of a network: those among some things, or between two."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from kg.graph.value import Key, Relationship
from kg.schema.schema import load_schema
from kg.stores import Store
from queries.entry_texts import ALL_ROWS


def read_lines(store: Store, keys: Collection[Key]) -> list[Relationship]:
    """All relationships whose two ends are among some things, sorted.

    They are looked for from their start: what many lines lead to, such as a city, leads to little itself.
    """
    by_label: dict[str, list[str]] = defaultdict(list)
    for key in dict.fromkeys(keys):
        by_label[key.label].append(key.id)
    found = [
        relationship
        for start in by_label
        for type, end in _leading_on(start, by_label)
        for relationship in _ask(store, type, (start, by_label[start]), (end, by_label[end]))
    ]
    return sorted(found, key=lambda relationship: relationship.key)


def read_between(store: Store, first: Key, second: Key) -> list[Relationship]:
    """The relationships between two things, in either direction, sorted."""
    return read_lines(store, (first, second))


def _leading_on(start: str, among: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The types of relationship that lead from a label to some labels."""
    ends = list(among)
    for type, kind in load_schema().relationships.items():
        yield from ((type, end) for end in ends if kind.joins(start, end))


def _ask(store: Store, type: str, starts: tuple[str, list[str]], ends: tuple[str, list[str]]) -> Iterator[Relationship]:
    (start, start_ids), (end, end_ids) = starts, ends
    key, other = load_schema().key_of(start), load_schema().key_of(end)
    asked = (
        f"UNWIND $starts AS id MATCH (a:{start})-[r:{type}]->(b:{end}) WHERE a.{key} = id AND b.{other} IN $ends "
        f"RETURN a.{key} AS start, b.{other} AS end, properties(r) AS known"
    )
    for a, b, known in store.query(asked, {"starts": start_ids, "ends": end_ids}, ALL_ROWS).rows:
        yield Relationship(type, Key(start, a), Key(end, b), without_nothing(known))


def without_nothing(known: dict[str, Any]) -> dict[str, Any]:
    """Properties without empty values, which an engine may give."""
    return {name: value for name, value in known.items() if value is not None}
