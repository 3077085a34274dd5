"""What a query's tokens decide, before any engine sees it."""

import pytest

from kg.stores import DEFAULT_LIMITS, Limits, QueryRefused
from kg.stores.parameters import bindable
from kg.stores.query_errors import hint
from kg.stores.query_guard import refuse
from kg.stores.tokens import tokens_of
from tests.processor_limit import processor_limit

ALLOWED = [
    "MATCH (n) RETURN n.id AS id",
    "match (n) return n.id as id;",
    "// a header\n// more: LOAD CSV\nMATCH (n) RETURN n.id AS id",
    "MATCH (n) WHERE n.name = 'LOAD CSV FROM' RETURN n.id AS id",
    'MATCH (n) WHERE n.name = "it\'s; CALL dbms.x()" RETURN n.id AS id',
    "MATCH (n) WHERE n.name = 'a\\' LOAD CSV' RETURN n.id AS id",
    "MATCH (n:`LOAD CSV`) RETURN n.id AS id",
    "MATCH (n) RETURN n.call AS id, n.load AS csv",
    "MATCH (n:CALL)-[:SHOW]->() RETURN n.id AS id",
    "CALL db.labels() YIELD label RETURN label",
    "CALL db.labels",
    "CALL (n) { RETURN 1 AS x } RETURN x",
    "OPTIONAL MATCH (n) RETURN date.truncate('month', date(n.date)) AS m, point.distance($a, $b) AS d",
    "UNWIND [1] AS x RETURN x UNION ALL WITH 1 AS x RETURN x",
    "WITH 1.5 AS x RETURN x",
    "MATCH (n) WHERE n.x IN ['a'] AND n.y > (1 + 2) RETURN count(*) AS n",
]
REFUSED = [
    ("", "empty"),
    ("// nothing", "empty"),
    ("/* MATCH */ CREATE (n)", "would change"),
    ("LOAD CSV FROM 'x' AS r RETURN r", "LOAD CSV"),
    ("RETURN 1 AS x UNION LOAD CSV FROM 'x' AS x RETURN x", "LOAD CSV"),
    ("MATCH (n) WITH n /**/ LOAD // \n CSV FROM 'x' AS r RETURN r", "LOAD CSV"),
    ("SHOW SETTINGS", "begins with"),
    ("RETURN 1 AS x UNION SHOW SETTINGS", "begins with"),
    ("RETURN 1 AS x; RETURN 2 AS x", "second query"),
    ("WITH 1.CALL dbms.listConfig() YIELD name RETURN name", "dbms.listConfig"),
    ("CALL `dbms`.`listConfig`()", "dbms.listConfig"),
    ("CALL\n dbms /* */ . listConfig", "dbms.listConfig"),
    ("CALL db.labels.more()", "db.labels.more"),
    ("RETURN apoc.text.join(['a'], '') AS x", "apoc.text.join"),
    ("RETURN `apoc` . `text` . `join` (['a'], '') AS x", "apoc.text.join"),
    ("RETURN 'a\\u0027 AS x", "escape"),
    ("RETURN 1 AS x // \r LOAD CSV", "control"),
    ("RETURN 'x' AS \x85 y", "control"),
    ("RETURN '\ud800' AS x", "half of a character"),
]


@pytest.mark.parametrize("cypher", ALLOWED)
def test_what_only_reads_passes(cypher: str) -> None:
    refuse(cypher, DEFAULT_LIMITS, 600)
    assert tokens_of(cypher)


@pytest.mark.parametrize(("cypher", "said"), REFUSED)
def test_what_does_more_is_refused(cypher: str, said: str) -> None:
    with pytest.raises(QueryRefused, match=said):
        refuse(cypher, DEFAULT_LIMITS, 600)


@pytest.mark.parametrize("seconds", [0, -1, 601, float("nan")])
def test_limits_out_of_bounds_are_refused(seconds: float) -> None:
    with pytest.raises(QueryRefused, match="seconds"):
        refuse("RETURN 1 AS x", Limits(seconds=seconds), 600)


@pytest.mark.parametrize("piece", ["'", '"', "`", "/*", "//", "CALL ", "a.", "(", "$`", "\\'", "1.", "''``"])
def test_a_long_text_of_one_piece_ends(piece: str) -> None:
    with processor_limit():
        assert tokens_of(piece * (400_000 // len(piece))) is not None


def test_lines_and_names() -> None:
    tokens = tokens_of("MATCH (n)\r\n/* \n */ RETURN n.`a``b` AS x, $p, 1e3")
    assert [(t.kind, t.name, t.line) for t in tokens if t.name] == [
        ("word", "MATCH", 1),
        ("word", "n", 1),
        ("word", "RETURN", 3),
        ("word", "n", 3),
        ("quoted", "a`b", 3),
        ("word", "AS", 3),
        ("word", "x", 3),
    ]


def test_a_hint_has_words_of_the_query_alone() -> None:
    assert hint("Variable `nope` not defined (line 1, column 8 (offset: 7))", "RETURN nope") == " at line 1, column 8"
    assert hint("Syntax error at line 1:35 - missing BY at 'BUY'", "") == " at line 1, column 36"
    assert hint("Unexpected input 'RETRN' at line 2, column 0", "RETRN 1") == " at line 2, column 1"
    assert hint("Unknown function 'nope'", "RETURN nope(1)") == ": nope"
    assert hint("Cannot parse 'Somebody'", "RETURN date('Somebody')") == ""


def test_what_may_be_bound() -> None:
    assert bindable("p", {"a": (1, None, True)}) == {"a": [1, None, True]}
    with pytest.raises(QueryRefused, match="parameter p"):
        bindable("p", {"a": [object()]})
