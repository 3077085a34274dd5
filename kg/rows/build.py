"""From facts and decisions to the graph: a pure function of the reports in force and of what people decided.

``kg.identity`` decides which mentions are one; then each module here puts the rows of one kind of node.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.jurisdictions.packs import Jurisdiction
from kg.decisions.journal import Conflict, Decision, Lost, Waiting
from kg.entries.active import ActiveReport
from kg.entries.stated import ActiveGraph
from kg.graph.value import Graph
from kg.identity.links import Link
from kg.identity.people.block_cache import BlockCache
from kg.rows.acts import put_acts
from kg.rows.campaigns import put_campaigns
from kg.rows.cases import put_cases
from kg.rows.counts import put_counts
from kg.rows.days_targeted import put_days_targeted
from kg.rows.documents import put_documents
from kg.rows.entities.bodies import put_bodies
from kg.rows.entities.people import put_people
from kg.rows.entities.places import put_places
from kg.rows.entities.relations import put_relations
from kg.rows.penalties.charges import put_charges
from kg.rows.penalties.sanctions import put_sanctions
from kg.rows.penalties.stays import put_stays
from kg.rows.resolved_reports import resolve_reports
from kg.rows.stated import put_stated
from kg.rows.tables import Tables
from kg.system.gc_pause import gc_paused

__all__ = ["ActiveReport", "Built", "build"]


@dataclass(frozen=True)
class Built:
    """The graph, and which node each mention refers to.

    ``ids``: for the id of every mention, the id of its node. ``persons``: the same for the persons of an entry, by
    entry id and position. ``threads``: each entry's case and campaigns as slugs
    (``proceeding:case-3f…``). ``lost``: decisions whose words are not found; ``conflicts``: decisions that contradict
    each other; ``waiting``: decisions that take effect only when others do too; ``questions``: how many pairs of
    people may be one; ``links``: what made entries one case or one campaign, sorted; ``stated``: as ``ids``, for what
    partners state.
    """

    graph: Graph
    ids: Mapping[str, str]
    persons: Mapping[tuple[str, int], str]
    threads: Mapping[str, Sequence[str]]
    lost: tuple[Lost, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    questions: int = 0
    links: tuple[Link, ...] = ()
    stated: Mapping[str, str] = field(default_factory=dict)


@gc_paused()
def build(
    reports: Sequence[ActiveReport],
    jurisdiction: Jurisdiction,
    decisions: Iterable[Decision] = (),
    block_cache: BlockCache | None = None,
    graphs: Sequence[ActiveGraph] = (),
) -> Built:
    """Derive the graph. The order of reports and decisions does not matter; the same give the same graph and ids.

    A ``block_cache`` saves work on names that have not changed; it changes no result. ``graphs`` are those that
    partners state, sorted: their rows are put as people decided they are. Raises ``KgError`` where two reports have
    one id.
    """
    resolved = resolve_reports(reports, jurisdiction, decisions, block_cache, graphs)
    entries, resolution = resolved.entries, resolved.resolution
    tables = Tables()
    put_documents(tables, resolved.reports, entries, jurisdiction)
    put_places(tables, entries, resolution)
    put_bodies(tables, entries, resolution)
    put_people(tables, entries, resolution)
    put_cases(tables, entries, resolution)
    put_acts(tables, entries, resolution)
    put_charges(tables, entries, resolution)
    put_sanctions(tables, entries, resolution)
    put_stays(tables, entries, resolution)
    put_campaigns(tables, entries, resolution)
    put_relations(tables, entries, resolution)
    put_days_targeted(tables)
    put_counts(tables)
    put_stated(tables, resolved.graphs, resolved.stated)
    threads = {id: [f"{case.kind}:{case.id}"] for id, case in resolution.case.items()}
    for id, campaign in resolution.campaign.items():
        threads.setdefault(id, []).append(f"campaign:{campaign.id}")
    return Built(
        tables.take_graph(),
        resolution.ids,
        resolution.person,
        threads,
        resolved.lost,
        resolved.conflicts,
        resolution.penalties.waiting,
        len(resolution.people.questions) + len(resolved.namesakes),
        tuple(sorted(resolution.links, key=lambda link: (link.kind, link.a, link.b, link.rule))),
        resolved.stated,
    )
