"""What is said before a server is asked, and which server and which file of a password a workspace may name: none."""

import json
import os
import socket
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.stores.neo4j import read_address
from kg.system.user_files import configuration_folder
from tests.compose import services
from tests.conftest import Kg
from tests.kg.cli.terminal import Terminal

WARNING = "cross the network unencrypted"


@pytest.mark.parametrize(
    ("uri", "near", "warned"),
    [
        ("bolt://graph.invalid", "", True),
        ("neo4j://graph.invalid", "", True),
        ("bolt+s://graph.invalid", "", False),
        ("neo4j+ssc://graph.invalid", "", False),
        ("bolt://graph.invalid", "graph.invalid", False),
        ("bolt://graph.invalid", "other, graph.invalid", False),
        ("bolt://graph.invalid", "invalid graph", True),
        ("bolt://localhost:1", "", False),
        ("bolt://[::1]:1", "", False),
    ],
)
def test_a_network_that_is_read_along_is_said(
    uri: str, near: str, warned: bool, kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "a-password")
    monkeypatch.setenv("KG_NEO4J_ON_THIS_MACHINE", near)
    result = kg("--store", uri, "status", workspace=tmp_path)
    assert "no Neo4j answers there" in str(result.exception)
    assert (WARNING in result.output) is warned


def test_the_compose_file_names_the_host_that_it_makes() -> None:
    near = services()["kg"]["environment"]["KG_NEO4J_ON_THIS_MACHINE"]
    assert near in services()
    assert not read_address(f"bolt://{near}:7687").in_the_clear([near])


@pytest.fixture(autouse=True)
def configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's configuration folder, empty; no password in the environment."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "configuration"))
    for name in ("KG_NEO4J_PASSWORD", "KG_NEO4J_PASSWORD_FILE", "KG_NEO4J_USER"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "configuration" / "kg"


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    """A server of somebody else's; a test sees whether anybody came."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        yield server


def uri_of(server: socket.socket) -> str:
    return f"bolt://127.0.0.1:{server.getsockname()[1]}"


def somebody_came(server: socket.socket) -> bool:
    try:
        connection, _ = server.accept()
    except BlockingIOError:
        return False
    connection.close()
    return True


def nothing_listens() -> str:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return uri_of(server)


def name_server(workspace: Path, uri: str, **more: str) -> Path:
    """A workspace whose settings name a server."""
    workspace.mkdir(exist_ok=True)
    lines = "".join(f'{name} = "{value}"\n' for name, value in {"uri": uri, **more}.items())
    (workspace / "kg.toml").write_text(f"version = 1\n[store]\n{lines}", encoding="utf-8")
    return workspace


@pytest.mark.parametrize("words", [("status",), ("query", "tried_together"), ("push",), ("compare",)])
def test_a_server_that_a_workspace_names_is_not_reached_unconfirmed(
    words: tuple[str, ...], listening: socket.socket, kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "a-password")
    workspace = name_server(tmp_path / "casefile", uri_of(listening), user="reader")
    result = kg(*words, workspace=workspace)
    assert result.exit_code == 1
    assert f"{uri_of(listening)} (user reader), which you have not confirmed" in str(result.exception)
    assert f"kg -w {workspace} status" in str(result.exception) and "--store" in str(result.exception)
    assert not somebody_came(listening)


def test_a_server_given_on_the_command_line_is_confirmed_by_that(
    kg: Kg, tmp_path: Path, configuration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "a-password")
    workspace = name_server(tmp_path / "casefile", "bolt://elsewhere.invalid")
    for words in (("--store", nothing_listens(), "status"), ("push", nothing_listens())):
        result = kg(*words, workspace=workspace)
        assert "nothing listens on that port" in str(result.exception)
    assert "not confirmed" in str(kg("status", workspace=workspace).exception), "for that run alone"
    assert not configuration.exists()


def test_a_server_is_confirmed_once_for_a_workspace_and_an_address(
    kg: Kg, tmp_path: Path, configuration: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "a-password")
    uri = nothing_listens()
    workspace = name_server(tmp_path / "casefile", uri, user="reader", database="cases")
    terminal = Terminal(workspace, "status")
    terminal.wait_for(f"names the server {uri}/cases (user reader)")
    terminal.wait_for("[y/N]:")
    terminal.type("")
    terminal.wait_for("The server is not used.")
    assert terminal.end() == 1
    assert "not confirmed" in str(kg("status", workspace=workspace).exception)
    terminal = Terminal(workspace, "status")
    terminal.wait_for("[y/N]:")
    terminal.type("y")
    terminal.wait_for("nothing listens on that port")
    assert terminal.end() == 1
    assert "nothing listens on that port" in str(kg("status", workspace=workspace).exception), "it is remembered"
    file = configuration / "servers.jsonl"
    assert json.loads(file.read_text()) == {
        "workspace": str(workspace.resolve()),
        "uri": uri,
        "user": "reader",
        "database": "cases",
    }
    assert stat.S_IMODE(file.stat().st_mode) == 0o600 and stat.S_IMODE(configuration.stat().st_mode) == 0o700
    for changed in ({"user": "other"}, {"user": "reader", "database": "more"}):
        name_server(workspace, uri, **changed)
        assert "not confirmed" in str(kg("status", workspace=workspace).exception)
    copy = name_server(tmp_path / "copy", uri, user="reader", database="cases")
    assert "not confirmed" in str(kg("status", workspace=copy).exception)
    name_server(workspace, uri, user="reader", database="cases")
    file.chmod(0o644)
    assert "chmod 600" in str(kg("status", workspace=workspace).exception)
    file.chmod(0o600)
    file.write_text("no list")
    assert "Delete it" in str(kg("status", workspace=workspace).exception)


def test_a_workspace_names_no_file_of_a_password(kg: Kg, tmp_path: Path, configuration: Path) -> None:
    (tmp_path / "privkey").write_text("precious\n", encoding="utf-8")
    workspace = name_server(tmp_path / "casefile", nothing_listens(), password_file="../privkey")
    for words in (("status",), ("--store", nothing_listens(), "status"), ("push",)):
        said = str(kg(*words, workspace=workspace).exception)
        assert "password_file is no longer read" in said and f"{configuration / 'neo4j-password'}" in said
        assert "precious" not in said
    assert kg("--store", "embedded", "status", workspace=workspace).exit_code == 0, "the rest of it works"


def write_password(path: Path, mode: int = 0o600) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("a-password\n", encoding="utf-8")
    path.chmod(mode)


def link(path: Path) -> None:
    write_password(path.with_name("other"))
    path.symlink_to("other")


def give_away(path: Path) -> None:
    write_password(path)
    if os.getuid():
        pytest.skip("only root can give a file away")
    os.chown(path, 12345, -1)


@pytest.mark.parametrize("named", [False, True])
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: write_password(path, 0o644), "mode is 644, not 600"),
        (lambda path: write_password(path, 0o640), "mode is 640, not 600"),
        (lambda path: write_password(path, 0o700), "mode is 700, not 600"),
        (link, "a link"),
        (give_away, "belongs to another user"),
        (lambda path: os.mkfifo(path, 0o600), "not a regular file"),
        (Path.mkdir, "not a regular file"),
        (write_password, "nothing listens on that port"),
    ],
)
def test_the_file_of_the_password_is_the_user_s_alone(
    make: Callable[[Path], None],
    said: str,
    named: bool,
    kg: Kg,
    tmp_path: Path,
    configuration: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "named" if named else configuration / "neo4j-password"
    path.parent.mkdir(parents=True, exist_ok=True)
    if named:
        monkeypatch.setenv("KG_NEO4J_PASSWORD_FILE", str(path))
    make(path)
    refused = str(kg("--store", nothing_listens(), "status", workspace=tmp_path / "none").exception)
    assert said in refused and "a-password" not in refused


def test_a_server_that_does_not_answer_is_said_before_the_password_is_asked_for(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "none", "--store", nothing_listens(), "status")
    terminal.wait_for("nothing listens on that port")
    assert terminal.end() == 1 and "Password" not in terminal.shown


def test_a_password_is_asked_for_where_a_server_listens(listening: socket.socket, tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "none", "--store", uri_of(listening), "status")
    terminal.wait_for(f"Password of neo4j at {uri_of(listening)}:")
    assert somebody_came(listening)
    terminal.close()


@pytest.mark.parametrize("named", ["", "kg", "../elsewhere"])
def test_a_relative_configuration_folder_is_ignored(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", named)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert configuration_folder().is_relative_to(tmp_path)
