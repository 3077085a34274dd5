"""The words of entries that facts and lines rest on, with the text around them and the sources cited for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.facts import Span
from kg.entries.quotation import one_line, quote
from kg.graph.evidence import PACK, Passage
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

    ``sources`` are the addresses that the entry cites, first the one that stands behind the words. ``span`` is where
    the words are in the entry's text.
    """

    entry: str
    date: str | None
    places: tuple[str, ...]
    before: str
    words: str
    after: str
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
        quoted = [self._quote(entry, _whole(found)) for entry, found in spans.items()]
        return sorted(quoted, key=lambda each: (each.date or "", each.entry))

    def _quote(self, id: str, span: Span) -> Quoted:
        entry = self._texts[id]
        before, words, after = quote(entry.text, span, _AROUND)
        behind = entry.source_behind(span.end)
        sources = dict.fromkeys((*([behind] if behind else []), *(url for _, url in entry.sources)))
        places = tuple(self._places[id])
        return Quoted(id, entry.date, places, _spaced(before), one_line(words), _spaced(after), tuple(sources), span)


def _whole(spans: Sequence[Span]) -> Span:
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    return whole if whole.end - whole.start <= _ONE_QUOTE else spans[-1]


def _spaced(text: str) -> str:
    """One line; a blank at either end stays."""
    inner = one_line(text)
    if not inner:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}"
