"""The faults of the engines that ``queries/README.md`` lists are still there.

A test that fails here is good news: an engine was mended, and its rule in ``queries/dialect/rules/`` and its line in
the README can go.
"""

import pytest

from kg.stores import QueryCut, QueryRefused, Store

WRONG = [
    ("an aggregate in logic", "UNWIND [1, 2] AS x RETURN count(x) > 1 AND true AS y", ((True,),)),
    ("an aggregate behind NOT", "UNWIND [1, 2] AS x RETURN NOT count(x) > 1 AS y", ((False,),)),
    ("an aggregate in IN", "UNWIND [1, 2] AS x RETURN count(x) IN [2] AS y", ((True,),)),
    ("an aggregate and null", "UNWIND [1, 2] AS x RETURN max(x) IS NULL AS y", ((False,),)),
    ("CASE in logic", "RETURN CASE WHEN false THEN 1 ELSE 2 END = 1 OR false AS x", ((False,),)),
    (
        "COUNT in logic",
        "MATCH (c:Court) WITH min(c.id) AS x RETURN COUNT { (:No) } > 1 AND true AS y",
        ((False,),),
    ),
    (
        "an aggregate in ORDER BY",
        "UNWIND [1, 1, 2] AS x RETURN x, count(*) AS n ORDER BY count(*) + 1",
        ((2, 1), (1, 2)),
    ),
    ("patterns from nothing", "OPTIONAL MATCH (p:Nothing) RETURN size([(p)-[:FACES]->(c) | 1]) AS x", ((0,),)),
    ("a pattern from nothing", "OPTIONAL MATCH (p:Nothing) RETURN exists((p)-[:FACES]->(:Charge)) AS x", ((False,),)),
    (
        "a pattern to nothing",
        "MATCH (p:Person) OPTIONAL MATCH (c:Nothing) OPTIONAL MATCH (p)-[r:PARTY_TO]->(c) RETURN count(r) AS x",
        ((0,),),
    ),
    ("a half below zero", "RETURN round(-2.5, 0) AS x", ((-2.0,),)),
    ("dates in order", "UNWIND ['a', date('2022-01-01')] AS x RETURN x ORDER BY x", (("2022-01-01",), ("a",))),
]
REFUSED = [
    "UNWIND ['a'] AS x RETURN x, count(*) + size(x) AS n",
    "MATCH (p:Person) RETURN NOT (p)-[:FACES]->() AS x",
    "MATCH p = SHORTEST 1 (a:Person)-[:INVOLVED_IN]-+(b:Person) WHERE a.id < b.id RETURN length(p) AS x",
    "RETURN 1_000 AS x",
    "RETURN split('a,b', [',', ';']) AS x",
    "WITH [1] AS all RETURN size(all) AS x",
]


@pytest.mark.parametrize(("name", "cypher", "right"), WRONG, ids=[name for name, _, _ in WRONG])
def test_the_answer_is_still_wrong(name: str, cypher: str, right: object, embedded: Store) -> None:
    assert embedded.query(cypher).rows != right


@pytest.mark.parametrize("cypher", REFUSED)
def test_it_is_still_refused(cypher: str, embedded: Store) -> None:
    with pytest.raises(QueryRefused):
        embedded.query(cypher)


def test_a_quoted_name_is_still_null(embedded: Store) -> None:
    assert embedded.query("RETURN `no body` AS x").rows == ((None,),)


def test_a_distinct_star_still_loses_relationships(embedded: Store) -> None:
    asked = "MATCH (c:Case)<-[r:PARTY_TO]-(p:Person) WITH DISTINCT {} RETURN count(*) AS n"
    assert embedded.query(asked.format("*")).rows != embedded.query(asked.format("c, r, p")).rows


def test_what_a_call_was_given_still_weighs_on_every_row_that_is_sorted(embedded: Store) -> None:
    asked = (
        "UNWIND range(1, 10000) AS i WITH collect(i) AS many "
        "CALL (many) {{ UNWIND many AS x {} WITH x AS y ORDER BY y RETURN count(y) AS n }} RETURN n"
    )
    assert embedded.query(asked.format("WITH x")).rows == ((10_000,),)
    with pytest.raises(QueryCut, match="more memory than it may have"):
        embedded.query(asked.format(""))


def test_a_condition_is_still_asked_too_early(embedded: Store) -> None:
    asked = (
        "MATCH (s:Sanction)<-[:RECEIVED]-(p:Person) {} p.names[0] <> s.id "
        "OPTIONAL MATCH (p)-[:FACES]->(c:Charge) RETURN count(*) AS n"
    )
    right = embedded.query(asked.format("WITH s, p WHERE")).rows
    assert right != ((0,),) and embedded.query(asked.format("WHERE")).rows != right


def test_an_empty_answer_still_names_no_columns(embedded: Store) -> None:
    # The store says them all the same, but only where the query itself does.
    asked = "UNWIND {} AS x RETURN *"
    assert embedded.query(asked.format("[1]")).columns == ("x",)
    assert embedded.query(asked.format("[]")).columns == ()


@pytest.mark.neo4j
@pytest.mark.xdist_group("neo4j")
def test_neo4j_still_loses_rows_and_refuses_stored_lists(on_neo4j: Store, embedded: Store) -> None:
    asked = (
        "MATCH (:Charge)-[:UNDER]->(v:Provision)-[:PART_OF*0..2]-(w:Provision) {} MATCH (v)<-[:UNDER]-(s:Sanction) "
        "WHERE 1 > COUNT {{ (w)-[:PART_OF]->(:Provision) }} RETURN count(s) AS n"
    )
    sure, maybe = asked.format(""), asked.format("OPTIONAL")
    assert on_neo4j.query(sure).rows == embedded.query(sure).rows == embedded.query(maybe).rows
    assert on_neo4j.query(maybe).rows != on_neo4j.query(sure).rows
    with pytest.raises(QueryRefused):
        on_neo4j.query("MATCH (p:Person) RETURN reverse(p.names) AS x")
    assert on_neo4j.query("MATCH (p:Person) RETURN reverse([x IN p.names | x]) AS x").rows
