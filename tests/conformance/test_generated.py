"""The same question, the same answer, on made archives: of 300 entries always, of 10^5 with ``make test-large``."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.engines import Patient, measured_neo4j
from benchmarks.generators.archives import make
from kg.graph.value import Graph
from kg.schema.schema import load_schema
from kg.stores import Store
from kg.stores.arcadedb import ENGINE
from kg.stores.neo4j import Connection, Neo4jStore, push
from queries.catalogue import load_queries
from tests.conformance.conftest import Both
from tests.conformance.questions import Question, differing, differing_saved, read_questions

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]
LARGE = 100_000
SIZES = [pytest.param(300, id="300"), pytest.param(LARGE, id="10^5", marks=pytest.mark.large)]
QUESTIONS = read_questions()


@dataclass(frozen=True)
class Generated:
    """A made archive in both engines."""

    entries: int
    both: Both


@pytest.fixture(scope="module", params=SIZES)
def generated(
    request: pytest.FixtureRequest, possible: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Generated]:
    folder: Path = tmp_path_factory.mktemp("generated")
    with ExitStack() as stack:
        if request.param == LARGE:
            connection = stack.enter_context(measured_neo4j())
        else:
            connection = request.getfixturevalue("database")
        graph = make(request.param)
        embedded = _loaded(graph, connection, folder / "store")
        del graph
        yield Generated(request.param, Both(Patient(embedded), Patient(Neo4jStore(connection))))
        embedded.close()


def _loaded(graph: Graph, connection: Connection, folder: Path) -> Store:
    ENGINE.load(graph, folder)
    push(connection, graph, load_schema())
    return ENGINE.open(folder)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_has_one_answer(question: Question, generated: Generated) -> None:
    if generated.entries == LARGE and question.not_large:
        pytest.skip(question.not_large)
    assert not differing(generated.both.embedded, generated.both.neo4j, question.cypher, question.parameters)


@pytest.mark.parametrize("name", load_queries())
def test_a_saved_query_has_one_answer_for_every_suggestion(name: str, generated: Generated) -> None:
    assert not list(differing_saved(name, generated.both.embedded, generated.both.neo4j))
