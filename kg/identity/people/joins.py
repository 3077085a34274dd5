"""Joining clusters, best pair first, until nothing more can be joined."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kg.identity.names.lexicon import known_names
from kg.identity.people.blocks import GivenNames, Pair
from kg.identity.people.clusters import Cluster
from kg.identity.people.partition import Partition
from kg.identity.people.scores.name_rarity import NO_NAMES, rarity_points
from kg.identity.people.scores.pairs import PairScores
from kg.identity.people.scores.roles import are_opposed
from kg.identity.people.scores.scores import SAME, Score

# A rival this many points below the best leaves it open which of the two is meant.
MARGIN = 2
ROUNDS = 4


def join_until_stable(
    partition: Partition,
    find_candidates: Callable[[], Iterable[Pair]],
    given_names: GivenNames = NO_NAMES,
    ruled_out: set[int] | None = None,
) -> None:
    """Join what candidates can be joined, and score the rest again with what was learnt, a few times at most."""
    scores = PairScores(partition.clusters, partition.scorer, ruled_out)
    for _ in range(ROUNDS):
        if not _join_round(partition, scores, find_candidates(), given_names):
            return


def _join_round(partition: Partition, scores: PairScores, candidates: Iterable[Pair], given_names: GivenNames) -> int:
    """Join what can be joined among the candidates, best first; the number of joins."""
    clusters = partition.clusters
    points = {pair: score.points for pair in candidates if (score := scores.score_hopeful(pair))}
    pairs_of = _pairs_by_end(points)
    joined = 0
    for pair in sorted(points, key=lambda p: (-points[p], p)):
        score = scores.score(pair)
        if score is None:
            continue
        rivals = (points[rival] for rival in _rival_pairs(partition, pair, pairs_of))
        if _is_clear(partition, pair, score, max(rivals, default=None), given_names):
            clusters.join(*pair)
            partition.joined.append(pair)
            joined += 1
        else:
            partition.open.append(pair)
    return joined


def _is_clear(partition: Partition, pair: Pair, score: Score, rival: int | None, given_names: GivenNames) -> bool:
    """Whether the two are one: enough points, and no rival near. ``rival`` is the best one's points."""
    if rival is not None:
        return score.points >= SAME and rival <= score.points - MARGIN
    a, b = (partition.clusters.of(end) for end in pair)
    known = known_names(partition.jurisdiction)
    return score.points + rarity_points(a, b, score.match, given_names, known) >= SAME


def _pairs_by_end(pairs: Iterable[Pair]) -> Mapping[int, Sequence[Pair]]:
    by_end: dict[int, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_end[pair[0]].append(pair)
        by_end[pair[1]].append(pair)
    return by_end


def _rival_pairs(partition: Partition, pair: Pair, pairs_of: Mapping[int, Sequence[Pair]]) -> Iterator[Pair]:
    """Pairs that one of the two may be in instead, if its given name is not known."""
    clusters = partition.clusters
    for own_end, other_end in (pair, pair[::-1]):
        own, chosen = clusters.of(own_end), clusters.of(other_end)
        if own.full:
            continue
        for rival_pair in pairs_of[own_end]:
            rival = clusters.of(rival_pair[0] if rival_pair[1] == own_end else rival_pair[1])
            if rival is not chosen and rival is not own and _is_rival(partition, own, chosen, rival):
                yield rival_pair


def _is_rival(partition: Partition, own: Cluster, chosen: Cluster, rival: Cluster) -> bool:
    """Whether a rival is somebody else than who was chosen.

    To an initial another initial is no rival, since it is in the same position; an opponent is.
    """
    if are_opposed(chosen, rival):
        return True
    if not (rival.full or (rival.whole and not own.whole)):
        return False
    return partition.scorer.best_match(chosen, rival) is None or bool(chosen.entries & rival.entries)


def join_office_holders(partition: Partition) -> None:
    """Make a surname alone that everybody knows for its office (``holders`` of the lexicon) one person everywhere."""
    alone, whole = _office_holders(partition)
    for surname, group in sorted(alone.items()):
        known = sorted(whole[surname], key=lambda c: (not c.get("office"), -len(c.entries), c.first))[:1]
        first, *others = [*known, *group]
        for cluster in others:
            _join_if_possible(partition, first, cluster)


def _office_holders(partition: Partition) -> tuple[dict[str, list[Cluster]], dict[str, list[Cluster]]]:
    """The clusters with a holder's surname, by surname: those of the surname alone, and the others."""
    holders = known_names(partition.jurisdiction).holders
    alone: dict[str, list[Cluster]] = defaultdict(list)
    whole: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in partition.persons():
        for surname in sorted({name.surname for name in cluster.names} & holders):
            (whole if cluster.whole else alone)[surname].append(cluster)
    return alone, whole


def _join_if_possible(partition: Partition, first: Cluster, cluster: Cluster) -> None:
    clusters = partition.clusters
    a, b = clusters.of(first.first), clusters.of(cluster.first)
    if a is b or a.entries & b.entries or clusters.kept_apart(a, b):
        return
    if partition.scorer.best_match(a, b) is not None:
        clusters.join(a.first, b.first)
