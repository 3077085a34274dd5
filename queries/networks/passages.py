"""The words of entries that facts and lines rest on, with the text around them and the sources cited for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.facts import Span
from kg.entries.quotation import one_line, quote
from kg.graph.evidence import PACK, Passage, parse_span
from kg.graph.value import Key
from kg.schema.schema import load_schema
from kg.stores import Store
from queries.entry_texts import ALL_ROWS, EntryText, read_entry_texts

# Characters around the words, and how far apart words of one entry may stand that are quoted as one.
_AROUND = 120
_ONE_QUOTE = 160
_PLACES = """
UNWIND $ids AS id
MATCH (n:Entry)-[:LOCATED_IN]->(p:Place) WHERE n.id = id
RETURN n.id AS id, p.name AS place ORDER BY id, place"""


@dataclass(frozen=True)
class Quoted:
    """Words of an entry and the text before and after them.

    ``words`` go from the first to the last that something rests on; ``parts`` are the same text in pieces, each with
    whether the thing rests on it.
    ``sources`` are the addresses that the entry cites, first the one that stands behind the words. ``span`` is where
    the words are in the entry's text.
    """

    entry: str
    date: str | None
    places: tuple[str, ...]
    before: str
    words: str
    after: str
    parts: tuple[tuple[str, bool], ...]
    sources: tuple[str, ...]
    span: Span

    @property
    def report(self) -> str:
        """The id of the report."""
        return self.entry.rpartition("/")[0]


class Quotations:
    """The texts of the entries that passages are in, read at once."""

    def __init__(self, store: Store, passages: Iterable[Passage]) -> None:
        ids = sorted({passage.entry for passage in passages if passage.span and passage.entry != PACK})
        self._texts: Mapping[str, EntryText] = read_entry_texts(store, ids) if ids else {}
        self._places: dict[str, list[str]] = defaultdict(list)
        for id, place in store.query(_PLACES, {"ids": ids}, ALL_ROWS).rows if ids else ():
            self._places[id].append(place)

    def of(self, passages: Iterable[Passage]) -> list[Quoted]:
        """One quotation an entry, by date: from the first to the last of its words; the last if they are far apart."""
        spans: dict[str, list[Span]] = defaultdict(list)
        for entry, span in passages:
            if span is not None and entry in self._texts:
                spans[entry].append(span)
        quoted = [self._quote(entry, found) for entry, found in spans.items()]
        return sorted(quoted, key=lambda each: (each.date or "", each.entry))

    def _quote(self, id: str, spans: Sequence[Span]) -> Quoted:
        entry, span = self._texts[id], _whole(spans)
        parts = _parts(entry.text, span, spans)
        before, words, after = quote(entry.text, span, _AROUND)
        behind = entry.source_behind(span.end)
        sources = dict.fromkeys((*([behind] if behind else []), *(url for _, url in entry.sources)))
        places = tuple(self._places[id])
        return Quoted(
            id, entry.date, places, _spaced(before), one_line(words), _spaced(after), parts, tuple(sources), span
        )


def _whole(spans: Sequence[Span]) -> Span:
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    return whole if whole.end - whole.start <= _ONE_QUOTE else spans[-1]


def _parts(text: str, whole: Span, spans: Sequence[Span]) -> tuple[tuple[str, bool], ...]:
    """The text from one end to the other of some words in pieces: those words, and what is between them."""
    edges = sorted({edge for span in (whole, *spans) for edge in span if whole.start <= edge <= whole.end})
    cut = [(start, end, any(s.start <= start and end <= s.end for s in spans)) for start, end in pairwise(edges)]
    return tuple((_spaced(text[start:end]), inside) for start, end, inside in cut)


def _spaced(text: str) -> str:
    """One line; a blank at either end stays."""
    inner = one_line(text)
    if not inner:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}"


_RECORDED = """MATCH (n:Entry)-[r:{type}]->(x:{label}) WHERE x.{key} = $id
RETURN n.id AS entry, r.start AS start, r.end AS end ORDER BY entry, start"""
_RESTING = """MATCH (x:{label})-[r]-(o) WHERE x.{key} = $id AND r.spans IS NOT NULL
RETURN r.entries AS entries, r.spans AS spans"""


def passages_about(store: Store, thing: Key) -> list[Passage]:
    """The words that tell of a thing: those that report a fact, name somebody or something, or tie a case together."""
    schema = load_schema()
    words = {"label": thing.label, "key": schema.key_of(thing.label)}
    for type in ("RECORDS", "MENTIONS"):
        if schema.relationships[type].joins("Entry", thing.label):
            rows = store.query(_RECORDED.format(type=type, **words), {"id": thing.id}, ALL_ROWS).rows
            return [Passage(entry, Span(start, end)) for entry, start, end in rows]
    rows = store.query(_RESTING.format(**words), {"id": thing.id}, ALL_ROWS).rows
    found = (Passage(*pair) for entries, spans in rows for pair in zip(entries, map(parse_span, spans), strict=True))
    return sorted(set(found), key=lambda passage: (passage.entry, passage.span or Span(0, 0)))
