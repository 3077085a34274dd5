"""The shortest paths between two things, through relationships of chosen types."""

from collections.abc import Collection
from dataclasses import dataclass

from ingest.errors import KgError
from kg.graph.value import Key
from kg.schema.schema import load_schema
from kg.stores import Store
from queries.entry_texts import ALL_ROWS
from queries.networks.nodes import find_keys

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
    if {start.label, end.label} & _DOCUMENTS:
        raise KgError("Choose two things. Being named in one document is no connection.")
    through = "|".join(sorted(types) or load_schema().connecting())
    asked = f"""
        MATCH way = allShortestPaths((a:{start.label})-[:{through}*..{_LONGEST}]-(b:{end.label}))
        WHERE a.id = $start AND b.id = $end AND a.id <> b.id
          AND none(n IN nodes(way) WHERE n:Entry OR n:Report OR n:Source)
        RETURN [n IN nodes(way) | n.id] AS ids ORDER BY ids LIMIT $most"""
    rows = store.query(asked, {"start": start.id, "end": end.id, "most": most}, ALL_ROWS).rows
    keys = find_keys(store, (id for (ids,) in rows for id in ids))
    return [Way(tuple(keys[id] for id in ids)) for (ids,) in rows]
