"""Pairs of bearers, weighed once as long as neither of the two has grown."""

from kg.identity.people.candidates import Pair
from kg.identity.people.clusters import Bearer, Bearers
from kg.identity.people.scores import Scales, Weight

_BITS = (1 << 64) - 1


class Pairs:
    """The weights of one settling.

    With ``hopeless`` a pair below nothing is remembered there by what the two are, and never weighed again: a weight is
    a function of the mentions of both (of bearers that a judgement touched it is not, and they are weighed each time).
    """

    def __init__(self, bearers: Bearers, scales: Scales, hopeless: set[int] | None = None) -> None:
        self._bearers = bearers
        self._scales = scales
        self._hopeless = hopeless
        self._weights: dict[Pair, tuple[int, Weight | None]] = {}

    def weigh(self, pair: Pair) -> Weight | None:
        """What two mentions' bearers weigh now; ``None`` where they are one, kept apart, or cannot be one person."""
        a, b = self._bearers.of(pair[0]), self._bearers.of(pair[1])
        if a is b or self._bearers.kept_apart(a, b):
            return None
        grown = len(a.members) + len(b.members)
        known = self._weights.get(pair)
        if known and known[0] == grown:
            return known[1]
        self._bearers.compared += 1
        weight = self._scales.weigh(a, b)
        self._weights[pair] = grown, weight
        return weight

    def weigh_hopeful(self, pair: Pair) -> Weight | None:
        """The same, and ``None`` for all below nothing."""
        if self._hopeless is None:
            weight = self.weigh(pair)
            return weight if weight and weight.points >= 0 else None
        a, b = self._bearers.of(pair[0]), self._bearers.of(pair[1])
        judged = a.judged or b.judged or a.apart or b.apart
        key = _key(a, b)
        if key in self._hopeless and not judged:
            return None
        weight = self.weigh(pair)
        if weight and weight.points >= 0:
            return weight
        if not judged and a is not b:
            self._hopeless.add(key)
            self._weights.pop(pair, None)
        return None


def _key(a: Bearer, b: Bearer) -> int:
    return (3 * a.content + b.content) & _BITS
