"""The entries of a report as they are printed, with the words that every fact rests on."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ingest.facts import Span
from kg.graph.value import Key
from kg.schema.schema import load_schema
from kg.stores import Store
from queries.entry_texts import ALL_ROWS
from queries.pages.rows import ask

_REPORTS = """MATCH (r:Report)
RETURN r.id AS id, r.title AS title, r.series AS series, r.period_start AS first, r.period_end AS last,
       COUNT { (r)<-[:IN_REPORT]-(:Entry) } AS entries
ORDER BY first, id"""
_ENTRIES = """MATCH (r:Report)<-[:IN_REPORT]-(n:Entry) WHERE r.id = $id
RETURN n.id AS id, n.number AS number, n.date AS date, n.text AS text ORDER BY number, id SKIP $skip LIMIT $most"""
_PLACES = """UNWIND $ids AS id MATCH (n:Entry)-[:LOCATED_IN]->(p:Place) WHERE n.id = id
RETURN n.id AS id, p.name AS place ORDER BY id, place"""
_SOURCES = """UNWIND $ids AS id MATCH (n:Entry)-[c:CITES]->(s:Source) WHERE n.id = id
RETURN n.id AS id, c.footnote AS footnote, c.start AS start, s.url AS url ORDER BY id, start, url"""


@dataclass(frozen=True)
class ReportRead:
    """A report: its title, series, the days that it covers (ISO), and how many entries it has."""

    id: str
    title: str
    series: str
    first: str
    last: str
    entries: int


@dataclass(frozen=True)
class Marked:
    """Words of an entry that name something, or tell a fact of it."""

    span: Span
    thing: Key


@dataclass(frozen=True)
class Cited:
    """A source cited in an entry, and where."""

    footnote: str
    start: int
    url: str


@dataclass(frozen=True)
class EntryRead:
    """An entry as it is printed: its words with marks, its places, and its sources."""

    id: str
    number: int
    date: str | None
    text: str
    places: tuple[str, ...]
    marks: tuple[Marked, ...]
    sources: tuple[Cited, ...]


def read_reports(store: Store) -> list[ReportRead]:
    """All reports, by the days that they cover."""
    return [ReportRead(**{**row, "series": row["series"] or ""}) for row in ask(store, _REPORTS)]


def read_entries(store: Store, report: str, skip: int, most: int) -> list[EntryRead]:
    """Entries of a report in their order, from a position on."""
    rows = ask(store, _ENTRIES, id=report, skip=skip, most=most)
    ids = [row["id"] for row in rows]
    places, marks, sources = _places(store, ids), _marks(store, ids), _sources(store, ids)
    return [
        EntryRead(
            row["id"],
            row["number"],
            row["date"],
            row["text"],
            tuple(places[row["id"]]),
            tuple(sorted(marks[row["id"]], key=lambda mark: (mark.span, mark.thing))),
            tuple(sources[row["id"]]),
        )
        for row in rows
    ]


def _places(store: Store, ids: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for row in ask(store, _PLACES, ids=ids):
        found[row["id"]].append(row["place"])
    return found


def _sources(store: Store, ids: Sequence[str]) -> dict[str, list[Cited]]:
    found: dict[str, list[Cited]] = defaultdict(list)
    for row in ask(store, _SOURCES, ids=ids):
        found[row["id"]].append(Cited(str(row["footnote"] or ""), row["start"], row["url"]))
    return found


def _marks(store: Store, ids: Sequence[str]) -> dict[str, list[Marked]]:
    """The words that name things, and those that tell facts, by entry."""
    found: dict[str, list[Marked]] = defaultdict(list)
    schema = load_schema()
    for type in ("MENTIONS", "RECORDS"):
        for ends in schema.relationships[type].ends:
            label = ends.partition(" -> ")[2]
            asked = f"""UNWIND $ids AS id MATCH (n:Entry)-[r:{type}]->(x:{label}) WHERE n.id = id
                RETURN n.id AS entry, x.{schema.key_of(label)} AS thing, r.start AS start, r.end AS end"""
            rows: Sequence[Sequence[Any]] = store.query(asked, {"ids": list(ids)}, ALL_ROWS).rows
            for entry, thing, start, end in rows:
                found[entry].append(Marked(Span(start, end), Key(label, thing)))
    return found
