"""The graph as a value: sorted tables of nodes and relationships, each row with a digest.

Everything downstream (loading a store, the difference of two generations, checking, RDF) is a function of such a value
or of the difference of two. Rows are sorted by their keys, so equal graphs are equal tables and equal bytes.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import msgspec

from ingest.errors import KgError

Value = str | int | float | bool | list[str] | list[int]
Properties = Mapping[str, Value]

# What tells two relationships of one type between the same two nodes apart (docs/design: "a relationship is one by
# type, from, to and role (or kind, as; MENTIONS and CITES by start too)").
TELLING = ("role", "kind", "as")
TELLING_BY_POSITION = {"MENTIONS": ("start",), "CITES": ("start",)}


class Key(NamedTuple):
    """A node's label and the value of its key property."""

    label: str
    id: str


def digest_of(row: Any) -> str:
    """Sixteen hexadecimal digits of the SHA-256 of a row's canonical JSON (keys sorted)."""
    return hashlib.sha256(msgspec.json.encode(row, order="deterministic")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Node:
    """One thing. ``properties`` holds the key property too, and no empty values."""

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
        return digest_of([self.label, self.id, self.properties])


@dataclass(frozen=True, slots=True)
class Relationship:
    """One tie between two nodes, with what it rests on in ``properties['entries']`` and ``['spans']``."""

    type: str
    start: Key
    end: Key
    properties: Properties = field(default_factory=dict)

    @property
    def told_by(self) -> Properties:
        """The properties that tell it from others of its type between the same two nodes."""
        telling = (*TELLING, *TELLING_BY_POSITION.get(self.type, ()))
        return {name: self.properties[name] for name in telling if name in self.properties}

    @property
    def key(self) -> tuple[str, ...]:
        """What identifies the relationship: type, ends, and what tells it from others between them."""
        return (self.type, *self.start, *self.end, *(f"{name}={value}" for name, value in self.told_by.items()))

    @property
    def digest(self) -> str:
        """Changes when anything of the row changes."""
        return digest_of([self.type, self.start, self.end, self.properties])


@dataclass(frozen=True)
class Graph:
    """Nodes sorted by label and id, relationships sorted by key. Make one with :func:`graph_of`."""

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
    """A graph to be gone through, in memory or in files: its rows sorted as in :class:`Graph`; its length is theirs."""

    @property
    def nodes(self) -> Iterable[Node]:
        """The nodes."""

    @property
    def relationships(self) -> Iterable[Relationship]:
        """The relationships."""

    def __len__(self) -> int:
        """The number of rows."""


@dataclass(frozen=True)
class Difference:
    """What turns one graph into another. Changed rows are in ``put_*`` alone; ``drop_*`` holds what is gone."""

    put_nodes: tuple[Node, ...]
    drop_nodes: tuple[Node, ...]
    put_relationships: tuple[Relationship, ...]
    drop_relationships: tuple[Relationship, ...]

    def __len__(self) -> int:
        """The number of rows that differ."""
        return sum(map(len, (self.put_nodes, self.drop_nodes, self.put_relationships, self.drop_relationships)))


def graph_of(nodes: Iterable[Node], relationships: Iterable[Relationship]) -> Graph:
    """Sort rows into a graph. Raises ``KgError`` when two rows share a key or a relationship hangs in the air."""
    ns = tuple(sorted(nodes, key=lambda n: n.key))
    rs = tuple(sorted(relationships, key=lambda r: r.key))
    _refuse_doubles("nodes", ns)
    _refuse_doubles("relationships", rs)
    keys = {n.key for n in ns}
    for r in rs:
        if r.start not in keys or r.end not in keys:
            raise KgError(f"A {r.type} of the graph leads to a missing node; this is a fault of the build.")
    return Graph(ns, rs)


def _refuse_doubles(kind: str, rows: Sequence[Node | Relationship]) -> None:
    twice = next((a.key for a, b in pairwise(rows) if a.key == b.key), None)
    if twice:
        raise KgError(f"The graph has two {kind} with one key ({twice[0]}); this is a fault of the build.")


def difference_of(old: Graph, new: Graph) -> Difference:
    """What has to be put and dropped to turn ``old`` into ``new``."""
    old_nodes, new_nodes = ({n.key: n for n in g.nodes} for g in (old, new))
    old_rels, new_rels = ({r.key: r for r in g.relationships} for g in (old, new))
    return Difference(
        put_nodes=tuple(n for k, n in new_nodes.items() if k not in old_nodes or old_nodes[k].digest != n.digest),
        drop_nodes=tuple(n for k, n in old_nodes.items() if k not in new_nodes),
        put_relationships=tuple(r for k, r in new_rels.items() if k not in old_rels or old_rels[k].digest != r.digest),
        drop_relationships=tuple(r for k, r in old_rels.items() if k not in new_rels),
    )


class _NodeRow(msgspec.Struct, array_like=True):
    label: str
    id: str
    properties: dict[str, Any]
    digest: str


class _RelationshipRow(msgspec.Struct, array_like=True):
    type: str
    start: tuple[str, str]
    end: tuple[str, str]
    properties: dict[str, Any]
    digest: str


@dataclass(frozen=True)
class WrittenGraph:
    """A graph in the files of :func:`write_graph`, read a row at a time each time one goes through it.

    ``KgError`` is raised there, naming the file and line where a row is damaged.
    """

    folder: Path
    length: int

    @property
    def nodes(self) -> Iterator[Node]:
        """The nodes."""
        return read_nodes(self.folder)

    @property
    def relationships(self) -> Iterator[Relationship]:
        """The relationships."""
        return _read_relationships(self.folder)

    def __len__(self) -> int:
        """The number of rows."""
        return self.length


def write_graph(graph: Graph, folder: Path) -> WrittenGraph:
    """Write ``nodes.jsonl`` and ``relationships.jsonl``, a row a line, into an existing folder."""
    _write_rows(folder / "nodes.jsonl", (_NodeRow(n.label, n.id, dict(n.properties), n.digest) for n in graph.nodes))
    _write_rows(
        folder / "relationships.jsonl",
        (_RelationshipRow(r.type, r.start, r.end, dict(r.properties), r.digest) for r in graph.relationships),
    )
    return WrittenGraph(folder, len(graph))


def read_graph(folder: Path) -> Graph:
    """Read what :func:`write_graph` wrote. Raises ``KgError`` naming the file and line where a row is damaged."""
    return Graph(tuple(read_nodes(folder)), tuple(_read_relationships(folder)))


def read_nodes(folder: Path) -> Iterator[Node]:
    """Read the nodes alone of what :func:`write_graph` wrote, one at a time. Raises ``KgError`` as it does."""
    for line, row in _read_rows(folder / "nodes.jsonl", _NodeRow):
        node = Node(row.label, row.id, row.properties)
        _compare(node.digest, row.digest, folder / "nodes.jsonl", line)
        yield node


def _read_relationships(folder: Path) -> Iterator[Relationship]:
    for line, row in _read_rows(folder / "relationships.jsonl", _RelationshipRow):
        relationship = Relationship(row.type, Key(*row.start), Key(*row.end), row.properties)
        _compare(relationship.digest, row.digest, folder / "relationships.jsonl", line)
        yield relationship


def _write_rows(path: Path, rows: Iterable[msgspec.Struct]) -> None:
    with path.open("wb") as file:
        for row in rows:
            file.write(msgspec.json.encode(row, order="deterministic") + b"\n")


def _read_rows(path: Path, kind: type[Any]) -> Iterator[tuple[int, Any]]:
    decoder = msgspec.json.Decoder(kind)
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                yield number, decoder.decode(line)
            except msgspec.DecodeError:
                raise _damaged(path, number) from None


def _compare(found: str, written: str, path: Path, line: int) -> None:
    if found != written:
        raise _damaged(path, line)


def _damaged(path: Path, line: int) -> KgError:
    return KgError(f"{path}, line {line}: the row is damaged. Run `kg rebuild` to derive the graph afresh.")
