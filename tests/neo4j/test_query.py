"""Questions to a real Neo4j: the same answers as from the embedded store, and nothing but reading."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.graph.value import Graph
from kg.schema.schema import load_schema
from kg.stores import Limits, QueryCut, QueryRefused, Store
from kg.stores.cancellable import CancellableStore
from kg.stores.cancellation import Cancellation, QueryCancelled
from kg.stores.neo4j import Address, Connection, Neo4jStore, connect, connected, push, read_address
from kg.workspace import Workspace
from queries.catalogue import load_queries
from queries.execute import ask, bind_parameters
from tests.neo4j.server import USER, Server
from tests.queries.attempts import UNANSWERABLE

pytestmark = pytest.mark.neo4j
ENDLESS = "MATCH (a), (b), (c), (d), (e) WHERE a.id + b.id + c.id + d.id + e.id = 'x' RETURN count(*) AS n"


@pytest.fixture(scope="module")
def store(database: Connection, sample_graph: Graph) -> Store:
    with database.writing() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
    push(database, sample_graph, load_schema())
    return Neo4jStore(database)


@pytest.fixture(scope="module")
def embedded(sample_workspace: Path) -> Iterator[Store]:
    with Workspace.open(sample_workspace).reader() as opened:
        yield opened


@pytest.mark.parametrize("name", sorted(load_queries()))
def test_a_saved_query_gives_the_same_rows_on_both(name: str, store: Store, embedded: Store) -> None:
    query = load_queries()[name]
    bound = bind_parameters(query, {}, embedded)
    assert bind_parameters(query, {}, store) == bound
    here, there = ask(query, bound, embedded), ask(query, bound, store)
    assert there == here
    assert here.rows or query.header.example is None or query.header.example.given


WRITING = [
    "CREATE (:Person {id: 'new'})",
    "MATCH (p:Person) SET p.name = 'x'",
    "MATCH (p:Person) REMOVE p.name",
    "MATCH (p:Person) DETACH DELETE p",
    "MATCH (p:Person) NODETACH DELETE p",
    "MERGE (:Person {id: 'new'})",
    "MATCH (p:Person) MERGE (p)-[:REPRESENTS]->(p)",
    "MATCH (p:Person) CALL (p) { SET p.name = 'x' } RETURN p.id AS id",
    "MATCH (p:Person) CALL (p) { SET p.name = 'x' } IN TRANSACTIONS RETURN p.id AS id",
    "MATCH (p:Person) FOREACH (x IN [1] | SET p.name = 'x')",
    "WITH 1 AS x CREATE (:Person {id: 'new'})",
    "RETURN 1 AS x UNION CREATE (n:Person {id: 'new'}) RETURN 1 AS x",
    "// reading\nCREATE (:Person {id: 'new'})",
    "/* reading */ CREATE (:Person {id: 'new'})",
    "CREATE INDEX i FOR (p:Person) ON (p.given)",
    "CREATE CONSTRAINT c FOR (p:Person) REQUIRE p.given IS UNIQUE",
    "DROP CONSTRAINT Person_key",
    "DROP INDEX Person_name",
    "INSERT (:Person {id: 'new'})",
]
ADMINISTERING = [
    "CREATE USER other SET PASSWORD 'a-long-password'",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'a-long-password'",
    "DROP USER neo4j",
    "CREATE DATABASE other",
    "STOP DATABASE neo4j",
    "SHOW USERS",
    "SHOW SETTINGS",
    "SHOW TRANSACTIONS",
    "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
    "show settings yield name, value return name",
    "EXPLAIN RETURN 1 AS x",
    "PROFILE RETURN 1 AS x",
    "CYPHER runtime=slotted RETURN 1 AS x",
    "USE system RETURN 1 AS x",
    "RETURN 1 AS x; SHOW SETTINGS",
]
CALLING = [
    "CALL dbms.listConfig() YIELD name, value RETURN name, value",
    "CALL db.clearQueryCaches()",
    "CALL db.createLabel('New')",
    "CALL dbms.setConfigValue('a', 'b')",
    "CALL `dbms`.`listConfig`()",
    "CALL /* x */ dbms . listConfig ( )",
    "call DBMS.LISTCONFIG()",
    "CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value",
    "MATCH (p:Person) CALL dbms.listConfig() YIELD name RETURN name",
    "RETURN apoc.cypher.runFirstColumnSingle('LOAD CSV FROM \"x\" AS r RETURN r', {}) AS x",
    "CALL { CALL dbms.listConfig() YIELD name RETURN name } RETURN name",
    "CALL",
]
READING_FILES = [
    *(
        f"{load} {csv} {header}FROM {address} AS row RETURN row"
        for load, csv, header, address in [
            ("LOAD", "CSV", "", "'file:///etc/passwd'"),
            ("load", "csv", "", "'FILE:///etc/passwd'"),
            ("LOAD", "CSV", "WITH HEADERS ", "'file:/etc/passwd'"),
            ("LOAD", "CSV", "", "'http://127.0.0.1:1/x'"),
            ("LOAD", "CSV", "", "$address"),
            ("LOAD\t/* x */", "CſV", "", "'file:///etc/passwd'"),
            ("LOAD\n", "\nCSV", "", "'../../../../etc/passwd'"),
            ("L\\u004fAD", "CSV", "", "'file:///etc/passwd'"),
            ("LOAD\u00a0", "CSV", "", "'file:///etc/passwd'"),
            ("LOAD", "//\nCSV", "", "'file:///etc/passwd'"),
        ]
    ),
    "RETURN 'a\\u0027 AS x LOAD CSV FROM \\u0027file:///etc/passwd' AS x",
    "MATCH (p:Person) LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "CALL () { LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row } RETURN row",
    "RETURN 1 AS x //\r LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "RETURN 1 AS x UNION LOAD CSV FROM 'file:///etc/passwd' AS x RETURN x",
]


@pytest.fixture
def unchanged(database: Connection) -> Iterator[None]:
    def look() -> list[object]:
        with database.reading() as session:
            return [
                session.run("MATCH (n) RETURN count(n) AS n, sum(size(keys(n))) AS k").single(strict=True).data(),
                session.run("MATCH ()-[r]->() RETURN count(r) AS n").single(strict=True).data(),
                [row.data() for row in session.run("SHOW INDEXES YIELD name RETURN name ORDER BY name")],
                [row.data() for row in session.run("SHOW USERS YIELD user")],
            ]

    before = look()
    yield
    assert look() == before


@pytest.mark.parametrize("cypher", [*WRITING, *ADMINISTERING, *CALLING, *READING_FILES])
def test_what_does_more_than_reading_is_refused(store: Store, embedded: Store, unchanged: None, cypher: str) -> None:
    for opened in (store, embedded):
        with pytest.raises(QueryRefused) as refused:
            opened.query(cypher, {"address": "file:///etc/passwd"})
        said = str(refused.value)
        assert said.endswith(".") and "root:" not in said and "Neo." not in said and "Exception" not in said


@pytest.mark.parametrize(
    "cypher",
    [
        *UNANSWERABLE,
        "RETURN nofunction(1) AS x",
        "MATCH (p:Person) RETURN date(p.name) AS d",
        "RETURN 'a' + 1 - 1 AS x",
        "RETURN date('+12000-01-01') AS d",
        "RETURN point({x: 1, y: 2}) AS p",
    ],
)
def test_what_cannot_be_answered_is_said(store: Store, sample_graph: Graph, cypher: str) -> None:
    with pytest.raises(QueryRefused) as refused:
        store.query(cypher)
    said = str(refused.value)
    assert said.endswith(".") and "Neo." not in said
    assert not any(str(n.properties["name"]) in said for n in sample_graph.nodes if n.label == "Person")


def test_what_may_be_asked_is_answered(store: Store, embedded: Store) -> None:
    for cypher in (
        "MATCH (p:Person) WHERE p.name CONTAINS 'LOAD CSV' OR p.name = 'CALL x.y()' RETURN p.id AS called",
        "MATCH (c:`Case`) RETURN count(c) AS `LOAD`",
        "MATCH (p:Person) CALL (p) { MATCH (p)-[:FACES]->(c) RETURN count(c) AS n } RETURN sum(n) AS n",
        "RETURN date('2031-03-01') AS d, date.truncate('month', date('2031-03-09')) AS m, duration('P3D') AS p",
        "RETURN $text AS t, [1, null, {a: true}] AS l, 1.5 AS f, toUpper('імя') AS u;",
        "MATCH (e:Entry) WHERE e.date IN ['2031-03-01'] RETURN count(e) AS n UNION ALL RETURN 1 AS n",
    ):
        text = {"text": "\u2028 “x” ''"} if "$text" in cypher else None
        assert store.query(cypher, text).rows == embedded.query(cypher, text).rows


def test_limits(store: Store) -> None:
    rows = store.query("UNWIND range(1, 50) AS x RETURN x", limits=Limits(rows=10))
    assert (len(rows.rows), rows.cut) == (10, True)
    assert not store.query("UNWIND range(1, 10) AS x RETURN x", limits=Limits(rows=10)).cut
    with pytest.raises(QueryCut, match=r"0\.5 seconds"):
        store.query(ENDLESS, limits=Limits(seconds=0.5))
    assert store.query("RETURN 1 AS x").rows == ((1,),)


def test_ctrl_c_ends_a_query_on_the_server(store: Store, database: Connection) -> None:
    threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        store.query(ENDLESS)
    with database.reading() as session:
        left = [row["q"] for row in session.run("SHOW TRANSACTIONS YIELD currentQuery AS q")]
    assert ENDLESS not in left


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("neo4j://host", Address("neo4j://host", "neo4j", "")),
        ("bolt://me@host:7777/cases", Address("bolt://host:7777", "me", "cases")),
        ("neo4j+s://[::1]:1", Address("neo4j+s://[::1]:1", "neo4j", "")),
    ],
)
def test_addresses(text: str, read: Address) -> None:
    assert read_address(text) == read


@pytest.mark.parametrize("text", ["http://host", "neo4j://", "bolt://host:x", "host", "bolt://me:secret@host"])
def test_addresses_that_are_none_are_said_without_what_is_in_them(text: str) -> None:
    with pytest.raises(KgError) as refused:
        read_address(text)
    assert "secret" not in str(refused.value)


def test_users_whom_the_server_does_not_let_in_are_told_why(server: Server, database: Connection) -> None:
    with database.writing() as session:
        session.run("CREATE USER fresh SET PASSWORD 'a-long-password' CHANGE REQUIRED").consume()
        session.run("CREATE USER locked SET PASSWORD 'a-long-password'").consume()
    with pytest.raises(KgError, match="has to be changed first"):
        connect(Address(server.uri, "fresh", ""), "a-long-password")
    for said in ("does not accept", "does not accept", "does not accept", "too many wrong passwords"):
        with pytest.raises(KgError, match=said):
            connect(Address(server.uri, "locked", ""), "wrong-password")
    with database.writing() as session:
        session.run("DROP USER fresh").consume()
        session.run("DROP USER locked").consume()


def test_an_old_server_is_said(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.stores.neo4j.connection.OLDEST", (5, 99))
    with pytest.raises(KgError, match=r"Neo4j 5\.26\.30; 5\.99 or newer is needed"):
        connect(Address(server.uri, USER, ""), server.password)


def test_what_stands_between_us_and_the_server_is_said(server: Server) -> None:
    for address, password, said in (
        (Address("bolt://127.0.0.1:1", USER, ""), "secret-word", "no Neo4j answers"),
        (Address(server.uri, USER, ""), "secret-word", "KG_NEO4J_PASSWORD"),
        (Address(server.uri, USER, "missing"), server.password, "no such database"),
    ):
        with pytest.raises(KgError, match=said) as refused, connected(address, password):
            pass
        assert password not in str(refused.value) and "\n" not in str(refused.value)


def test_a_cancelled_query_ends_on_the_server(store: Store, database: Connection) -> None:
    wanted = Cancellation(60)
    threading.Timer(0.5, wanted.cancel).start()
    with pytest.raises(QueryCancelled):
        CancellableStore(store, wanted).query(ENDLESS, limits=Limits(seconds=60))
    running = "SHOW TRANSACTIONS YIELD currentQuery AS query, metaData AS data WHERE data.casegraph IS NOT NULL "
    assert store.query("RETURN 1 AS x").rows == ((1,),)
    with database.reading() as session:
        assert [row["query"] for row in session.run(running + "RETURN query") if "a.id + b.id" in row["query"]] == []
