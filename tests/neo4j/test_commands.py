"""The command line against a real Neo4j: the same words on the terminal, whichever engine was asked."""

import json
from pathlib import Path

import pytest

from queries.catalogue import load_queries
from tests.conftest import Kg
from tests.kg.cli.terminal import Terminal
from tests.neo4j.server import Server

pytestmark = pytest.mark.neo4j


@pytest.fixture(scope="module")
def pushed(server: Server, sample_workspace: Path, kg: Kg) -> str:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("KG_NEO4J_PASSWORD", server.password)
        result = kg("push", server.uri, "--whole", workspace=sample_workspace)
    assert result.exit_code == 0, result.output
    return server.uri


def test_a_cluster_s_address_leads_there_too(pushed: str, password: Server, kg: Kg, sample_workspace: Path) -> None:
    result = kg("--store", pushed.replace("bolt:", "neo4j:"), "status", workspace=sample_workspace)
    assert result.exit_code == 0 and "this workspace's graph" in result.output


def test_push_and_compare(pushed: str, password: Server, sample_workspace: Path, kg: Kg) -> None:
    again = kg("push", pushed, workspace=sample_workspace)
    assert again.exit_code == 0 and "nothing was written" in again.output
    compared = kg("compare", pushed, workspace=sample_workspace)
    assert compared.exit_code == 0 and "equal" in compared.output
    assert "Person" in compared.output and "FACES" in compared.output


@pytest.mark.parametrize(
    "arguments",
    [
        *([("query", name, "--format", "csv")] for name in sorted(load_queries())),
        *(
            [(*words, "--format", "json")]
            for words in (
                ("whatsnew",),
                ("due", "--on", "2031-12-31"),
                ("count", "--by", "act,region"),
                ("count", "--by", "article,court"),
                ("count", "--by", "sanction,authority", "--unit", "sanctions"),
            )
        ),
        [("cypher", "MATCH (c:Court) RETURN c.name AS court ORDER BY court", "--format", "json")],
        # Nothing is found: what is printed then is the header.
        *(
            [(*words, "--format", format)]
            for format in ("csv", "json", "table")
            for words in (
                ("query", "repeated_targeting", "--at-least", "9999"),
                ("cypher", "MATCH (c:Court {id: 'none'}) RETURN c.id, c.name AS court"),
            )
        ),
    ],
)
def test_the_same_words(pushed: str, password: Server, sample_workspace: Path, kg: Kg, arguments: list[object]) -> None:
    (words,) = arguments
    assert isinstance(words, tuple)
    there = kg("--store", pushed, *words, workspace=sample_workspace)
    here = kg(*words, workspace=sample_workspace)
    assert there.exit_code == here.exit_code == 0, there.output
    assert there.output == here.output


def test_show_view_and_export(pushed: str, password: Server, sample_workspace: Path, kg: Kg, tmp_path: Path) -> None:
    person = json.loads(kg("query", "repeated_targeting", "--format", "json", workspace=sample_workspace).output)[0]
    for words in (("show", person["person"]), ("show", person["name"])):
        assert (
            kg("--store", pushed, *words, workspace=sample_workspace).output
            == kg(*words, workspace=sample_workspace).output
        )
    for store in (pushed, "embedded"):
        for words in (
            ("view", "--around", person["person"], "--hops", "2", "-o", tmp_path / f"around-{store[:4]}"),
            ("view", "--query", "repeated_targeting", "-o", tmp_path / f"query-{store[:4]}"),
            ("export", "rdf", "--profile", "full", "--format", "nquads", "-o", tmp_path / f"rdf-{store[:4]}"),
        ):
            result = kg("--store", store, *words, workspace=sample_workspace)
            assert result.exit_code == 0, result.output
    for kind in ("around", "query", "rdf"):
        assert (tmp_path / f"{kind}-bolt").read_bytes() == (tmp_path / f"{kind}-embe").read_bytes()


def test_a_server_is_asked_without_a_workspace(pushed: str, password: Server, kg: Kg, tmp_path: Path) -> None:
    nowhere = tmp_path / "none"
    status = kg("--store", pushed, "status", workspace=nowhere)
    assert status.exit_code == 0 and "Neo4j 5.26" in status.output and "pushed digest" in status.output
    asked = kg("--store", pushed, "cypher", "RETURN 1 AS one", "--format", "csv", workspace=nowhere)
    assert asked.output == "one\n1\n"
    drawn = kg("--store", pushed, "export", "rdf", "--profile", "full", "-o", tmp_path / "g.ttl", workspace=nowhere)
    assert drawn.exit_code == 0 and not nowhere.exists()


def test_the_workspace_may_name_its_store(
    server: Server, sample_workspace: Path, kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    workspace = tmp_path / "casefile"
    workspace.mkdir()
    (tmp_path / "kg").mkdir()
    password = tmp_path / "kg" / "neo4j-password"
    password.write_text(f"{server.password}\n")
    password.chmod(0o600)
    store = f'[store]\nuri = "{server.uri}"\n'
    (workspace / "kg.toml").write_text(f"version = 1\n{store}")
    assert "not confirmed" in str(kg("status", workspace=workspace).exception)
    terminal = Terminal(workspace, "status")
    terminal.wait_for("[y/N]:")
    terminal.type("y")
    terminal.wait_for("Neo4j 5.26")
    assert terminal.end() == 0
    status = kg("status", workspace=workspace)
    assert status.exit_code == 0 and "Neo4j 5.26" in status.output
    (workspace / "kg.toml").write_text(f'version = 1\n{store}password = "x"\n')
    assert "password" in str(kg("status", workspace=workspace).exception)


def test_a_password_comes_from_nowhere_else(
    server: Server, kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    result = kg("--store", server.uri, "cypher", "RETURN 1 AS one", workspace=tmp_path)
    assert "KG_NEO4J_PASSWORD" in str(result.exception)
    result = kg("--store", "bolt://neo4j:secret@127.0.0.1", "status", workspace=tmp_path)
    assert "may not stand in the address" in str(result.exception) and "secret" not in str(result.exception)


def test_a_graph_that_differs_is_said(pushed: str, password: Server, sample_workspace: Path, kg: Kg) -> None:
    from kg.stores.neo4j import connected, read_address

    with connected(read_address(pushed), password.password) as connection, connection.writing() as session:
        session.run("MATCH (c:Court) WITH c LIMIT 1 DETACH DELETE c").consume()
    compared = kg("compare", pushed, workspace=sample_workspace)
    assert compared.exit_code == 1 and "They differ" in compared.output
    mended = kg("push", pushed, workspace=sample_workspace)
    assert mended.exit_code == 0 and "rows new" in mended.output
    assert kg("compare", pushed, workspace=sample_workspace).exit_code == 0
