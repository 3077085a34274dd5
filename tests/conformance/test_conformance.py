"""The same question, the same answer: the embedded store and a real Neo4j."""

import pytest

from kg.stores import Store
from queries.catalogue import load_queries
from queries.running import bind_parameters, suggest
from tests.conformance.asked import Question, read_questions
from tests.conformance.comparing import ask_both, difference, is_ordered
from tests.conformance.conftest import Both

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]
QUESTIONS = read_questions()


def differing(first: Store, second: Store, cypher: str, parameters: dict[str, object]) -> str:
    return difference(*ask_both(first, second, cypher, parameters), ordered=is_ordered(cypher))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_has_one_answer(question: Question, both: Both) -> None:
    assert not differing(both.embedded, both.neo4j, question.cypher, question.parameters)


@pytest.mark.parametrize("name", load_queries())
def test_a_saved_query_has_one_answer_for_every_suggestion(name: str, both: Both) -> None:
    assert not list(_saved(name, both.embedded, both.neo4j))


@pytest.mark.shared
@pytest.mark.parametrize("name", load_queries())
def test_a_saved_query_has_one_answer_on_the_real_reports(
    name: str, real_embedded: Store, real_on_neo4j: Store
) -> None:
    # Only whether they differ is said: the rows are about real people.
    assert not any(True for _ in _saved(name, real_embedded, real_on_neo4j))


@pytest.mark.shared
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_has_one_answer_on_the_real_reports(
    question: Question, real_embedded: Store, real_on_neo4j: Store
) -> None:
    same = not differing(real_embedded, real_on_neo4j, question.cypher, question.parameters)
    assert same


def _saved(name: str, first: Store, second: Store):
    """The differences of a saved query with its defaults and with the first suggestions of each parameter."""
    query = load_queries()[name]
    bound = bind_parameters(query, {}, first)
    if bind_parameters(query, {}, second) != bound:
        yield f"{name}: other defaults"
    for parameter, declared in query.header.parameters.items():
        suggested = suggest(declared, bound, first)
        if suggested != suggest(declared, bound, second):
            yield f"{name}: other suggestions for {parameter}"
        for value, _ in suggested[:10]:
            if found := differing(first, second, query.cypher, bound | {parameter: value}):
                yield f"{name}, {parameter}: {found}"
    if found := differing(first, second, query.cypher, bound):
        yield f"{name}: {found}"
