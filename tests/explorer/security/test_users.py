"""Users who sign in where others reach the server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from explorer.app import make_app
from explorer.graphs.workspace_graphs import WorkspaceGraphs
from explorer.security import users
from explorer.security.origins import origins_of
from explorer.security.sessions import Sessions
from explorer.security.users import Door, add_user, read_users, remove_user, users_file
from ingest.errors import KgError
from kg.cli.main import kg as command
from kg.decisions.journal import Decision
from kg.workspace import Workspace
from tests.explorer.conftest import Client, client_of, find_id

HOST = "https://cases.example"
PASSWORD = "a long password"


@pytest.fixture(autouse=True)
def own_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture
def visitor(own_workspace: Path) -> Iterator[Client]:
    """A browser on another machine, before anybody signs in."""
    add_user("Ilka", PASSWORD)
    opened = WorkspaceGraphs(Workspace.open(own_workspace))
    app = make_app(opened, Sessions(), origins_of("0.0.0.0", 8443, ["cases.example"], secure=True), Door())
    client = client_of(app)
    client.base_url = HOST
    client.headers["Origin"] = HOST
    yield client
    opened.close()


def sign_in(client: Client, name: str, password: str) -> int:
    answer = client.post("/sign-in", data={"name": name, "password": password}, follow_redirects=False)
    return answer.status_code


def test_a_user_signs_in_decides_under_their_name_and_signs_out(visitor: Client, own_workspace: Path) -> None:
    first = visitor.get("/", follow_redirects=False)
    assert (first.status_code, first.headers["location"]) == (303, "/sign-in")
    assert "<script" not in visitor.get("/sign-in").text and visitor.get("/api/status").status_code == 401
    answer = visitor.post("/sign-in", data={"name": "Ilka", "password": PASSWORD}, follow_redirects=False)
    assert answer.status_code == 303 and "Secure" in answer.headers["set-cookie"]
    assert visitor.get("/api/status").json()["user"] == "Ilka"
    asked = {"verb": "note", "id": find_id(visitor, "Ombreth Jorvan"), "why": "ask"}
    assert visitor.post("/api/decisions", json=asked).json()["state"] == "done"
    (decision,) = Workspace.open(own_workspace).decisions()
    assert isinstance(decision, Decision) and decision.who == "Ilka"
    assert visitor.post("/sign-out", follow_redirects=False).status_code == 303
    assert visitor.get("/api/status").status_code == 401


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("Ilka", ""),
        ("Ilka", "wrong"),
        ("", PASSWORD),
        ("Nobody", "nobody"),
        ("Ilka", PASSWORD + " "),
        ("ilka", PASSWORD),
    ],
)
def test_another_name_or_password_opens_nothing(visitor: Client, name: str, password: str) -> None:
    assert sign_in(visitor, name, password) == 401
    assert visitor.get("/api/status").status_code == 401


def test_passwords_cannot_be_tried_one_after_the_other(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(users, "_ATTEMPTS", 3)
    assert [sign_in(visitor, "Ilka", "wrong") for _ in range(4)] == [401, 401, 401, 429]
    assert sign_in(visitor, "Ilka", PASSWORD) == 429


def test_a_form_of_another_page_signs_nobody_in(visitor: Client) -> None:
    for origin in ("https://evil.example", "null", "http://cases.example"):
        visitor.headers["Origin"] = origin
        assert sign_in(visitor, "Ilka", PASSWORD) == 403


def test_there_is_no_form_without_users_and_no_token_with_them(client: Client, visitor: Client) -> None:
    assert client.get("/sign-in").status_code == 404
    assert visitor.get("/", params={"token": "x"}, follow_redirects=False).status_code == 401


def test_users_are_kept_as_hashes_in_a_private_file() -> None:
    add_user("Ilka", PASSWORD)
    add_user("Ilka", "another password")
    add_user("Rum", PASSWORD)
    assert [user.name for user in read_users()] == ["Ilka", "Rum"]
    assert users_file().stat().st_mode & 0o777 == 0o600 and PASSWORD not in users_file().read_text()
    assert all(user.password.startswith("$argon2id$") for user in read_users())
    assert Door().admits("Ilka", "another password") and not Door().admits("Ilka", PASSWORD)
    remove_user("Ilka")
    assert [user.name for user in read_users()] == ["Rum"]
    users_file().chmod(0o644)
    with pytest.raises(KgError, match="600"):
        read_users()


@pytest.mark.parametrize(
    ("name", "password"), [("", PASSWORD), ("a\x1b", PASSWORD), ("x" * 101, PASSWORD), ("Ilka", "short")]
)
def test_names_and_passwords_that_will_not_do(name: str, password: str) -> None:
    with pytest.raises(KgError):
        add_user(name, password)


def test_the_command_adds_lists_and_removes() -> None:
    run = CliRunner().invoke
    assert "no users" in run(command, ["users", "list"]).output
    assert run(command, ["users", "add", "Ilka"], input=f"{PASSWORD}\n{PASSWORD}\n").exit_code == 0
    assert run(command, ["users", "list"]).output.strip() == "Ilka"
    assert run(command, ["users", "remove", "Ilka"]).exit_code == 0 and read_users() == []
    assert run(command, ["users", "remove", "Ilka"]).exit_code == 1
