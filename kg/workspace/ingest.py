"""What becomes of each file of an ingest: taken, there already, a corrected version, or refused."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ingest.errors import KgError, ReportRefused
from ingest.facts import Entry, ParseIssue, Report, ReportFacts
from ingest.formats.documents import Document, find_documents, folders_passed_over
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction
from ingest.report.period import month_in_title
from kg.decisions.journal import Decision, decide, effective, version_in_force
from kg.stores import Progress
from kg.workspace.cache import facts_of, remember
from kg.workspace.layout import Layout
from kg.workspace.reports import KeptReport, check_series, take_in
from kg.workspace.rules import Rules
from kg.workspace.versions import Versions

_PERIOD = re.compile(r"\d{4}-(0[1-9]|1[0-2])")

# How many entries a correction names by their numbers.
_NAMED = 12

_PASSED_OVER = "a folder in a folder is not searched. Give it by name to read the reports in it."


@dataclass(frozen=True)
class FileOutcome:
    """What became of one file.

    ``outcome`` is ``taken``, ``corrected``, ``already there``, ``refused``, or ``passed over`` (a folder in a folder);
    ``notes`` are sentences (why it was refused, what a corrected version changes, which encoding was taken); ``counts``
    are the facts of the file by kind.
    """

    name: str
    outcome: str
    report: str | None = None
    notes: tuple[str, ...] = ()
    issues: tuple[ParseIssue, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def refused(self) -> bool:
        """Whether nothing of the file is in the workspace."""
        return self.outcome == "refused"

    @property
    def passed_over(self) -> bool:
        """Whether it is a folder in a folder, which nobody asked to read."""
        return self.outcome == "passed over"


@dataclass(frozen=True)
class IngestResult:
    """What became of every file; ``totals`` are the things in the graph now, ``changed`` whether it is another one."""

    files: tuple[FileOutcome, ...]
    totals: Mapping[str, int]
    changed: bool


@dataclass
class Intake:
    """An ingest under way: what it found in the workspace, and what it adds."""

    layout: Layout
    rules: Rules
    versions: Versions
    jurisdiction: Jurisdiction | None
    given: str | None
    reports: list[KeptReport]
    decisions: list[Decision]
    progress: Progress | None = None
    entries_before: int = 0
    new_decisions: list[Decision] = field(default_factory=list)
    changed: bool = False

    def take(self, path: Path, period: str | None, series: str) -> FileOutcome:
        """Take one file in, and say what became of it."""
        try:
            document = self.rules.read_document(path)
            there = [
                r
                for r in self.reports
                if (r.sha256, r.series) == (document.sha256, series) and period in (None, r.period)
            ]
            if there:
                return self._already(path, there[0])
            self.jurisdiction = self._jurisdiction_of(document, path)
            facts = self.rules.read_report(document.text, self.jurisdiction, period, str(path), self._report_progress)
            self.entries_before += len(facts.entries)
            return self._new(path, document, facts, period, series)
        except ReportRefused as error:
            return FileOutcome(str(path), "refused", notes=(str(error).removeprefix(f"{path}: "),))

    def _report_progress(self, done: int, total: int) -> None:
        if self.progress:
            self.progress(self.entries_before + done, self.entries_before + total)

    def _jurisdiction_of(self, document: Document, path: Path) -> Jurisdiction:
        """The workspace's; told by its first report, where nobody gave it. Raises ``ReportRefused``."""
        if self.given:
            return load_jurisdiction(self.given)
        try:
            told = self.rules.detect_jurisdiction(document.text)
        except ReportRefused as error:
            # A text that names no place says nothing against the workspace's country.
            if self.jurisdiction:
                return self.jurisdiction
            raise ReportRefused(f"{path}: {error}") from None
        if self.jurisdiction and told != self.jurisdiction.id:
            raise ReportRefused(
                f"{path}: this is a report of {load_jurisdiction(told).pack.title}; the workspace is of "
                f"{self.jurisdiction.pack.title}. Give it a workspace of its own (-w), or say --jurisdiction "
                f"{self.jurisdiction.id} if that is wrong."
            )
        return self.jurisdiction or load_jurisdiction(told)

    def _jurisdiction_note(self, document: Document) -> list[str]:
        if not self.given:
            return []
        try:
            told = self.rules.detect_jurisdiction(document.text)
        except ReportRefused:
            return []
        if told == self.given:
            return []
        title = load_jurisdiction(told).pack.title
        return [f"It reads like a report of another country ({title}); it was read as --jurisdiction says."]

    def _already(self, path: Path, report: KeptReport) -> FileOutcome:
        state = state_of(report, self.reports, self.decisions)
        return FileOutcome(str(path), "already there", report.id, (state,) if state else ())

    def _withdrawal(self, series: str, period: str) -> str | None:
        """The id of the decision that took this period's report out, if one holds."""
        for decision in effective(self.decisions):
            about = decision.about
            if decision.verb == "withdrawn" and (about.get("series", ""), about.get("period")) == (series, period):
                return decision.id
        return None

    def _new(self, path: Path, document: Document, facts: ReportFacts, period: str | None, series: str) -> FileOutcome:
        assert self.jurisdiction is not None
        told = facts.report.period
        report = KeptReport(series, told, document.sha256, path.suffix.lower(), document.encoding, asked=period)
        if report in self.reports:
            return self._already(path, report)
        others = [r for r in self.reports if (r.series, r.period) == (series, told)]
        old = _in_force(others, self.decisions)
        withdrawal = None if old else self._withdrawal(series, told)
        if withdrawal:
            # Whoever withdrew consent is not overruled by a corrected file.
            said = (
                f"{report.id} was withdrawn by decision {withdrawal}; `kg undo {withdrawal}` first, if it may be used."
            )
            return FileOutcome(str(path), "refused", notes=(said,))
        take_in(self.layout, report, path.read_bytes())
        remember(self.layout, report, facts, self.jurisdiction, self.versions)
        self.reports.append(report)
        self.changed = True
        notes = [*document.notes, *self._jurisdiction_note(document), *_period_note(facts.report)]
        if others:
            about = {"series": series, "period": told, "sha256": report.sha256}
            decision = decide("in_force", about, "", "a corrected version came in", self.decisions)
            self.decisions.append(decision)
            self.new_decisions.append(decision)
            notes.append(f"It is in force by decision {decision.id}; `kg undo {decision.id}` takes it back.")
            if old:
                before = facts_of(self.layout, old, self.jurisdiction, self.rules, self.versions)
                notes.append(describe_changes(before, facts))
        return FileOutcome(
            str(path),
            "corrected" if others else "taken",
            report.id,
            tuple(notes),
            facts.report.issues,
            count_facts(facts),
        )


def files_of(paths: Iterable[Path], period: str | None, series: str) -> tuple[list[Path], list[FileOutcome]]:
    """The files to read, and what becomes of the other paths: folders that are refused, folders in folders.

    Raises ``KgError`` for a wrong option.
    """
    check_series(series)
    files: list[Path] = []
    others = []
    for path in paths:
        try:
            files += [found for found in find_documents([path]) if found not in files]
            others += [FileOutcome(str(p), "passed over", notes=(_PASSED_OVER,)) for p in folders_passed_over(path)]
        except ReportRefused as error:
            others.append(FileOutcome(str(path), "refused", notes=(str(error).removeprefix(f"{path}: "),)))
    if period is not None and not _PERIOD.fullmatch(period):
        raise KgError(f"'{period}' is no period. Write it as 2023-06.")
    if period is not None and len(files) > 1:
        raise KgError(
            f"--period says the month of one report, and there are {len(files)} files. Ingest them one by one."
        )
    return files, others


def state_of(report: KeptReport, reports: Sequence[KeptReport], decisions: Sequence[Decision]) -> str:
    """Why a version does not count; empty where it does."""
    versions = [r for r in reports if (r.series, r.period) == (report.series, report.period)]
    current = _in_force(versions, decisions)
    if current == report:
        return ""
    if current:
        return f"another version of {report.id} is in force ({current.sha256[:12]})"
    about = {"series": report.series, "period": report.period}.items()
    if any(d.verb == "withdrawn" and about <= d.about.items() for d in decisions):
        return f"{report.id} is withdrawn; `kg undo` of that decision brings it back"
    return f"there are {len(versions)} versions of {report.id} and no decision which of them counts"


def in_force_among(reports: Sequence[KeptReport], decisions: Sequence[Decision]) -> list[KeptReport]:
    """The versions that count, one for each series and period at most."""
    return [report for report in reports if not state_of(report, reports, decisions)]


def describe_changes(before: ReportFacts, after: ReportFacts) -> str:
    """How many entries a corrected version adds, removes and changes; an entry changed where its first footnote (or its
    number, where it has none) stays and its text does not."""
    old, new = ([e.entry for e in facts.entries] for facts in (before, after))
    same = Counter(e.text for e in old) & Counter(e.text for e in new)
    gone, came = _without(old, same), _without(new, same)
    changed = sum((Counter(map(_place, gone)) & Counter(map(_place, came))).values())
    numbers = ", ".join(str(entry.number) for entry in came[:_NAMED]) + (", …" if len(came) > _NAMED else "")
    where = f" (new words in entries {numbers})" if came else ""
    return f"Entries: {len(came) - changed} added, {len(gone) - changed} removed, {changed} changed{where}."


def count_facts(facts: ReportFacts) -> dict[str, int]:
    """How many facts of each kind a report tells, counted entry by entry."""
    counts = Counter(entries=len(facts.entries), sources=len({r.url for r in facts.report.references if r.url}))
    for entry in facts.entries:
        counts["people"] += len(entry.persons)
        counts["charges"] += len(entry.charges)
        counts["sanctions"] += len(entry.sanctions)
        counts["acts"] += len(entry.acts)
        for body in entry.bodies:
            counts[{"court": "courts", "facility": "facilities"}.get(body.kind, "organisations")] += 1
    return dict(counts)


def _in_force(versions: Sequence[KeptReport], decisions: Sequence[Decision]) -> KeptReport | None:
    by_hash = {r.sha256: r for r in versions}
    if not versions:
        return None
    current = version_in_force(versions[0].series, versions[0].period, by_hash, decisions)
    return by_hash[current] if current else None


def _period_note(report: Report) -> list[str]:
    if report.period_source == "title":
        return []
    if report.period_source != "given":
        return [f"Its period, {report.period}, is told by: {report.period_source}."]
    said = month_in_title(report.title)
    if said in (None, report.period):
        return []
    return [f"Its title says {said}; it was taken for {report.period}, as --period says."]


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
    return entry.footnotes[0].number if entry.footnotes else f"entry {entry.number}"
