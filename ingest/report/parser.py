"""A report's text becomes entries with date and footnotes, references, and a list of what could not be read."""

from collections.abc import Iterator, Sequence

from ingest.errors import ReportRefused
from ingest.facts import Entry, Footnote, ParseIssue, Report
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.dates import MONTH_NAMES
from ingest.report.headings import with_places_of_headings
from ingest.report.notes.addresses import LinkedAddress, find_cited
from ingest.report.notes.mismatches import find_mismatches
from ingest.report.paragraphs import split_paragraphs
from ingest.report.parts import Paragraph, Parts
from ingest.report.period.period import Period, read_period
from ingest.report.scripts import find_other_scripts
from ingest.report.titles import date_on_top, title_of
from ingest.report.unread import find_unread

LONGEST_ENTRY = 2_500_000
"""Characters. Some take a kilobyte of memory each while their entry is read; what is longer is no entry."""


def parse_report(
    text: str,
    jurisdiction: Jurisdiction,
    period: str | None = None,
    name: str = "the report",
    links: Sequence[LinkedAddress] = (),
) -> Report:
    """Split a text into a report.

    ``period`` (such as ``2022-10``) overrides what the text says; ``name`` is in messages; ``links`` are what words of
    the text lead to, in its order. Where the text has no title, ``Report.title`` is the period. Raises
    ``ReportRefused`` for a text without any paragraph that has a dated header or a footnote, ``PeriodUnknown`` where
    nothing says its period.
    """
    parts = split_paragraphs(text, jurisdiction, links)
    if not any(p.header.month or p.noted for p in parts.paragraphs):
        raise ReportRefused(
            f"{name}: not a report. None of its paragraphs begins with a date or has a footnote such as [1]."
        )
    title = title_of(parts.preamble)
    found = read_period(title, date_on_top(parts.preamble), text, parts.paragraphs, period, name)
    _refuse_endless(parts.paragraphs, name)
    own = (
        _entry(number, text[slice(*paragraph.span)], paragraph, found, _footnotes(text, paragraph, parts, links))
        for number, paragraph in enumerate(parts.paragraphs, 1)
    )
    entries = tuple(with_places_of_headings(own))
    mismatches = find_mismatches(entries, parts.references, parts.last_line)
    issues = [*_undated(entries), *find_other_scripts(entries), *mismatches]
    return Report(
        title=title or _title_for(found),
        period=found.key,
        period_start=found.start,
        period_end=found.end,
        period_source=found.source,
        entries=entries,
        references=parts.references,
        issues=tuple(sorted(issues, key=lambda u: (u.line, u.kind, u.what))),
        period_rule=found.rule,
        unread=find_unread(text, title, parts.passed, entries, parts.references, links),
    )


def _title_for(period: Period) -> str:
    if len(period.key) != len("2022-10"):
        return period.key
    return f"{MONTH_NAMES[int(period.key[5:]) - 1]} {period.key[:4]}"


def _refuse_endless(paragraphs: Sequence[Paragraph], name: str) -> None:
    for paragraph in paragraphs:
        if paragraph.span.end - paragraph.span.start > LONGEST_ENTRY:
            raise ReportRefused(
                f"{name}, line {paragraph.line}: an entry of more than {LONGEST_ENTRY:,} characters. Divide it into "
                "paragraphs that open with a date."
            )


def _entry(number: int, text: str, paragraph: Paragraph, period: Period, footnotes: tuple[Footnote, ...]) -> Entry:
    header = paragraph.header
    return Entry(
        number=number,
        text=text,
        line=paragraph.line,
        date=header.date_in(period.start, period.end),
        date_span=header.date_span,
        body=header.body,
        footnotes=footnotes,
        places=header.places,
        date_rule=header.date_rule,
        start=paragraph.span.start,
    )


def _footnotes(text: str, paragraph: Paragraph, parts: Parts, links: Sequence[LinkedAddress]) -> tuple[Footnote, ...]:
    words = text[slice(*paragraph.span)]
    found = [*parts.marks.find(words), *find_cited(words, paragraph.span.start, links)]
    return tuple(sorted(found, key=lambda note: note.span))


def _undated(entries: tuple[Entry, ...]) -> Iterator[ParseIssue]:
    for entry in entries:
        if entry.date is None:
            yield ParseIssue("no such date" if entry.date_span else "no date", entry.line)
