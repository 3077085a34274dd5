"""Tables under construction: nodes and relationships by key, with the evidence gathered so far."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ingest.facts import Span
from kg.graph.evidence import PACK, format_span, passage_order
from kg.graph.value import Graph, Key, Node, Relationship, Value, identifying_names, make_graph

Words = Iterable[tuple[str, Span | None]]
"""Evidence: entry ids, each with the characters in that entry's text, or ``None`` where a partner kept them back."""

_PACKED = ((PACK, None),)

_RelationshipKey = tuple[str, Key, Key, *tuple[Value | None, ...]]


@dataclass(slots=True)
class _Row:
    properties: dict[str, Value]
    words: list[tuple[str, Span | None]] = field(default_factory=list)


class Tables:
    """Gathers rows. A row put twice is one row, with lists and evidence joined."""

    def __init__(self) -> None:
        self._keys: dict[Key, Key] = {}
        self._nodes: dict[Key, dict[str, Any]] = {}
        self._relationships: dict[_RelationshipKey, _Row] = {}

    def put_node(self, label: str, id: str, key: str = "id", **properties: Any) -> Key:
        """Put a node. Of a property put twice the first value stays; lists are joined without duplicates."""
        own = self._interned(Key(label, id))
        node = self._nodes.setdefault(own, {key: id})
        for name, value in properties.items():
            if isinstance(value, list | tuple):
                kept = node.setdefault(name, [])
                kept += [v for v in value if v not in kept]
            elif value is not None and value != "":
                node.setdefault(name, value)
        return own

    def nodes(self, label: str) -> Iterator[tuple[Key, dict[str, Any]]]:
        """The nodes of a label put so far, with their properties, which the caller may add to."""
        return ((key, properties) for key, properties in self._nodes.items() if key.label == label)

    def relationships(self, type: str, role: str | None = None) -> Iterator[tuple[Key, Key, dict[str, Value]]]:
        """The relationships of a type and role put so far: start, end, and properties, which the caller may add to."""
        for (row_type, start, end, *_), row in self._relationships.items():
            if row_type == type and (role is None or row.properties.get("role") == role):
                yield start, end, row.properties

    def put_relationship(
        self,
        type: str,
        start: Key,
        end: Key,
        /,
        words: Words | None = None,
        *,
        seen: str | None = None,
        **properties: Any,
    ) -> None:
        """Put a relationship; ``words`` is its evidence, ``None`` if the jurisdiction pack is.

        Give ``words=()`` for a relationship without evidence (an entry's own), and a date in ``seen`` for one that
        keeps ``first_seen`` and ``last_seen``.
        """
        known = {name: value for name, value in properties.items() if value is not None}
        identifying = (known.get(name) for name in identifying_names(type))
        key: _RelationshipKey = (type, self._interned(start), self._interned(end), *identifying)
        row = self._relationships.setdefault(key, _Row(known))
        row.words += _PACKED if words is None else words
        _widen(row.properties, seen)

    def widen_dates(self, key: Key, date: str | None) -> None:
        """Widen a node's ``first_seen`` and ``last_seen`` to a date."""
        _widen(self._nodes[key], date)

    def take_graph(self) -> Graph:
        """The finished graph. The rows are moved, not copied: a report of 50 MB makes millions of them."""
        return make_graph(self._take_nodes(), self._take_relationships())

    def _interned(self, key: Key) -> Key:
        """One object for all equal keys, since many relationships name one node."""
        return self._keys.setdefault(key, key)

    def _take_nodes(self) -> Iterator[Node]:
        while self._nodes:
            key, properties = self._nodes.popitem()
            yield Node(key.label, key.id, {n: v for n, v in properties.items() if v != []})

    def _take_relationships(self) -> Iterator[Relationship]:
        while self._relationships:
            (type, start, end, *_), row = self._relationships.popitem()
            yield Relationship(type, start, end, self._with_evidence(row))

    @staticmethod
    def _with_evidence(row: _Row) -> dict[str, Value]:
        properties = row.properties
        if row.words:
            words = sorted(set(row.words), key=passage_order)
            properties["entries"] = [entry for entry, _ in words]
            properties["spans"] = [format_span(span) for _, span in words]
        return properties


def _widen(properties: dict[str, Any], date: str | None) -> None:
    if date:
        properties["first_seen"] = min(date, properties.get("first_seen", date))
        properties["last_seen"] = max(date, properties.get("last_seen", date))
