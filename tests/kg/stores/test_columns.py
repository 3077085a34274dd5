"""The columns of an answer, found from the query alone; the engines' own are in tests/conformance."""

import pytest

from kg.stores.columns import columns_of


@pytest.mark.parametrize(
    ("cypher", "columns"),
    [
        ("MATCH (p:Person) RETURN p.id AS id, p.name", ("id", "p.name")),
        ("MATCH (p:Person) RETURN DISTINCT p.id AS `the id` ORDER BY p.id LIMIT 3;", ("the id",)),
        ("MATCH (p:Person) RETURN p.id AS a UNION ALL MATCH (c:Court) RETURN c.id AS a", ("a",)),
        ("MATCH (p:Person) CALL (p) { RETURN p.id AS i } RETURN i, COUNT { (p) }", ("i", "COUNT { (p) }")),
        ("CALL { MATCH (p:Person) RETURN p.id AS i } RETURN (i), [ i, 1 ]", ("i", "[ i, 1 ]")),
        ("MATCH (p:Return) WITH p.return AS return RETURN return", ("return",)),
        ("RETURN 'RETURN 1 AS a, b' AS x, /* , AS y */ 2 // AS z", ("x", "2")),
        ("RETURN (null), ((true)), (1)", ("(null)", "((true))", "(1)")),
        ("MATCH (p:Person) RETURN *", ()),
        ("MATCH (p:Person) RETURN *, p.id AS i", ()),
        ("RETURN 2 * 3 AS six, [1, *", ("six", "[1, *")),
        ("CALL db.labels()", ()),
        ("RETURN", ()),
        ("", ()),
    ],
)
def test_columns(cypher: str, columns: tuple[str, ...]) -> None:
    assert columns_of(cypher) == columns
