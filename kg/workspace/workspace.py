"""The workspace: a folder an investigator owns, with reports, decisions, and the graph that is derived from them."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import KgError
from ingest.facts import ReportFacts
from ingest.jurisdiction import Jurisdiction, load_jurisdiction
from kg.decisions import Decision, decide, effective, holding, in_order
from kg.durable import make_folder
from kg.graph import Graph, graph_of, read_graph
from kg.stores import Engine, Progress, Store
from kg.stores.arcadedb import ENGINE
from kg.told import ReportInForce
from kg.workspace.deriving import facts_of, forget_others
from kg.workspace.generations import (
    Inputs,
    check_counts,
    check_files,
    finish_commit,
    make_generation,
    read_inputs,
)
from kg.workspace.ingesting import FileOutcome, IngestResult, Intake, files_of, in_force_among, state_of
from kg.workspace.journals import follow, load_journal, load_redirects, new_redirects
from kg.workspace.layout import Generation, Layout
from kg.workspace.lock import current_name, read_lock, write_lock
from kg.workspace.reports import KeptReport, kept_reports, settle_all
from kg.workspace.rules import Rules, project_rules
from kg.workspace.settings import Settings, create_settings, read_settings, set_jurisdiction

if TYPE_CHECKING:
    from kg.build import Built

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
class ReportListed:
    """A version of a report with its state; ``why_not`` is empty where it is in force."""

    id: str
    series: str
    period: str
    title: str
    entries: int
    sha256: str
    encoding: str
    why_not: str

    @property
    def in_force(self) -> bool:
        """Whether it counts."""
        return not self.why_not


@dataclass(frozen=True)
class _State:
    """What a reader or a writer goes by; ``inputs`` is ``None`` before the first commit."""

    inputs: Inputs | None
    reports: tuple[KeptReport, ...]
    decisions: tuple[Decision, ...]


class Workspace:
    """An open workspace. It holds no lock and no file: each method takes what it needs.

    Every method raises ``KgError`` with a sentence for the user; nothing is half-written then.
    """

    def __init__(self, folder: Path, rules: Rules | None = None, engine: Engine = ENGINE) -> None:
        self._layout = Layout(folder)
        self._given_rules = rules
        self._engine = engine
        self.settings: Settings = read_settings(self._layout.settings)

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

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self._layout.folder

    # Reading

    @contextmanager
    def reader(self) -> Iterator[Store]:
        """The graph in force, open for questions; it stays as it is while a writer makes the next one.

        Raises ``StoreDamaged`` where its files are not as they were written.
        """
        with self._current() as generation:
            inputs = read_inputs(generation)
            check_files(self._engine, generation)
            store = self._engine.open(generation.store)
            try:
                # The engine keeps counts outside the files that are checked.
                check_counts(store.query("MATCH (n) RETURN count(n) AS n").rows, inputs.nodes, generation)
                yield store
            finally:
                store.close()

    def graph(self) -> Graph:
        """The graph in force as a value; empty where there is no report."""
        with read_lock(self._layout) as generation:
            return read_graph(generation.folder) if generation else graph_of([], [])

    def reports(self) -> list[ReportListed]:
        """Every version of every report with its state, by id; those in force first among one period's."""
        state = self._read()
        listed = []
        for report in state.reports:
            facts = self._facts_of(report, state)
            why_not = state_of(report, state.reports, state.decisions)
            listed.append(
                ReportListed(
                    report.id,
                    report.series,
                    report.period,
                    facts.report.title,
                    len(facts.entries),
                    report.sha256,
                    report.encoding,
                    why_not,
                )
            )
        return sorted(listed, key=lambda r: (r.series, r.period, bool(r.why_not), r.sha256))

    def in_force(self) -> list[ReportInForce]:
        """The reports that count with their facts, by series and period."""
        return self._in_force(self._read())

    def facts(self) -> dict[str, ReportFacts]:
        """The facts of the reports that count, by report id."""
        return {report.id: report.facts for report in self.in_force()}

    def build(self) -> "Built":
        """Derive the graph of the reports and decisions afresh, without keeping it."""
        state = self._read()
        return self._rules.build(self._in_force(state), self._jurisdiction(state))

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions in the order of their time, undone ones and undoings too."""
        return self._read().decisions

    def resolve(self, id: str) -> str:
        """The id of the thing that an id once given out leads to now."""
        with read_lock(self._layout) as generation:
            redirects = load_redirects(self._layout.ids)
            return follow(id, redirects | dict(read_inputs(generation).redo_ids) if generation else redirects)

    def status(self) -> dict[str, str]:
        """What is in the workspace, as words and values for people."""
        state = self._read()
        broken = load_journal(self._layout.decisions).broken
        said = {
            "folder": str(self.folder),
            "jurisdiction": self.settings.jurisdiction or "told by the first report",
            "reports": f"{len(state.reports)} kept, {len(in_force_among(state.reports, state.decisions))} in force",
            "decisions": f"{len(state.decisions)}, of which {len(effective(state.decisions))} hold",
            "generation": current_name(self._layout) or "none; `kg ingest REPORT` makes the first",
        }
        if state.inputs:
            said["made"] = state.inputs.made
            said["graph"] = f"{state.inputs.nodes} nodes, {state.inputs.relationships} relationships"
            said["rules"] = "as today" if self._same_rules(state) else "older than today's; `kg rebuild` takes them up"
        if broken:
            lines = ", ".join(map(str, broken))
            said["journal"] = f"{self._layout.decisions}, line {lines}: not a whole decision, ignored"
        return said

    def check(self) -> list[str]:
        """What is wrong, a sentence each: files that changed, a graph that is not what reports and decisions give."""
        try:
            return self._check()
        except KgError as error:
            return [str(error)]

    # Writing

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

        ``period`` (``YYYY-MM``) is for a single report that does not say it; ``progress`` gets files done and in all.
        Raises ``WorkspaceHeld`` when another writer is not done after ``patience`` seconds.
        """
        files, refused = files_of(map(Path, paths), period, series)
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
                given or (load_jurisdiction(known) if known else None),
                jurisdiction,
                list(state.reports),
                list(state.decisions),
            )
            outcomes: list[FileOutcome] = []
            for done, path in enumerate(files, 1):
                outcomes.append(intake.take(path, period, series))
                if progress:
                    progress(done, len(files))
            if intake.changed and intake.jurisdiction:
                reports = tuple(sorted(intake.reports))
                after = _State(state.inputs, reports, tuple(intake.decisions))
                self._commit(after, intake.new_decisions, intake.jurisdiction)
        return IngestResult((*refused, *outcomes), self._totals(), intake.changed)

    def withdraw(self, report_id: str, who: str = "", why: str = "") -> Decision:
        """Take a report out of the graph by a decision. Raises ``KgError`` where none of that id is in force."""
        with self._writing(PATIENCE, None) as state:
            counted = in_force_among(state.reports, state.decisions)
            found = next((r for r in counted if r.id == report_id), None)
            if not found:
                known = ", ".join(r.id for r in counted) or "none"
                raise KgError(f"No report {report_id} is in force; there are: {known}.")
            about = {"series": found.series, "period": found.period, "sha256": found.sha256}
            return self._take_decision(state, decide("withdrawn", about, who, why, state.decisions))

    def undo(self, decision_id: str, who: str = "", why: str = "") -> Decision:
        """Undo a decision by another one. Raises ``KgError`` where none of that id holds."""
        with self._writing(PATIENCE, None) as state:
            if decision_id not in {d.id for d in state.decisions}:
                raise KgError(f"There is no decision {decision_id} in {self._layout.decisions}.")
            if decision_id not in {d.id for d in holding(state.decisions)}:
                raise KgError(f"Decision {decision_id} does not hold any more.")
            return self._take_decision(state, decide("undo", {"decision": decision_id}, who, why, state.decisions))

    def rebuild(
        self, progress: Progress | None = None, waiting: Waiting | None = None, patience: float = PATIENCE
    ) -> None:
        """Derive the graph afresh from reports and decisions, whatever state the one in force is in."""
        with self._writing(patience, waiting, afresh=True) as state:
            if not state.reports:
                raise KgError(f"{self.folder}: there are no reports. `kg ingest REPORT` takes the first.")
            self._commit(state, (), self._jurisdiction(state), progress, afresh=True)

    # What the methods above are made of

    @property
    def _rules(self) -> Rules:
        return self._given_rules or project_rules()

    def _check(self) -> list[str]:
        with read_lock(self._layout) as generation:
            if generation is None:
                return ["There are reports and no graph. Run `kg rebuild`."] if kept_reports(self._layout) else []
            state = self._read()
            inputs = read_inputs(generation)
            check_files(self._engine, generation)
            kept = read_graph(generation.folder)
            problems = []
            journal = load_journal(self._layout.decisions)
            if {d.id for d in journal.decisions} - set(inputs.decisions):
                problems.append("The journal has decisions that the graph was made without. Run `kg rebuild`.")
            if journal.broken:
                lines = ", ".join(map(str, journal.broken))
                problems.append(f"{self._layout.decisions}, line {lines}: not a whole decision; it is ignored.")
            built = self._rules.build(self._in_force(state), self._jurisdiction(state)).graph
            if not kept.digest == built.digest == inputs.graph:
                why = "" if self._same_rules(state) else "; the rules changed since it was made"
                problems.append(f"The graph is not what its reports and decisions give{why}. Run `kg rebuild`.")
            with self.reader() as store:
                for label, nodes in _by_label(kept).items():
                    if store.query(f"MATCH (n:`{label}`) RETURN count(n) AS n").rows != ((nodes,),):
                        problems.append(f"The store does not hold the graph's {label} nodes. Run `kg rebuild`.")
            return problems

    @contextmanager
    def _current(self) -> Iterator[Generation]:
        with read_lock(self._layout) as generation:
            if generation is None:
                raise KgError(f"{self.folder}: there is no graph yet. `kg ingest REPORT` takes the first report.")
            yield generation

    def _read(self) -> _State:
        """What the commit in force says, whether or not it was finished."""
        with read_lock(self._layout) as generation:
            journal = load_journal(self._layout.decisions).decisions
            if generation is None:
                return _State(None, (), in_order(journal))
            inputs = read_inputs(generation)
            known = {d.id: d for d in (*journal, *inputs.redo_decisions)}
            return _State(inputs, inputs.reports, in_order(known[id] for id in inputs.decisions if id in known))

    @contextmanager
    def _writing(self, patience: float, waiting: Waiting | None, afresh: bool = False) -> Iterator[_State]:
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
            yield _State(inputs, kept_reports(self._layout), decisions)

    def _take_decision(self, state: _State, decision: Decision) -> Decision:
        after = _State(state.inputs, state.reports, (*state.decisions, decision))
        self._commit(after, (decision,), self._jurisdiction(state))
        return decision

    def _commit(
        self,
        state: _State,
        new: Sequence[Decision],
        jurisdiction: Jurisdiction,
        progress: Progress | None = None,
        afresh: bool = False,
    ) -> None:
        """Make the generation of a state and put it in force."""
        in_force = self._in_force(state, jurisdiction)
        built = self._rules.build(in_force, jurisdiction)
        inputs = Inputs(
            jurisdiction=jurisdiction.id,
            pack_version=jurisdiction.pack.version,
            reading_version=self._rules.reading_version(),
            build_version=self._rules.build_version(),
            made=datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC"),
            reports=state.reports,
            in_force={report.id: report.sha256 for report in in_force},
            decisions=tuple(d.id for d in in_order(state.decisions)),
            graph=built.graph.digest,
            nodes=len(built.graph.nodes),
            relationships=len(built.graph.relationships),
            redo_decisions=tuple(new),
            redo_ids=new_redirects(built.ids, load_redirects(self._layout.ids)),
        )
        make_generation(self._layout, self._engine, built.graph, inputs, progress, afresh)
        finish_commit(self._layout)
        if not self.settings.jurisdiction:
            set_jurisdiction(self._layout.settings, jurisdiction.id)
            self.settings = read_settings(self._layout.settings)
        forget_others(self._layout, state.reports, jurisdiction, self._rules)

    def _in_force(self, state: _State, jurisdiction: Jurisdiction | None = None) -> list[ReportInForce]:
        counted = in_force_among(state.reports, state.decisions)
        return [ReportInForce(r.series, r.sha256, self._facts_of(r, state, jurisdiction)) for r in counted]

    def _facts_of(self, report: KeptReport, state: _State, jurisdiction: Jurisdiction | None = None) -> ReportFacts:
        return facts_of(self._layout, report, jurisdiction or self._jurisdiction(state), self._rules)

    def _jurisdiction(self, state: _State) -> Jurisdiction:
        known = self.settings.jurisdiction or (state.inputs.jurisdiction if state.inputs else "")
        if not known:
            raise KgError(
                f"{self._layout.settings}: no jurisdiction is set, and no report told it. Write its name there."
            )
        return load_jurisdiction(known)

    def _same_rules(self, state: _State) -> bool:
        made = state.inputs
        return made is not None and (
            (made.reading_version, made.build_version) == (self._rules.reading_version(), self._rules.build_version())
        )

    def _totals(self) -> Mapping[str, int]:
        counts = _by_label(self.graph())
        return {name: counts.get(label, 0) for name, label in _TOTALS.items()}


def _by_label(graph: Graph) -> dict[str, int]:
    counts: dict[str, int] = {}
    for node in graph.nodes:
        counts[node.label] = counts.get(node.label, 0) + 1
    return counts


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
