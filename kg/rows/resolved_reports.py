"""What the reports say under the decisions in effect: which mentions are one, before any row is made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.jurisdictions.packs import Jurisdiction
from kg.corrections.corrections import correct_reports, find_new_ids
from kg.decisions.journal import Conflict, Decision, Lost
from kg.decisions.judgements import Judgement
from kg.decisions.opinions import find_judgements
from kg.entries.active import ActiveEntry, ActiveReport
from kg.entries.index import MentionIndex
from kg.entries.stated import ActiveGraph
from kg.identity.constraints import separate_conflicts
from kg.identity.link_rules import find_lost
from kg.identity.links import RefusedLink
from kg.identity.namesakes import Namesakes, find_namesakes
from kg.identity.people.block_cache import BlockCache
from kg.identity.resolution import Resolution, resolve
from kg.identity.stated_things import own_judgements, resolve_stated
from kg.system.gc_pause import gc_paused


@dataclass(frozen=True)
class ResolvedReports:
    """The entries and which of their mentions are one; ``judgements`` are those that took effect.

    ``reports`` and partners' ``graphs`` have the facts as people decided they are. ``stated`` has the id of the node of
    each mention of a partner, ``namesakes`` the people of partners who may be somebody else here.
    """

    reports: Sequence[ActiveReport]
    entries: Sequence[ActiveEntry]
    mentions: MentionIndex
    judgements: Sequence[Judgement]
    lost: tuple[Lost, ...]
    conflicts: tuple[Conflict, ...]
    resolution: Resolution
    graphs: tuple[ActiveGraph, ...] = ()
    stated: Mapping[str, str] = field(default_factory=dict)
    namesakes: tuple[Namesakes, ...] = ()

    def leads_to(self, mention: str) -> str:
        """The id of the node that a mention refers to; the mention's own id where the graph has no such node."""
        return self.resolution.ids.get(mention) or self.stated.get(mention, mention)


@gc_paused()
def resolve_reports(
    reports: Sequence[ActiveReport],
    jurisdiction: Jurisdiction,
    decisions: Iterable[Decision] = (),
    block_cache: BlockCache | None = None,
    graphs: Sequence[ActiveGraph] = (),
) -> ResolvedReports:
    """Apply the decisions about facts, and decide which mentions are one. A ``block_cache`` only saves work.

    ``graphs`` are those that partners state.
    """
    decisions = tuple(decisions)
    corrected = correct_reports(reports, decisions, graphs)
    mentions = corrected.mentions()
    entries = mentions.entries
    found, lost = find_judgements(decisions, mentions)
    judgements, conflicts = separate_conflicts(found)
    refused = _refused_links(judgements, mentions)
    merging = [j for j in own_judgements(judgements, {m.id for m in mentions.stated}) if not j.link]
    resolution = resolve(entries, jurisdiction, merging, block_cache, refused)
    if new_ids := find_new_ids(corrected, mentions):
        before = {old: resolution.ids.get(new, new) for old, new in new_ids.items()}
        resolution = replace(resolution, ids={**resolution.ids, **before})
    stated = resolve_stated(mentions.stated, judgements, resolution.ids)
    waiting = {w.decision for w in resolution.penalties.waiting}
    done = [j for j in judgements if j.decision not in waiting]
    known = ResolvedReports(
        corrected.reports,
        entries,
        mentions,
        done,
        (*corrected.lost, *lost, *find_lost(judgements)),
        (*corrected.conflicts, *conflicts),
        resolution,
        corrected.stated.graphs,
        stated,
    )
    people = tuple(mentions.by_id.values()) if stated else ()
    return replace(known, namesakes=tuple(find_namesakes(people, known.graphs, done, known.leads_to)))


def _refused_links(judgements: Iterable[Judgement], mentions: MentionIndex) -> list[RefusedLink]:
    """The links that people refused, between entries."""
    return [
        RefusedLink(mentions.by_id[j.a].label, mentions.by_id[j.a].entry.id, mentions.by_id[j.b].entry.id, j.link)
        for j in judgements
        if j.link
    ]
