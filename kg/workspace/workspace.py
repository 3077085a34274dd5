"""The workspace: a folder an investigator owns, with reports, decisions, and the graph that is derived from them.

This is the way in. Asking (``reader``) loads neither extractors nor identity; these come with the first method that
derives (``derivation``) or writes (``writer``) something.
"""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from ingest.errors import KgError
from kg.decisions.journal import Decision
from kg.stores import Engine, Progress, Store
from kg.system.durable_files import make_folder
from kg.system.permissions import claim_folder, describe_exposed
from kg.workspace.files.layout import Layout
from kg.workspace.files.lock import PATIENCE, OnWait
from kg.workspace.files.row_files import Row, RowFile
from kg.workspace.files.settings import LOCKED, Settings, create_settings
from kg.workspace.intake.options import IngestKeywords, IngestOptions
from kg.workspace.integrity.commits import finish_erasure, has_unfinished_erasure
from kg.workspace.integrity.damaged_files import find_damaged_files
from kg.workspace.integrity.disk_errors import explain_disk_errors
from kg.workspace.reader import Reader
from kg.workspace.state import ReportListed
from kg.workspace.status import DecisionProblems, WorkspaceStatus
from kg.workspace.versions import PROJECT_VERSIONS

if TYPE_CHECKING:
    from ingest.facts import ReportFacts
    from ingest.formats.written import WrittenText
    from kg.corrections.known_facts import KnownFacts
    from kg.corrections.opinions import Addition, FactOpinion
    from kg.decisions.opinions import Opinion
    from kg.entries.active import ActiveReport
    from kg.explain.decision_list import DecisionListed
    from kg.graph.value import Graph
    from kg.rows.build import Built
    from kg.rows.resolved_reports import ResolvedReports
    from kg.search.finder import Finder
    from kg.workspace.derivation import Derivation
    from kg.workspace.derived_rows import MentionsInForce
    from kg.workspace.partners.listing import PartnerFile
    from kg.workspace.rules import Rules
    from kg.workspace.safekeeping.keeper import Keeper
    from kg.workspace.writer import ImportResult, IngestResult, Writer


class Workspace:
    """An open workspace. It holds no lock and no file between calls.

    ``Workspace.open("casefile")`` opens one. Every method raises ``KgError`` with a sentence and changes nothing then.
    """

    def __init__(self, folder: Path, rules: "Rules | None" = None, engine: Engine | None = None) -> None:
        self._rules = rules
        self._reader = Reader(Layout(folder), rules.versions if rules else PROJECT_VERSIONS, engine)

    @classmethod
    def open(cls, folder: Path | str, rules: "Rules | None" = None, engine: Engine | None = None) -> "Workspace":
        """Open a workspace, and finish an interrupted erasure. Raises ``KgError`` if there is none, or a newer one."""
        workspace = cls(Path(folder), rules, engine)  # looks first whether everything in it is a file or a folder
        finish_erasure(Layout(Path(folder)))
        return workspace

    @classmethod
    def create(cls, folder: Path | str, rules: "Rules | None" = None, engine: Engine | None = None) -> "Workspace":
        """Make an empty workspace. Raises ``KgError`` if there is one already, or there can be no private folder."""
        layout = Layout(Path(folder))
        if layout.settings.exists():
            raise KgError(f"{folder}: there is already a workspace.")
        if (layout.folder / LOCKED).is_dir():
            raise KgError(f"{folder}: the workspace is locked. Open it with `kg unlock`.")
        with explain_disk_errors(layout):
            claim_folder(layout.folder, {path.name for path in (*layout.own, layout.queries)})
            make_folder(layout.folder)
            create_settings(layout.settings)
        return cls(Path(folder), rules, engine)

    @classmethod
    def open_or_create(
        cls, folder: Path | str, rules: "Rules | None" = None, engine: Engine | None = None
    ) -> "Workspace":
        """Open a workspace, or make an empty one."""
        exists = Layout(Path(folder)).settings.exists()
        return (cls.open if exists else cls.create)(folder, rules, engine)

    # Asking

    @property
    def folder(self) -> Path:
        """Where it is."""
        return self._reader.layout.folder

    @property
    def settings(self) -> Settings:
        """What ``kg.toml`` says."""
        return self._reader.settings

    def reader(self) -> AbstractContextManager[Store]:
        """The graph in force, open for questions, and unchanged by writers. Raises ``StoreDamaged``."""
        return self._reader.store()

    def finder(self) -> "AbstractContextManager[Finder]":
        """The search index of the graph in force, open. Raises ``StoreDamaged`` if it is not as written, or missing."""
        return self._reader.finder()

    def graph(self) -> "Graph":
        """The graph in force as a value; empty if there is no report."""
        return self._reader.graph()

    def status(self) -> WorkspaceStatus:
        """What is in the workspace, and which generation of the graph is in force."""
        return self._reader.status()

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions in the order of their time, undone ones and undoings too."""
        return self._reader.decisions()

    def decision_problems(self) -> DecisionProblems:
        """The decisions of the graph in force that lead nowhere, contradict each other, or wait for others."""
        return self._reader.decision_problems()

    def has_reports(self) -> bool:
        """Whether any report is kept, in force or not."""
        return self._reader.has_reports()

    def resolve(self, id: str) -> str:
        """The id of the thing that an id once given out leads to now."""
        return self._reader.resolve(id)

    def read_rows(self, file: RowFile[Row]) -> list[Row] | None:
        """The rows that the generation in force keeps in a file; ``None`` without it. Raises ``StoreDamaged``."""
        return self._reader.rows(file)

    def refuse_own_file(self, file: Path) -> None:
        """Raise ``KgError`` where a file to be written is the workspace's own: what it holds would be lost."""
        self._reader.refuse_own_file(file)

    # Deriving

    def reports(self) -> list[ReportListed]:
        """Every version of every report with its state, by id; those in force first among one period's."""
        return self._derivation.reports()

    def partner_file(self, report_id: str) -> "PartnerFile | None":
        """What a partner's file brought, by the id of its report; ``None`` for any other report."""
        return self._derivation.partner_file(report_id)

    def in_force(self) -> "list[ActiveReport]":
        """The reports that count with their facts, as people decided they are, by series and period."""
        return list(self.known_facts().corrected.reports)

    def known_facts(self) -> "KnownFacts":
        """The facts of the reports that count, as people decided they are, by the ids to decide about them with."""
        return self._derivation.known_facts()

    def facts(self) -> "dict[str, ReportFacts]":
        """The facts of the reports that count, by report id."""
        return {report.id: report.facts for report in self.in_force()}

    def build(self) -> "Built":
        """Derive the graph of the reports and decisions, without keeping it."""
        return self._derivation.build()

    def resolve_reports(self) -> "ResolvedReports":
        """Decide who and what is one under the reports and decisions, without making a graph."""
        return self._derivation.resolve_reports()

    def mentions(self) -> "MentionsInForce":
        """Every mention that a decision can be about, and the thing in the graph that each leads to."""
        return self._derivation.mentions()

    def list_decisions(self) -> "list[DecisionListed]":
        """All decisions with what they are about and whether they hold, in the order of their time."""
        return self._derivation.list_decisions()

    def check(self) -> list[str]:
        """What is wrong, a sentence each: files that changed, a graph that is not what reports and decisions give."""
        damaged = find_damaged_files(self._reader.layout)
        problems = [*describe_exposed(self.folder), *self._derivation.check(), *damaged]
        if has_unfinished_erasure(self._reader.layout):
            problems.append("An erasure is not finished: another command still reads the old graph. Check again later.")
        return problems

    # Writing

    def ingest(
        self,
        paths: "Iterable[Path | str | WrittenText]",
        *,
        progress: Progress | None = None,
        waiting: OnWait | None = None,
        patience: float = PATIENCE,
        **options: Unpack[IngestKeywords],
    ) -> "IngestResult":
        """Add report files, or folders of them. What was refused is in the result; the rest is in the graph.

        ``options`` are those of ``IngestOptions``; ``progress`` gets entries read and in all, the latter growing with
        each file. Raises ``WorkspaceHeld`` when another writer is not done after ``patience`` seconds.
        """
        return self._writer.ingest(paths, IngestOptions(**options), progress, waiting, patience)

    def withdraw(self, report_id: str, who: str = "", why: str = "") -> Decision:
        """Take a report out of the graph by a decision. Raises ``KgError`` if none of that id is in force."""
        return self._writer.withdraw(report_id, who, why)

    def undo(self, decision_id: str, who: str = "", why: str = "") -> Decision:
        """Undo the decision with an id, or a beginning of it; ``KgError`` if none, or several, are in effect."""
        return self._writer.undo(decision_id, who, why)

    def judge(self, opinions: "Sequence[Opinion]", who: str = "") -> tuple[Decision, ...]:
        """Record what somebody says about pairs of mentions, all in one commit; ``KgError`` if it cannot be (yet)."""
        return self._writer.judge(opinions, who)

    def decide_facts(self, opinions: "Sequence[FactOpinion | Addition]", who: str = "") -> tuple[Decision, ...]:
        """Record what somebody says about facts, all in one commit; ``KgError`` if a value or an id is not allowed."""
        return self._writer.decide_facts(opinions, who)

    def import_decisions(self, data: bytes) -> "ImportResult":
        """Add the decisions of another journal, contradicting ones too; ``KgError`` if no line is a decision."""
        return self._writer.import_decisions(data)

    def rebuild(
        self, progress: Progress | None = None, waiting: OnWait | None = None, patience: float = PATIENCE
    ) -> None:
        """Derive facts and graph again from reports and decisions, whatever state the graph in force is in."""
        self._writer.rebuild(progress, waiting, patience)

    @cached_property
    def keeper(self) -> "Keeper":
        """Backs the workspace up, encrypts it, erases reports from it, and keeps copies of sources."""
        from kg.workspace.safekeeping.keeper import Keeper  # noqa: PLC0415 (only safekeeping needs it)

        return Keeper(self._reader, self._derivation, self._writer)

    @cached_property
    def _derivation(self) -> "Derivation":
        from kg.workspace.derivation import Derivation  # noqa: PLC0415 (only deriving and writing need it)
        from kg.workspace.rules import PROJECT_RULES  # noqa: PLC0415 (the same)

        return Derivation(self._reader, self._rules or PROJECT_RULES)

    @cached_property
    def _writer(self) -> "Writer":
        from kg.workspace.writer import Writer  # noqa: PLC0415 (only deriving and writing need it)

        return Writer(self._reader, self._derivation)
