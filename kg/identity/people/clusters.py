"""Clusters: the mentions treated as one person so far, with all their names and features together."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from kg.identity.names.parser import Name
from kg.identity.people.features import Features

# Entries that make a person one whom readers know.
_OFTEN = 5


class Cluster:
    """One person in the making. ``first`` is the earliest mention (a position in the order of time)."""

    __slots__ = ("apart", "born", "content", "entries", "first", "judged", "members", "names", "of", "reports")

    def __init__(self, first: int, entry: str, reports: frozenset[str], features: Features, content: int) -> None:
        self.first = first
        self.content = content
        """The sum of what its mentions follow from, each a number of 64 bits: equal sums are equal mentions."""
        self.members = [first]
        # Frozen sets of one are shared (``_one``): most mentions have the same few, and there may be a million.
        self.names: frozenset[Name] = _one(features.name)
        self.entries: frozenset[str] = _one(entry)
        self.reports: frozenset[str] = reports
        self.of: Mapping[str, frozenset[str]] = features.of
        self.born: frozenset[int] = _one(features.born) if features.born else _NONE
        self.apart: frozenset[int] = _NONE
        """Mentions that must not be of this person."""
        self.judged = False
        """Whether a judgement joined any of the mentions, so that their names need not fit each other."""

    def get(self, kind: str) -> frozenset[str]:
        """The keys of a kind of feature."""
        return self.of.get(kind, _NONE)

    @property
    def whole(self) -> bool:
        """Whether any mention has a surname and at least an initial."""
        return any(name.whole for name in self.names)

    @property
    def full(self) -> bool:
        """Whether any mention has the surname and the given name in full."""
        return any(name.surname and name.given for name in self.names)

    @property
    def known_well(self) -> bool:
        """Whether reports name the person again and again."""
        return len(self.entries) >= _OFTEN and len(self.reports) > 1

    def take(self, other: "Cluster") -> None:
        """Add all of another cluster; the other is not to be used again."""
        self.first = min(self.first, other.first)
        self.members += other.members
        self.content += other.content
        self.names |= other.names
        self.entries |= other.entries
        self.reports |= other.reports
        self.of = {kind: self.get(kind) | other.get(kind) for kind in {**self.of, **other.of}}
        self.born |= other.born
        self.apart |= other.apart
        self.judged |= other.judged


_NONE: frozenset[Any] = frozenset()


@lru_cache(maxsize=10_000)
def _one(value: Any) -> frozenset[Any]:
    return frozenset({value})


class Clusters:
    """All clusters; which one a mention belongs to (union and find, the larger takes the smaller)."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self._above = list(range(len(clusters)))
        self._clusters = list(clusters)
        self.compared = 0
        """How many pairs have been compared, for the benchmark."""

    def __len__(self) -> int:
        return len(self._above)

    def find(self, mention: int) -> int:
        """The mention that now stands for all of its person."""
        above = self._above
        while above[mention] != mention:
            above[mention] = above[above[mention]]
            mention = above[mention]
        return mention

    def of(self, mention: int) -> Cluster:
        """The person of a mention."""
        return self._clusters[self.find(mention)]

    def join(self, a: int, b: int) -> Cluster:
        """Make two one, whatever they are."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return self._clusters[a]
        if len(self._clusters[a].members) < len(self._clusters[b].members):
            a, b = b, a
        self._above[b] = a
        self._clusters[a].take(self._clusters[b])
        return self._clusters[a]

    def kept_apart(self, a: Cluster, b: Cluster) -> bool:
        """Whether a judgement keeps two apart, through whatever chain."""
        few, other = (a, b) if len(a.apart) <= len(b.apart) else (b, a)
        root = self.find(other.first)
        return any(self.find(mention) == root for mention in few.apart)
