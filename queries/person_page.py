"""All that the graph holds about one person, each line with the words it rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.facts import Span
from kg.entries.quotation import quote
from kg.graph.evidence import parse_span
from kg.stores import Limits, Store

_ALL = Limits(rows=1_000_000)
_NAMES = """
MATCH (p:Person) WHERE p.id = $id
RETURN p.name AS name, p.names AS names, p.offices AS offices, p.occupations AS occupations"""
_CHARGES = """
MATCH (p:Person)-[r:FACES]->(c:Charge)-[:UNDER]->(v:Provision) WHERE p.id = $id
RETURN v.id AS what, c.stage AS state, r.role AS role, c.first_seen AS date, r.entries AS entries, r.spans AS spans
ORDER BY date, what"""
_SANCTIONS = """
MATCH (p:Person)-[r:RECEIVED]->(s:Sanction) WHERE p.id = $id
RETURN s.kind AS what, s.status AS state, s.duration AS duration, s.until AS until, s.amount AS amount,
       s.index_units AS index_units, s.date AS date, s.disputed AS disputed, r.entries AS entries, r.spans AS spans
ORDER BY date, what, duration"""
_STAYS = """
MATCH (p:Person)-[r:IN_CUSTODY]->(s:Stay)-[:AT]->(f:Facility) WHERE p.id = $id
RETURN f.name AS what, s.first_seen AS date, s.last_seen AS last, s.until AS until, r.entries AS entries,
       r.spans AS spans
ORDER BY date, what"""
_CASES = """
MATCH (p:Person)-[r:PARTY_TO]->(c:Case) WHERE p.id = $id
RETURN c.title AS what, r.role AS role, c.first_seen AS date, c.last_seen AS last, c.id AS id, r.entries AS entries,
       r.spans AS spans
ORDER BY date, what, role"""
_ACTS = """
MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event) WHERE p.id = $id
RETURN e.type AS what, e.date AS date, r.role AS role, e.standing AS standing, e.outcome AS outcome, e.reason AS reason,
       e.next AS next, e.hours AS hours, r.entries AS entries, r.spans AS spans
ORDER BY date, what, role"""
_ENTRIES = """
UNWIND $ids AS id
MATCH (n:Entry) WHERE n.id = id
OPTIONAL MATCH (n)-[c:CITES]->(s:Source)
RETURN n.id AS id, n.text AS text, c.start AS start, s.url AS url
ORDER BY id, start"""
_AROUND = 90


@dataclass(frozen=True)
class Quote:
    """Words of an entry around what a line rests on, and the address cited after them, where there is one."""

    entry: str
    words: str
    url: str | None


@dataclass(frozen=True)
class Line:
    """One line of a page: its columns as the query named them, and its quotes."""

    columns: dict[str, Any]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class PersonPage:
    """All the graph says of one person."""

    id: str
    name: str
    names: tuple[str, ...]
    offices: tuple[str, ...]
    occupations: tuple[str, ...]
    charges: tuple[Line, ...]
    sanctions: tuple[Line, ...]
    stays: tuple[Line, ...]
    cases: tuple[Line, ...]
    acts: tuple[Line, ...]


@dataclass(frozen=True)
class _EntryText:
    text: str
    sources: tuple[tuple[int, str], ...]


def read_person_page(store: Store, id: str) -> PersonPage:
    """Ask the graph for everything about one person, by id."""
    name, names, offices, occupations = store.query(_NAMES, {"id": id}).rows[0]
    answers = [_ask(store, cypher, id) for cypher in (_CHARGES, _SANCTIONS, _STAYS, _CASES, _ACTS)]
    entries = _read_entries(store, {e for rows in answers for row in rows for e in row["entries"]})
    charges, sanctions, stays, cases, acts = (tuple(_line(row, entries) for row in rows) for rows in answers)
    return PersonPage(
        id,
        name,
        tuple(names or ()),
        tuple(offices or ()),
        tuple(occupations or ()),
        charges,
        sanctions,
        stays,
        cases,
        acts,
    )


def _ask(store: Store, cypher: str, id: str) -> list[dict[str, Any]]:
    rows = store.query(cypher, {"id": id}, _ALL)
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]


def _read_entries(store: Store, ids: Iterable[str]) -> dict[str, _EntryText]:
    gathered: dict[str, tuple[str, list[tuple[int, str]]]] = {}
    for id, text, start, url in store.query(_ENTRIES, {"ids": sorted(ids)}, _ALL).rows:
        sources = gathered.setdefault(id, (text, []))[1]
        if url is not None:
            sources.append((start, url))
    return {id: _EntryText(text, tuple(sources)) for id, (text, sources) in gathered.items()}


def _line(row: dict[str, Any], entries: dict[str, _EntryText]) -> Line:
    whole_spans: dict[str, Span] = {}
    for entry, text in zip(row["entries"], row["spans"], strict=True):
        if span := parse_span(text):
            so_far = whole_spans.get(entry, span)
            whole_spans[entry] = Span(min(so_far.start, span.start), max(so_far.end, span.end))
    quotes = tuple(_quote(entry, span, entries[entry]) for entry, span in whole_spans.items())
    return Line({name: value for name, value in row.items() if name not in ("entries", "spans")}, quotes)


def _quote(id: str, span: Span, entry: _EntryText) -> Quote:
    return Quote(id, quote(entry.text, span, _AROUND).text, _source_behind(span.end, entry.sources))


def _source_behind(position: int, sources: Sequence[tuple[int, str]]) -> str | None:
    """The first source cited after the words, else the last before them."""
    return next((url for start, url in sources if start >= position), sources[-1][1] if sources else None)
