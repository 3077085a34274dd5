"""Questions that pages ask the graph, and the words of the entries that their lines rest on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ingest.facts import Span
from kg.entries.quotation import quote
from kg.graph.evidence import PACK
from kg.stores import Limits, Store
from queries.pages.values import Line, Named, Page, Quote, Section, Tie, Ties, passages_in

_ALL = Limits(rows=1_000_000)
_ENTRIES = """
UNWIND $ids AS id
MATCH (n:Entry) WHERE n.id = id
OPTIONAL MATCH (n)-[c:CITES]->(s:Source)
RETURN n.id AS id, n.text AS text, c.start AS start, s.url AS url
ORDER BY id, start, url"""
# Characters around quoted words, and how far apart words may stand that are quoted as one.
_AROUND = 60
_ONE_QUOTE = 160


@dataclass(frozen=True)
class _EntryText:
    text: str
    sources: tuple[tuple[int, str], ...]


def ask(store: Store, cypher: str, **parameters: Any) -> list[dict[str, Any]]:
    """All rows of a query, each by the names of its columns."""
    rows = store.query(cypher, parameters, _ALL)
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]


def ask_names(store: Store, cypher: str, ids: Sequence[str]) -> Named:
    """The names of what is tied to things with some ids: a query with ``$ids`` that gives ``id`` and ``name``."""
    named: dict[str, list[str]] = defaultdict(list)
    for row in ask(store, cypher, ids=list(ids)) if ids else []:
        if row["name"] and row["name"] not in named[row["id"]]:
            named[row["id"]].append(row["name"])
    return named


def ask_ties(store: Store, cypher: str, id: str) -> Ties:
    """The facts that the thing with an id is tied to: a query with ``$id``, with ``fact`` and the tie's columns."""
    ties: dict[str, Tie] = {}
    for row in ask(store, cypher, id=id):
        before = ties.get(row["fact"], Tie())
        role = row.get("role") or ""
        roles = role if not before.role or before.role == role else f"{before.role}, {role}"
        standing = before.standing or row.get("standing") or ""
        ties[row["fact"]] = Tie(roles, standing, before.passages + passages_in(row))
    return Ties(ties, id)


def with_quotes(page: Page, store: Store, quotes: int) -> Page:
    """A page with at most so many quotes for each line, one an entry."""
    wanted = {p.entry for s in page.sections for line in s.lines for p in line.passages if p.entry != PACK}
    if not quotes or not wanted:
        return page
    entries = _read_entries(store, wanted)
    sections = [Section(s.title, tuple(_quoted(line, entries, quotes) for line in s.lines)) for s in page.sections]
    return replace(page, sections=tuple(sections))


def _read_entries(store: Store, ids: Iterable[str]) -> dict[str, _EntryText]:
    gathered: dict[str, tuple[str, list[tuple[int, str]]]] = {}
    for row in ask(store, _ENTRIES, ids=sorted(ids)):
        sources = gathered.setdefault(row["id"], (row["text"], []))[1]
        if row["url"] is not None:
            sources.append((row["start"], row["url"]))
    return {id: _EntryText(text, tuple(sources)) for id, (text, sources) in gathered.items()}


def _quoted(line: Line, entries: Mapping[str, _EntryText], most: int) -> Line:
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


def _quote(id: str, span: Span, entry: _EntryText) -> Quote:
    return Quote(id, quote(entry.text, span, _AROUND).text, _source_behind(span.end, entry.sources))


def _source_behind(position: int, sources: Sequence[tuple[int, str]]) -> str | None:
    """The first source cited after the words, else the last before them."""
    return next((url for start, url in sources if start >= position), sources[-1][1] if sources else None)
