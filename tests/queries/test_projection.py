"""A query without its evidence has the same rows, and does not gather the words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.stores import Store
from kg.workspace import Workspace
from queries.catalogue import SavedQuery, load_queries
from queries.dialect.check import check
from queries.execute import ask, bind_parameters
from queries.header import EVIDENCE
from queries.projection import without_column

OURS = load_queries()
WITH_EVIDENCE = {name: query for name, query in OURS.items() if EVIDENCE in query.columns}
CYPHER = {name: query for name, query in WITH_EVIDENCE.items() if not query.is_python}

GATHERED = """MATCH (p:Person)
CALL (p) {
  MATCH (p)-[:FACES]->(c:Charge) WITH c.id AS charge ORDER BY charge RETURN collect(charge) AS words
}
CALL (p) {
  MATCH (p)-[:RECEIVED]->(s:Sanction) WITH s.id AS sanction ORDER BY sanction RETURN collect(sanction) AS more
}
RETURN p.id AS person, words + more AS evidence ORDER BY person"""


@pytest.fixture(scope="module")
def store(sample_workspace: Path) -> Iterator[Store]:
    with Workspace.open(sample_workspace).reader() as store:
        yield store


@pytest.mark.parametrize("query", WITH_EVIDENCE.values(), ids=WITH_EVIDENCE)
def test_a_query_of_the_project_has_the_same_rows_without_evidence(query: SavedQuery, store: Store) -> None:
    bound = bind_parameters(query, {}, store)
    whole = ask(query, bound, store)
    assert ask(query, bound, store, evidence=False) == whole.without({EVIDENCE})


@pytest.mark.parametrize("query", CYPHER.values(), ids=CYPHER)
def test_a_query_of_the_project_is_portable_without_evidence(query: SavedQuery) -> None:
    bare = without_column(query.cypher, EVIDENCE)
    assert not check(bare) and bare.count("\n") == query.cypher.count("\n")


def test_calls_that_only_gather_the_column_go_with_it() -> None:
    bare = " ".join(without_column(GATHERED, EVIDENCE).split())
    assert bare == "MATCH (p:Person) RETURN p.id AS person ORDER BY person"


def test_a_call_whose_values_are_used_elsewhere_stays() -> None:
    used = GATHERED.replace("RETURN p.id AS person", "RETURN p.id AS person, size(more) AS sanctions")
    bare = without_column(used, EVIDENCE)
    assert "RECEIVED" in bare and "FACES" not in bare and "words" not in bare


@pytest.mark.parametrize(
    "cypher",
    [
        pytest.param("MATCH (p:Person) RETURN p.id AS id", id="no such column"),
        pytest.param("MATCH (p:Person) RETURN p.id AS id, p.name AS evidence ORDER BY evidence", id="ordered by it"),
        pytest.param("MATCH (p:Person) RETURN DISTINCT p.name AS name, p.id AS evidence", id="distinct"),
        pytest.param("MATCH (p:Person) RETURN count(*) AS n, p.id AS evidence", id="grouped by it"),
        pytest.param("MATCH (p:Person) RETURN p.name AS name, count(*) AS evidence", id="the only aggregate"),
        pytest.param(
            "MATCH (p:Person) RETURN p.id AS id, 1 AS evidence UNION MATCH (c:Case) RETURN c.id AS id, 2 AS evidence",
            id="union",
        ),
    ],
)
def test_a_column_without_which_there_would_be_other_rows_stays(cypher: str) -> None:
    assert without_column(cypher, EVIDENCE) == cypher
