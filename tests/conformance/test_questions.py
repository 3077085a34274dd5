"""The questions themselves: portable, answered, and of every part of the dialect."""

import pytest

from kg.stores import Store
from kg.stores.columns import columns_of
from queries.dialect.check import check
from queries.dialect.functions import calls_in, load_functions
from queries.dialect.tokens import Query
from tests.conformance.comparison import difference, is_ordered, same
from tests.conformance.questions import Question, read_questions

QUESTIONS = read_questions()
EMPTY = {"unwind of nothing", "unknown kinds"}
EMPTY |= {"nothing, named and unnamed", "nothing of a union", "nothing after a subquery"}


def test_there_are_enough() -> None:
    assert len(QUESTIONS) >= 60


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_is_portable_and_has_an_answer(question: Question, embedded: Store) -> None:
    assert [finding.sentence for finding in check(question.cypher)] == []
    rows = embedded.query(question.cypher, question.parameters)
    assert bool(rows.rows) != (question.name in EMPTY)
    assert rows.columns == columns_of(question.cypher)
    assert not difference(rows, embedded.query(question.cypher, question.parameters), ordered=False)


def test_most_portable_functions_are_asked() -> None:
    called = {call.name for question in QUESTIONS for call in calls_in(Query(question.cypher))}
    assert called <= load_functions().names
    assert len(called) > 0.6 * len(load_functions().names), sorted(load_functions().names - called)


@pytest.mark.parametrize(
    ("cypher", "ordered"),
    [
        ("RETURN 1 AS x", False),
        ("MATCH (p:Person) RETURN p.id AS x ORDER BY x SKIP 1 LIMIT 2", True),
        ("MATCH (p:Person) WITH p ORDER BY p.id RETURN p.id AS x", False),
        ("MATCH (p:Person) RETURN COLLECT { MATCH (c:Court) RETURN c.id ORDER BY c.id } AS x", False),
    ],
)
def test_what_is_ordered(cypher: str, ordered: bool) -> None:
    assert is_ordered(cypher) is ordered


@pytest.mark.parametrize(
    ("a", "b", "equal"),
    [
        (1, 1.0, False),
        (True, 1, False),
        (0.1 + 0.2, 0.3, True),
        (0.3, 0.3001, False),
        (float("nan"), float("nan"), True),
        ([1, None], [1, None], True),
        ([1], [1, 2], False),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"a": 1}, {"a": "1"}, False),
        ("e\u0301", "é", False),
    ],
)
def test_values_are_compared_with_their_types(a: object, b: object, equal: bool) -> None:
    assert same(a, b) is equal
