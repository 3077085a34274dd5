"""The scores of pairs of clusters."""

from kg.identity.people.blocks import Pair
from kg.identity.people.clusters import Cluster, Clusters
from kg.identity.people.scores.scores import Score, Scorer

_BITS = (1 << 64) - 1


class PairScores:
    """The scores of pairs, each kept as long as neither of the two has grown.

    With ``ruled_out`` a pair below zero is kept there by what the two are, and never scored again: a score is a
    function of the mentions of both. Of clusters that a judgement touched it is not; they are scored each time.
    """

    def __init__(self, clusters: Clusters, scorer: Scorer, ruled_out: set[int] | None = None) -> None:
        self._clusters = clusters
        self._scorer = scorer
        self._ruled_out = ruled_out
        self._scores: dict[Pair, tuple[int, Score | None]] = {}

    def score(self, pair: Pair) -> Score | None:
        """The score of two mentions' clusters now; ``None`` where they are one, kept apart, or cannot be one person."""
        a, b = self._clusters.of(pair[0]), self._clusters.of(pair[1])
        if a is b or self._clusters.kept_apart(a, b):
            return None
        grown = len(a.members) + len(b.members)
        known = self._scores.get(pair)
        if known and known[0] == grown:
            return known[1]
        self._clusters.compared += 1
        score = self._scorer.score(a, b)
        self._scores[pair] = grown, score
        return score

    def score_hopeful(self, pair: Pair) -> Score | None:
        """The same, and ``None`` for all below zero."""
        if self._ruled_out is None:
            score = self.score(pair)
            return score if score and score.points >= 0 else None
        a, b = self._clusters.of(pair[0]), self._clusters.of(pair[1])
        judged = a.judged or b.judged or a.apart or b.apart
        key = _key(a, b)
        if key in self._ruled_out and not judged:
            return None
        score = self.score(pair)
        if score and score.points >= 0:
            return score
        if not judged and a is not b:
            self._ruled_out.add(key)
            self._scores.pop(pair, None)
        return None


def _key(a: Cluster, b: Cluster) -> int:
    return (3 * a.content + b.content) & _BITS
