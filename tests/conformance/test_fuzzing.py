"""Random questions of the dialect: the same for the same seed, portable, answered, and alike on both engines."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from benchmarks.random_queries import compare
from kg.stores import Store
from kg.stores.columns import columns_of
from queries.dialect.check import check
from queries.dialect.tokens import Query
from tests.conformance.conftest import Both
from tests.conformance.fuzzer import questions

SEED, NUMBER = 2031, 300


def test_one_seed_gives_one_set_of_questions() -> None:
    assert list(questions(SEED, 20)) == list(questions(SEED, 20))
    assert set(questions(SEED, 20)).isdisjoint(questions(SEED + 1, 20))


def test_what_is_written_is_portable_and_varied() -> None:
    asked = list(questions(SEED, NUMBER))
    assert len(set(asked)) == NUMBER
    assert [finding.sentence for cypher in asked for finding in check(cypher)] == []
    words = {keyword for cypher in asked for keyword in Query(cypher).keywords}
    assert {"OPTIONAL", "WITH", "CALL", "EXISTS", "COUNT", "CASE", "XOR", "COLLECT", "DISTINCT", "SKIP"} <= words


def test_the_embedded_engine_answers_and_finds_something(embedded: Store) -> None:
    answers = {cypher: embedded.query(cypher) for cypher in questions(SEED, 60)}
    assert sum(bool(answer.rows) for answer in answers.values()) > 20
    # What the store says of an answer without rows is what the engine says of one with rows.
    assert all(answer.columns == columns_of(cypher) for cypher, answer in answers.items())


@pytest.mark.neo4j
@pytest.mark.xdist_group("neo4j")
def test_both_engines_answer_alike(both: Both) -> None:
    # Two at a time: the server plans each anew, and has two cores.
    with ThreadPoolExecutor(2) as pool:
        said = pool.map(lambda cypher: (cypher, compare(both.embedded, both.neo4j, cypher)), questions(SEED, NUMBER))
        assert {cypher: difference for cypher, difference in said if difference} == {}
