"""From facts and decisions to the graph: a pure function of the reports in force and of what people decided.

``build`` gathers the rows of each kind of thing from a module of its own; ``kg.identity`` has decided beforehand who
and what is one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.jurisdictions.packs import Jurisdiction
from kg.build.acts import put_acts
from kg.build.campaigns import put_campaigns
from kg.build.cases import put_cases
from kg.build.charges import put_charges
from kg.build.days_targeted import put_targeting
from kg.build.documents import put_documents
from kg.build.relations import put_ties
from kg.build.sanctions import put_sanctions
from kg.build.stays import put_stays
from kg.build.tables import Tables
from kg.build.things import put_bodies, put_people, put_places
from kg.decisions.journal import Conflict, Decision, Lost, Waiting
from kg.decisions.judgements import Judgement
from kg.decisions.opinions import find_judgements
from kg.entries.active import ActiveEntry, ActiveReport, collect_entries
from kg.entries.index import MentionIndex
from kg.graph.value import Graph
from kg.identity.constraints import separate_conflicts
from kg.identity.link_rules import find_lost
from kg.identity.links import Link, RefusedLink
from kg.identity.people.block_cache import BlockCache
from kg.identity.people.values import Question
from kg.identity.resolution import Resolution, resolve
from kg.system.gc_pause import gc_paused

__all__ = ["ActiveReport", "Built", "ResolvedReports", "build", "resolve_reports"]


@dataclass(frozen=True)
class Built:
    """The graph, and where in it everything is found.

    ``ids``: the id of every mention with the id of the thing it leads to. ``persons``: the same for the persons of an
    entry, by entry id and position. ``threads``: each entry's case and campaigns as slugs of the guide
    (``proceeding:case-3f…``). ``lost``: decisions whose words are not found; ``conflicts``: decisions that contradict
    each other; ``waiting``: decisions not done as long as others are not taken; ``questions``: which people may be one,
    most valuable first; ``links``: what made entries one case or one campaign, sorted.
    """

    graph: Graph
    ids: Mapping[str, str]
    persons: Mapping[tuple[str, int], str]
    threads: Mapping[str, Sequence[str]]
    lost: tuple[Lost, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    questions: Sequence[Question] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class ResolvedReports:
    """Who and what is one under the decisions, before any row is made; ``judgements`` are those that are done."""

    entries: Sequence[ActiveEntry]
    mentions: MentionIndex
    judgements: Sequence[Judgement]
    lost: tuple[Lost, ...]
    conflicts: tuple[Conflict, ...]
    who: Resolution

    def leads_to(self, mention: str) -> str:
        """The id of the thing that a mention is a mention of; its own where it is of none that the graph shows."""
        return self.who.ids.get(mention, mention)


@gc_paused()
def resolve_reports(
    reports: Sequence[ActiveReport],
    jurisdiction: Jurisdiction,
    decisions: Iterable[Decision] = (),
    block_cache: BlockCache | None = None,
) -> ResolvedReports:
    """Find what the decisions are about, and decide who and what is one; a ``block_cache`` saves work, and no more."""
    entries = collect_entries(reports)
    mentions = MentionIndex(entries)
    found, lost = find_judgements(decisions, mentions)
    judgements, conflicts = separate_conflicts(found)
    refused = _refused_links(judgements, mentions)
    who = resolve(entries, jurisdiction, [j for j in judgements if not j.link], block_cache, refused)
    waiting = {w.decision for w in who.penalties.waiting}
    done = [j for j in judgements if j.decision not in waiting]
    return ResolvedReports(entries, mentions, done, (*lost, *find_lost(judgements)), conflicts, who)


def _refused_links(judgements: Iterable[Judgement], mentions: MentionIndex) -> list[RefusedLink]:
    """The links that people refused, between entries."""
    return [
        RefusedLink(mentions.by_id[j.a].label, mentions.by_id[j.a].entry.id, mentions.by_id[j.b].entry.id, j.link)
        for j in judgements
        if j.link
    ]


@gc_paused()
def build(
    reports: Sequence[ActiveReport],
    jurisdiction: Jurisdiction,
    decisions: Iterable[Decision] = (),
    block_cache: BlockCache | None = None,
) -> Built:
    """Derive the graph. The order of reports and decisions does not matter; the same give the same graph and ids.

    A ``block_cache`` of who was one before saves work, and changes nothing.
    """
    known = resolve_reports(reports, jurisdiction, decisions, block_cache)
    entries, who = known.entries, known.who
    tables = Tables()
    put_documents(tables, reports, entries)
    put_places(tables, entries, who)
    put_bodies(tables, entries, who)
    put_people(tables, entries, who)
    put_cases(tables, entries, who)
    put_acts(tables, entries, who)
    put_charges(tables, entries, who)
    put_sanctions(tables, entries, who)
    put_stays(tables, entries, who)
    put_campaigns(tables, entries, who)
    put_ties(tables, entries, who)
    put_targeting(tables)
    threads = {id: [f"{case.kind}:{case.id}"] for id, case in who.case.items()}
    for id, campaign in who.campaign.items():
        threads.setdefault(id, []).append(f"campaign:{campaign.id}")
    return Built(
        tables.take_graph(),
        who.ids,
        who.person,
        threads,
        known.lost,
        known.conflicts,
        who.penalties.waiting,
        tuple(who.people.questions),
        tuple(sorted(who.links, key=lambda link: (link.kind, link.a, link.b, link.rule))),
    )
