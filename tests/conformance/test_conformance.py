"""The same question, the same answer: the embedded store and a real Neo4j."""

from pathlib import Path

import pytest

from kg.stores import Store
from kg.stores.columns import columns_of
from queries.catalogue import BRIEFINGS, load_queries, read_query
from queries.execute import ask, bind_parameters
from tests.briefings.parameters import widest_parameters
from tests.conformance.comparison import ask_both, difference
from tests.conformance.conftest import Both
from tests.conformance.questions import Question, differing, differing_saved, read_questions

pytestmark = [pytest.mark.neo4j, pytest.mark.xdist_group("neo4j")]
QUESTIONS = read_questions()
BRIEFING_FILES = sorted(BRIEFINGS.rglob("*.cypher"))

# What a column may be called by.
NAMINGS = [
    "x",
    "x AS y",
    "x AS `a b`",
    "`x`",
    "x AS limit, x AS skip, x AS return",
    "x AS `q``t`",
    "x  +   1",
    "x /* c */ + 1",
    "x // c\n + 1",
    "x\r\n+ 1",
    "size( [ x , 2] )",
    "[y IN [x,2] WHERE y > 0 | y]",
    "{a: x, b: 2}.a",
    "CASE WHEN x = 1 THEN 2 ELSE 3 END",
    "'a, b'",
    "(x)",
    "((`x`)), (x) + 1",
    "(null)",
    "EXISTS { MATCH (p:Person) RETURN p.id AS q }",
    "DISTINCT x, x AS z ORDER BY z SKIP 0 LIMIT 5",
    "x AS order ORDER BY order",
    "x AS a;",
    "x IS NULL, TRUE, 1.5, [x][..1]",
    "x AS  a , x  AS b ",
    "x AS a, x AS A",
]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_has_one_answer(question: Question, both: Both) -> None:
    assert not differing(both.embedded, both.neo4j, question.cypher, question.parameters)


@pytest.mark.parametrize("returned", NAMINGS)
def test_columns_have_one_name_with_rows_and_without(returned: str, both: Both) -> None:
    for rows, number in (("[1]", 1), ("[]", 0)):
        here, there = ask_both(both.embedded, both.neo4j, f"UNWIND {rows} AS x RETURN {returned}")
        assert len(here.rows) == len(there.rows) == number
        assert here.columns == there.columns == columns_of(f"UNWIND {rows} AS x RETURN {returned}")


@pytest.mark.parametrize("name", load_queries())
def test_a_saved_query_has_one_answer_for_every_suggestion(name: str, both: Both) -> None:
    assert not list(differing_saved(name, both.embedded, both.neo4j))


# One for each kind of thing that a filter is asked of.
FILTERED = ("family_targeted", "held_in_facility", "named_once", "shared_charges", "accounts_that_disagree")


@pytest.mark.parametrize("name", FILTERED)
def test_a_filtered_question_has_one_answer(name: str, both: Both) -> None:
    query = load_queries()[name]
    given = {"from": "2031-03-02", "to": "2031-04", "series": "", "standing": "stated", "place": "Pessarin"}
    for some in ({"from", "to", "standing"}, {"series"}, {"place"}):
        asked = {filter: value for filter, value in given.items() if filter in some}
        here, there = (ask(query, bind_parameters(query, asked, store), store) for store in (both.embedded, both.neo4j))
        assert not difference(here, there, ordered=True)


@pytest.mark.parametrize("path", BRIEFING_FILES, ids=lambda path: str(path.relative_to(BRIEFINGS)))
def test_what_a_briefing_asks_has_one_answer(path: Path, both: Both) -> None:
    cypher = read_query(path).cypher
    assert not differing(both.embedded, both.neo4j, cypher, widest_parameters(cypher, both.embedded))


@pytest.mark.shared
@pytest.mark.parametrize("name", load_queries())
def test_a_saved_query_has_one_answer_on_the_real_reports(
    name: str, real_embedded: Store, real_on_neo4j: Store
) -> None:
    # Only whether they differ is said: the rows are about real people.
    assert not any(True for _ in differing_saved(name, real_embedded, real_on_neo4j))


@pytest.mark.shared
@pytest.mark.parametrize("path", BRIEFING_FILES, ids=lambda path: str(path.relative_to(BRIEFINGS)))
def test_what_a_briefing_asks_has_one_answer_on_the_real_reports(
    path: Path, real_embedded: Store, real_on_neo4j: Store
) -> None:
    cypher = read_query(path).cypher
    same = not differing(real_embedded, real_on_neo4j, cypher, widest_parameters(cypher, real_embedded))
    assert same


@pytest.mark.shared
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_a_question_has_one_answer_on_the_real_reports(
    question: Question, real_embedded: Store, real_on_neo4j: Store
) -> None:
    same = not differing(real_embedded, real_on_neo4j, question.cypher, question.parameters)
    assert same
