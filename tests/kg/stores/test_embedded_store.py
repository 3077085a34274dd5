"""The embedded store against a real engine: what is loaded is found, what is not allowed is refused."""

import datetime
import os
import random
import shutil
import signal
import threading
from pathlib import Path

import pytest

from kg.graph.difference import compare_graphs
from kg.graph.value import Graph, Key, Node, Relationship, make_graph
from kg.stores import Limits, QueryCut, QueryRefused, Store, StoreDamaged
from kg.stores.arcadedb import ENGINE
from tests.queries.attempts import UNANSWERABLE

ENDLESS = "MATCH (a), (b), (c), (d), (e) WHERE a.id + b.id + c.id + d.id + e.id = 'x' RETURN count(*) AS n"
QUESTIONS = [
    "MATCH (n) RETURN labels(n)[0] AS label, properties(n) AS all ORDER BY label, n.id, n.url",
    "MATCH (a)-[r]->(b) RETURN type(r) AS type, coalesce(a.id, a.url) AS a, coalesce(b.id, b.url) AS b, "
    "properties(r) AS all ORDER BY type, a, b, r.role, r.start",
    "MATCH (n) RETURN count(n) AS n",
    "MATCH ()-[r]->() RETURN count(r) AS n",
    "MATCH (p:Person)-[:INVOLVED_IN]->(e:Event)<-[:RECORDS]-(x:Entry) RETURN p.id AS p, count(*) AS n ORDER BY p",
    "MATCH (p:Person) WHERE p.name = 'Name 3' RETURN p.id AS id ORDER BY id",
]


def random_graph(seed: int, size: int = 40) -> Graph:
    """A graph of a few kinds; another seed gives one that shares much of it."""
    stable, chance = random.Random(1), random.Random(seed)
    nodes = [Node("Source", f"https://example.org/{i}", {"url": f"https://example.org/{i}"}) for i in range(3)]
    for i in range(size):
        if chance.random() < 0.9:
            name = f"Name {i % 7}" if chance.random() < 0.8 else "Имя"
            nodes.append(Node("Person", f"p{i}", {"id": f"p{i}", "name": name, "names": [name, f"n{i}"]}))
        nodes.append(Node("Event", f"e{i}", {"id": f"e{i}", "type": "trial", "date": "2031-03-01", "hours": 1.5}))
        nodes.append(Node("Entry", f"x/{i}", {"id": f"x/{i}", "number": i, "text": "words"}))
    there = {node.key for node in nodes}
    ties = {}
    for _ in range(size * 4):
        person, event = Key("Person", f"p{stable.randrange(size)}"), Key("Event", f"e{stable.randrange(size)}")
        role, entry = stable.choice(["to", "by", ""]), Key("Entry", f"x/{stable.randrange(size)}")
        properties = {"entries": [entry.id], "spans": [f"{chance.randrange(2)}-9"]} | ({"role": role} if role else {})
        start = stable.randrange(90)
        mention = {"start": start, "end": start + 4, "role": "target"}
        for tie in (
            Relationship("INVOLVED_IN", person, event, properties),
            Relationship("MENTIONS", entry, person, mention),
            Relationship("RECORDS", entry, event, {"start": 1, "end": 2}),
        ):
            if {tie.start, tie.end} <= there and chance.random() < 0.9:
                ties[tie.key] = tie
    return make_graph(nodes, ties.values())


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("Папка с пробелом") / "store"
    ENGINE.load(random_graph(1), folder)
    opened = ENGINE.open(folder)
    yield opened
    opened.close()


def answers(folder: Path) -> list[object]:
    opened = ENGINE.open(folder)
    try:
        return [opened.query(question).rows for question in QUESTIONS]
    finally:
        opened.close()


def test_what_is_loaded_is_found(store: Store) -> None:
    graph = random_graph(1)
    rows = store.query(QUESTIONS[0]).rows
    assert sorted((label, all.get("id", all.get("url"))) for label, all in rows) == [n.key for n in graph.nodes]
    assert {r[1].get("id", r[1].get("url")): r[1] for r in rows if r[0] == "Person"} == {
        n.id: n.properties for n in graph.nodes if n.label == "Person"
    }
    assert store.query(QUESTIONS[3]).rows == ((len(graph.relationships),),)


@pytest.mark.parametrize(("before", "after"), [(1, 2), (2, 1), (1, 1), (3, 4)])
def test_applying_the_difference_gives_what_loading_gives(tmp_path: Path, before: int, after: int) -> None:
    ENGINE.load(random_graph(before), tmp_path / "first")
    shutil.copytree(tmp_path / "first", tmp_path / "changed")
    ENGINE.apply(compare_graphs(random_graph(before), random_graph(after)), tmp_path / "changed")
    ENGINE.load(random_graph(after), tmp_path / "loaded")
    assert answers(tmp_path / "changed") == answers(tmp_path / "loaded")


@pytest.mark.parametrize(
    "cypher",
    [
        *(
            f"{load} CSV {header}FROM {address} AS row RETURN row"
            for load, header, address in [
                ("LOAD", "", "'file:///etc/passwd'"),
                ("LOAD", "", "'/etc/passwd'"),
                ("load", "", "'FILE:///etc/passwd'"),
                ("LOAD", "WITH HEADERS ", "'file:/etc/passwd'"),
                ("LOAD", "", "'file://localhost/etc/passwd'"),
                ("LOAD", "", "'http://127.0.0.1:1/x'"),
                ("LOAD", "", "'https://example.invalid/x'"),
                ("LOAD", "", "$address"),
                ("LOAD", "", "'../../../../../../etc/passwd'"),
            ]
        ),
        "CREATE (:Person {id: 'new'})",
        "MATCH (p:Person) SET p.name = 'x'",
        "MATCH (p:Person) REMOVE p.name",
        "MATCH (p:Person) DETACH DELETE p",
        "MERGE (:Person {id: 'new'})",
        "MATCH (p:Person) CALL { WITH p SET p.name = 'x' } RETURN p.id",
        "MATCH (p:Person) FOREACH (x IN [1] | SET p.name = 'x')",
        "CREATE INDEX i FOR (p:Person) ON (p.given)",
        "DROP CONSTRAINT Person_key",
        "BACKUP DATABASE",
        "SELECT FROM Person",
        "CALL apoc.load.json('file:///etc/passwd') YIELD value RETURN value",
        *UNANSWERABLE,
    ],
)
def test_what_is_refused(store: Store, cypher: str) -> None:
    count = store.query(QUESTIONS[2]).rows
    with pytest.raises(QueryRefused) as refused:
        store.query(cypher, {"address": "file:///etc/passwd"})
    said = str(refused.value).lower()
    assert "arcade" not in said and "exception" not in said and "root:" not in said
    assert store.query(QUESTIONS[2]).rows == count


def test_errors_show_the_querys_words_and_no_others(store: Store) -> None:
    with pytest.raises(QueryRefused, match=": nothing"):
        store.query("RETURN nothing")
    with pytest.raises(QueryRefused) as refused:
        store.query("MATCH (p:Person) RETURN date(p.name) AS d")
    assert "Name" not in str(refused.value) and "Имя" not in str(refused.value)


def test_values_come_out_plain(store: Store) -> None:
    rows = store.query(
        "RETURN date('2031-03-01') AS d, $day AS day, [1, null, {a: true}] AS l, $text AS t, duration('P3D') AS p",
        {"day": datetime.date(2031, 3, 2), "text": "\u2028 “x”"},
    )
    assert rows.columns == ("d", "day", "l", "t", "p")
    assert rows.rows == (("2031-03-01", "2031-03-02", [1, None, {"a": True}], "\u2028 “x”", "P3D"),)


@pytest.mark.parametrize("value", [2**63, "\ud800", b"x", {"\x01": ["R", "#1:0"]}, object()])
def test_parameters_that_would_not_arrive_are_refused(store: Store, value: object) -> None:
    with pytest.raises(QueryRefused, match="parameter given"):
        store.query("RETURN $given AS x", {"given": value})


def test_limits(store: Store) -> None:
    rows = store.query("UNWIND range(1, 50) AS x RETURN x", limits=Limits(rows=10))
    assert (len(rows.rows), rows.cut) == (10, True)
    assert not store.query("UNWIND range(1, 10) AS x RETURN x", limits=Limits(rows=10)).cut
    with pytest.raises(QueryCut, match=r"0\.3 seconds"):
        store.query(ENDLESS, limits=Limits(seconds=0.3))
    assert store.query("RETURN 1 AS x").rows == ((1,),)


def test_ending_one_query_leaves_the_others(store: Store) -> None:
    answered = []
    slow = "MATCH (a:Event), (b:Event), (c:Event) RETURN count(*) AS n"
    other = threading.Thread(target=lambda: answered.append(store.query(slow).rows))
    other.start()
    with pytest.raises(QueryCut):
        store.query(ENDLESS, limits=Limits(seconds=0.05))
    other.join(20)
    assert answered == [((40**3,),)]


def test_ctrl_c_ends_a_query(store: Store) -> None:
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        store.query(ENDLESS)
    assert store.query("RETURN 1 AS x").rows == ((1,),)


def test_a_folder_may_not_bring_its_own_settings(tmp_path: Path) -> None:
    ENGINE.load(random_graph(1, 2), tmp_path / "store")
    (tmp_path / "store" / "configuration.json").write_text('{"configuration": {"command.timeout": 0}}')
    opened = ENGINE.open(tmp_path / "store")
    with pytest.raises(QueryRefused):
        opened.query("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row")
    opened.close()


def test_a_missing_or_damaged_store_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreDamaged, match="kg rebuild"):
        ENGINE.open(tmp_path / "missing")
    ENGINE.load(random_graph(1, 2), tmp_path / "store")
    for path in (tmp_path / "store").glob("*.dict"):
        path.write_bytes(b"\xff" * path.stat().st_size)
    with pytest.raises(StoreDamaged, match="kg rebuild") as damaged:
        ENGINE.open(tmp_path / "store")
    assert "arcade" not in str(damaged.value).lower()
