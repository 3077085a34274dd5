"""What falls off a graph where one node is taken away, against taking each away in turn."""

import random
from collections.abc import Sequence

import networkx as nx
import pytest

from queries.connections.cuts import find_cuts

Lines = Sequence[tuple[int, int]]


def taken_away(graph: nx.Graph, node: int) -> list[int]:
    """What a node cuts off, by its definition."""
    rest = graph.subgraph(nx.node_connected_component(graph, node) - {node})
    parts = sorted(nx.connected_components(rest), key=lambda part: (-len(part), min(part)))
    return sorted(n for part in parts[1:] for n in part)


@pytest.mark.parametrize(
    ("lines", "cut"),
    [
        ([], {}),
        ([(1, 2), (2, 3), (3, 1)], {}),
        # Of two parts of one size, that with the smallest node stays.
        ([(1, 2), (2, 3)], {2: [3]}),
        ([(5, 1), (5, 9)], {5: [9]}),
        ([(1, 2), (2, 3), (3, 4), (4, 5)], {2: [1], 3: [4, 5], 4: [5]}),
        # A body whose members know each other only through it, beside a triangle.
        ([(1, 2), (2, 3), (3, 1), (3, 7), (7, 8), (7, 9)], {3: [1, 2], 7: [8, 9]}),
        ([(1, 2), (2, 3), (11, 12), (12, 13)], {2: [3], 12: [13]}),
    ],
)
def test_what_falls_off_without_a_node(lines: Lines, cut: dict[int, list[int]]) -> None:
    graph = nx.Graph(lines)
    cuts = find_cuts(graph)
    assert {node: sorted(cuts.cut_off(node)) for node in sorted(cuts.slices)} == cut
    assert cuts.count(lambda node: node > 2) == {node: sum(n > 2 for n in of) for node, of in cut.items()}


@pytest.mark.parametrize("seed", range(30))
def test_it_is_what_taking_each_node_away_leaves(seed: int) -> None:
    rng = random.Random(seed)
    graph = nx.gnm_random_graph(rng.randint(2, 40), rng.randint(1, 50), seed=seed)
    cuts = find_cuts(graph)
    assert set(cuts.slices) == set(nx.articulation_points(graph))
    for node in graph:
        assert sorted(cuts.cut_off(node)) == (taken_away(graph, node) if node in cuts.slices else [])
