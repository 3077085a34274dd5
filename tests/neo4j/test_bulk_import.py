"""The files of the bulk import, loaded by Neo4j's own tool into a real server."""

import stat
from pathlib import Path

import pytest

from exports.neo4j_import import write_import
from ingest.errors import KgError
from kg.graph.value import Graph, Node, Relationship, make_graph
from kg.schema.schema import load_schema
from kg.stores.neo4j import Connection, connect, connected, push, read_address, read_back
from tests.conftest import Kg
from tests.neo4j.certificates import make_certificates, why_none
from tests.neo4j.server import run_import, running

SCHEMA = load_schema()
ODD = "a \"quoted\", text\nof two lines; with \\ and '' and “…” and Имя 😀"


def odd_graph() -> Graph:
    """Everything that a CSV could get wrong."""
    nodes = [
        Node("Person", "p", {"id": "p", "name": ODD, "names": [ODD, "b;c", ""], "given": ""}),
        Node("Person", "q", {"id": "q", "name": " blanks ", "names": ["x"]}),
        Node("Event", "e", {"id": "e", "type": "trial", "hours": 1.5, "count": 3, "disputed": True, "date": "2031"}),
        Node("Event", "f", {"id": "f", "type": "trial", "disputed": False}),
        Node("Source", "https://example.org/?a=1,2", {"url": "https://example.org/?a=1,2"}),
    ]
    spans = {"entries": ["a/1", "a/2"], "spans": ["1-2", "3-4"]}
    ties = [
        Relationship("INVOLVED_IN", nodes[0].key, nodes[2].key, {"role": "to", **spans}),
        Relationship("INVOLVED_IN", nodes[0].key, nodes[2].key, {"role": "by", "entries": ["a/1"], "spans": ["1-2"]}),
        Relationship("REPRESENTS", nodes[0].key, nodes[1].key),
    ]
    return make_graph(nodes, ties)


def test_the_files_are_their_owners_alone_and_overwrite_nothing(tmp_path: Path) -> None:
    script = write_import(odd_graph(), SCHEMA, tmp_path / "bulk")
    for path in script.parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(KgError, match="not empty"):
        write_import(odd_graph(), SCHEMA, tmp_path / "bulk")
    parted = make_graph([Node("Person", "p", {"id": "p", "names": ["a\x1fb"]})], [])
    with pytest.raises(KgError, match="kg push"):
        write_import(parted, SCHEMA, tmp_path / "parted")


@pytest.mark.neo4j
def test_what_is_imported_is_what_is_pushed(
    possible: None,
    sample_graph: Graph,
    sample_workspace: Path,
    kg: Kg,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    odd = odd_graph()
    graph = make_graph([*sample_graph.nodes, *odd.nodes], [*sample_graph.relationships, *odd.relationships])
    script = write_import(graph, SCHEMA, tmp_path / "bulk")
    home = tmp_path / "home"
    run_import(script, home)
    # A server that takes nothing unencrypted, where this machine can make a certificate.
    secured = not why_none()
    encrypted = make_certificates(tmp_path / "certificates").settings if secured else {}
    encrypted |= {"server.bolt.tls_level": "REQUIRED"} if secured else {}
    with running(home, settings=encrypted) as other:
        address = other.uri.replace("bolt:", "bolt+ssc:") if secured else other.uri
        if secured:
            for unencrypted in (other.uri, other.uri.replace("bolt:", "neo4j:")):
                with pytest.raises(KgError, match=r"Write bolt\+s:// or neo4j\+s://"):
                    connect(read_address(unencrypted), other.password)
        monkeypatch.setenv("KG_NEO4J_PASSWORD", other.password)
        with connected(read_address(address), other.password) as connection:
            imported_is_pushed(connection, graph)
        # From the import's graph to the workspace's, by the command.
        result = kg("push", address, workspace=sample_workspace)
        assert f"{len(odd)} removed" in result.output
        with connected(read_address(address), other.password) as connection:
            assert read_back(connection, SCHEMA) == sample_graph


def imported_is_pushed(connection: Connection, graph: Graph) -> None:
    """A push after an import makes lists of nothing of what the files could not say, and writes nothing else."""
    pushed = push(connection, graph, SCHEMA)
    empty_lists = [r for r in graph.relationships if r.properties.get("spans") in ([], [""])]
    assert (pushed.new, pushed.changed, pushed.removed) == (0, len(empty_lists), 0)
    assert read_back(connection, SCHEMA) == graph
    assert not push(connection, graph, SCHEMA).written
