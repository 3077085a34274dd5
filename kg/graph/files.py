"""A graph in files: ``nodes.jsonl`` and ``relationships.jsonl``, a row a line, each with its digest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from ingest.errors import KgError
from kg.graph.value import Graph, Key, Node, Relationship


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
    """A graph in the files of :func:`write_graph`, read row by row on every iteration.

    Iterating raises ``KgError`` naming the file and line where a row is damaged.
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
            except ValueError:  # no JSON, or no UTF-8
                raise _damaged(path, number) from None


def _compare(found: str, written: str, path: Path, line: int) -> None:
    if found != written:
        raise _damaged(path, line)


def _damaged(path: Path, line: int) -> KgError:
    return KgError(f"{path}, line {line}: the row is damaged. Run `kg rebuild` to derive the graph again.")
