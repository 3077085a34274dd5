"""The graph as a value: sorted tables of nodes and relationships, each row with a digest.

Everything downstream (loading a store, the difference of two generations, checking, RDF) is a function of such a value
or of the difference of two. Rows are sorted by their keys, so equal graphs are equal tables and equal bytes.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import chain, pairwise
from typing import Any, NamedTuple, Protocol

import msgspec

from ingest.errors import KgError
from kg.system.digests import short_digest

Value = str | int | float | bool | list[str] | list[int]
Properties = Mapping[str, Value]

# Two relationships of one type between the same two nodes are one unless they differ in one of these properties
# (docs/design.md, "The vocabulary").
_IDENTIFYING = ("role", "kind", "as")
_IDENTIFYING_BY_TYPE = {"MENTIONS": ("start",), "CITES": ("start",)}


class Key(NamedTuple):
    """A node's label and the value of its key property."""

    label: str
    id: str


def digest_row(row: Any) -> str:
    """Sixteen hexadecimal digits of the SHA-256 of a row's canonical JSON (keys sorted)."""
    return short_digest(msgspec.json.encode(row, order="deterministic"))


@cache
def identifying_names(type: str) -> tuple[str, ...]:
    """The names of the properties that identify a relationship of a type, beside its two nodes."""
    return (*_IDENTIFYING, *_IDENTIFYING_BY_TYPE.get(type, ()))


@dataclass(frozen=True, slots=True)
class Node:
    """A node. ``properties`` holds the key property too, and no empty values."""

    label: str
    id: str
    properties: Properties

    @property
    def key(self) -> Key:
        """What identifies the node."""
        return Key(self.label, self.id)

    @property
    def digest(self) -> str:
        """Changes when anything of the row changes."""
        return digest_row([self.label, self.id, self.properties])


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship; the words it rests on are in ``properties['entries']`` and ``['spans']``."""

    type: str
    start: Key
    end: Key
    properties: Properties = field(default_factory=dict)

    @property
    def identifying(self) -> Properties:
        """The properties in which it differs from others of its type between the same two nodes."""
        names = identifying_names(self.type)
        return {name: self.properties[name] for name in names if name in self.properties}

    @property
    def key(self) -> tuple[str, ...]:
        """What identifies the relationship: type, ends and the identifying properties."""
        names, properties = identifying_names(self.type), self.properties
        own = [f"{name}={properties[name]}" for name in names if name in properties]
        return (self.type, *self.start, *self.end, *own)

    @property
    def digest(self) -> str:
        """Changes when anything of the row changes."""
        return digest_row([self.type, self.start, self.end, self.properties])


@dataclass(frozen=True)
class Graph:
    """Nodes sorted by label and id, relationships sorted by key. Make one with :func:`make_graph`."""

    nodes: tuple[Node, ...]
    relationships: tuple[Relationship, ...]

    @cached_property
    def by_key(self) -> dict[Key, Node]:
        """Every node under its key."""
        return {node.key: node for node in self.nodes}

    @cached_property
    def digest(self) -> str:
        """One digest for the whole graph."""
        rows: Iterator[Node | Relationship] = chain(self.nodes, self.relationships)
        whole = hashlib.sha256()
        for row in rows:
            whole.update(row.digest.encode())
        return whole.hexdigest()[:16]

    def __len__(self) -> int:
        """The number of rows."""
        return len(self.nodes) + len(self.relationships)


class GraphRows(Protocol):
    """A graph to iterate over, in memory or in files; rows are sorted as in :class:`Graph`, and ``len`` counts them."""

    @property
    def nodes(self) -> Iterable[Node]:
        """The nodes."""

    @property
    def relationships(self) -> Iterable[Relationship]:
        """The relationships."""

    def __len__(self) -> int:
        """The number of rows."""


def make_graph(nodes: Iterable[Node], relationships: Iterable[Relationship]) -> Graph:
    """Sort rows into a graph. Raises ``KgError`` when two rows share a key or a relationship lacks one of its nodes."""
    sorted_nodes = tuple(sorted(nodes, key=lambda node: node.key))
    sorted_relationships = tuple(sorted(relationships, key=lambda relationship: relationship.key))
    _refuse_duplicates("nodes", sorted_nodes)
    _refuse_duplicates("relationships", sorted_relationships)
    keys = {node.key for node in sorted_nodes}
    for relationship in sorted_relationships:
        if relationship.start not in keys or relationship.end not in keys:
            raise KgError(f"A {relationship.type} of the graph leads to a missing node; this is a bug in the build.")
    return Graph(sorted_nodes, sorted_relationships)


def count_labels(nodes: Iterable[Node]) -> Counter[str]:
    """How many nodes there are of each label."""
    return Counter(node.label for node in nodes)


def _refuse_duplicates(kind: str, rows: Sequence[Node | Relationship]) -> None:
    twice = next((a.key for a, b in pairwise(rows) if a.key == b.key), None)
    if twice:
        raise KgError(f"The graph has two {kind} with one key ({twice[0]}); this is a bug in the build.")
