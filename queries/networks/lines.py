"""Relationships of the graph as lines of a network: those among some things, or between two."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from kg.graph.value import Key, Relationship
from kg.schema.schema import load_schema
from kg.stores import Store
from queries.entry_texts import ALL_ROWS


def read_lines(store: Store, keys: Collection[Key]) -> list[Relationship]:
    """All relationships whose two ends are among some things, sorted."""
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


_FEW = ("Charge", "Sanction", "Stay", "Event", "Entry", "Case")
"""Kinds of thing that few lines lead from and to, the fewest first."""


def _ask(store: Store, type: str, starts: tuple[str, list[str]], ends: tuple[str, list[str]]) -> Iterator[Relationship]:
    """The relationships of a type from things of one kind to things of another, each with the ids of some of them.

    They are looked for from the end that has fewer: who is targeted most has a thousand acts, an act a few people. What
    many lines lead to, such as a city, leads to little itself.
    """
    (start, start_ids), (end, end_ids) = starts, ends
    key, other = load_schema().key_of(start), load_schema().key_of(end)
    # The embedded engine begins with the first thing of a pattern.
    if _few(end) < _few(start):
        asked = (
            f"UNWIND $ends AS id MATCH (b:{end})<-[r:{type}]-(a:{start}) WHERE b.{other} = id AND a.{key} IN $starts"
        )
    else:
        asked = (
            f"UNWIND $starts AS id MATCH (a:{start})-[r:{type}]->(b:{end}) WHERE a.{key} = id AND b.{other} IN $ends"
        )
    asked += f" RETURN a.{key} AS start, b.{other} AS end, properties(r) AS known"
    rows = store.query(asked, {"starts": start_ids, "ends": end_ids}, ALL_ROWS).rows
    for a, b, properties in rows:
        yield Relationship(type, Key(start, a), Key(end, b), without_nothing(properties))


def _few(label: str) -> int:
    return _FEW.index(label) if label in _FEW else len(_FEW)


def without_nothing(known: dict[str, Any]) -> dict[str, Any]:
    """Properties without empty values, which an engine may give."""
    return {name: value for name, value in known.items() if value is not None}
