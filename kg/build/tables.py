"""Rows under construction: nodes by key, relationships by key with their evidence gathered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ingest.facts import Span
from kg.graph.evidence import PACK, format_span
from kg.graph.value import Graph, Key, Node, Relationship, Value, identifying_names, make_graph

Words = Iterable[tuple[str, Span]]
"""Evidence: entry ids, each with the characters in that entry's text."""

_PACKED = ((PACK, None),)


_TieKey = tuple[str, Key, Key, *tuple[Value | None, ...]]


@dataclass(slots=True)
class _Tie:
    properties: dict[str, Value]
    words: list[tuple[str, Span | None]] = field(default_factory=list)


class Tables:
    """Gathers rows; the same row put twice is one, its lists and evidence joined."""

    def __init__(self) -> None:
        self._keys: dict[Key, Key] = {}
        self._nodes: dict[Key, dict[str, Any]] = {}
        self._ties: dict[_TieKey, _Tie] = {}

    def put(self, label: str, id: str, key: str = "id", **properties: Any) -> Key:
        """Put a node. Of a property given twice the first value stays; lists are joined without doubles."""
        own = self._own(Key(label, id))
        node = self._nodes.setdefault(own, {key: id})
        for name, value in properties.items():
            if isinstance(value, list | tuple):
                kept = node.setdefault(name, [])
                kept += [v for v in value if v not in kept]
            elif value is not None and value != "":
                node.setdefault(name, value)
        return own

    def has(self, key: Key) -> bool:
        """Whether a node was put."""
        return key in self._nodes

    def nodes(self, label: str) -> Iterator[tuple[Key, dict[str, Any]]]:
        """The nodes of a label as far as they are put, with their properties, which may be added to."""
        return ((key, properties) for key, properties in self._nodes.items() if key.label == label)

    def ties(self, type: str, role: str | None = None) -> Iterator[tuple[Key, Key, dict[str, Value]]]:
        """The relationships of a type and role as far as they are put: start, end, and what may be added to."""
        for (tie_type, start, end, *_), tie in self._ties.items():
            if tie_type == type and (role is None or tie.properties.get("role") == role):
                yield start, end, tie.properties

    def tie(
        self, type: str, start: Key, end: Key, /, words: Words | None = None, *, seen: str | None = None, **told: Any
    ) -> None:
        """Put a relationship with the properties ``told``; ``words`` is its evidence, ``None`` what the pack knows.

        Give ``words=()`` for a relationship that carries no evidence (from an entry to a thing), and ``seen`` a date
        for one that keeps ``first_seen`` and ``last_seen``.
        """
        properties = {name: value for name, value in told.items() if value is not None}
        identifying = (properties.get(name) for name in identifying_names(type))
        tie = self._ties.setdefault((type, self._own(start), self._own(end), *identifying), _Tie(properties))
        tie.words += _PACKED if words is None else words
        _widen(tie.properties, seen)

    def seen(self, key: Key, date: str | None) -> None:
        """Widen a node's ``first_seen`` and ``last_seen`` to a date."""
        _widen(self._nodes[key], date)

    def take_graph(self) -> Graph:
        """The finished value. It takes the rows out: a report of 50 MB makes millions, too many to have twice."""
        return make_graph(self._take_nodes(), self._take_relationships())

    def _own(self, key: Key) -> Key:
        """The one object that stands for all equal keys, since a node is named by many ties."""
        return self._keys.setdefault(key, key)

    def _take_nodes(self) -> Iterator[Node]:
        while self._nodes:
            key, properties = self._nodes.popitem()
            yield Node(key.label, key.id, {n: v for n, v in properties.items() if v != []})

    def _take_relationships(self) -> Iterator[Relationship]:
        while self._ties:
            (type, start, end, *_), tie = self._ties.popitem()
            yield Relationship(type, start, end, self._finished(tie))

    @staticmethod
    def _finished(tie: _Tie) -> dict[str, Value]:
        properties = tie.properties
        if tie.words:
            words = sorted(set(tie.words), key=lambda w: (_entry_order(w[0]), w[1] or Span(0, 0)))
            properties["entries"] = [entry for entry, _ in words]
            properties["spans"] = [format_span(span) for _, span in words]
        return properties


def _widen(properties: dict[str, Any], date: str | None) -> None:
    if date:
        properties["first_seen"] = min(date, properties.get("first_seen", date))
        properties["last_seen"] = max(date, properties.get("last_seen", date))


def _entry_order(id: str) -> tuple[str, int]:
    report, _, number = id.rpartition("/")
    return report, int(number) if number.isdigit() else 0
