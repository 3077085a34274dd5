"""Gathering mentions into persons, best pair first, never against a judgement or an impossible pair of names."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from ingest.jurisdictions.packs import Jurisdiction
from kg.decisions.judgements import Judgement
from kg.entries.active import ActiveEntry
from kg.identity.names.lexicon import known_names
from kg.identity.names.order import mended_order
from kg.identity.people.block_cache import BlockCache, PartResult, hash_of, stamp_of
from kg.identity.people.candidates import (
    GivenNames,
    Pair,
    collect_given_names,
    pairs_of,
    slip_pairs,
    split_block,
    surname_blocks,
    word_pairs,
)
from kg.identity.people.clusters import Cluster, Clusters
from kg.identity.people.constraints import Contradiction, apply_judgements
from kg.identity.people.features import read_features
from kg.identity.people.name_rarity import NO_NAMES, is_rare, rarity_points
from kg.identity.people.pairs import PairScores
from kg.identity.people.scores import SAME, Scorer, opposed
from kg.system.gc_pause import gc_paused

# A rival this many points behind the best leaves it open which of the two is meant.
MARGIN = 2
ROUNDS = 4
# Tells the mentions of one entry apart (the golden ratio of 64 bits: Knuth, The Art of Computer Programming, 6.4).
_SPREAD = 0x9E3779B97F4A7C15


@dataclass
class Clustering:
    """The work on one set of entries: ``mentions`` in the order of time, who is who among them, what stays open.

    ``stamps`` has for each mention what its entry's people follow from (``block_cache.stamp_of``).
    """

    jurisdiction: Jurisdiction
    mentions: list[tuple[str, int]]
    stamps: list[bytes]
    clusters: Clusters
    scorer: Scorer
    contradictions: list[Contradiction] = field(default_factory=list)
    joined: list[Pair] = field(default_factory=list)
    open: list[Pair] = field(default_factory=list)
    """Pairs that were neither one nor two when they were scored, in the order met; some more than once."""

    def roots(self) -> list[Cluster]:
        """Every person once, by earliest mention."""
        found = {self.clusters.find(i): None for i in range(len(self.clusters))}
        return sorted((self.clusters.of(i) for i in found), key=lambda b: b.first)


def apart(
    entries: Sequence[ActiveEntry], jurisdiction: Jurisdiction, block_cache: BlockCache | None = None
) -> Clustering:
    """Every mention a person of its own: what :func:`cluster_mentions` starts from."""
    mentions: list[tuple[str, int]] = []
    first: list[Cluster] = []
    stamps: list[bytes] = []
    mended = mended_order(((p.surname, p.given) for entry in entries for p in entry.facts.persons), jurisdiction)
    block_cache = block_cache or BlockCache()
    for entry in entries:
        stamp = stamp_of(entry, mended)
        if stamp not in block_cache.features:
            block_cache.features[stamp] = read_features(entry, jurisdiction, block_cache.labels, mended)
        for index, features in enumerate(block_cache.features[stamp]):
            content = int.from_bytes(stamp[:8]) ^ (index * _SPREAD)
            first.append(Cluster(len(mentions), entry.id, entry.report, features, content))
            mentions.append((entry.id, index))
            stamps.append(stamp)
    return Clustering(jurisdiction, mentions, stamps, Clusters(first), Scorer(jurisdiction, block_cache.labels))


@gc_paused()
def cluster_mentions(
    entries: Sequence[ActiveEntry],
    jurisdiction: Jurisdiction,
    ids: dict[tuple[str, int], str],
    judgements: Sequence[Judgement] = (),
    block_cache: BlockCache | None = None,
) -> Clustering:
    """Who is who. The order of the entries is the order of time; that of the judgements is the journal's."""
    work = apart(entries, jurisdiction, block_cache)
    position = {ids[mention]: i for i, mention in enumerate(work.mentions)} if judgements else {}
    work.contradictions = apply_judgements(judgements, position, work.clusters)
    known = known_names(jurisdiction)
    if block_cache is not None:
        block_cache.used.clear()
    for block in surname_blocks(work.roots()):
        given_names = collect_given_names(block, known)
        for part in split_block(block, known):
            if block_cache is None or any(cluster.judged or cluster.apart for cluster in part):
                _cluster_part(work, part, given_names)
            else:
                _cluster_part_cached(work, part, given_names, block_cache)
    ruled_out = None if block_cache is None else block_cache.ruled_out
    _join_until_stable(work, lambda: slip_pairs(work.roots(), known), ruled_out=ruled_out)
    _join_until_stable(work, lambda: word_pairs(work.roots()))
    _join_office_holders(work)
    return work


def _cluster_part_cached(
    work: Clustering, part: Sequence[Cluster], given_names: GivenNames, block_cache: BlockCache
) -> None:
    """Settle a part of which every cluster is one mention, as before if it was settled before.

    Of the block around it a part goes by nothing but whether its surnames are borne by few.
    """
    members = [cluster.first for cluster in part]
    surnames = {name.surname for cluster in part for name in cluster.names}
    few = sorted(surname for surname in surnames if is_rare(surname, given_names))
    key = hash_of([*(piece for m in members for piece in (work.stamps[m], str(work.mentions[m][1]))), *few])
    block_cache.used.add(key)
    results = block_cache.results.get(key)
    if results is None:
        joined, left_open = len(work.joined), len(work.open)
        _cluster_part(work, part, given_names)
        place = {member: i for i, member in enumerate(members)}
        block_cache.results[key] = PartResult(
            tuple((place[a], place[b]) for a, b in work.joined[joined:]),
            tuple((place[a], place[b]) for a, b in work.open[left_open:]),
        )
        return
    for a, b in results.joined:
        work.clusters.join(members[a], members[b])
        work.joined.append((members[a], members[b]))
    work.open += [(members[a], members[b]) for a, b in results.open]


def _cluster_part(work: Clustering, part: Sequence[Cluster], given_names: GivenNames) -> None:
    known, members = known_names(work.jurisdiction), [cluster.first for cluster in part]

    def pairs() -> Iterable[Pair]:
        left = {work.clusters.find(member): None for member in members}
        return pairs_of([work.clusters.of(member) for member in left], known)

    _join_until_stable(work, pairs, given_names)


def _join_until_stable(
    work: Clustering,
    candidates: Callable[[], Iterable[Pair]],
    given_names: GivenNames = NO_NAMES,
    ruled_out: set[int] | None = None,
) -> None:
    pairs = PairScores(work.clusters, work.scorer, ruled_out)
    for _ in range(ROUNDS):
        if not _join_round(work, pairs, candidates(), given_names):
            return


def _join_round(work: Clustering, pairs: PairScores, candidates: Iterable[Pair], given_names: GivenNames) -> int:
    """Join what can be joined among the candidates, best first; the number of joins."""
    clusters, known = work.clusters, known_names(work.jurisdiction)
    points: dict[Pair, int] = {}
    for pair in candidates:
        if score := pairs.score_hopeful(pair):
            points[pair] = score.points
    beside: dict[int, list[Pair]] = defaultdict(list)
    for pair in points:
        beside[pair[0]].append(pair)
        beside[pair[1]].append(pair)
    joined = 0
    for pair in sorted(points, key=lambda p: (-points[p], p)):
        a, b = pair
        if clusters.find(a) == clusters.find(b):
            continue
        score = pairs.score(pair)
        if score is None:
            continue
        rival = _best_rival(work, pair, points, beside)
        alone = (
            0
            if rival is not None
            else rarity_points(clusters.of(a), clusters.of(b), score.likeness, given_names, known)
        )
        if score.points + alone < SAME or (rival is not None and rival > score.points - MARGIN):
            work.open.append(pair)
            continue
        clusters.join(a, b)
        work.joined.append(pair)
        joined += 1
    return joined


def _best_rival(work: Clustering, pair: Pair, points: dict[Pair, int], beside: dict[int, list[Pair]]) -> int | None:
    """The points of the best person whom one of the two may be instead, if its given name is not known."""
    best: int | None = None
    for mine, other in (pair, pair[::-1]):
        me, chosen = work.clusters.of(mine), work.clusters.of(other)
        if me.full:
            continue
        for rival_pair in beside[mine]:
            rival = work.clusters.of(rival_pair[0] if rival_pair[1] == mine else rival_pair[1])
            if rival is chosen or rival is me:
                continue
            # To an initial another initial is no rival, since it is in the same position; an opponent is.
            named = rival.full or (rival.whole and not me.whole)
            two = named and (work.scorer.likeness(chosen, rival) is None or bool(chosen.entries & rival.entries))
            if two or opposed(chosen, rival):
                best = points[rival_pair] if best is None else max(best, points[rival_pair])
    return best


def _join_office_holders(work: Clustering) -> None:
    """A surname alone that everybody knows for its office (``holders`` of the lexicon) is one person's everywhere."""
    holders = known_names(work.jurisdiction).holders
    alone: dict[str, list[Cluster]] = defaultdict(list)
    whole: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in work.roots():
        surnames = {name.surname for name in cluster.names}
        for surname in sorted(surnames & holders):
            lone = not cluster.whole and any(n.surname == surname for n in cluster.names)
            (alone if lone else whole)[surname].append(cluster)
    for surname, group in sorted(alone.items()):
        known = sorted(whole[surname], key=lambda b: (not b.get("office"), -len(b.entries), b.first))
        for cluster in ([known[0]] if known else []) + group:
            first = known[0] if known else group[0]
            a, b = work.clusters.of(first.first), work.clusters.of(cluster.first)
            if a is b or a.entries & b.entries or work.clusters.kept_apart(a, b):
                continue
            if work.scorer.likeness(a, b) is not None:
                work.clusters.join(a.first, b.first)
