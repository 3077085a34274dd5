"""What can be asked of a workspace without deriving anything: the commit in force, whether or not it was finished."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import KgError
from kg.decisions.journal import Decision, sort_decisions
from kg.stores import Engine, Store
from kg.workspace.files.decision_files import load_journal
from kg.workspace.files.file_kinds import check_file_kinds
from kg.workspace.files.generations import check_counts, check_file, check_files
from kg.workspace.files.inputs import Inputs, read_inputs
from kg.workspace.files.layout import Generation, Layout
from kg.workspace.files.lock import current_name, read_lock
from kg.workspace.files.reports import kept_reports
from kg.workspace.files.row_files import Row, RowFile
from kg.workspace.files.settings import Settings, read_settings
from kg.workspace.files.versions import Versions, keep_versions, load_versions
from kg.workspace.ids import resolve_id
from kg.workspace.state import State, in_force_among
from kg.workspace.status import DecisionProblems, GenerationStatus, WorkspaceStatus, effective_ids, problems_of
from kg.workspace.versions import VersionSource

if TYPE_CHECKING:
    from kg.graph.value import Graph
    from kg.search.finder import Finder


class Reader:
    """Asks a workspace. It holds no lock and no file: each method takes what it needs."""

    def __init__(self, layout: Layout, versions: VersionSource, engine: Engine | None = None) -> None:
        self.layout = layout
        check_file_kinds(layout)
        self.settings: Settings = read_settings(layout.settings)
        self._versions = versions
        self._engine = engine

    @property
    def engine(self) -> Engine:
        """The engine given, else the embedded one."""
        if self._engine is None:
            from kg.stores.arcadedb import ENGINE  # noqa: PLC0415 (who asks no store need not wait for an engine)

            self._engine = ENGINE
        return self._engine

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The graph in force, open for questions; it stays as it is while a writer makes the next one.

        Raises ``StoreDamaged`` if its files are not as they were written.
        """
        with self._current() as generation:
            inputs = read_inputs(generation)
            check_files(self.engine, generation)
            store = self.engine.open(generation.store)
            try:
                # The engine keeps counts outside the files that are checked.
                check_counts(store.query("MATCH (n) RETURN count(n) AS n").rows, inputs.nodes, generation)
                yield store
            finally:
                store.close()

    @contextmanager
    def finder(self) -> Iterator["Finder"]:
        """The search index of the graph in force, open for searching.

        Raises ``StoreDamaged`` if its file is not as it was written, or the generation has none.
        """
        from kg.search.finder import open_finder  # noqa: PLC0415 (only searching needs SQLite)

        with self._current() as generation:
            check_file(generation, generation.search)
            with open_finder(generation.search) as finder:
                yield finder

    def graph(self) -> "Graph":
        """The graph in force as a value; empty if there is no report."""
        from kg.graph.files import read_graph  # noqa: PLC0415 (a query needs no graph as a value)
        from kg.graph.value import make_graph  # noqa: PLC0415 (the same)

        with read_lock(self.layout) as generation:
            return read_graph(generation.folder) if generation else make_graph([], [])

    def has_reports(self) -> bool:
        """Whether any report is kept, in force or not."""
        return bool(kept_reports(self.layout))

    def rows(self, file: RowFile[Row]) -> list[Row] | None:
        """The rows that the generation in force keeps in a file; ``None`` if it has no such file, or there is none.

        Raises ``StoreDamaged`` if the file is not as it was written.
        """
        with read_lock(self.layout) as generation:
            return file.read(generation) if generation else None

    def state(self) -> State:
        """What the commit in force says, whether or not it was finished.

        Raises ``KgError`` if the journal lacks a decision that the graph was made with.
        """
        with read_lock(self.layout) as generation:
            state = self._state(generation)
        if state.inputs and len(state.decisions) < len(state.inputs.decisions):
            raise KgError(
                f"{self.layout.decisions}: decisions that the graph was made with are missing or damaged. "
                "`kg check` says which, and what to do."
            )
        return state

    def journal(self) -> tuple[Decision, ...]:
        """The decisions of the journal as it is, in its order."""
        return load_journal(self.layout.decisions).decisions

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions in the order of their time, undone ones and undoings too."""
        return self.state().decisions

    def decision_problems(self) -> DecisionProblems:
        """The decisions of the graph in force that lead nowhere, contradict each other, or wait for others."""
        return problems_of(self.state().inputs)

    def resolve(self, id: str) -> str:
        """The id of the thing that an id once given out leads to now."""
        return resolve_id(self.layout, id)

    def status(self) -> WorkspaceStatus:
        """What is in the workspace, and which generation of the graph is in force."""
        with read_lock(self.layout) as generation:
            state = self._state(generation)
        return WorkspaceStatus(
            folder=self.layout.folder,
            jurisdiction=self.settings.jurisdiction,
            reports=len(state.reports),
            reports_in_force=len(in_force_among(state.reports, state.decisions)),
            decisions=len(state.decisions),
            decisions_in_effect=len(effective_ids(state.decisions, state.inputs)),
            generation=self._generation_status(state.inputs),
            problems=problems_of(state.inputs),
            unfinished_review=self.layout.draft.exists(),
            journal=self.layout.decisions,
            broken_lines=load_journal(self.layout.decisions).broken,
            partner_files=sum(report.is_stated for report in state.reports),
            missing_decisions=len(state.inputs.decisions) - len(state.decisions) if state.inputs else 0,
        )

    def versions(self, state: State) -> Versions:
        """The versions of the rules today."""
        return self._versions_since(state.inputs)

    def same_rules(self, state: State) -> bool:
        """Whether the generation in force was made under the rules of today."""
        return state.inputs is not None and self.versions(state).same_rules(state.inputs.versions)

    def refuse_own_file(self, file: Path) -> None:
        """Raise ``KgError`` where a file to be written is the workspace's own: what it holds would be lost."""
        path = file.resolve()
        if any(path.is_relative_to(own.resolve()) for own in self.layout.own):
            raise KgError(f"{file} belongs to the workspace itself; name another file.")

    def _state(self, generation: Generation | None) -> State:
        """What the commit in force says, without the decisions that the journal has lost."""
        journal = self.journal()
        if generation is None:
            return State(None, (), sort_decisions(journal))
        inputs = read_inputs(generation)
        known = {d.id: d for d in (*journal, *inputs.redo_decisions)}
        return State(inputs, inputs.reports, sort_decisions(known[id] for id in inputs.decisions if id in known))

    def _generation_status(self, inputs: Inputs | None) -> GenerationStatus | None:
        name = current_name(self.layout)
        if inputs is None or name is None:
            return None
        return GenerationStatus(
            name=name,
            made=inputs.made,
            rules=inputs.versions,
            nodes=inputs.nodes,
            relationships=inputs.relationships,
            digest=inputs.graph,
            rules_are_current=self._versions_since(inputs).same_rules(inputs.versions),
            open_questions=inputs.questions,
        )

    def _versions_since(self, inputs: Inputs | None) -> Versions:
        made = [inputs.versions] if inputs else []
        found = self._versions.today(chain(made, load_versions(self.layout)))
        if found not in made:
            keep_versions(self.layout, found)
        return found

    @contextmanager
    def _current(self) -> Iterator[Generation]:
        with read_lock(self.layout) as generation:
            if generation is None:
                if kept_reports(self.layout):
                    raise KgError(f"{self.layout.folder}: there are reports but no graph. Run `kg rebuild`.")
                raise KgError(
                    f"{self.layout.folder}: there is no graph yet. Add a first report with `kg ingest REPORT`."
                )
            yield generation
