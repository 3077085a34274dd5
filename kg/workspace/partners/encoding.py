"""A partner's graph as the cache keeps it, so that its file is parsed once."""

from collections.abc import Mapping
from typing import Any

import msgspec

from kg.graph.value import Graph, Key, Node, Relationship
from kg.rdf.header import Header
from kg.rdf.stated import StatedGraph


class _Cached(msgspec.Struct, array_like=True, frozen=True):
    """Rows in the order of the graph."""

    nodes: list[tuple[str, str, dict[str, Any]]]
    relationships: list[tuple[str, tuple[str, str], tuple[str, str], dict[str, Any]]]
    former: dict[str, str]
    header: Header
    foreign: dict[str, int]


def encode_stated(stated: StatedGraph) -> bytes:
    """The bytes of a graph."""
    return msgspec.msgpack.encode(
        _Cached(
            [(n.label, n.id, dict(n.properties)) for n in stated.graph.nodes],
            [(r.type, r.start, r.end, dict(r.properties)) for r in stated.graph.relationships],
            dict(stated.former),
            stated.header,
            dict(stated.foreign),
        )
    )


def decode_stated(data: bytes) -> StatedGraph:
    """The graph again. Raises ``msgspec.DecodeError`` for what is none."""
    cached = msgspec.msgpack.decode(data, type=_Cached)
    keys: dict[tuple[str, str], Key] = {}

    def key(label: str, id: str) -> Key:
        return keys.setdefault((label, id), Key(label, id))

    nodes = tuple(Node(label, id, properties) for label, id, properties in cached.nodes)
    relationships = tuple(
        Relationship(type, key(*start), key(*end), properties) for type, start, end, properties in cached.relationships
    )
    former: Mapping[str, str] = cached.former
    return StatedGraph(Graph(nodes, relationships), former, cached.header, cached.foreign)
