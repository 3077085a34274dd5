"""Clustering mentions into persons, best pair first, never against a judgement or an impossible pair of names."""

from collections.abc import Iterable, Mapping, Sequence

from ingest.jurisdictions.packs import Jurisdiction
from kg.decisions.judgements import Judgement
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey
from kg.identity.names.lexicon import known_names
from kg.identity.people.block_cache import BlockCache, PartResult, hash_of
from kg.identity.people.blocks import (
    GivenNames,
    Pair,
    block_pairs,
    collect_given_names,
    split_block,
    surname_blocks,
)
from kg.identity.people.candidates import slip_pairs, word_pairs
from kg.identity.people.clusters import Cluster
from kg.identity.people.constraints import apply_judgements
from kg.identity.people.joins import join_office_holders, join_until_stable
from kg.identity.people.partition import Partition, start_partition
from kg.identity.people.scores.name_rarity import is_rare
from kg.identity.retellings.retellings import NOTHING_AGAIN, Retellings
from kg.system.gc_pause import gc_paused


@gc_paused()
def cluster_mentions(
    entries: Sequence[ActiveEntry],
    jurisdiction: Jurisdiction,
    ids: Mapping[MentionKey, str],
    judgements: Sequence[Judgement] = (),
    block_cache: BlockCache | None = None,
    told: Retellings = NOTHING_AGAIN,
) -> Partition:
    """Decide who is who. The order of the entries is the order of time; that of the judgements is the journal's.

    Mentions that are told again are no mentions of their own: who they are follows from those told first.
    """
    partition = start_partition(entries, jurisdiction, block_cache, told)
    position = _positions(partition, ids, told) if judgements else {}
    apply_judgements(judgements, position, partition.clusters)
    known = known_names(jurisdiction)
    _cluster_blocks(partition, block_cache)
    ruled_out = None if block_cache is None else block_cache.ruled_out
    join_until_stable(partition, lambda: slip_pairs(partition.persons(), known), ruled_out=ruled_out)
    join_until_stable(partition, lambda: word_pairs(partition.persons()))
    join_office_holders(partition)
    return partition


def _positions(partition: Partition, ids: Mapping[MentionKey, str], told: Retellings) -> dict[str, int]:
    """Where the mentions (ids) that judgements are about stand in the partition."""
    at = {mention: i for i, mention in enumerate(partition.mentions)}
    return {ids[mention]: i for mention, i in at.items()} | {ids[m]: at[first] for m, first in told.persons.items()}


def _cluster_blocks(partition: Partition, block_cache: BlockCache | None) -> None:
    known = known_names(partition.jurisdiction)
    if block_cache is not None:
        block_cache.used.clear()
    for block in surname_blocks(partition.persons()):
        given_names = collect_given_names(block, known)
        for part in split_block(block, known):
            if block_cache is None or any(cluster.judged or cluster.apart for cluster in part):
                _cluster_part(partition, part, given_names)
            else:
                _cluster_part_cached(partition, part, given_names, block_cache)


def _cluster_part_cached(
    partition: Partition, part: Sequence[Cluster], given_names: GivenNames, block_cache: BlockCache
) -> None:
    """Cluster a part of a block in which every cluster is one mention, or take the result of the last time.

    Of the block around it a part goes by nothing but whether its surnames are rare.
    """
    members = [cluster.first for cluster in part]
    key = _cache_key(partition, part, given_names)
    block_cache.used.add(key)
    result = block_cache.results.get(key)
    if result is None:
        block_cache.results[key] = _cluster_part_recorded(partition, part, given_names)
        return
    for a, b in result.joined:
        partition.clusters.join(members[a], members[b])
        partition.joined.append((members[a], members[b]))
    partition.open += [(members[a], members[b]) for a, b in result.open]


def _cache_key(partition: Partition, part: Sequence[Cluster], given_names: GivenNames) -> bytes:
    surnames = {name.surname for cluster in part for name in cluster.names}
    rare = sorted(surname for surname in surnames if is_rare(surname, given_names))
    members = [cluster.first for cluster in part]
    mentions = (piece for m in members for piece in (partition.stamps[m], str(partition.mentions[m][1])))
    return hash_of([*mentions, *rare])


def _cluster_part_recorded(partition: Partition, part: Sequence[Cluster], given_names: GivenNames) -> PartResult:
    joined, left_open = len(partition.joined), len(partition.open)
    place = {cluster.first: i for i, cluster in enumerate(part)}
    _cluster_part(partition, part, given_names)
    return PartResult(
        tuple((place[a], place[b]) for a, b in partition.joined[joined:]),
        tuple((place[a], place[b]) for a, b in partition.open[left_open:]),
    )


def _cluster_part(partition: Partition, part: Sequence[Cluster], given_names: GivenNames) -> None:
    known, members = known_names(partition.jurisdiction), [cluster.first for cluster in part]

    def find_candidates() -> Iterable[Pair]:
        left = {partition.clusters.find(member): None for member in members}
        return block_pairs([partition.clusters.of(member) for member in left], known)

    join_until_stable(partition, find_candidates, given_names)
