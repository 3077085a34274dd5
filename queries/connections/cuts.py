"""What falls off a graph where one node is taken away, for all nodes in one walk (Hopcroft and Tarjan 1973)."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain

import networkx as nx

Slice = tuple[int, int]
"""Nodes that follow each other in the order of a walk: the first, and the one after the last."""


@dataclass(frozen=True)
class Cuts:
    """The nodes in the order of a walk, and for each that cuts something off, where in that order this stands."""

    order: Sequence[int]
    slices: Mapping[int, Sequence[Slice]]

    def cut_off(self, node: int) -> Iterator[int]:
        """The nodes that lose every connection to the largest part without ``node``, in no order."""
        return chain.from_iterable(self.order[start:stop] for start, stop in self.slices.get(node, ()))

    def count(self, counts: Callable[[int], bool]) -> dict[int, int]:
        """How many of those that count each node cuts off, for all nodes that cut something off."""
        before = [0, *accumulate(counts(node) for node in self.order)]
        return {node: sum(before[stop] - before[start] for start, stop in of) for node, of in self.slices.items()}


def find_cuts(graph: nx.Graph) -> Cuts:
    """What each node cuts off. Of several largest parts, the one with the smallest node stays."""
    order: list[int] = []
    places: dict[int, int] = {}
    slices: dict[int, Sequence[Slice]] = {}
    for root in graph:
        if root not in places:
            begun = len(order)
            for node, parts in _parts_below(graph, root, order, places).items():
                slices[node] = _all_but_largest(order, places[node], parts, (begun, len(order)))
    return Cuts(order, slices)


def _parts_below(graph: nx.Graph, root: int, order: list[int], places: dict[int, int]) -> dict[int, list[Slice]]:
    """For each node of a component that cuts something off, the parts that only it holds; puts them into the order."""
    parts: dict[int, list[Slice]] = defaultdict(list)
    lowest: dict[int, int] = {}
    way = [(root, root, _enter(graph, root, order, places, lowest))]
    while way:
        node, parent, neighbours = way[-1]
        for other in neighbours:
            if other not in places:
                way.append((other, node, _enter(graph, other, order, places, lowest)))
                break
            if other != parent:
                lowest[node] = min(lowest[node], places[other])
        else:
            way.pop()
            lowest[parent] = min(lowest[parent], lowest[node])
            if way and lowest[node] >= places[parent]:
                parts[parent].append((places[node], len(order)))
    if len(parts[root]) < 2:  # the walk began there: one part below it is all there is
        del parts[root]
    return parts


def _enter(
    graph: nx.Graph, node: int, order: list[int], places: dict[int, int], lowest: dict[int, int]
) -> Iterator[int]:
    places[node] = lowest[node] = len(order)
    order.append(node)
    return iter(graph[node])


def _all_but_largest(order: Sequence[int], place: int, below: Sequence[Slice], whole: Slice) -> list[Slice]:
    """The slices of what falls off without the node at ``place``."""
    parts = [[part] for part in below]
    if place != whole[0]:  # there is something above
        parts.append(_outside([(place, place + 1), *below], whole))

    def size(part: Sequence[Slice]) -> int:
        return sum(stop - start for start, stop in part)

    most = max(map(size, parts))
    largest = [part for part in parts if size(part) == most]
    if len(largest) > 1:
        largest.sort(key=lambda part: min(node for start, stop in part for node in order[start:stop]))
    return [slice for part in parts if part is not largest[0] for slice in part]


def _outside(parts: Sequence[Slice], whole: Slice) -> list[Slice]:
    """What of a slice is in none of its parts."""
    found, reached = [], whole[0]
    for start, stop in sorted(parts):
        found.append((reached, start))
        reached = stop
    return [*found, (reached, whole[1])]
