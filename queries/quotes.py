"""The words that rows of an answer rest on, with the date of each entry and the source that it cites for them."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.facts import Span
from kg.graph.evidence import parse_span
from kg.stores import Rows, Store
from queries.entry_texts import EntryText, read_entry_texts
from queries.header import EVIDENCE

# Characters around the words.
_AROUND = 90


@dataclass(frozen=True)
class Quote:
    """Words of an entry around what a row rests on, the entry's date, and the address cited for them, if any."""

    entry: str
    date: str | None
    words: str
    url: str | None


def quotes_of(rows: Rows, store: Store) -> list[list[Quote]]:
    """For each row the quotes of its column ``evidence``, one an entry, by date."""
    at = rows.columns.index(EVIDENCE) if EVIDENCE in rows.columns else None
    places = [_spans(row[at]) if at is not None else {} for row in rows.rows]
    entries = read_entry_texts(store, {entry for spans in places for entry in spans})
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


def _quote(id: str, span: Span, entry: EntryText) -> Quote:
    return Quote(id, entry.date, entry.quote(span, _AROUND), entry.source_behind(span.end))
