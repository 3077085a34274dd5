"""What an ingest does with each file: add it, count it as a corrected version, or refuse it."""

import traceback
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ingest.errors import KgError, ReportRefused
from ingest.facts import Report, ReportFacts
from ingest.formats.files import ReportFile, find_report_files, folders_passed_over
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction
from ingest.language.periods.keys import read_period_key
from ingest.report.original import describe_characters
from ingest.report.period.period import period_in_title
from kg.decisions.erasure import find_erasure
from kg.decisions.journal import Decision, decide, effective
from kg.stores import Progress
from kg.workspace.cache import facts_of, remember
from kg.workspace.files.layout import Layout
from kg.workspace.files.reports import KeptReport, check_series, keep_incoming, restore_bytes
from kg.workspace.files.versions import Versions
from kg.workspace.outcomes import (
    CorrectedBy,
    CountryOverridden,
    FileOutcome,
    Note,
    Outcome,
    PeriodOverridden,
    PeriodSource,
    count_facts,
    find_changes,
)
from kg.workspace.rules import Rules
from kg.workspace.state import current_version, version_state


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

    def add(self, path: Path, period: str | None, series: str) -> FileOutcome:
        """Add one file, unless it is there already or has to be refused."""
        try:
            document = self._read(path)
            for report in self.reports:
                same_file = (report.sha256, report.series) == (document.sha256, series)
                if same_file and period in (None, report.period):
                    return self._already(path, report, document)
            self._refuse_erased(document.sha256, series, period)
            self.jurisdiction = self._jurisdiction_of(document, path)
            facts = self.rules.read_report(document.text, self.jurisdiction, period, str(path), self._report_progress)
            self.entries_before += len(facts.entries)
            return self._add_new(path, document, facts, period, series)
        except ReportRefused as error:
            return _refused(path, error)
        except (KgError, OSError):
            raise
        except Exception as error:  # noqa: BLE001 (whatever one file does to the rules, the others are read)
            return FileOutcome(str(path), "refused", reason=_fault(error))

    def _report_progress(self, done: int, total: int) -> None:
        if self.progress:
            self.progress(self.entries_before + done, self.entries_before + total)

    def _jurisdiction_of(self, document: ReportFile, path: Path) -> Jurisdiction:
        """The workspace's; detected in its first report, where nobody gave it. Raises ``ReportRefused``."""
        if self.given:
            return load_jurisdiction(self.given)
        try:
            detected = self.rules.detect_jurisdiction(document.text)
        except ReportRefused as error:
            # A text that names no place says nothing against the workspace's country.
            if self.jurisdiction:
                return self.jurisdiction
            raise ReportRefused(f"{path}: {error}") from None
        if self.jurisdiction and detected != self.jurisdiction.id:
            raise ReportRefused(
                f"{path}: this is a report of {load_jurisdiction(detected).pack.title}; the workspace is of "
                f"{self.jurisdiction.pack.title}. Give it a workspace of its own (-w), or set --jurisdiction "
                f"{self.jurisdiction.id} if that is wrong."
            )
        return self.jurisdiction or load_jurisdiction(detected)

    def _country_notes(self, document: ReportFile) -> list[Note]:
        if not self.given:
            return []
        try:
            detected = self.rules.detect_jurisdiction(document.text)
        except ReportRefused:
            return []
        if detected == self.given:
            return []
        return [CountryOverridden(load_jurisdiction(detected).pack.title)]

    def _read(self, path: Path) -> ReportFile:
        try:
            return self.rules.read_file(path)
        except OSError as error:
            raise ReportRefused(f"{path}: {_reason(error)}") from None

    def _already(self, path: Path, report: KeptReport, document: ReportFile) -> FileOutcome:
        state = version_state(report, self.reports, self.decisions)
        notes: list[Note] = [] if state.status == "in force" else [state]
        if restore_bytes(self.layout, report, document.data):
            notes.append("The workspace's copy was missing or changed. It is restored from this file.")
        return FileOutcome(str(path), "already added", report.id, notes=tuple(notes))

    def _refuse_erased(self, sha256: str, series: str, period: str | None) -> None:
        """Raise ``ReportRefused`` for a report that somebody had erased: it does not come back by itself."""
        if erased := find_erasure(self.decisions, series, period or "", sha256):
            raise ReportRefused(
                f"the report was erased by decision {erased.id}; `kg undo {erased.id}` first, if it may be used again."
            )

    def _withdrawal(self, series: str, period: str) -> str | None:
        """The id of the decision that took this period's report out, if one holds."""
        for decision in effective(self.decisions):
            about = decision.about
            if decision.verb == "withdrawn" and (about.get("series", ""), about.get("period")) == (series, period):
                return decision.id
        return None

    def _add_new(
        self, path: Path, document: ReportFile, facts: ReportFacts, period: str | None, series: str
    ) -> FileOutcome:
        assert self.jurisdiction is not None
        found = facts.report.period
        report = KeptReport(series, found, document.sha256, path.suffix.lower(), document.encoding, asked=period)
        if report in self.reports:
            return self._already(path, report, document)
        others = [r for r in self.reports if (r.series, r.period) == (series, found)]
        self._refuse_erased(document.sha256, series, found)
        old = current_version(others, self.decisions)
        if not old and (withdrawal := self._withdrawal(series, found)):
            # A corrected file does not overrule somebody who withdrew consent.
            raise ReportRefused(
                f"{report.id} was withdrawn by decision {withdrawal}; `kg undo {withdrawal}` first, if it may be used."
            )
        keep_incoming(self.layout, report, document.data)
        remember(self.layout, report, facts, self.jurisdiction, self.versions)
        notes = [*document.notes, *self._country_notes(document), *_period_notes(facts.report)]
        notes += describe_characters(facts.report.issues)
        if others:
            notes.append(CorrectedBy(self._put_in_force(report)))
        if old:
            before = facts_of(self.layout, old, self.jurisdiction, self.rules, self.versions)
            notes.append(find_changes(before, facts))
        self.reports.append(report)
        self.changed = True
        outcome: Outcome = "corrected" if others else "added"
        return FileOutcome(
            str(path),
            outcome,
            report.id,
            notes=tuple(notes),
            issues=facts.report.issues,
            unread=facts.report.unread,
            counts=count_facts(facts),
        )

    def _put_in_force(self, report: KeptReport) -> str:
        """Decide that a corrected version counts; gives the decision's id."""
        about = {"series": report.series, "period": report.period, "sha256": report.sha256}
        decision = decide("in_force", about, "", "a corrected version came in", self.decisions)
        self.decisions.append(decision)
        self.new_decisions.append(decision)
        return decision.id


def find_files(paths: Iterable[Path], period: str | None, series: str) -> tuple[list[Path], list[FileOutcome]]:
    """The files to read, and an outcome for the paths that are not: folders refused, folders inside folders skipped.

    Raises ``KgError`` for a wrong option.
    """
    check_series(series)
    files: list[Path] = []
    others = []
    for path in paths:
        try:
            files += [found for found in find_report_files([path]) if found not in files]
            others += [FileOutcome(str(p), "skipped") for p in folders_passed_over(path)]
        except ReportRefused as error:
            others.append(_refused(path, error))
        except OSError as error:
            others.append(FileOutcome(str(path), "refused", reason=_reason(error)))
    if period is not None and not read_period_key(period):
        raise KgError(f"'{period}' is not a period. Write it as 2023-06, 2023, 2023-06-05 or 2023-06-05--2023-06-11.")
    if period is not None and len(files) > 1:
        raise KgError(
            f"--period sets the month of one report, and there are {len(files)} files. Ingest them one by one."
        )
    return files, others


def _period_notes(report: Report) -> list[Note]:
    if report.period_source == "title":
        return []
    if report.period_source != "given":
        return [PeriodSource(report.period, report.period_source)]
    in_title = period_in_title(report.title)
    return [] if in_title in (None, report.period) else [PeriodOverridden(str(in_title), report.period)]


def _reason(error: OSError) -> str:
    """Why a file cannot be read that was there a moment ago."""
    return f"it cannot be read ({(error.strerror or type(error).__name__).lower()}). Check the path."


def _refused(path: Path, error: ReportRefused) -> FileOutcome:
    return FileOutcome(str(path), "refused", reason=str(error).removeprefix(f"{path}: "))


def _fault(error: Exception) -> str:
    """Where the program failed; the error's own text may hold words of the report, so it is left out."""
    places = traceback.extract_tb(error.__traceback__)
    where = f" ({Path(places[-1].filename).name}, line {places[-1].lineno})" if places else ""
    return f"kg failed on it with {type(error).__name__}{where}. It was left out; please report this."
