"""What is derived from a workspace's reports and decisions: facts, who and what is one, the graph.

Nothing is committed here. Facts come from the cache if it has them, and are kept there.
"""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from ingest.errors import KgError
from ingest.facts import ReportFacts
from ingest.jurisdictions.packs import Jurisdiction, load_jurisdiction
from kg.corrections.known_facts import KnownFacts
from kg.decisions.corrected_mentions import find_corrected
from kg.decisions.journal import Decision, sort_decisions
from kg.entries.active import ActiveReport
from kg.entries.index import MentionIndex
from kg.entries.stated import ActiveGraph, ids_of_partners
from kg.explain.decision_list import DecisionListed, list_decisions
from kg.graph.files import read_graph
from kg.graph.value import Node, count_labels
from kg.rows.build import Built
from kg.rows.resolved_reports import ResolvedReports
from kg.workspace.cache import facts_of, keep_block_cache, load_block_cache
from kg.workspace.derived_rows import LINKS, MENTIONS, MentionsInForce, mention_rows
from kg.workspace.files.decision_files import digest_redirects, load_redirects, new_redirects
from kg.workspace.files.generations import Derived, check_files
from kg.workspace.files.inputs import Inputs, verified_inputs
from kg.workspace.files.layout import Generation
from kg.workspace.files.lock import read_lock
from kg.workspace.files.reports import KeptReport, bytes_of, kept_reports
from kg.workspace.integrity.originals import find_damage
from kg.workspace.partners.graphs import PartnerGraphs
from kg.workspace.partners.listing import PartnerFile
from kg.workspace.reader import Reader
from kg.workspace.rules import Rules
from kg.workspace.state import ReportListed, State, in_force_among, replaced_versions, version_state


class Derivation:
    """Derives from the reports and decisions that a reader finds, under some rules."""

    def __init__(self, reader: Reader, rules: Rules) -> None:
        self._reader = reader
        self.rules = rules

    def reports(self) -> list[ReportListed]:
        """Every version of every report with its state, by id; those in force first among one period's."""
        state = self._reader.state()
        listed = [self._listed(report, state) for report in state.reports]
        return sorted(listed, key=lambda r: (r.series, r.period, not r.in_force, r.sha256))

    def active_reports(
        self, state: State | None = None, jurisdiction: Jurisdiction | None = None
    ) -> list[ActiveReport]:
        """The reports that count with their facts as they were read, by series and period."""
        state = state or self._reader.state()
        counted = in_force_among(state.reports, state.decisions)
        return [
            ActiveReport(r.series, r.sha256, self.facts_of(r, state, jurisdiction)) for r in counted if not r.is_stated
        ]

    def active_graphs(self, state: State) -> list[ActiveGraph]:
        """The graphs of partners' files that count, as they state them, by series and period."""
        return self.partners(state).counted(state.reports, state.decisions)

    def partners(self, state: State) -> PartnerGraphs:
        """Reads the graphs of partners' files."""
        return PartnerGraphs(self._reader.layout, self.rules, self._reader.versions(state))

    def partner_file(self, report_id: str) -> PartnerFile | None:
        """What a partner's file brought, the version that counts before others; ``None`` if no such file is kept."""
        state = self._reader.state()
        return self.partners(state).describe(report_id, state.reports, state.decisions)

    def known_facts(self, state: State | None = None) -> KnownFacts:
        """The facts of the reports that count, as people decided they are, by their ids."""
        state = state or self._reader.state()
        reports = self.active_reports(state) if state.reports else []
        jurisdiction = self.jurisdiction(state) if reports else None
        return KnownFacts(reports, state.decisions, jurisdiction, self.active_graphs(state))

    def build(self) -> Built:
        """Derive the graph, without keeping it."""
        return self._build(self._reader.state())

    def resolve_reports(self) -> ResolvedReports:
        """Decide who and what is one, without making a graph."""
        state = self._reader.state()
        reports, graphs = self.active_reports(state), self.active_graphs(state)
        return self.rules.resolve_reports(reports, self.jurisdiction(state), state.decisions, None, graphs)

    def mentions(self) -> MentionsInForce:
        """Every mention with its thing, from the file of the generation in force.

        They are resolved only where that generation has no such file, or was made under other rules.
        """
        state = self._reader.state()
        rows = self._reader.rows(MENTIONS) if self._reader.same_rules(state) else None
        if rows is None:
            resolved = self.resolve_reports()
            return MentionsInForce(resolved.mentions, {**resolved.resolution.ids, **resolved.stated})
        return MentionsInForce(self.known_facts(state).mentions, {row.mention: row.thing for row in rows})

    def list_decisions(self) -> list[DecisionListed]:
        """All decisions with what they are about and whether they hold, in the order of their time."""
        state = self._reader.state()
        reports = self.active_reports(state) if state.reports else []
        waiting = state.inputs.waiting if state.inputs else ()
        return list_decisions(state.decisions, reports, waiting, self.active_graphs(state))

    def derive_generation(
        self, state: State, new: Sequence[Decision], jurisdiction: Jurisdiction, at_once: bool
    ) -> Derived:
        """What a generation of a state is to hold; the facts themselves are let go.

        ``new`` are the decisions of this commit. With ``at_once``, raises ``KgError`` where one of them has to wait.
        """
        versions = self._reader.versions(state)
        block_cache = load_block_cache(self._reader.layout, jurisdiction, versions)
        reports, graphs = self.active_reports(state, jurisdiction), self.active_graphs(state)
        built = self.rules.build(reports, jurisdiction, state.decisions, block_cache, graphs)
        keep_block_cache(self._reader.layout, block_cache, jurisdiction, versions)
        for waiting in built.waiting:
            if at_once and waiting.decision in {d.id for d in new}:
                raise KgError(f"They cannot be merged: {waiting.reason}.")
        redirects = load_redirects(self._reader.layout.ids)
        former = {id: to for graph in graphs for id, to in graph.former.items()}
        corrected = {old: built.ids[now] for old, now in self._corrected(state).items() if now in built.ids}
        redo_ids = new_redirects({**former, **corrected, **ids_of_partners(built.stated), **built.ids}, redirects)
        inputs = Inputs(
            jurisdiction=jurisdiction.id,
            pack_version=jurisdiction.pack.version,
            reading_version=versions.reading,
            build_version=versions.build,
            made=datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC"),
            reports=state.reports,
            in_force={report.id: report.sha256 for report in in_force_among(state.reports, state.decisions)},
            decisions=tuple(d.id for d in sort_decisions(state.decisions)),
            graph=built.graph.digest,
            nodes=len(built.graph.nodes),
            relationships=len(built.graph.relationships),
            redo_decisions=tuple(new),
            redo_ids=redo_ids,
            lost=built.lost,
            conflicts=built.conflicts,
            waiting=built.waiting,
            questions=built.questions,
            sources=versions.sources,
            redirects=digest_redirects(redirects | redo_ids),
        )
        things = {**built.ids, **built.stated}
        return Derived(built.graph, inputs, [(MENTIONS, mention_rows(things.items())), (LINKS, built.links)])

    def _corrected(self, state: State) -> dict[str, str]:
        """Where mentions of reports are now of which another version counted in the generation before."""
        read = self._mentions_of
        pairs = ((read(old, state), read(now, state)) for old, now in replaced_versions(state))
        return {id: there for pair in pairs for id, there in find_corrected(*pair).items()}

    def _mentions_of(self, report: KeptReport, state: State) -> MentionIndex:
        active = ActiveReport(report.series, report.sha256, self.facts_of(report, state))
        return KnownFacts([active], state.decisions, self.jurisdiction(state)).mentions

    def check(self) -> list[str]:
        """What is wrong, a sentence each: files that changed, a graph that is not what reports and decisions give."""
        layout = self._reader.layout
        try:
            with read_lock(layout) as generation:
                if generation is not None:
                    return self._check(generation)
                return find_damage(layout, None) or (
                    ["There are reports and no graph. Run `kg rebuild`."] if kept_reports(layout) else []
                )
        except KgError as error:
            # Advice to derive the graph again is good only where the originals are.
            return find_damage(layout, None) or [str(error)]

    def jurisdiction(self, state: State) -> Jurisdiction:
        """The workspace's. Raises ``KgError`` if no report shows it and nobody set it."""
        known = self._reader.settings.jurisdiction or (state.inputs.jurisdiction if state.inputs else "")
        if not known and not state.reports:
            raise KgError(f"{self._reader.layout.folder}: there are no reports. Add one with `kg ingest REPORT`.")
        if not known:
            raise KgError(
                f"{self._reader.layout.settings}: no jurisdiction is set, and no report shows it. Set it there."
            )
        return load_jurisdiction(known)

    def _listed(self, report: KeptReport, state: State) -> ReportListed:
        facts = self.facts_of(report, state)
        return ReportListed(
            report.id,
            report.series,
            report.period,
            facts.report.title,
            len(facts.entries),
            report.sha256,
            report.encoding,
            version_state(report, state.reports, state.decisions),
        )

    def _build(self, state: State) -> Built:
        reports, graphs = self.active_reports(state), self.active_graphs(state)
        return self.rules.build(reports, self.jurisdiction(state), state.decisions, None, graphs)

    def facts_of(self, report: KeptReport, state: State, jurisdiction: Jurisdiction | None = None) -> ReportFacts:
        """The facts of a kept report, whether it counts or not."""
        jurisdiction = jurisdiction or self.jurisdiction(state)
        return facts_of(self._reader.layout, report, jurisdiction, self.rules, self._reader.versions(state))

    def _check(self, generation: Generation) -> list[str]:
        inputs = verified_inputs(generation)
        if damage := find_damage(self._reader.layout, inputs):
            return damage
        state = self._reader.state()
        check_files(self._reader.engine, generation)
        problems = [problem for report in state.reports if (problem := self._problem_of(report))]
        if problems:
            return problems  # nothing can be derived from a report that is not as it came
        kept = read_graph(generation.folder)
        problems = []
        if len(self._reader.journal()) > len(inputs.decisions):
            problems.append("The journal has decisions that the graph was made without. Run `kg rebuild`.")
        if not kept.digest == self._build(state).graph.digest == inputs.graph:
            why = "" if self._reader.same_rules(state) else "; the rules changed since it was made"
            problems.append(f"The graph is not what its reports and decisions give{why}. Run `kg rebuild`.")
        return [*problems, *self._check_store(kept.nodes)]

    def _check_store(self, nodes: Iterable[Node]) -> list[str]:
        with self._reader.store() as store:
            return [
                f"The store does not have the graph's {label} nodes. Run `kg rebuild`."
                for label, number in count_labels(nodes).items()
                if store.query(f"MATCH (n:`{label}`) RETURN count(n) AS n").rows != ((number,),)
            ]

    def _problem_of(self, report: KeptReport) -> str | None:
        """What is wrong with the kept file of a report: missing, or not the bytes that came in."""
        try:
            bytes_of(self._reader.layout, report)
        except KgError as error:
            return str(error)
        return None
