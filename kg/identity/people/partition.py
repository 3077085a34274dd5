"""The partition of mentions into persons while it is being made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.jurisdictions.packs import Jurisdiction
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey
from kg.identity.names.order import Printed, correct_order
from kg.identity.people.block_cache import BlockCache, stamp_of
from kg.identity.people.blocks import Pair
from kg.identity.people.clusters import Cluster, Clusters
from kg.identity.people.features import read_features
from kg.identity.people.scores.scores import Scorer
from kg.identity.types import NO_MENTIONS, SameMentions

# Tells the mentions of one entry apart (the golden ratio of 64 bits: Knuth, The Art of Computer Programming, 6.4).
_SPREAD = 0x9E3779B97F4A7C15


@dataclass
class Partition:
    """Mentions in the order of time, the clusters they are in, what was joined and what stays open.

    ``stamps`` has for each mention what its entry's people follow from (``block_cache.stamp_of``).
    """

    jurisdiction: Jurisdiction
    mentions: list[MentionKey]
    stamps: list[bytes]
    clusters: Clusters
    scorer: Scorer
    joined: list[Pair] = field(default_factory=list)
    open: list[Pair] = field(default_factory=list)
    """Pairs that were neither one nor two when they were scored, in the order met; some more than once."""

    def persons(self) -> list[Cluster]:
        """Every cluster once, by earliest mention."""
        found = {self.clusters.find(i): None for i in range(len(self.clusters))}
        return sorted((self.clusters.of(i) for i in found), key=lambda cluster: cluster.first)


def start_partition(
    entries: Sequence[ActiveEntry],
    jurisdiction: Jurisdiction,
    block_cache: BlockCache | None = None,
    told_again: SameMentions = NO_MENTIONS,
) -> Partition:
    """Every mention a cluster of its own, but for those that another report told before."""
    mentions: list[MentionKey] = []
    first: list[Cluster] = []
    stamps: list[bytes] = []
    corrected = correct_order(_printed_names(entries, told_again), jurisdiction)
    block_cache = block_cache or BlockCache()
    for entry in entries:
        stamp = stamp_of(entry, corrected)
        if stamp not in block_cache.features:
            block_cache.features[stamp] = read_features(entry, jurisdiction, block_cache.labels, corrected)
        for index, features in enumerate(block_cache.features[stamp]):
            if (entry.id, index) in told_again:
                continue
            content = int.from_bytes(stamp[:8]) ^ (index * _SPREAD)
            first.append(Cluster(len(mentions), entry.id, entry.report, features, content))
            mentions.append((entry.id, index))
            stamps.append(stamp)
    return Partition(jurisdiction, mentions, stamps, Clusters(first), Scorer(jurisdiction, block_cache.labels))


def _printed_names(entries: Sequence[ActiveEntry], told_again: SameMentions) -> Iterator[Printed]:
    for entry in entries:
        for index, person in enumerate(entry.facts.persons):
            if (entry.id, index) not in told_again:
                yield person.surname, person.given
