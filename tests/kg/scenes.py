"""Facts made by hand for the tests of identity and build: invented people, spans found in the words."""

import calendar
import re
from dataclasses import replace

from ingest.analysis.document import analyse
from ingest.extract.matters.matters import find_matters
from ingest.extract.matters.quoted_names import add_own_names
from ingest.facts import (
    Act,
    Body,
    Charge,
    Entry,
    EntryFacts,
    Evidence,
    Footnote,
    Party,
    Person,
    Place,
    Reference,
    Report,
    ReportFacts,
    Sanction,
    Span,
)
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.language.stems import find_content_words
from kg.entries.active import ActiveReport

KAZAKHSTAN = load_jurisdiction("kazakhstan")
GAZETTEER = {"Almaty": "kz-almaty", "Astana": "kz-astana"}


def words(text: str, *quoted: str) -> Evidence:
    """Evidence for the first occurrence of each of the quoted words."""
    spans = [Span(text.index(q), text.index(q) + len(q)) for q in quoted]
    return Evidence(tuple(spans), "tests.by_hand")


def person(text: str, name: str, role: str = "target", office: str | None = None) -> Person:
    surname, _, given = name.partition(" ")
    return Person(surname or None, given or None, role, words(text, name), office)


def body(text: str, kind: str, name: str, type: str, generic: bool = False, place: str | None = None) -> Body:
    return Body(kind, name, type, words(text, name), generic, place)  # type: ignore[arg-type]


def charge(text: str, who: int | None, code: str, article: str, part: str | None = None) -> Charge:
    return Charge(who, code, article, words(text, f"Article {article}"), part)


def sanction(text: str, who: int | None, kind: str, quoted: str, **details: object) -> Sanction:
    to = () if who is None else (Party("person", who),)
    return Sanction(to, kind, words(text, quoted), **details)  # type: ignore[arg-type]


def act(text: str, type: str, verb: str, to: str = "", by: str = "", **details: object) -> Act:
    """An act; ``to`` and ``by`` are like ``p0 p1 b0``: positions of persons and bodies."""
    return Act(type, words(text, verb), _parties(to), _parties(by), **details)  # type: ignore[arg-type]


def entry(number: int, date: str | None, text: str, place: str | None = None, **facts: object) -> EntryFacts:
    places = (Place(place, "city", words(text, place), GAZETTEER.get(place)),) if place else ()
    notes = tuple(Footnote(m[1], Span(*m.span())) for m in re.finditer(r"\[(\d+)\]", text))
    found = EntryFacts(Entry(number, text, number, date, footnotes=notes), places, **facts)  # type: ignore[arg-type]
    document = analyse(found.entry, KAZAKHSTAN)
    return replace(found, matters=find_matters(document, found, KAZAKHSTAN), words=tuple(find_content_words(text)))


def report(*entries: EntryFacts, period: str = "2031-03", series: str = "") -> ActiveReport:
    year, month = map(int, period.split("-"))
    last = calendar.monthrange(year, month)[1]
    notes = sorted({n.number for e in entries for n in e.entry.footnotes})
    references = tuple(Reference(n, f"https://news.example/{n}", 100 + i) for i, n in enumerate(notes))
    parsed = Report(
        "", period, f"{period}-01", f"{period}-{last}", "given", tuple(e.entry for e in entries), references
    )
    return ActiveReport(series, f"{period}{series}" * 4, ReportFacts(parsed, add_own_names(entries)))


def _parties(text: str) -> tuple[Party, ...]:
    kinds = {"p": "person", "b": "body"}
    return tuple(Party(kinds[w[0]], int(w[1:])) for w in text.split())  # type: ignore[arg-type]
