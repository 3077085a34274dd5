"""What comes out of a query on Neo4j: the same values as from the embedded store."""

from collections.abc import Mapping
from typing import Any

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time

from kg.stores import QueryRefused
from kg.stores.query_guard import WHOLE_PATH, WHOLE_THING


def plain(value: Any) -> Any:
    """A value of an answer: scalars, lists and maps, dates and times as ISO text.

    Raises ``QueryRefused`` for a node, a relationship, a path or a point.
    """
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Node | Relationship):
        raise QueryRefused(WHOLE_THING)
    if isinstance(value, Path):
        raise QueryRefused(WHOLE_PATH)
    if isinstance(value, Point):
        raise QueryRefused("The query returns a point. Return its coordinates, such as p.x and p.y.")
    if isinstance(value, Mapping):
        return {str(key): plain(v) for key, v in value.items()}
    if isinstance(value, Date | DateTime | Time):
        return value.to_native().isoformat()
    if isinstance(value, Duration):
        return value.iso_format()
    if isinstance(value, list | tuple | bytes | bytearray):
        return [plain(v) for v in value]
    return str(value)
