"""The shortest paths between two things, through relationships of chosen types."""

from collections.abc import Collection
from dataclasses import dataclass

from ingest.errors import KgError
from kg.graph.value import Key
from kg.schema.schema import load_schema
from kg.stores import Store
from queries.entry_texts import ALL_ROWS

_LONGEST = 6
"""Relationships on a path, at most."""

_DOCUMENTS = frozenset({"Entry", "Report", "Source"})
"""Being named in one entry is no connection."""


@dataclass(frozen=True)
class Way:
    """A path: the things on it, from one end to the other."""

    things: tuple[Key, ...]


def path_types() -> tuple[str, ...]:
    """The types of relationship that a path may lead through: those between things and facts, not of documents."""
    return tuple(
        name
        for name, kind in load_schema().relationships.items()
        if not any(ends.partition(" -> ")[0] in _DOCUMENTS for ends in kind.ends)
        or any(ends.partition(" -> ")[0] not in _DOCUMENTS for ends in kind.ends)
    )


def find_paths(store: Store, start: Key, end: Key, types: Collection[str], most: int) -> list[Way]:
    """At most so many of the paths with the fewest steps, through the types that the vocabulary calls connections.

    With ``types``, through these alone. Raises ``KgError`` for a type that no path leads through.
    """
    if unknown := sorted(set(types) - set(path_types())):
        raise KgError(f"No path leads through '{unknown[0]}'. Choose among {', '.join(path_types())}.")
    if start == end:
        raise KgError("Choose two different things.")
    through = "|".join(sorted(types) or load_schema().connecting())
    schema = load_schema()
    asked = f"""
        MATCH way = allShortestPaths((a:{start.label})-[:{through}*..{_LONGEST}]-(b:{end.label}))
        WHERE a.{schema.key_of(start.label)} = $start AND b.{schema.key_of(end.label)} = $end
        WITH [n IN nodes(way) | labels(n)[0]] AS kinds, [n IN nodes(way) | n.id] AS ids
        WHERE none(kind IN kinds WHERE kind IN $documents)
        RETURN kinds, ids ORDER BY ids LIMIT $most"""
    given = {"start": start.id, "end": end.id, "documents": sorted(_DOCUMENTS), "most": most}
    rows = store.query(asked, given, ALL_ROWS).rows
    return [Way(tuple(map(Key, kinds, ids))) for kinds, ids in rows]
