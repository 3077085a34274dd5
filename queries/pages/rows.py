"""Questions that pages ask the graph, and the words of the entries that their lines rest on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ingest.facts import Span
from kg.graph.evidence import PACK
from kg.stores import Store
from queries.entry_texts import ALL_ROWS, EntryText, read_entry_texts
from queries.pages.values import Line, Named, Page, Quote, Section, Tie, Ties, passages_in

# Characters around quoted words, and how far apart words may stand that are quoted as one.
_AROUND = 60
_ONE_QUOTE = 160


def ask(store: Store, cypher: str, **parameters: Any) -> list[dict[str, Any]]:
    """All rows of a query, each by the names of its columns."""
    rows = store.query(cypher, parameters, ALL_ROWS)
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]


def ask_names(store: Store, cypher: str, ids: Sequence[str]) -> Named:
    """The names of what is tied to things with some ids: a query with ``$ids`` that gives ``id`` and ``name``."""
    named: dict[str, list[str]] = defaultdict(list)
    for row in ask(store, cypher, ids=list(ids)) if ids else []:
        if row["name"] and row["name"] not in named[row["id"]]:
            named[row["id"]].append(row["name"])
    return named


def ask_ties(store: Store, cypher: str, id: str, most: int | None = None) -> Ties:
    """The facts that the thing with an id is tied to: a query with ``$id``, with ``fact`` and the tie's columns.

    ``most`` of them are to be told.
    """
    ties: dict[str, Tie] = {}
    for row in ask(store, cypher, id=id):
        before = ties.get(row["fact"], Tie())
        role = row.get("role") or ""
        roles = role if not before.role or before.role == role else f"{before.role}, {role}"
        standing = before.standing or row.get("standing") or ""
        ties[row["fact"]] = Tie(roles, standing, before.passages + passages_in(row))
    return Ties(ties, id, most)


def with_quotes(page: Page, store: Store, quotes: int) -> Page:
    """A page with at most so many quotes for each line, one an entry."""
    wanted = {p.entry for s in page.sections for line in s.lines for p in line.passages if p.entry != PACK}
    if not quotes or not wanted:
        return page
    entries = read_entry_texts(store, wanted)
    sections = [Section(s.title, tuple(_quoted(line, entries, quotes) for line in s.lines)) for s in page.sections]
    return replace(page, sections=tuple(sections))


def _quoted(line: Line, entries: Mapping[str, EntryText], most: int) -> Line:
    spans: dict[str, list[Span]] = defaultdict(list)
    for entry, span in line.passages:
        if span is not None and entry in entries:
            spans[entry].append(span)
    quotes = [_quote(entry, _whole(found), entries[entry]) for entry, found in list(spans.items())[:most]]
    return replace(line, quotes=tuple(quotes))


def _whole(spans: Sequence[Span]) -> Span:
    """The words from the first span to the last; the last alone if they stand far apart."""
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    return whole if whole.end - whole.start <= _ONE_QUOTE else spans[-1]


def _quote(id: str, span: Span, entry: EntryText) -> Quote:
    return Quote(id, entry.quote(span, _AROUND), entry.source_behind(span.end))
