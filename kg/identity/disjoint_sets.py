"""Clusters: things that are one, directly or through each other (union and find), and by which chain they are."""

from collections import deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class DisjointSets(Generic[T]):
    """Gathers what is one. The first item added of a cluster leads it, whatever was joined in which order."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._above: dict[T, T] = {}
        self._rank: dict[T, int] = {}
        for item in items:
            self.add(item)

    def add(self, item: T) -> None:
        """Add an item as a cluster of its own, if it is not there."""
        if item not in self._above:
            self._above[item] = item
            self._rank[item] = len(self._rank)

    def join(self, a: T, b: T) -> None:
        """Say that two items are one."""
        self.add(a)
        self.add(b)
        first, second = sorted((self.leader(a), self.leader(b)), key=self._rank.__getitem__)
        self._above[second] = first

    def leader(self, item: T) -> T:
        """The item of the cluster that was added first."""
        path = []
        while self._above[item] != item:
            path.append(item)
            item = self._above[item]
        for passed in path:
            self._above[passed] = item
        return item

    def leaders(self) -> dict[T, T]:
        """Every item with the leader of its cluster, in the order of adding."""
        return {item: self.leader(item) for item in self._above}


def shortest_chain(ties: Mapping[T, Sequence[tuple[T, str]]], a: T, b: T) -> tuple[str, ...]:
    """The names of the ties on the shortest way from ``a`` to ``b``; empty if there is none.

    ``ties`` has for each thing those it is tied to, each with the tie's name (a decision's id).
    """
    came: dict[T, tuple[T, str]] = {}
    ahead = deque([a])
    while ahead and b not in came:
        here = ahead.popleft()
        for there, name in ties.get(here, ()):
            if there not in came and there != a:
                came[there] = here, name
                ahead.append(there)
    chain = []
    while b != a and b in came:
        b, name = came[b]
        chain.append(name)
    return tuple(reversed(chain))
