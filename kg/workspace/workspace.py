"""The workspace: a folder an investigator owns, with reports, decisions, and the graph that is derived from them."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import KgError
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction
from kg.decisions.journal import Decision, decide, holding, in_order, merge, read_journal
from kg.entries.active import collect_entries
from kg.graph.files import read_nodes
from kg.stores import Engine, Progress
from kg.stores.arcadedb import ENGINE
from kg.system.durable_files import make_folder
from kg.workspace.cache import forget_others, keep_block_cache, load_block_cache
from kg.workspace.decision_files import append_decisions, load_journal, load_redirects, new_redirects
from kg.workspace.generations import (
    Derived,
    Inputs,
    finish_commit,
    make_generation,
)
from kg.workspace.ingest import IngestResult, Intake, files_of, in_force_among
from kg.workspace.layout import Layout
from kg.workspace.lock import read_lock, write_lock
from kg.workspace.reader import ReadableWorkspace, State, count_labels
from kg.workspace.reports import kept_reports, settle_all
from kg.workspace.row_files import LINKS, MENTIONS, mention_rows
from kg.workspace.rules import Rules
from kg.workspace.settings import create_settings, read_settings, set_jurisdiction

if TYPE_CHECKING:
    from kg.decisions.opinions import Opinion

Waiting = Callable[[str], None]

PATIENCE = 60.0
"""Seconds that a second writer waits for the first."""

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
class JournalTaken:
    """What became of another journal: the decisions that are new, how many were there, lines that are no decision."""

    new: tuple[Decision, ...]
    there: int
    broken: tuple[int, ...]


class Workspace(ReadableWorkspace):
    """An open workspace, to read and to write.

    Every method raises ``KgError`` with a sentence for the user; nothing is half-written then.
    """

    @classmethod
    def open(cls, folder: Path | str, rules: Rules | None = None, engine: Engine = ENGINE) -> "Workspace":
        """Open a workspace. Raises ``KgError`` where there is none, or one of a newer version."""
        return cls(Path(folder), rules, engine)

    @classmethod
    def create(cls, folder: Path | str, rules: Rules | None = None, engine: Engine = ENGINE) -> "Workspace":
        """Make an empty workspace. Raises ``KgError`` where one is already, or the folder cannot be made."""
        layout = Layout(Path(folder))
        if layout.settings.exists():
            raise KgError(f"{folder}: there is a workspace already.")
        with _said(layout):
            make_folder(layout.folder)
            create_settings(layout.settings)
        return cls(Path(folder), rules, engine)

    @classmethod
    def open_or_create(cls, folder: Path | str, rules: Rules | None = None, engine: Engine = ENGINE) -> "Workspace":
        """Open a workspace, or make an empty one."""
        exists = Layout(Path(folder)).settings.exists()
        return (cls.open if exists else cls.create)(folder, rules, engine)

    def ingest(
        self,
        paths: Iterable[Path | str],
        *,
        period: str | None = None,
        series: str = "",
        jurisdiction: str | None = None,
        progress: Progress | None = None,
        waiting: Waiting | None = None,
        patience: float = PATIENCE,
    ) -> IngestResult:
        """Take report files, or folders of them, in. What was refused is in the result; the rest is in the graph.

        ``period`` (``YYYY-MM``) is for a single report that does not say it; ``progress`` gets entries read and in all,
        the latter growing with each file that is opened.
        Raises ``WorkspaceHeld`` when another writer is not done after ``patience`` seconds.
        """
        files, others = files_of(map(Path, paths), period, series)
        with self._writing(patience, waiting) as state:
            known = self.settings.jurisdiction or (state.inputs.jurisdiction if state.inputs else "")
            if jurisdiction and known and jurisdiction != known:
                raise KgError(
                    f"{self.folder}: the workspace's jurisdiction is {known}, not {jurisdiction}. "
                    "Give the other country's reports a workspace of their own (-w)."
                )
            given = load_jurisdiction(jurisdiction) if jurisdiction else None
            intake = Intake(
                self._layout,
                self._rules,
                self._versions(state),
                given or (load_jurisdiction(known) if known else None),
                jurisdiction,
                list(state.reports),
                list(state.decisions),
                progress,
            )
            outcomes = [intake.take(path, period, series) for path in files]
            if intake.changed and intake.jurisdiction:
                reports = tuple(sorted(intake.reports))
                after = State(state.inputs, reports, tuple(intake.decisions))
                self._commit(after, intake.new_decisions, intake.jurisdiction)
        return IngestResult((*others, *outcomes), self._totals(), intake.changed)

    def withdraw(self, report_id: str, who: str = "", why: str = "") -> Decision:
        """Take a report out of the graph by a decision. Raises ``KgError`` where none of that id is in force."""
        with self._writing(PATIENCE, None) as state:
            counted = in_force_among(state.reports, state.decisions)
            found = next((r for r in counted if r.id == report_id), None)
            if not found:
                known = ", ".join(r.id for r in counted) or "none"
                raise KgError(f"No report {report_id} is in force; there are: {known}.")
            about = {"series": found.series, "period": found.period, "sha256": found.sha256}
            return self._take(state, [decide("withdrawn", about, who, why, state.decisions)])[0]

    def undo(self, decision_id: str, who: str = "", why: str = "") -> Decision:
        """Undo a decision by another one. Raises ``KgError`` where none of that id holds."""
        with self._writing(PATIENCE, None) as state:
            if decision_id not in {d.id for d in state.decisions}:
                raise KgError(f"There is no decision {decision_id} in {self._layout.decisions}.")
            if decision_id not in {d.id for d in holding(state.decisions)}:
                raise KgError(f"Decision {decision_id} does not hold any more.")
            return self._take(state, [decide("undo", {"decision": decision_id}, who, why, state.decisions)])[0]

    def judge(self, opinions: "Sequence[Opinion]", who: str = "") -> tuple[Decision, ...]:
        """Take what somebody says about pairs of mentions as decisions, all in one commit, and give those that are new.

        Raises ``KgError`` where an id is no mention's, two mentions are one or of two kinds, or cannot be one yet (two
        people's charges); nothing is taken then.
        """
        from kg.decisions.opinions import record_opinions  # noqa: PLC0415 (only who decides waits for the readers)
        from kg.entries.index import MentionIndex  # noqa: PLC0415 (only who decides waits for the readers)

        with self._writing(PATIENCE, None) as state:
            mentions = MentionIndex(collect_entries(self._in_force(state)))
            return self._take(state, record_opinions(opinions, mentions, state.decisions, who), at_once=True)

    def import_decisions(self, data: bytes) -> JournalTaken:
        """Take in the decisions of another journal, as they are; what contradicts is kept and shown.

        Raises ``KgError`` where none of its lines is a decision.
        """
        journal = read_journal(data)
        if not journal.decisions:
            raise KgError("There is no decision in it. Give a journal: the decisions.jsonl of a workspace, or a copy.")
        with self._writing(PATIENCE, None) as state:
            there = {d.id for d in state.decisions}
            new = in_order(d for d in merge(journal.decisions) if d.id not in there)
            self._take(state, new)
        return JournalTaken(new, len(set(there) & {d.id for d in journal.decisions}), journal.broken)

    def rebuild(
        self, progress: Progress | None = None, waiting: Waiting | None = None, patience: float = PATIENCE
    ) -> None:
        """Derive the graph afresh from reports and decisions, whatever state the one in force is in."""
        with self._writing(patience, waiting, afresh=True) as state:
            if not state.reports:
                raise KgError(f"{self.folder}: there are no reports. `kg ingest REPORT` takes the first.")
            shutil.rmtree(self._layout.cache, ignore_errors=True)  # afresh: from the reports' bytes, not from a cache
            self._commit(state, (), self._jurisdiction(state), progress, afresh=True)

    @contextmanager
    def _writing(self, patience: float, waiting: Waiting | None, afresh: bool = False) -> Iterator[State]:
        """Be the one writer, with everything before finished; ``afresh`` goes by reports and journal alone."""
        os.umask(0o077)
        with _said(self._layout), write_lock(self._layout, patience, waiting):
            inputs = None
            try:
                inputs = finish_commit(self._layout)
            except KgError:
                if not afresh:
                    raise
                settle_all(self._layout)
            if inputs and not self.settings.jurisdiction:
                set_jurisdiction(self._layout.settings, inputs.jurisdiction)
            self.settings = read_settings(self._layout.settings)
            decisions = in_order(load_journal(self._layout.decisions).decisions)
            yield State(inputs, kept_reports(self._layout), decisions)

    def _take(self, state: State, decisions: Sequence[Decision], at_once: bool = False) -> tuple[Decision, ...]:
        """Add decisions; ``at_once`` raises ``KgError`` where one of them would have to wait for another."""
        if decisions and state.reports:
            after = State(state.inputs, state.reports, in_order((*state.decisions, *decisions)))
            self._commit(after, decisions, self._jurisdiction(state), at_once=at_once)
        elif decisions:
            append_decisions(self._layout.decisions, decisions)  # they wait for the reports
        return tuple(decisions)

    def _commit(
        self,
        state: State,
        new: Sequence[Decision],
        jurisdiction: Jurisdiction,
        progress: Progress | None = None,
        afresh: bool = False,
        at_once: bool = False,
    ) -> None:
        """Make the generation of a state and put it in force."""
        derive = partial(self._derive, state, new, jurisdiction, at_once)
        make_generation(self._layout, self._engine, derive, progress, afresh)
        finish_commit(self._layout)
        if not self.settings.jurisdiction:
            set_jurisdiction(self._layout.settings, jurisdiction.id)
            self.settings = read_settings(self._layout.settings)
        forget_others(self._layout, state.reports, jurisdiction, self._versions(state))

    def _derive(self, state: State, new: Sequence[Decision], jurisdiction: Jurisdiction, at_once: bool) -> Derived:
        """The graph of a state with what is kept beside it; the facts themselves are let go."""
        versions = self._versions(state)
        block_cache = load_block_cache(self._layout, jurisdiction, versions)
        built = self._rules.build(self._in_force(state, jurisdiction), jurisdiction, state.decisions, block_cache)
        keep_block_cache(self._layout, block_cache, jurisdiction, versions)
        for waiting in built.waiting:
            if at_once and waiting.decision in {d.id for d in new}:
                raise KgError(f"They cannot be one: {waiting.reason}.")
        inputs = Inputs(
            jurisdiction=jurisdiction.id,
            pack_version=jurisdiction.pack.version,
            reading_version=versions.reading,
            build_version=versions.build,
            made=datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC"),
            reports=state.reports,
            in_force={report.id: report.sha256 for report in in_force_among(state.reports, state.decisions)},
            decisions=tuple(d.id for d in in_order(state.decisions)),
            graph=built.graph.digest,
            nodes=len(built.graph.nodes),
            relationships=len(built.graph.relationships),
            redo_decisions=tuple(new),
            redo_ids=new_redirects(built.ids, load_redirects(self._layout.ids)),
            lost=built.lost,
            conflicts=built.conflicts,
            waiting=built.waiting,
            questions=len(built.questions),
            sources=versions.sources,
        )
        return Derived(built.graph, inputs, [(LINKS, built.links), (MENTIONS, mention_rows(built.ids.items()))])

    def _totals(self) -> Mapping[str, int]:
        with read_lock(self._layout) as generation:
            counts = count_labels(read_nodes(generation.folder) if generation else ())
        return {name: counts[label] for name, label in _TOTALS.items()}


@contextmanager
def _said(layout: Layout) -> Iterator[None]:
    """Say in a sentence what the disk refused."""
    try:
        yield
    except OSError as error:
        where = error.filename or layout.folder
        reason = (error.strerror or type(error).__name__).lower()
        raise KgError(
            f"{where}: {reason}. Nothing was changed; free the disk or mend its rights, and try again."
        ) from None
