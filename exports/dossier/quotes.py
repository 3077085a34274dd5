"""The exact words behind a fact, and the numbered notes that say where they stand and which source they have."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from exports.dossier.wording import NO_SOURCE
from exports.rdf.evidence import sources_behind
from exports.rdf.tables import GraphTables
from ingest.facts import Span
from kg.entries.quotation import one_line, quote
from kg.graph.evidence import PACK, passages_of
from kg.graph.value import Graph, Key, Relationship

_AROUND = 90


class Words(NamedTuple):
    """A piece of a quotation; ``exact`` if the fact rests on just these characters."""

    text: str
    exact: bool


@dataclass(frozen=True)
class Quote:
    """What one entry says of a fact: nothing in ``words`` where a profile leaves them out."""

    entry: str
    date: str
    words: tuple[Words, ...]
    note: int


@dataclass(frozen=True)
class Note:
    """Where the words of a quotation stand, and the addresses of the sources behind them."""

    number: int
    entry: str
    date: str
    report: str
    urls: tuple[str, ...]

    @property
    def text(self) -> str:
        """The note without its addresses."""
        said = f"{self.report}, entry {self.entry}{f', {self.date}' if self.date else ''}"
        return f"{said}: " if self.urls else f"{said}; {NO_SOURCE}."


@dataclass
class Quoter:
    """Quotes the words behind facts; the same entry and sources have the same note."""

    graph: Graph
    tables: GraphTables
    _notes: dict[tuple[str, tuple[str, ...]], Note] = field(default_factory=dict)

    @property
    def notes(self) -> list[Note]:
        """The notes that quotations had so far."""
        return list(self._notes.values())

    def quotes(self, relationships: Iterable[Relationship]) -> list[Quote]:
        """The words of each entry that some relationships rest on, in order of the entries' dates."""
        spans: dict[str, set[Span]] = {}
        for relationship in relationships:
            for entry, span in passages_of(relationship):
                if entry != PACK:
                    spans.setdefault(entry, set()).update({span} if span and span.start < span.end else ())
        return [self._quote(entry, spans[entry]) for entry in sorted(spans, key=lambda e: (self._date(e) or "9", e))]

    def _quote(self, entry: str, spans: set[Span]) -> Quote:
        text = self.tables.texts.get(entry, "")
        if not spans or not text:
            return Quote(entry, self._date(entry), (), self._note(entry, self._cited(entry)))
        whole = Span(min(s.start for s in spans), max(s.end for s in spans))
        sources = sorted({source.id for span in spans for source in sources_behind(entry, span, self.tables)})
        return Quote(entry, self._date(entry), _pieces(text, whole, spans), self._note(entry, tuple(sources)))

    def _note(self, entry: str, urls: tuple[str, ...]) -> int:
        if (entry, urls) not in self._notes:
            report = self.graph.by_key.get(Key("Report", entry.rpartition("/")[0]))
            title = one_line(str(report.properties.get("title", report.id))) if report else ""
            self._notes[entry, urls] = Note(len(self._notes) + 1, entry, self._date(entry), title, urls)
        return self._notes[entry, urls].number

    def _cited(self, entry: str) -> tuple[str, ...]:
        """All sources of an entry, where no words say which of them is meant."""
        cited = (r.end.id for r in self.tables.outgoing.get(Key("Entry", entry), ()) if r.type == "CITES")
        return tuple(sorted(set(cited)))

    def _date(self, entry: str) -> str:
        node = self.graph.by_key.get(Key("Entry", entry))
        return str(node.properties.get("date", "")) if node else ""


def _pieces(text: str, whole: Span, spans: set[Span]) -> tuple[Words, ...]:
    prefix, _, suffix = quote(text, whole, _AROUND)
    edges = sorted({whole.start, whole.end, *(edge for span in spans for edge in span)})
    inner = [
        Words(text[start:end], any(s.start <= start and end <= s.end for s in spans)) for start, end in pairwise(edges)
    ]
    return tuple(piece for piece in (Words(prefix, False), *inner, Words(suffix, False)) if piece.text)
