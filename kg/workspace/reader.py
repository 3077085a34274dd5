"""A workspace as its readers see it: what the commit in force says, whether or not it was finished."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import KgError
from ingest.facts import ReportFacts
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction
from kg.decisions.journal import Decision, in_order
from kg.entries.active import ActiveReport, collect_entries
from kg.graph.files import read_graph
from kg.graph.value import Graph, Node, make_graph
from kg.stores import Engine, Store
from kg.stores.arcadedb import ENGINE
from kg.workspace.cache import facts_of
from kg.workspace.decision_files import follow, load_journal, load_redirects
from kg.workspace.generations import (
    Inputs,
    check_counts,
    check_files,
    read_inputs,
)
from kg.workspace.ingest import in_force_among, state_of
from kg.workspace.layout import Generation, Layout
from kg.workspace.lock import current_name, read_lock
from kg.workspace.problems import faults_of, ids_of_doing
from kg.workspace.reports import KeptReport, bytes_of, kept_reports
from kg.workspace.row_files import Row, RowFile
from kg.workspace.rules import Rules, project_rules
from kg.workspace.settings import Settings, read_settings
from kg.workspace.versions import PROJECT_VERSIONS, Versions

if TYPE_CHECKING:
    from kg.build.build import Built
    from kg.build.resolved_reports import ResolvedReports
    from kg.workspace.decision_list import DecisionListed
    from kg.workspace.drafts import Drafts


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
class State:
    """What a reader or a writer goes by; ``inputs`` is ``None`` before the first commit."""

    inputs: Inputs | None
    reports: tuple[KeptReport, ...]
    decisions: tuple[Decision, ...]


class ReadableWorkspace:
    """An open workspace. It holds no lock and no file: each method takes what it needs.

    Every method raises ``KgError`` with a sentence for the user; nothing is half-written then.
    """

    def __init__(self, folder: Path, rules: Rules | None = None, engine: Engine = ENGINE) -> None:
        self._layout = Layout(folder)
        self._given_rules = rules
        self._engine = engine
        self.settings: Settings = read_settings(self._layout.settings)

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self._layout.folder

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
            return read_graph(generation.folder) if generation else make_graph([], [])

    def read_rows(self, file: RowFile[Row]) -> list[Row] | None:
        """The rows that the generation in force keeps in a file; ``None`` where it has no such file, or there is none.

        Raises ``StoreDamaged`` where the file is not as it was written.
        """
        with read_lock(self._layout) as generation:
            return file.read(generation) if generation else None

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

    def in_force(self) -> list[ActiveReport]:
        """The reports that count with their facts, by series and period."""
        return self._in_force(self._read())

    def facts(self) -> dict[str, ReportFacts]:
        """The facts of the reports that count, by report id."""
        return {report.id: report.facts for report in self.in_force()}

    def build(self) -> "Built":
        """Derive the graph of the reports and decisions afresh, without keeping it."""
        state = self._read()
        return self._rules.build(self._in_force(state), self._jurisdiction(state), state.decisions, None)

    def resolve_reports(self) -> "ResolvedReports":
        """Decide who and what is one under the reports and decisions, without making a graph."""
        state = self._read()
        return self._rules.resolve_reports(self._in_force(state), self._jurisdiction(state), state.decisions)

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions in the order of their time, undone ones and undoings too."""
        return self._read().decisions

    def list_decisions(self) -> "list[DecisionListed]":
        """All decisions with what they are about and whether they hold, in the order of their time."""
        from kg.workspace.decision_list import list_decisions  # noqa: PLC0415 (only who decides waits for the readers)

        state = self._read()
        entries = collect_entries(self._in_force(state) if state.reports else [])
        return list_decisions(state.decisions, entries, state.inputs.waiting if state.inputs else ())

    def resolve(self, id: str) -> str:
        """The id of the thing that an id once given out leads to now."""
        with read_lock(self._layout) as generation:
            redirects = load_redirects(self._layout.ids)
            return follow(id, redirects | dict(read_inputs(generation).redo_ids) if generation else redirects)

    @property
    def drafts(self) -> "Drafts":
        """The answers of a review that is not over."""
        from kg.workspace.drafts import Drafts  # noqa: PLC0415 (only who decides waits for the readers)

        return Drafts(self._layout)

    def status(self) -> dict[str, str]:
        """What is in the workspace, as words and values for people."""
        state = self._read()
        broken = load_journal(self._layout.decisions).broken
        said = {
            "folder": str(self.folder),
            "jurisdiction": self.settings.jurisdiction or "told by the first report",
            "reports": f"{len(state.reports)} kept, {len(in_force_among(state.reports, state.decisions))} in force",
            "decisions": f"{len(state.decisions)}, of which {len(ids_of_doing(state.decisions, state.inputs))} hold",
            "generation": current_name(self._layout) or "none; `kg ingest REPORT` makes the first",
        }
        if state.inputs:
            said["made"] = state.inputs.made
            said["graph"] = f"{state.inputs.nodes} nodes, {state.inputs.relationships} relationships"
            said["digest"] = state.inputs.graph
            said["rules"] = "as today" if self._same_rules(state) else "older than today's; `kg rebuild` takes them up"
            said |= faults_of(state.inputs)
            if state.inputs.questions:
                said["open questions"] = f"{state.inputs.questions}; `kg review people` asks them"
        if self._layout.draft.exists():
            said["unfinished review"] = "its answers are kept and not decided; `kg review people` offers them"
        if broken:
            lines = ", ".join(map(str, broken))
            said["journal"] = f"{self._layout.decisions}, line {lines}: not a whole decision, ignored; take it out"
        return said

    def faults(self) -> dict[str, str]:
        """The decisions of the graph in force that lead nowhere, contradict each other or wait, as words for people."""
        inputs = self._read().inputs
        return faults_of(inputs) if inputs else {}

    def check(self) -> list[str]:
        """What is wrong, a sentence each: files that changed, a graph that is not what reports and decisions give."""
        try:
            return self._check()
        except KgError as error:
            return [str(error)]

    def spare(self, file: Path) -> None:
        """Raise ``KgError`` where a file to be written is the workspace's own: what it holds would be lost."""
        own, path = self._layout, file.resolve()
        kept = [own.settings, own.decisions, own.ids, own.lock, own.reports, own.incoming, own.graph, own.cache]
        kept += [own.draft, own.draft_lock]
        if any(path.is_relative_to(there.resolve()) for there in kept):
            raise KgError(f"{file} belongs to the workspace itself; name another file.")

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
            problems = [problem for report in state.reports if (problem := self._fault_of(report))]
            if problems:
                return problems  # nothing can be derived from a report that is not as it came
            journal = load_journal(self._layout.decisions)
            if {d.id for d in journal.decisions} - set(inputs.decisions):
                problems.append("The journal has decisions that the graph was made without. Run `kg rebuild`.")
            if journal.broken:
                lines = ", ".join(map(str, journal.broken))
                problems.append(f"{self._layout.decisions}, line {lines}: not a whole decision; ignored. Take it out.")
            built = self._rules.build(self._in_force(state), self._jurisdiction(state), state.decisions, None).graph
            if not kept.digest == built.digest == inputs.graph:
                why = "" if self._same_rules(state) else "; the rules changed since it was made"
                problems.append(f"The graph is not what its reports and decisions give{why}. Run `kg rebuild`.")
            with self.reader() as store:
                for label, nodes in count_labels(kept.nodes).items():
                    if store.query(f"MATCH (n:`{label}`) RETURN count(n) AS n").rows != ((nodes,),):
                        problems.append(f"The store does not hold the graph's {label} nodes. Run `kg rebuild`.")
            return problems

    def _fault_of(self, report: KeptReport) -> str | None:
        """What is wrong with the kept file of a report: missing, or not the bytes that came in."""
        try:
            bytes_of(self._layout, report)
        except KgError as error:
            return str(error)
        return None

    @contextmanager
    def _current(self) -> Iterator[Generation]:
        with read_lock(self._layout) as generation:
            if generation is None:
                if kept_reports(self._layout):
                    raise KgError(f"{self.folder}: there are reports and no graph. Run `kg rebuild`.")
                raise KgError(f"{self.folder}: there is no graph yet. `kg ingest REPORT` takes the first report.")
            yield generation

    def _read(self) -> State:
        """What the commit in force says, whether or not it was finished."""
        with read_lock(self._layout) as generation:
            journal = load_journal(self._layout.decisions).decisions
            if generation is None:
                return State(None, (), in_order(journal))
            inputs = read_inputs(generation)
            known = {d.id: d for d in (*journal, *inputs.redo_decisions)}
            return State(inputs, inputs.reports, in_order(known[id] for id in inputs.decisions if id in known))

    def _in_force(self, state: State, jurisdiction: Jurisdiction | None = None) -> list[ActiveReport]:
        counted = in_force_among(state.reports, state.decisions)
        return [ActiveReport(r.series, r.sha256, self._facts_of(r, state, jurisdiction)) for r in counted]

    def _facts_of(self, report: KeptReport, state: State, jurisdiction: Jurisdiction | None = None) -> ReportFacts:
        return facts_of(
            self._layout, report, jurisdiction or self._jurisdiction(state), self._rules, self._versions(state)
        )

    def _jurisdiction(self, state: State) -> Jurisdiction:
        known = self.settings.jurisdiction or (state.inputs.jurisdiction if state.inputs else "")
        if not known and not state.reports:
            raise KgError(f"{self.folder}: there are no reports. `kg ingest REPORT` takes the first.")
        if not known:
            raise KgError(
                f"{self._layout.settings}: no jurisdiction is set, and no report told it. Write its name there."
            )
        return load_jurisdiction(known)

    def _versions(self, state: State) -> Versions:
        source = self._given_rules.versions if self._given_rules else PROJECT_VERSIONS
        return source.today(state.inputs.versions if state.inputs else None)

    def _same_rules(self, state: State) -> bool:
        return state.inputs is not None and self._versions(state).same_rules(state.inputs.versions)


def count_labels(nodes: Iterable[Node]) -> Counter[str]:
    """How many nodes there are of each label."""
    return Counter(node.label for node in nodes)
