"""The traversals in networkx that the benchmark sets beside the engines answer what the saved queries answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.baselines.traversals import Traversals
from benchmarks.generators.archives import make
from kg.graph.value import Graph
from kg.stores import Rows, Store
from kg.stores.arcadedb import ENGINE
from queries.catalogue import load_queries
from queries.execute import ask, bind_parameters
from tests.conformance.comparison import difference


@pytest.fixture(scope="module")
def graph() -> Graph:
    return make(120)


@pytest.fixture(scope="module")
def store(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("archive") / "store"
    ENGINE.load(graph, folder)
    store = ENGINE.open(folder)
    yield store
    store.close()


@pytest.fixture(scope="module")
def traversals(graph: Graph) -> Traversals:
    return Traversals(graph)


@pytest.mark.parametrize("name", Traversals.NAMES)
def test_a_traversal_gives_the_rows_of_its_query(name: str, store: Store, traversals: Traversals) -> None:
    query = load_queries()[name]
    bound = bind_parameters(query, {}, store)
    expected = ask(query, bound, store, evidence=False)
    found = Rows(expected.columns, tuple(traversals.by_name()[name](bound)))
    assert expected.rows
    assert difference(expected, found, ordered=True) == ""
