"""Blocks: the clusters that bear one surname, and which pairs of a block are worth comparing.

The number of pairs grows with the number of mentions, not with its square: a block of more than ``SMALL`` clusters is
cut into buckets by given name, and by first letter with a feature of context, and in a bucket each is compared with
the ``WINDOW`` next in time.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from kg.identity.disjoint_sets import DisjointSets
from kg.identity.names.lexicon import KnownNames
from kg.identity.names.parser import Name
from kg.identity.people.clusters import Cluster

SMALL = 30
WINDOW = 4
FEATURES = ("part", "place", "facility", "companion", "occupation", "office")
"""Kinds of feature that make two of one name worth comparing."""
Pair = tuple[int, int]
"""Two clusters, each by the position of its earliest mention."""
GivenNames = Mapping[str, Mapping[str, Set[str]]]
"""Given names in full by surname and first letter; a letter that is met only as an initial has none."""


def surname_blocks(clusters: Iterable[Cluster]) -> list[list[Cluster]]:
    """Clusters with a surname, by the surname without its ending; blocks of one left out."""
    blocks: dict[str, dict[int, Cluster]] = defaultdict(dict)
    for cluster in clusters:
        for family in {name.family for name in cluster.names if name.family and name.whole}:
            blocks[family][cluster.first] = cluster
    return [list(block.values()) for _, block in sorted(blocks.items()) if len(block) > 1]


def split_block(block: Sequence[Cluster], known: KnownNames) -> list[list[Cluster]]:
    """A large block in parts of which no cluster can be one with a cluster of another: no two begin with one letter."""
    if len(block) <= SMALL:
        return [list(block)]
    letters: DisjointSets[str] = DisjointSets()
    firsts: list[str] = []
    for cluster in block:
        first, *others = sorted(first_letters(cluster.names, known))
        letters.add(first)
        firsts.append(first)
        for other in others:
            letters.join(first, other)
    parts: dict[str, list[Cluster]] = defaultdict(list)
    for cluster, letter in zip(block, firsts, strict=True):
        parts[letters.leader(letter)].append(cluster)
    return [part for part in parts.values() if len(part) > 1]


def block_pairs(block: Sequence[Cluster], known: KnownNames) -> Iterator[Pair]:
    """Pairs of a block that may be one, by first mention."""
    if len(block) <= SMALL:
        yield from ((a.first, b.first) for i, a in enumerate(block) for b in block[i + 1 :])
        return
    buckets: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for cluster in sorted(block, key=lambda c: c.first):
        for bucket in _buckets(cluster, known):
            buckets[bucket].append(cluster.first)
    neighbours = (pair for _, firsts in sorted(buckets.items()) for pair in _window_pairs(firsts))
    yield from dict.fromkeys(neighbours)


def _window_pairs(firsts: Sequence[int]) -> Iterator[Pair]:
    for i, first in enumerate(firsts):
        yield from ((first, other) for other in firsts[i + 1 : i + 1 + WINDOW])


def _buckets(cluster: Cluster, known: KnownNames) -> set[tuple[str, ...]]:
    buckets: set[tuple[str, ...]] = {("given", name.given) for name in cluster.names if name.given}
    for letter in first_letters(cluster.names, known):
        buckets.update((letter, kind, key) for kind in FEATURES for key in cluster.get(kind))
        buckets.update((letter, "report", report) for report in cluster.reports)
    return buckets


def collect_given_names(block: Iterable[Cluster], known: KnownNames) -> GivenNames:
    """The given names met in full with the surnames of a block, by surname and first letter."""
    given_names: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    whole = (name for cluster in block for name in cluster.names if name.whole)
    for name in whole:
        for letter in first_letters([name], known):
            given_names[name.surname][letter] |= {name.given} - {""}
    return given_names


def first_letters(names: Iterable[Name], known: KnownNames) -> set[str]:
    """The first letters of the keys of given names that names may stand for."""
    return {letter for name in names for letter in _letters(name, known)}


def _letters(name: Name, known: KnownNames) -> Iterable[str]:
    if name.given:
        return {name.given[0]}
    key = known.folding.key(name.initial)
    return {key[:1], *(start[0] for start in known.folding.initials.get(name.initial, ()))}
