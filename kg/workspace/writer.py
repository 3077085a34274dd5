"""What changes a workspace: new reports, decisions, a rebuild of the graph; each in one commit."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ingest.errors import KgError
from ingest.formats.written import WrittenText
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction
from kg.corrections.opinions import Addition, FactOpinion, record_fact_opinions
from kg.decisions.erasure import is_erased
from kg.decisions.journal import Decision, decide, find_held, merge, read_journal, sort_decisions
from kg.decisions.opinions import Opinion, record_opinions
from kg.graph.files import read_nodes
from kg.graph.value import count_labels
from kg.stores import Progress
from kg.system.permissions import close_to_others
from kg.workspace.cache import forget_others
from kg.workspace.derivation import Derivation
from kg.workspace.files.decision_files import append_decisions, load_journal
from kg.workspace.files.generations import make_generation
from kg.workspace.files.inputs import Inputs, verified_inputs
from kg.workspace.files.lock import PATIENCE, OnWait, current_name, read_lock, write_lock
from kg.workspace.files.reports import KeptReport, bytes_of, keep_all_incoming, kept_reports
from kg.workspace.files.settings import read_settings, set_jurisdiction
from kg.workspace.intake.intake import Intake
from kg.workspace.intake.options import IngestOptions
from kg.workspace.intake.outcomes import FileOutcome
from kg.workspace.intake.paths import find_files
from kg.workspace.integrity.commits import finish_commit, resume_erasure
from kg.workspace.integrity.disk_errors import explain_disk_errors
from kg.workspace.integrity.originals import require_originals, rewrite_records
from kg.workspace.reader import Reader
from kg.workspace.state import State, in_force_among

# What the totals of an ingest are called, and the kind of node each counts.
_TOTALS = {
    "entries": "Entry",
    "people": "Person",
    "charges": "Charge",
    "sanctions": "Sanction",
    "courts": "Court",
    "facilities": "Facility",
    "organisations": "Organisation",
    "acts": "Event",
    "sources": "Source",
}


@dataclass(frozen=True)
class IngestResult:
    """The outcome for every file; ``totals`` counts what is in the graph now, ``changed`` says whether it is new."""

    files: tuple[FileOutcome, ...]
    totals: Mapping[str, int]
    changed: bool


@dataclass(frozen=True)
class ImportResult:
    """What an imported journal brought: new decisions, how many were known, the numbers of lines that are broken.

    ``erased`` counts those that were left out, because they rest on a report that was erased here.
    """

    new: tuple[Decision, ...]
    known: int
    broken: tuple[int, ...]
    erased: int = 0


class Writer:
    """Changes a workspace. Each method is one commit: it is done whole, or nothing is changed."""

    def __init__(self, reader: Reader, derivation: Derivation) -> None:
        self._reader = reader
        self._derivation = derivation
        self._layout = reader.layout

    def ingest(
        self,
        paths: Iterable[Path | str | WrittenText],
        options: IngestOptions,
        progress: Progress | None,
        waiting: OnWait | None,
        patience: float,
    ) -> IngestResult:
        """Read report files, or folders of them; see ``Workspace.ingest``."""
        given = list(paths)
        written = [path for path in given if isinstance(path, WrittenText)]
        files, others = find_files((Path(path) for path in given if not isinstance(path, WrittenText)), options)
        with self.writing(patience, waiting) as state:
            intake = Intake(
                self._layout,
                self._derivation.rules,
                self._reader.versions(state),
                self._jurisdiction_for(state, options.jurisdiction),
                options,
                list(state.reports),
                list(state.decisions),
                progress,
            )
            for path in (*files, *written):
                intake.add(path)
            if intake.changed and intake.jurisdiction:
                reports = tuple(sorted(intake.reports))
                self._require_texts(reports)
                after = State(state.inputs, reports, tuple(intake.decisions))
                self.commit(after, intake.new_decisions, intake.jurisdiction)
        return IngestResult((*others, *intake.outcomes), self._totals(), intake.changed)

    def withdraw(self, report_id: str, who: str, why: str) -> Decision:
        """Take a report out of the graph by a decision. Raises ``KgError`` if none of that id is in force."""
        with self.writing() as state:
            counted = in_force_among(state.reports, state.decisions)
            found = next((r for r in counted if r.id == report_id), None)
            if not found:
                known = ", ".join(r.id for r in counted) or "none"
                raise KgError(f"No report {report_id} is in force; there are: {known}.")
            about = {"series": found.series, "period": found.period, "sha256": found.sha256}
            return self._record(state, [decide("withdrawn", about, who, why, state.decisions)])[0]

    def undo(self, decision_id: str, who: str, why: str) -> Decision:
        """Undo a decision by another one; see ``Workspace.undo``."""
        with self.writing() as state:
            id = find_held(decision_id, state.decisions)
            return self._record(state, [decide("undo", {"decision": id}, who, why, state.decisions)])[0]

    def judge(self, opinions: Sequence[Opinion], who: str) -> tuple[Decision, ...]:
        """Record opinions as decisions, all in one commit; see ``Workspace.judge``."""
        with self.writing() as state:
            mentions = self._derivation.known_facts(state).mentions
            return self._record(state, record_opinions(opinions, mentions, state.decisions, who), at_once=True)

    def decide_facts(self, opinions: Sequence[FactOpinion | Addition], who: str) -> tuple[Decision, ...]:
        """Record opinions about facts as decisions, all in one commit; see ``Workspace.decide_facts``."""
        with self.writing() as state:
            reports, things = self._derivation.active_reports(state), self._derivation.mentions().things
            country = self._derivation.jurisdiction(state) if state.reports else None
            graphs = self._derivation.active_graphs(state)
            decisions = record_fact_opinions(opinions, reports, state.decisions, who, things, country, graphs)
            return self._record(state, decisions)

    def import_decisions(self, data: bytes) -> ImportResult:
        """Add the decisions of another journal; see ``Workspace.import_decisions``."""
        journal = read_journal(data)
        if not journal.decisions:
            raise KgError("The file has no decisions. Give a journal: the decisions.jsonl of a workspace, or a copy.")
        with self.writing() as state:
            known = {d.id for d in state.decisions}
            unknown = [d for d in merge(journal.decisions) if d.id not in known]
            new = sort_decisions(d for d in unknown if not is_erased(d, state.decisions))
            self._record(state, new)
        known_again = len(known & {d.id for d in journal.decisions})
        return ImportResult(new, known_again, journal.broken, len(unknown) - len(new))

    def rebuild(self, progress: Progress | None, waiting: OnWait | None, patience: float) -> None:
        """Derive the graph from reports and decisions, whatever state the one in force is in."""
        with self.writing(patience, waiting, whole=True) as state:
            if not state.reports:
                raise KgError(f"{self._layout.folder}: there are no reports. Add one with `kg ingest REPORT`.")
            self._require_texts(state.reports)
            shutil.rmtree(self._layout.cache, ignore_errors=True)  # from the reports' bytes, not from a cache
            self.commit(state, (), self._derivation.jurisdiction(state), progress, whole=True)

    def _jurisdiction_for(self, state: State, given: str | None) -> Jurisdiction | None:
        """The one given, else the workspace's; ``None`` if its first report has to show it."""
        known = self._reader.settings.jurisdiction or (state.inputs.jurisdiction if state.inputs else "")
        if given and known and given != known:
            raise KgError(
                f"{self._layout.folder}: the workspace's jurisdiction is {known}, not {given}. "
                "Give the other country's reports a workspace of their own (-w)."
            )
        return load_jurisdiction(given or known) if given or known else None

    @contextmanager
    def writing(
        self, patience: float = PATIENCE, waiting: OnWait | None = None, whole: bool = False
    ) -> Iterator[State]:
        """Be the one writer, with everything before finished; with ``whole``, a damaged generation is ignored."""
        os.umask(0o077)
        with explain_disk_errors(self._layout), write_lock(self._layout, patience, waiting):
            close_to_others(self._layout.folder)
            inputs = self._finish_last_commit(whole)
            if inputs and not self._reader.settings.jurisdiction:
                set_jurisdiction(self._layout.settings, inputs.jurisdiction)
            self._reader.settings = read_settings(self._layout.settings)
            decisions = sort_decisions(load_journal(self._layout.decisions).decisions)
            yield State(inputs, kept_reports(self._layout), decisions)

    def _finish_last_commit(self, whole: bool) -> Inputs | None:
        """Compare the originals with the generation in force, and do what its commit left undone."""
        try:
            name = current_name(self._layout)
            resume_erasure(self._layout)  # what was to go is no damage
            inputs = verified_inputs(self._layout.generation(name)) if name else None
        except KgError:
            require_originals(self._layout, None)
            if not whole:
                raise
            keep_all_incoming(self._layout)
            return None
        require_originals(self._layout, inputs, records=not whole)
        if inputs and whole:
            rewrite_records(self._layout, inputs)
        finish_commit(self._layout)
        return inputs

    def _require_texts(self, reports: Iterable[KeptReport]) -> None:
        """Raise ``KgError`` if the file of a report is missing or changed."""
        for report in reports:
            bytes_of(self._layout, report)

    def _record(self, state: State, decisions: Sequence[Decision], at_once: bool = False) -> tuple[Decision, ...]:
        """Add decisions; ``at_once`` raises ``KgError`` where one of them would have to wait for another."""
        if decisions and state.reports:
            after = State(state.inputs, state.reports, sort_decisions((*state.decisions, *decisions)))
            self.commit(after, decisions, self._derivation.jurisdiction(state), at_once=at_once)
        elif decisions:
            append_decisions(self._layout.decisions, decisions)  # they wait for the reports
        return tuple(decisions)

    def commit(
        self,
        state: State,
        new: Sequence[Decision],
        jurisdiction: Jurisdiction,
        progress: Progress | None = None,
        whole: bool = False,
        at_once: bool = False,
    ) -> None:
        """Make the generation of a state and put it in force."""
        # A decision does not need the others: a report must be withdrawn even where another version of it is damaged.
        self._require_texts(in_force_among(state.reports, state.decisions))
        derive = partial(self._derivation.derive_generation, state, new, jurisdiction, at_once)
        make_generation(self._layout, self._reader.engine, derive, progress, whole)
        finish_commit(self._layout)
        if not self._reader.settings.jurisdiction:
            set_jurisdiction(self._layout.settings, jurisdiction.id)
            self._reader.settings = read_settings(self._layout.settings)
        forget_others(self._layout, state.reports, jurisdiction, self._reader.versions(state))

    def _totals(self) -> Mapping[str, int]:
        with read_lock(self._layout) as generation:
            counts = count_labels(read_nodes(generation.folder) if generation else ())
        return {name: counts[label] for name, label in _TOTALS.items()}
