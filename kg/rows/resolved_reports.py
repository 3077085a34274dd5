"""What the reports say under the decisions in effect: which mentions are one, before any row is made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.jurisdictions.packs import Jurisdiction
from kg.corrections.corrections import correct_reports, find_new_ids
from kg.decisions.journal import Conflict, Decision, Lost
from kg.decisions.judgements import Judgement
from kg.decisions.opinions import find_judgements
from kg.entries.active import ActiveEntry, ActiveReport
from kg.entries.index import MentionIndex
from kg.identity.constraints import separate_conflicts
from kg.identity.link_rules import find_lost
from kg.identity.links import RefusedLink
from kg.identity.people.block_cache import BlockCache
from kg.identity.resolution import Resolution, resolve
from kg.system.gc_pause import gc_paused


@dataclass(frozen=True)
class ResolvedReports:
    """The entries and which of their mentions are one; ``judgements`` are those that took effect.

    ``reports`` have the facts as people decided they are.
    """

    reports: Sequence[ActiveReport]
    entries: Sequence[ActiveEntry]
    mentions: MentionIndex
    judgements: Sequence[Judgement]
    lost: tuple[Lost, ...]
    conflicts: tuple[Conflict, ...]
    resolution: Resolution

    def leads_to(self, mention: str) -> str:
        """The id of the node that a mention refers to; the mention's own id where the graph has no such node."""
        return self.resolution.ids.get(mention, mention)


@gc_paused()
def resolve_reports(
    reports: Sequence[ActiveReport],
    jurisdiction: Jurisdiction,
    decisions: Iterable[Decision] = (),
    block_cache: BlockCache | None = None,
) -> ResolvedReports:
    """Apply the decisions about facts, and decide which mentions are one. A ``block_cache`` only saves work."""
    decisions = tuple(decisions)
    corrected = correct_reports(reports, decisions)
    mentions = corrected.mentions()
    entries = mentions.entries
    found, lost = find_judgements(decisions, mentions)
    judgements, conflicts = separate_conflicts(found)
    refused = _refused_links(judgements, mentions)
    merging = [judgement for judgement in judgements if not judgement.link]
    resolution = resolve(entries, jurisdiction, merging, block_cache, refused)
    if new_ids := find_new_ids(corrected, mentions):
        before = {old: resolution.ids.get(new, new) for old, new in new_ids.items()}
        resolution = replace(resolution, ids={**resolution.ids, **before})
    waiting = {w.decision for w in resolution.penalties.waiting}
    done = [j for j in judgements if j.decision not in waiting]
    return ResolvedReports(
        corrected.reports,
        entries,
        mentions,
        done,
        (*corrected.lost, *lost, *find_lost(judgements)),
        (*corrected.conflicts, *conflicts),
        resolution,
    )


def _refused_links(judgements: Iterable[Judgement], mentions: MentionIndex) -> list[RefusedLink]:
    """The links that people refused, between entries."""
    return [
        RefusedLink(mentions.by_id[j.a].label, mentions.by_id[j.a].entry.id, mentions.by_id[j.b].entry.id, j.link)
        for j in judgements
        if j.link
    ]
