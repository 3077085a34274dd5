"""The words that rows of an answer rest on, with the date of each entry and the source that it cites for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.facts import Span
from kg.entries.quotation import quote
from kg.graph.evidence import parse_span
from kg.stores import Limits, Rows, Store
from queries.header import EVIDENCE

_ALL = Limits(rows=1_000_000)
_ENTRIES = """
UNWIND $ids AS id
MATCH (n:Entry) WHERE n.id = id
OPTIONAL MATCH (n)-[c:CITES]->(s:Source)
RETURN n.id AS id, n.date AS date, n.text AS text, c.start AS start, s.url AS url
ORDER BY id, start, url"""
# Characters around the words.
_AROUND = 90


@dataclass(frozen=True)
class Quote:
    """Words of an entry around what a row rests on, the entry's date, and the address cited for them, if any."""

    entry: str
    date: str | None
    words: str
    url: str | None


@dataclass(frozen=True)
class _EntryText:
    date: str | None
    text: str
    sources: tuple[tuple[int, str], ...]


def quotes_of(rows: Rows, store: Store) -> list[list[Quote]]:
    """For each row the quotes of its column ``evidence``, one an entry, by date."""
    at = rows.columns.index(EVIDENCE) if EVIDENCE in rows.columns else None
    places = [_spans(row[at]) if at is not None else {} for row in rows.rows]
    entries = _read_entries(store, {entry for spans in places for entry in spans})
    quoted = [[_quote(id, span, entries[id]) for id, span in spans.items() if id in entries] for spans in places]
    return [sorted(quotes, key=lambda quote: (quote.date or "", quote.entry)) for quotes in quoted]


def _spans(evidence: Iterable[str]) -> dict[str, Span]:
    """The words of each entry, from the first to the last."""
    whole: dict[str, Span] = {}
    for place in evidence:
        entry, _, text = place.rpartition("#")
        if span := parse_span(text):
            so_far = whole.get(entry, span)
            whole[entry] = Span(min(so_far.start, span.start), max(so_far.end, span.end))
    return whole


def _read_entries(store: Store, ids: Iterable[str]) -> dict[str, _EntryText]:
    gathered: dict[str, tuple[str | None, str, list[tuple[int, str]]]] = {}
    for id, date, text, start, url in store.query(_ENTRIES, {"ids": sorted(ids)}, _ALL).rows:
        sources = gathered.setdefault(id, (date, text, []))[2]
        if url is not None:
            sources.append((start, url))
    return {id: _EntryText(date, text, tuple(sources)) for id, (date, text, sources) in gathered.items()}


def _quote(id: str, span: Span, entry: _EntryText) -> Quote:
    return Quote(id, entry.date, quote(entry.text, span, _AROUND).text, _source_behind(span.end, entry.sources))


def _source_behind(position: int, sources: Sequence[tuple[int, str]]) -> str | None:
    """The first source cited after the words, else the last before them."""
    return next((url for start, url in sources if start >= position), sources[-1][1] if sources else None)
