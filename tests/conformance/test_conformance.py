"""The same question, the same answer: the embedded store and a real Neo4j."""

import pytest

from kg.stores import Store
from queries.catalogue import load_queries
from tests.conformance.asked import Question, differing, differing_saved, read_questions
from tests.conformance.conftest import Both

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]
QUESTIONS = read_questions()


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_has_one_answer(question: Question, both: Both) -> None:
    assert not differing(both.embedded, both.neo4j, question.cypher, question.parameters)


@pytest.mark.parametrize("name", load_queries())
def test_a_saved_query_has_one_answer_for_every_suggestion(name: str, both: Both) -> None:
    assert not list(differing_saved(name, both.embedded, both.neo4j))


@pytest.mark.shared
@pytest.mark.parametrize("name", load_queries())
def test_a_saved_query_has_one_answer_on_the_real_reports(
    name: str, real_embedded: Store, real_on_neo4j: Store
) -> None:
    # Only whether they differ is said: the rows are about real people.
    assert not any(True for _ in differing_saved(name, real_embedded, real_on_neo4j))


@pytest.mark.shared
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_has_one_answer_on_the_real_reports(
    question: Question, real_embedded: Store, real_on_neo4j: Store
) -> None:
    same = not differing(real_embedded, real_on_neo4j, question.cypher, question.parameters)
    assert same
