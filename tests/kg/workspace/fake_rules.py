"""Reports and rules for the tests of the workspace: tiny reports through the real build and store."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ingest.errors import ReportRefused
from ingest.facts import Entry, EntryFacts, Evidence, ParseIssue, Person, Report, ReportFacts, Span
from ingest.formats.files import read_file
from ingest.jurisdictions.packs import Jurisdiction
from kg.rows.build import build
from kg.rows.resolved_reports import resolve_reports
from kg.stores import Progress
from kg.workspace.rules import Rules
from kg.workspace.versions import VersionSource


def detect(text: str) -> str:
    """A text says its country in the first line: ``velmoria 2031-03``."""
    return text.split(maxsplit=1)[0]


def find_other(text: str, jurisdiction: str) -> str | None:
    """The country of the first line, if it is another one."""
    detected = detect(text)
    return None if detected == jurisdiction else detected


def read(
    text: str, jurisdiction: Jurisdiction, period: str | None, name: str, progress: Progress | None
) -> ReportFacts:
    """The first line says country and period; each further line is an entry that begins with surname and given name."""
    first, *lines = text.strip().splitlines()
    month = period or first.split()[1]
    if not lines:
        raise ReportRefused(f"{name}: there is no entry in it.")
    entries = [Entry(i, line, i + 1, f"{month}-{i:02}") for i, line in enumerate(lines, 1)]
    if progress:
        progress(len(entries), len(entries))
    issues = (ParseIssue("no date", 2),)
    return ReportFacts(
        Report("", month, f"{month}-01", f"{month}-28", "title", tuple(entries), issues=issues),
        tuple(EntryFacts(entry, persons=persons_of(entry.text)) for entry in entries),
    )


def persons_of(text: str) -> Sequence[Person]:
    surname, given = text.split()[:2]
    end = len(surname) + 1 + len(given)
    return (Person(surname, given, "target", Evidence((Span(0, end),), "standing_in.name")),)


def versions(sources: str, reading: str) -> VersionSource:
    return VersionSource(lambda: sources, lambda: reading, lambda: "1")


RULES = Rules(read_file, detect, find_other, read, build, resolve_reports, versions("1", "1"))
OTHER_RULES = replace(RULES, versions=versions("2", "2"))
SAME_RULES_REWORDED = replace(RULES, versions=versions("2", "1"))

MARCH = ["Orvane Ilka was detained", "Tamsel Brio was fined", "Orvane Ilka was released"]
APRIL = ["Orvane Ilka was tried", "Kestin Ura was summoned"]


def write_report(
    folder: Path, name: str, lines: Sequence[str], period: str = "2031-03", country: str = "velmoria"
) -> Path:
    path = folder / name
    path.write_text("\n".join([f"{country} {period}", *lines]), encoding="utf-8")
    return path
