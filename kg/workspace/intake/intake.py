"""What an ingest does with each file: add it, count it as a corrected version, or refuse it."""

import traceback
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from ingest.errors import KgError, ReportRefused
from ingest.facts import Report, ReportFacts
from ingest.formats.files import ReportFile, ReportSource
from ingest.jurisdictions.packs import Jurisdiction
from ingest.report.original import describe_characters
from kg.decisions.erasure import find_erasure
from kg.decisions.journal import Decision, decide, effective
from kg.rdf.stated import StatedGraph
from kg.rows.stated import describe_taken
from kg.stores import Progress
from kg.workspace.cache import facts_of, remember
from kg.workspace.files.layout import Layout
from kg.workspace.files.reports import KeptReport, keep_incoming, restore_bytes
from kg.workspace.files.versions import Versions
from kg.workspace.intake.countries import CountryChoice, choose_country
from kg.workspace.intake.options import IngestOptions
from kg.workspace.intake.outcomes import (
    TAKEN,
    CorrectedBy,
    FileOutcome,
    Note,
    Outcome,
    count_facts,
    find_changes,
    period_notes,
)
from kg.workspace.intake.partners import (
    PartnersFile,
    choose_partners_country,
    facts_of_incoming,
    is_partners,
    read_partners_file,
    series_of,
)
from kg.workspace.intake.paths import reason_of, refused
from kg.workspace.intake.successors import SeriesTaken, is_correction
from kg.workspace.partners.graphs import PartnerGraphs, hashes_of
from kg.workspace.rules import Rules
from kg.workspace.state import current_version, in_force_among, version_state


@dataclass
class Intake:
    """An ingest under way: what it found in the workspace, and what it adds."""

    layout: Layout
    rules: Rules
    versions: Versions
    jurisdiction: Jurisdiction | None
    options: IngestOptions
    reports: list[KeptReport]
    decisions: list[Decision]
    progress: Progress | None = None
    entries_before: int = 0
    new_decisions: list[Decision] = field(default_factory=list)
    outcomes: list[FileOutcome] = field(default_factory=list)
    _first: dict[str, tuple[int, KeptReport, Report]] = field(default_factory=dict)
    _contested: set[str] = field(default_factory=set)

    @property
    def changed(self) -> bool:
        """Whether a file was added."""
        return any(file.outcome in TAKEN for file in self.outcomes)

    @property
    def _partners(self) -> PartnerGraphs:
        return PartnerGraphs(self.layout, self.rules, self.versions)

    def add(self, path: ReportSource) -> None:
        """Add one file, unless it is there already or has to be refused."""
        self.outcomes.append(self._outcome_of(path))

    def _outcome_of(self, path: ReportSource) -> FileOutcome:
        period, series = self.options.period, self.options.series
        try:
            if isinstance(path, Path) and is_partners(path):
                return self._outcome_of_stated(path)
            document = self._read(path)
            for report in self.reports:
                same_file = (report.sha256, report.series) == (document.sha256, series)
                if same_file and period in (None, report.period):
                    return self._already(path, report, document)
            self._refuse_erased(document.sha256, series, period)
            choice = choose_country(document.text, self.rules, self.options, self.jurisdiction)
            self.jurisdiction = choice.jurisdiction
            facts = self.rules.read_report(document.text, self.jurisdiction, period, str(path), self._report_progress)
            self.entries_before += len(facts.entries)
            return self._add_new(path, document, facts, choice, series)
        except SeriesTaken as error:
            return FileOutcome(str(path), "refused", reason=str(error), proposal=error.proposal)
        except ReportRefused as error:
            return refused(path, error)
        except (KgError, OSError):
            raise
        except Exception as error:  # noqa: BLE001 (whatever one file does to the rules, the others are read)
            return FileOutcome(str(path), "refused", reason=_fault(error))

    def _outcome_of_stated(self, path: Path) -> FileOutcome:
        """Take in a partner's graph. Nothing is read out of its texts; its rows are the graph's."""
        file = read_partners_file(path, self.rules, self.options.signers)
        choice = choose_partners_country(file.stated, self.rules, self.options, self.jurisdiction)
        self.jurisdiction = choice.jurisdiction
        series = self.options.series or series_of(file.stated)
        self._refuse_erased(file.document.sha256, series, self.options.period)
        facts = facts_of_incoming(file.stated, self.options.period, str(path))
        return self._add_new(path, file.document, facts, choice, series, file)

    def _report_progress(self, done: int, total: int) -> None:
        if self.progress:
            self.progress(self.entries_before + done, self.entries_before + total)

    def _read(self, path: ReportSource) -> ReportFile:
        try:
            return self.rules.read_file(path)
        except OSError as error:
            raise ReportRefused(f"{path}: {reason_of(error)}") from None

    def _already(self, path: ReportSource, report: KeptReport, document: ReportFile) -> FileOutcome:
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
        self,
        path: ReportSource,
        document: ReportFile,
        facts: ReportFacts,
        choice: CountryChoice,
        series: str,
        partners: PartnersFile | None = None,
    ) -> FileOutcome:
        found, asked, source = facts.report.period, self.options.period, self.options.source
        suffix = partners.suffix if partners else path.suffix.lower()
        report = KeptReport(series, found, document.sha256, suffix, document.encoding, asked, source)
        if partners:
            received = datetime.now(UTC).strftime("%Y-%m-%d")
            renamed = bool(self.options.series)
            report = replace(report, renamed=renamed, received=received, signer=partners.signer)
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
        before = facts_of(self.layout, old, choice.jurisdiction, self.rules, self.versions) if old else None
        self._refuse_taken(report, facts.report, before.report if before else None)
        self._refuse_ids(report, partners.stated if partners else None)
        keep_incoming(self.layout, report, document.data)
        remember(self.layout, report, facts, choice.jurisdiction, self.versions)
        if partners:
            self._partners.remember(report, partners.stated)
        notes = [*document.notes, *filter(None, [choice.overridden]), *period_notes(facts.report)]
        notes += describe_characters(facts.report.issues)
        if others:
            notes.append(CorrectedBy(self._put_in_force(report)))
        else:
            self._first[report.id] = (len(self.outcomes), report, facts.report)
        if before:
            notes.append(find_changes(before, facts))
        self.reports.append(report)
        outcome: Outcome = "corrected" if others else "added"
        return FileOutcome(
            str(path),
            outcome,
            report.id,
            notes=tuple(notes),
            issues=facts.report.issues,
            unread=facts.report.unread,
            counts=count_facts(facts),
            is_stated=report.is_stated,
        )

    def _refuse_taken(self, report: KeptReport, new: Report, before: Report | None) -> None:
        """Raise ``SeriesTaken`` where another report of the series and period is there, and this does not correct it.

        Of several such reports in one ingest none is taken: their order would decide which has the series.
        """
        assert self.jurisdiction is not None
        if self.options.replace:
            return
        if report.id in self._contested:
            raise SeriesTaken(report, new, None, self.jurisdiction)
        if before is None or is_correction(before, new):
            return
        if report.id in self._first:
            number, kept, first = self._first.pop(report.id)
            self.reports.remove(kept)
            self._contested.add(report.id)
            error = SeriesTaken(kept, first, None, self.jurisdiction)
            name = self.outcomes[number].name
            self.outcomes[number] = FileOutcome(name, "refused", reason=str(error), proposal=error.proposal)
            raise SeriesTaken(report, new, None, self.jurisdiction)
        raise SeriesTaken(report, new, before, self.jurisdiction)

    def _refuse_ids(self, report: KeptReport, stated: StatedGraph | None) -> None:
        """Raise ``ReportRefused`` where a partner's file has a report of an id that another one has here."""
        others = [r for r in in_force_among(self.reports, self.decisions) if r.id != report.id]
        if stated is None:
            others = [other for other in others if other.is_stated]
        elif report.renamed:
            stated = stated.in_series(report.series)
        if taken := self._partners.find_taken(hashes_of(report, stated), others):
            raise ReportRefused(describe_taken(taken))

    def _put_in_force(self, report: KeptReport) -> str:
        """Decide that a corrected version counts; gives the decision's id."""
        about = {"series": report.series, "period": report.period, "sha256": report.sha256}
        decision = decide("in_force", about, "", "a corrected version came in", self.decisions)
        self.decisions.append(decision)
        self.new_decisions.append(decision)
        return decision.id


def _fault(error: Exception) -> str:
    """Where the program failed; the error's own text may hold words of the report, so it is left out."""
    places = traceback.extract_tb(error.__traceback__)
    where = f" ({Path(places[-1].filename).name}, line {places[-1].lineno})" if places else ""
    return f"kg failed on it with {type(error).__name__}{where}. It was left out; please report this."
