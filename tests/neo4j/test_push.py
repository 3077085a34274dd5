"""Pushing a graph into a real Neo4j: what arrives, what is left alone, what goes on after a lost connection."""

import dataclasses
import random
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from importlib import import_module
from urllib.parse import urlsplit

import pytest

from ingest.errors import KgError
from kg.graph.value import Graph, Node, Relationship, make_graph
from kg.schema.schema import load_schema
from kg.stores.neo4j import Address, Connection, compare, connected, push, read_back, read_remote_state
from tests.neo4j.server import USER, Server

pytestmark = pytest.mark.neo4j
SCHEMA = load_schema()
# The module: the name leads to the function that the package exports.
PUSH = import_module("kg.stores.neo4j.push")


def ask(connection: Connection, cypher: str) -> list[list[object]]:
    with connection.writing() as session:
        return [list(row.values()) for row in session.run(cypher)]


def changed(graph: Graph, seed: int) -> Graph:
    """A graph that shares most rows with another: some rows otherwise, some gone."""
    chance = random.Random(seed)
    nodes = [n for n in graph.nodes if chance.random() < 0.9]
    nodes = [
        dataclasses.replace(n, properties={**n.properties, "names": ["Имя", "x"]}) if chance.random() < 0.1 else n
        for n in nodes
    ]
    there = {n.key for n in nodes}
    ties = [r for r in graph.relationships if {r.start, r.end} <= there and chance.random() < 0.9]
    ties = [
        dataclasses.replace(r, properties={**r.properties, "entries": ["x/1"], "spans": ["1-2"]})
        if chance.random() < 0.1
        else r
        for r in ties
    ]
    return make_graph(nodes, ties)


def test_what_is_pushed_is_there_row_by_row(empty: Connection, sample_graph: Graph) -> None:
    steps: list[tuple[int, int]] = []
    pushed = push(empty, sample_graph, SCHEMA, progress=lambda done, all: steps.append((done, all)))
    assert (pushed.new, pushed.changed, pushed.removed) == (len(sample_graph), 0, 0)
    assert steps[-1] == (len(sample_graph), len(sample_graph))
    assert read_back(empty, SCHEMA) == sample_graph
    assert all(kind.equal for kind in compare(empty, sample_graph, SCHEMA))
    held = read_remote_state(empty)
    assert (held.digest, held.nodes) == (sample_graph.digest, len(sample_graph.nodes))
    unique = ask(empty, "SHOW CONSTRAINTS YIELD labelsOrTypes AS l, properties AS p RETURN l[0] + '.' + p[0] AS x")
    assert {f"{label}.{kind.key}" for label, kind in SCHEMA.nodes.items()} <= {row[0] for row in unique}
    assert ask(empty, "MATCH (p:Person) RETURN DISTINCT labels(p)[0] AS first") == [["Person"]]


def test_a_second_push_writes_nothing(empty: Connection, sample_graph: Graph) -> None:
    push(empty, sample_graph, SCHEMA)
    before = read_remote_state(empty)
    for whole in (False, True):
        again = push(empty, sample_graph, SCHEMA, whole=whole)
        assert again == dataclasses.replace(again, new=0, changed=0, removed=0, written=False)
        assert read_remote_state(empty) == before  # every write counts up there


@pytest.mark.parametrize("seed", [1, 2])
def test_changes_and_removals_are_pushed(empty: Connection, sample_graph: Graph, seed: int) -> None:
    push(empty, sample_graph, SCHEMA)
    other = changed(sample_graph, seed)
    pushed = push(empty, other, SCHEMA)
    assert (pushed.new, bool(pushed.changed), bool(pushed.removed)) == (0, True, True)
    assert read_back(empty, SCHEMA) == other
    back = push(empty, sample_graph, SCHEMA)
    assert back.new and read_back(empty, SCHEMA) == sample_graph
    assert push(empty, make_graph([], []), SCHEMA).removed == len(sample_graph)
    assert ask(empty, "MATCH (n) RETURN labels(n) AS l") == [[["_CasegraphHeld"]]]


def test_nodes_that_are_not_ours_are_left_alone(empty: Connection, sample_graph: Graph) -> None:
    ask(
        empty,
        "CREATE (:Person {id: 'theirs', name: 'X'})-[:MENTIONS]->(:Note {text: 'a'})-[:ABOUT]->(:Person {id: 'b'})",
    )
    theirs = "MATCH (n) WHERE NOT n:_Casegraph AND NOT n:_CasegraphHeld RETURN count(n) AS n"
    push(empty, sample_graph, SCHEMA)
    person = next(n for n in sample_graph.nodes if n.label == "Person")
    with empty.writing() as session:
        session.run("MATCH (p:Person {id: $id}), (n:Note) CREATE (n)-[:ABOUT]->(p)", id=person.id).consume()
    push(empty, changed(sample_graph, 3), SCHEMA)
    push(empty, sample_graph, SCHEMA)
    assert ask(empty, theirs) == [[3]]
    assert read_back(empty, SCHEMA) == sample_graph
    push(empty, make_graph([], []), SCHEMA)
    assert ask(empty, theirs) == [[3]]
    assert ask(empty, "MATCH (p:Person {id: 'theirs'})-[:MENTIONS]->(:Note)-[:ABOUT]->(:Person) RETURN p.name") == [
        ["X"]
    ]


def test_a_node_in_the_way_is_said(empty: Connection, sample_graph: Graph) -> None:
    person = next(n for n in sample_graph.nodes if n.label == "Person")
    with empty.writing() as session:
        session.run("CREATE (:Person {id: $id})", id=person.id).consume()
    with pytest.raises(KgError, match="database of its own"):
        push(empty, sample_graph, SCHEMA)
    ask(empty, "DROP CONSTRAINT Case_key")
    ask(empty, "CREATE (:Case {id: 'a'}), (:Case {id: 'a'})")
    ask(empty, "MATCH (h:_CasegraphHeld) REMOVE h.declared")
    with pytest.raises(KgError, match="Case_key cannot be made"):
        push(empty, sample_graph, SCHEMA)


def test_what_somebody_changed_is_seen_and_mended(empty: Connection, sample_graph: Graph) -> None:
    push(empty, sample_graph, SCHEMA)
    ask(empty, "MATCH (p:Person) WITH p ORDER BY p.id LIMIT 1 SET p.name = 'changed'")
    ask(empty, "MATCH (:Person)-[r:FACES]->() WITH r LIMIT 2 DELETE r")
    differing = {k.kind: (k.missing, k.differing, k.extra) for k in compare(empty, sample_graph, SCHEMA) if not k.equal}
    assert differing == {"Person": (0, 1, 0), "FACES": (2, 0, 0)}
    pushed = push(empty, sample_graph, SCHEMA)  # the number of rows is not what the note says
    assert (pushed.new, pushed.changed, pushed.removed) == (2, 1, 0)
    ask(empty, "MATCH (p:Person)-[:FACES]->() WITH p ORDER BY p.id LIMIT 1 SET p:Court")
    ask(empty, "MATCH (c:Court)<-[:BEFORE]-() WITH c ORDER BY c.id LIMIT 1 SET c:Person")
    ask(empty, "MATCH (p:Person)-[:FACES]->() WITH p ORDER BY p.id DESC LIMIT 1 REMOVE p.id")
    push(empty, sample_graph, SCHEMA, whole=True)
    assert read_back(empty, SCHEMA) == sample_graph
    ask(empty, "MATCH (p:Person) WITH p ORDER BY p.id LIMIT 1 SET p.name = 'changed'")
    assert not push(empty, sample_graph, SCHEMA).written
    assert push(empty, sample_graph, SCHEMA, whole=True).changed == 1
    assert read_back(empty, SCHEMA) == sample_graph


def test_a_lost_connection_is_gone_on_with(
    empty: Connection, server: Server, sample_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PUSH, "BATCH", 100)
    with cutting(server, after=150_000) as way, connected(way.address, server.password) as connection:
        pushed = push(connection, sample_graph, SCHEMA, pauses=(0.05, 0.05, 0.05))
    assert way.broken
    assert pushed.new == len(sample_graph)
    assert read_back(empty, SCHEMA) == sample_graph


def test_a_connection_that_stays_lost_is_said_and_the_next_push_goes_on(
    empty: Connection, server: Server, sample_graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PUSH, "BATCH", 100)
    said: list[str] = []
    with (
        cutting(server, after=150_000, once=True) as way,
        connected(way.address, server.password) as connection,
        pytest.raises(KgError, match="run `kg push` again"),
    ):
        push(connection, sample_graph, SCHEMA, waiting=said.append, pauses=(0.05,))
    assert len(said) >= 1 and "trying again" in said[0]
    assert not read_remote_state(empty).whole
    assert 0 < push(empty, sample_graph, SCHEMA).new < len(sample_graph)
    assert read_back(empty, SCHEMA) == sample_graph


def test_two_pushes_do_not_write_into_each_other(empty: Connection, sample_graph: Graph) -> None:
    push(empty, sample_graph, SCHEMA)
    ended: list[KgError] = []

    def overtake(_done: int, _all: int) -> None:
        if not ended:
            ended.append(KgError())
            push(empty, changed(sample_graph, 5), SCHEMA)

    with pytest.raises(KgError, match="another push has begun"):
        push(empty, changed(sample_graph, 4), SCHEMA, progress=overtake)
    assert read_back(empty, SCHEMA) == changed(sample_graph, 5)


class Way:
    """A way to the server that breaks each connection after so many bytes."""

    def __init__(self, server: Server, after: int, once: bool) -> None:
        target = urlsplit(server.uri)
        assert target.hostname and target.port
        self.broken = 0
        self._target, self._after, self._once = (target.hostname, target.port), after, once
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = Address(f"bolt://127.0.0.1:{self._listening.getsockname()[1]}", USER, "")
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                if self._once and self.broken:
                    client.close()
                    continue
                there = socket.create_connection(self._target)
                threading.Thread(target=self._carry, args=(client, there, self._after), daemon=True).start()
                threading.Thread(target=self._carry, args=(there, client, None), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, most: int | None) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if most is not None and (most := most - len(data)) < 0:
                    self.broken += 1
                    break
                sink.sendall(data)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()


@contextmanager
def cutting(server: Server, after: int, once: bool = False) -> Iterator[Way]:
    """A way that breaks; ``once`` lets none through after the first has."""
    with closing(Way(server, after, once)) as way:
        yield way


def test_rows_of_kinds_that_left_the_vocabulary_go(empty: Connection) -> None:
    ask(empty, "CREATE (:Gone:_Casegraph {id: 'x'})")
    graph = make_graph([Node("Person", "p", {"id": "p"}), Node("Person", "q", {"id": "q"})], [])
    tied = make_graph(graph.nodes, [Relationship("REPRESENTS", graph.nodes[0].key, graph.nodes[1].key)])
    push(empty, tied, SCHEMA)
    assert ask(empty, "MATCH (n:Gone) RETURN n.id") == []
    assert read_back(empty, SCHEMA) == tied
