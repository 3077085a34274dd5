"""What an ingest did with a file, as values: the sentences about them are the command line's."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from ingest.facts import Entry, ParseIssue, Report, ReportFacts, UnreadPassage
from ingest.report.period.period import period_in_title
from kg.workspace.state import VersionState

Outcome = Literal["added", "corrected", "already added", "refused", "skipped"]
"""What an ingest did with a file. ``corrected``: it is a new version of a period's report; ``skipped``: see below."""

TAKEN: frozenset[Outcome] = frozenset({"added", "corrected"})
"""The outcomes after which a file is new in the workspace."""


@dataclass(frozen=True)
class PeriodSource:
    """The report's title does not state its period: what did, and which it is."""

    period: str
    source: str


@dataclass(frozen=True)
class PeriodOverridden:
    """The title states another period than the user did; the user's counts."""

    in_title: str
    given: str


@dataclass(frozen=True)
class CountryOverridden:
    """The text looks like a report of another country (its pack's title) than the user said."""

    detected: str


@dataclass(frozen=True)
class CorrectedBy:
    """A corrected version is in force by this decision (id)."""

    decision: str


@dataclass(frozen=True)
class EntryChanges:
    """How a corrected version differs from the one before.

    ``new_text`` are the numbers of entries whose text was not there before. An entry is changed where its first
    footnote (or its number, where it has none) stays and its text does not.
    """

    added: int
    removed: int
    changed: int
    new_text: tuple[int, ...]


Note = str | PeriodSource | PeriodOverridden | CountryOverridden | CorrectedBy | EntryChanges | VersionState
"""What the user should know about a file. A text is a sentence of the reader of its format, such as its encoding."""


@dataclass(frozen=True)
class FileOutcome:
    """What an ingest did with one file.

    ``reason`` says why it was refused. ``skipped`` is a folder inside a folder, which nobody asked to read, or a file
    of another format in a folder, with a reason. ``counts`` are the facts of the file by kind. ``proposal`` is a name
    for its series, where it needs one of its own, or its days as a period. ``is_stated``: it is a partner's graph.
    """

    name: str
    outcome: Outcome
    report: str | None = None
    reason: str = ""
    notes: tuple[Note, ...] = ()
    issues: tuple[ParseIssue, ...] = ()
    unread: tuple[UnreadPassage, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    proposal: str = ""
    is_stated: bool = False


def period_notes(report: Report) -> list[Note]:
    """What the user should know of the period of a report: that the title does not state it, or another."""
    if report.period_source == "title":
        return []
    if report.period_source != "given":
        return [PeriodSource(report.period, report.period_source)]
    in_title = period_in_title(report.title)
    return [] if in_title in (None, report.period) else [PeriodOverridden(str(in_title), report.period)]


def find_changes(before: ReportFacts, after: ReportFacts) -> EntryChanges:
    """How the entries of a corrected version differ from those of the version before."""
    old, new = ([e.entry for e in facts.entries] for facts in (before, after))
    same = Counter(e.text for e in old) & Counter(e.text for e in new)
    gone, came = _without(old, same), _without(new, same)
    changed = sum((Counter(map(_place, gone)) & Counter(map(_place, came))).values())
    numbers = tuple(entry.number for entry in came)
    return EntryChanges(len(came) - changed, len(gone) - changed, changed, numbers)


def count_facts(facts: ReportFacts) -> dict[str, int]:
    """How many facts of each kind a report has, counted entry by entry."""
    listed = {url for urls in facts.report.addresses().values() for url in urls}
    in_text = {note.url for facts_of in facts.entries for note in facts_of.entry.footnotes if note.url}
    counts = Counter(entries=len(facts.entries), sources=len(listed | in_text))
    for entry in facts.entries:
        counts["people"] += len(entry.persons)
        counts["charges"] += len(entry.charges)
        counts["sanctions"] += len(entry.sanctions)
        counts["acts"] += len(entry.acts)
        for body in entry.bodies:
            counts[{"court": "courts", "facility": "facilities"}.get(body.kind, "organisations")] += 1
    return dict(counts)


def _without(entries: list[Entry], same: Counter[str]) -> list[Entry]:
    left = same.copy()
    found = []
    for entry in entries:
        if left[entry.text]:
            left[entry.text] -= 1
        else:
            found.append(entry)
    return found


def _place(entry: Entry) -> str:
    return next((note.number for note in entry.footnotes if note.number), f"entry {entry.number}")
