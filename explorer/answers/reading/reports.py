"""The reading room: a report as it is printed, every fact marked, and what was not read."""

from collections.abc import Mapping
from dataclasses import dataclass

from explorer.answers.evidence import Source, is_web_address
from explorer.answers.things import Standing, Thing, make_thing
from explorer.decisions.knowledge import Known
from kg.graph.value import Key
from kg.stores import Store
from kg.stores.lookup import NotFound
from queries.networks.entries import EntryRead, ReportRead, read_entries, read_reports
from queries.networks.nodes import read_nodes
from queries.pages.phrases import host_of


@dataclass(frozen=True)
class ReportListed:
    """A report and the days that it covers (ISO)."""

    id: str
    title: str
    series: str
    first: str
    last: str
    entries: int


@dataclass(frozen=True)
class Mark:
    """Words of an entry, by their characters, that name a thing or tell a fact."""

    start: int
    end: int
    id: str
    kind: str
    label: str
    standing: Standing


@dataclass(frozen=True)
class Footnote:
    """A source cited at a character of the text."""

    footnote: str
    start: int
    source: Source


@dataclass(frozen=True)
class EntryPrinted:
    """An entry as it is printed. ``marks`` may overlap: a name stands in the words of an act."""

    id: str
    number: int
    date: str | None
    place: str
    text: str
    marks: tuple[Mark, ...]
    footnotes: tuple[Footnote, ...]


@dataclass(frozen=True)
class Unread:
    """A passage that nothing was made of: its line in the file, what it is, and its first words."""

    line: int
    kind: str
    words: str


@dataclass(frozen=True)
class ReportPage:
    """Some entries of a report, from the position ``skipped`` on, and all that was not read in it.

    ``unread`` is ``None`` where only the graph is at hand, which does not have it.
    """

    report: ReportListed
    entries: tuple[EntryPrinted, ...]
    skipped: int
    unread: tuple[Unread, ...] | None


def list_reports(store: Store) -> list[ReportListed]:
    """All reports, by the days that they cover."""
    return [_listed(report) for report in read_reports(store)]


def read_page(store: Store, report: str, entry: str, skip: int, count: int, known: Known | None) -> ReportPage:
    """Some entries of a report; with ``entry`` (an id), a page that begins a little before it.

    Raises ``NotFound`` if there is no such report.
    """
    found = next((each for each in read_reports(store) if each.id == report), None)
    if found is None:
        raise NotFound("There is no such report in the graph.")
    if entry:
        skip = _position(store, report, entry, min(_BEFORE, count // 3), found.entries)
    entries = read_entries(store, report, skip, count)
    nodes = read_nodes(store, (mark.thing for each in entries for mark in each.marks))
    things = {key: make_thing(node) for key, node in nodes.items()}
    return ReportPage(_listed(found), tuple(_printed(each, things) for each in entries), skip, _unread(report, known))


_BEFORE = 2


def _position(store: Store, report: str, entry: str, before: int, entries: int) -> int:
    ids = [each.id for each in read_entries(store, report, 0, entries)]
    return max(0, ids.index(entry) - before) if entry in ids else 0


def _listed(report: ReportRead) -> ReportListed:
    return ReportListed(report.id, report.title, report.series, report.first, report.last, report.entries)


def _printed(entry: EntryRead, things: Mapping[Key, Thing]) -> EntryPrinted:
    marks = (
        Mark(mark.span.start, mark.span.end, thing.id, thing.kind, thing.label, thing.standing)
        for mark in entry.marks
        if (thing := things.get(mark.thing))
    )
    footnotes = (
        Footnote(each.footnote, each.start, Source(host_of(each.url), each.url if is_web_address(each.url) else None))
        for each in entry.sources
    )
    return EntryPrinted(
        entry.id, entry.number, entry.date, ", ".join(entry.places), entry.text, tuple(marks), tuple(footnotes)
    )


def _unread(report: str, known: Known | None) -> tuple[Unread, ...] | None:
    if known is None:
        return None
    found = next((each.facts.report for each in known.facts.reports if each.id == report), None)
    return tuple(Unread(each.line, each.kind, each.words) for each in found.unread) if found else None
