"""Nobody but the page itself, in a session, gets an answer."""

import pytest
from litestar.exceptions import WebSocketDisconnect
from litestar.types import ASGIApp

from explorer.app import make_app
from explorer.graphs.workspace_graphs import WorkspaceGraphs
from explorer.security import sessions as of_sessions
from explorer.security.headers import HEADERS
from explorer.security.origins import is_loopback, origins_of
from explorer.security.sessions import Sessions, cookie_of
from tests.explorer.conftest import OWN, PORT, Client, client_of

PATHS = ["/", "/app.js", "/api/status", "/api/docs", "/api/openapi.json", "/api/nothing", "/api/things/marenth"]


@pytest.mark.parametrize("path", PATHS)
def test_without_a_session_nothing_is_answered(app: ASGIApp, path: str) -> None:
    answer = client_of(app).get(path)
    assert answer.status_code == 401 and "kg explore" in answer.json()["message"]


@pytest.mark.parametrize("cookie", ["x", "a" * 43, "é", '"', "; ;", "\x01", "x; Path=/", ""])
def test_a_made_up_cookie_is_no_session(app: ASGIApp, cookie: str) -> None:
    headers = [(b"Cookie", f"{cookie_of(PORT)}={cookie}".encode())]
    assert client_of(app).get("/api/status", headers=headers).status_code == 401


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        f"evil.example:{PORT}",
        f"127.0.0.1.evil.example:{PORT}",
        "127.0.0.1",
        "127.0.0.1:80",
        f"localhost.:{PORT}",
        f"127.0.0.1:{PORT}@evil.example",
        f"0.0.0.0:{PORT}",
        f"192.168.1.7:{PORT}",
        "",
    ],
)
def test_a_foreign_name_for_this_machine_gets_no_answer(client: Client, host: str) -> None:
    """DNS rebinding: the browser believes that the page and the server are one host."""
    assert client.get("/api/status", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"[::1]:{PORT}", f"LOCALHOST:{PORT}"])
def test_the_names_of_this_machine_are_answered(client: Client, host: str) -> None:
    assert client.get("/api/schema", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": f"http://evil.example:{PORT}"},
        {"Origin": "null"},
        {"Origin": f"https://127.0.0.1:{PORT}"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": OWN, "Sec-Fetch-Site": "cross-site"},
        {"Origin": OWN, "Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_another_page_gets_no_answer(client: Client, method: str, headers: dict[str, str]) -> None:
    assert client.request(method, "/api/schema", headers=headers).status_code == 403


def test_what_changes_something_says_where_it_is_from(client: Client) -> None:
    del client.headers["Origin"]
    assert client.post("/api/schema").status_code == 403
    assert client.get("/api/schema").status_code == 200
    assert client.post("/api/schema", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 405


def test_the_token_opens_one_session(app: ASGIApp, sessions: Sessions) -> None:
    token = sessions.issue_token()
    first = client_of(app)
    opened = first.get("/", params={"token": token}, follow_redirects=False)
    assert opened.status_code == 303 and opened.headers["location"] == "/"
    cookie = opened.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie and "Secure" not in cookie and token not in cookie
    assert first.get("/api/schema").status_code == 200
    again = client_of(app).get("/", params={"token": token}, follow_redirects=False)
    assert again.status_code == 401 and "set-cookie" not in again.headers


@pytest.mark.parametrize("token", ["", "x", "é", "a" * 5000])
def test_another_token_opens_nothing(app: ASGIApp, token: str) -> None:
    assert client_of(app).get("/", params={"token": token}, follow_redirects=False).status_code == 401


def test_a_session_that_ended_is_none(app: ASGIApp, sessions: Sessions) -> None:
    secret = sessions.begin("Ilka")
    client = client_of(app, secret)
    assert client.get("/api/status").json()["user"] == "Ilka"
    sessions.end(secret)
    assert client.get("/api/status").status_code == 401


def test_a_session_that_is_not_used_ends(app: ASGIApp, sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(app, sessions.begin(""))
    assert client.get("/api/schema").status_code == 200
    monkeypatch.setattr(of_sessions, "_IDLE", -1.0)
    assert client.get("/api/schema").status_code == 401
    monkeypatch.undo()
    assert client.get("/api/schema").status_code == 401


def test_two_servers_of_one_machine_do_not_end_each_others_sessions(client: Client, graphs: WorkspaceGraphs) -> None:
    """A browser gives a cookie to every port of a host."""
    other = Sessions()
    opened = client_of(make_app(graphs, other, origins_of("127.0.0.1", PORT + 1)))
    opened.base_url, opened.headers["Origin"] = f"http://127.0.0.1:{PORT + 1}", f"http://127.0.0.1:{PORT + 1}"
    opened.cookies.update(client.cookies)
    assert opened.get("/", params={"token": other.issue_token()}, follow_redirects=False).status_code == 303
    client.cookies.update(opened.cookies)
    assert len(client.cookies) == 2
    assert client.get("/api/schema").status_code == opened.get("/api/schema").status_code == 200


def test_a_body_that_is_too_large_is_refused(client: Client) -> None:
    sent = client.post("/api/cypher", json={"text": "x" * 2_000_000})
    assert sent.status_code == 413 and "message" in sent.json()
    parts = (b"x" * 100_000 for _ in range(30))  # its length is not told before
    assert client.post("/api/cypher", content=parts).status_code in (400, 413)


def test_a_web_socket_is_not_answered(client: Client) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/api/status"):
        pytest.fail("answered")


def test_tls_is_asked_for_again_where_it_was_used(graphs: WorkspaceGraphs, sessions: Sessions) -> None:
    app = make_app(graphs, sessions, origins_of("0.0.0.0", 8443, ["cases.example"], secure=True))
    asked = client_of(app).get("https://cases.example/api/status")
    assert "max-age" in asked.headers["strict-transport-security"]


@pytest.mark.parametrize(
    "path", ["/", "/api/status", "/api/docs", "/api/things/nothing", "/api/search?limit=0", "/../kg"]
)
def test_every_answer_has_the_headers(client: Client, path: str) -> None:
    for asking in (client, client_of(client.app)):
        answer = asking.get(path)
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    policy = HEADERS["content-security-policy"]
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy and "default-src 'none'" in policy


def test_a_proxy_with_tls_has_its_own_name_and_a_secure_cookie() -> None:
    origins = origins_of("0.0.0.0", 8443, ["cases.example"], secure=True)
    assert origins.knows_host("cases.example") and not origins.knows_host("0.0.0.0:8443")
    assert not origins.refuses("POST", "https://cases.example", None)
    assert origins.refuses("POST", "http://cases.example", None)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost"])
def test_what_is_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "cases.example", "127.0.0.1.example", ""])
def test_what_is_not(host: str) -> None:
    assert not is_loopback(host)
