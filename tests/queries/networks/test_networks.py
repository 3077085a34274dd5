"""What networks ask the store: the same on both engines, and every line once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph.value import Graph, Key
from kg.stores import DEFAULT_LIMITS, Limits, Parameters, Rows, Store
from kg.workspace import Workspace
from queries.dialect.check import check
from queries.networks.entries import read_entries, read_reports
from queries.networks.lanes import read_lane
from queries.networks.lines import read_lines
from queries.networks.neighbours import count_neighbours, read_neighbours, ways_from
from queries.networks.nodes import count_nodes, find_keys, read_nodes
from queries.networks.passages import Quotations, passages_about
from queries.networks.paths import find_paths


class Recording:
    """A store that keeps what it is asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: set[str] = set()

    def query(self, cypher: str, parameters: Parameters | None = None, limits: Limits = DEFAULT_LIMITS) -> Rows:
        """Keep the question, and ask it."""
        self.asked.add(cypher)
        return self._store.query(cypher, parameters, limits)

    def close(self) -> None:
        """Nothing to do: the store is closed by who opened it."""


@pytest.fixture
def store(sample_workspace: Path) -> Iterator[Recording]:
    with Workspace.open(sample_workspace).reader() as opened:
        yield Recording(opened)


@pytest.fixture
def graph(sample_workspace: Path) -> Graph:
    return Workspace.open(sample_workspace).graph()


def test_what_is_read_is_what_the_graph_has(store: Recording, graph: Graph) -> None:
    keys = [node.key for node in graph.nodes]
    assert read_lines(store, keys) == sorted(graph.relationships, key=lambda relationship: relationship.key)
    assert list(read_nodes(store, keys).values()) == list(graph.nodes)
    assert sum(count_nodes(store).values()) == len(graph.nodes)
    assert find_keys(store, [key.id for key in keys]) == {key.id: key for key in keys}


def test_counts_are_what_there_is_around(store: Recording, graph: Graph) -> None:
    for key in _one_of_each(graph):
        for way, count in count_neighbours(store, key).items():
            ends = {(r.start, r.end) for r in graph.relationships if r.type == way.relationship}
            around = {b if way.direction == "out" else a for a, b in ends if key == (a, b)[way.direction == "in"]}
            assert count == len({other for other in around if other.label == way.kind}), way


def test_everything_asked_runs_alike_on_both_engines(store: Recording, graph: Graph) -> None:
    first = {key.label: key for key in _one_of_each(graph)}
    for key in first.values():
        count_neighbours(store, key)
        Quotations(store, passages_about(store, key))
        for way in ways_from(key.label):
            read_neighbours(store, key, way, 3)
    find_paths(store, first["Person"], first["Case"], [], 3)
    read_lane(store, first["Person"].id)
    read_entries(store, read_reports(store)[0].id, 0, 50)
    read_lines(store, list(first.values()))
    read_nodes(store, [*first.values(), Key("Source", "nothing")])
    find_keys(store, ["nothing"])
    assert len(store.asked) > 100
    assert [finding.sentence for cypher in sorted(store.asked) for finding in check(cypher)] == []


def _one_of_each(graph: Graph) -> list[Key]:
    """The first thing of each kind."""
    return list({node.label: node.key for node in reversed(graph.nodes)}.values())
