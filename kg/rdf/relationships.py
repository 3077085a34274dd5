"""Relationships of the graph from the descriptions of a file, with the words that they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.errors import KgError
from ingest.facts import Span
from kg.graph.evidence import PACK, Passage
from kg.graph.value import Node, Value
from kg.rdf.descriptions import Descriptions, Said, names_in, text_in
from kg.rdf.meanings import REQUEST, Meanings
from kg.rdf.terms import OA

_APART = ("from", "to", "restsOn", "restsOnEntry", "knownBy")


@dataclass(frozen=True)
class Stated:
    """A relationship as a file states it; ``words`` is ``None`` for a kind that rests on none of its own."""

    type: str
    start: Node
    end: Node
    properties: Mapping[str, Value]
    words: tuple[Passage, ...] | None


class RelationshipReader:
    """Reads relationships between known nodes. What it raises is a ``KgError`` that names the relationship."""

    def __init__(self, descriptions: Descriptions, meanings: Meanings, nodes: Mapping[str, Node]) -> None:
        self._descriptions = descriptions
        self._meanings = meanings
        self._nodes = nodes
        self._apart = frozenset(meanings.own(name) for name in _APART)

    def read(self) -> list[Stated]:
        """All relationships, in the order of the file."""
        found = []
        for subject, said in self._descriptions.of.items():
            types = [type for name in self._meanings.classes_of(said) if (type := self._meanings.type_of(name))]
            if len(types) > 1:
                raise KgError(f"{subject} is two kinds of relationship, and can be one of them")
            if types:
                try:
                    found.append(self._relationship(said, types[0]))
                except KgError as error:
                    raise KgError(f"{subject}: {error}") from None
        self._require_plain(found)
        return found

    def _relationship(self, said: Said, type: str) -> Stated:
        start, end = self._end(said, "from"), self._end(said, "to")
        if type == REQUEST:
            type = "IMPOSED_BY" if start.label == "Sanction" else "RECEIVED"
        kind = self._meanings.schema.relationships[type]
        if not kind.joins(start.label, end.label):
            raise KgError(f"a {kind.noun} cannot lead from a {start.label} to a {end.label}")
        properties = self._meanings.properties(type, said, self._apart)
        words = self._words(said) if kind.evidence else None
        if words == ():
            raise KgError("it rests on no words, no entry, and nothing known")
        return Stated(type, start, end, properties, words)

    def _end(self, said: Said, name: str) -> Node:
        ends = names_in(said, self._meanings.own(name))
        if len(ends) != 1:
            raise KgError(f"it has {len(ends)} values of '{name}' and needs one")
        if ends[0] not in self._nodes:
            raise KgError(f"'{name}' leads to {ends[0]}, which the file does not describe")
        return self._nodes[ends[0]]

    def _words(self, said: Said) -> tuple[Passage, ...]:
        known = [Passage(PACK, None)] if self._meanings.own("knownBy") in said else []
        entries = [self._entry(name) for name in names_in(said, self._meanings.own("restsOnEntry"))]
        words = [self._passage(name) for name in names_in(said, self._meanings.own("restsOn"))]
        return (*known, *(Passage(entry.id, None) for entry in entries), *words)

    def _entry(self, name: str) -> Node:
        entry = self._nodes.get(name)
        if entry is None or entry.label != "Entry":
            raise KgError(f"it rests on {name}, which is no entry in the file")
        return entry

    def _passage(self, name: str) -> Passage:
        """The entry and characters of a Web Annotation, whose quote must stand there if the entry has its text."""
        said = self._descriptions.of.get(name, {})
        sources = names_in(said, f"{OA}hasSource")
        if len(sources) != 1:
            raise KgError(f"the words {name} are of {len(sources)} entries and need one")
        entry = self._entry(sources[0])
        selectors = [self._descriptions.of.get(s, {}) for s in names_in(said, f"{OA}hasSelector")]
        positions = [s for s in selectors if f"{OA}start" in s and f"{OA}end" in s]
        if len(positions) != 1:
            raise KgError(f"the words {name} have {len(positions)} positions and need one")
        span = _span(positions[0], name)
        text, quotes = entry.properties.get("text"), [text_in(s, f"{OA}exact") for s in selectors if f"{OA}exact" in s]
        if isinstance(text, str) and any(text[span.start : span.end] != quote for quote in quotes):
            raise KgError(f"the quote of {name} does not stand at its position in the entry")
        return Passage(entry.id, span)

    def _require_plain(self, found: list[Stated]) -> None:
        """Every plain triple repeats a relationship: one that stands alone rests on nothing, and would be lost."""
        joined = [(r.start.key, r.end.key) for r in found]
        pairs = {*joined, *((end, start) for start, end in joined)}
        for subject, node in self._nodes.items():
            for predicate in self._descriptions.of[subject].keys() & self._meanings.plain:
                for end in names_in(self._descriptions.of[subject], predicate):
                    other = self._nodes.get(end)
                    if other is None or (node.key, other.key) not in pairs:
                        short = predicate.removeprefix(self._meanings.terms.namespace)
                        raise KgError(f"{subject} {short} {end} has no relationship that says what it rests on")


def _span(said: Said, name: str) -> Span:
    start, end = text_in(said, f"{OA}start"), text_in(said, f"{OA}end")
    if not (start.isdecimal() and end.isdecimal() and int(start) < int(end)):
        raise KgError(f"the position of {name} is no stretch of characters")
    return Span(int(start), int(end))
