"""The partition of mentions into persons while it is being made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.jurisdictions.packs import Jurisdiction
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey
from kg.identity.names.order import Printed, correct_order
from kg.identity.people.block_cache import BlockCache, hash_of, stamp_of
from kg.identity.people.blocks import Pair
from kg.identity.people.clusters import Cluster, Clusters
from kg.identity.people.features import read_features
from kg.identity.people.scores.scores import Scorer
from kg.identity.retellings.retellings import NOTHING_AGAIN, Retellings

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
    told: Retellings = NOTHING_AGAIN,
) -> Partition:
    """Every mention a cluster of its own, but for those that another report told before."""
    mentions: list[MentionKey] = []
    first: list[Cluster] = []
    stamps: list[bytes] = []
    corrected = correct_order(_printed_names(entries, told), jurisdiction)
    block_cache = block_cache or BlockCache()
    for entry in entries:
        stamp = stamp_of(entry, corrected)
        if stamp not in block_cache.features:
            block_cache.features[stamp] = read_features(entry, jurisdiction, block_cache.labels, corrected)
        for index, features in enumerate(block_cache.features[stamp]):
            if (entry.id, index) in told.persons:
                continue
            also = told.also_named_in.get((entry.id, index), frozenset())
            own = hash_of([stamp, *sorted(also)]) if also else stamp
            content = int.from_bytes(own[:8]) ^ (index * _SPREAD)
            reports = _one_value(also | {told.report_of(entry.report)})
            first.append(Cluster(len(mentions), entry.id, reports, features, content))
            mentions.append((entry.id, index))
            stamps.append(own)
    return Partition(jurisdiction, mentions, stamps, Clusters(first), Scorer(jurisdiction, block_cache.labels))


def _printed_names(entries: Sequence[ActiveEntry], told: Retellings) -> Iterator[Printed]:
    for entry in entries:
        for index, person in enumerate(entry.facts.persons):
            if (entry.id, index) not in told.persons:
                yield person.surname, person.given


@lru_cache(maxsize=10_000)
def _one_value(reports: frozenset[str]) -> frozenset[str]:
    """Equal sets are one value: a million mentions are in few reports."""
    return reports
