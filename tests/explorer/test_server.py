"""``kg explore`` as it runs: a process that answers a browser and stops at Ctrl-C."""

import http.client
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.conftest import ROOT, Kg
from tests.neo4j.certificates import Certificates, make_certificates, why_none

RUN = "from kg.cli import run; run()"


def test_the_command_answers_and_stops(sample_workspace: Path) -> None:
    command = [sys.executable, "-c", RUN, "-w", str(sample_workspace), "explore", "--no-browser"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"http://127\.0\.0\.1:(\d+)(/\?token=\S+)", process.stderr.readline())
        assert found, process.stderr.read()
        browser = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=20)
        browser.request("GET", found[2])
        opened = browser.getresponse()
        opened.read()
        cookie = (opened.getheader("set-cookie") or "").partition(";")[0]
        browser.request("GET", "/api/things/CAO%3A61%2F1", headers={"Cookie": cookie})
        answer = browser.getresponse()
        assert answer.status == 200 and b'"CAO:61/1"' in answer.read() and answer.getheader("server") is None
        browser.close()
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
    assert process.returncode == 0 and "Stopped" in rest and "Traceback" not in rest and "CAO" not in rest


BROKEN = """
import sys
sys.path.insert(0, sys.argv[1])
import explorer.api.search as search
def fail(*given):
    raise RuntimeError("Ombreth Jorvan was detained")
search.read_status = fail
from pathlib import Path
from explorer.graphs.workspace_graphs import WorkspaceGraphs
from explorer.server import Place, serve
from kg.workspace import Workspace
try:
    serve(WorkspaceGraphs(Workspace.open(sys.argv[2])), Place(), lambda address: print(address, file=sys.stderr))
except KeyboardInterrupt:
    pass
"""


def test_a_mistake_of_the_program_tells_nobody_what_a_report_says(sample_workspace: Path) -> None:
    """Neither the answer nor the terminal has words of the graph, whatever fails."""
    command = [sys.executable, "-c", BROKEN, str(ROOT), str(sample_workspace)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None and process.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:(\d+)(/\?token=\S+)", process.stderr.readline())
        assert found
        browser = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=20)
        browser.request("GET", found[2])
        opened = browser.getresponse()
        opened.read()
        cookie = (opened.getheader("set-cookie") or "").partition(";")[0]
        browser.request("GET", "/api/status", headers={"Cookie": cookie})
        answer = browser.getresponse()
        assert answer.status == 500 and b"Ombreth" not in answer.read()
        upgrade = {"Cookie": cookie, "Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
        browser.request("GET", "/api/status", headers=upgrade | {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="})
        refused = browser.getresponse()
        assert refused.status != 101 and b"Ombreth" not in refused.read()
        browser.close()
        process.send_signal(signal.SIGINT)
        printed = process.stdout.read() + process.stderr.read()
    assert printed.strip() == ""


def test_users_sign_in_over_tls(sample_workspace: Path, tmp_path: Path) -> None:
    """The command as a team runs it: its own certificate, a name, users, and a browser on the other side."""
    if reason := why_none():
        pytest.skip(reason)
    certificates = make_certificates(tmp_path / "tls")
    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "config")}
    run = [sys.executable, "-c", RUN]
    add = "from explorer.security.users import add_user; add_user('Ilka', 'a long password')"
    subprocess.run([sys.executable, "-c", add], cwd=ROOT, env=environment, check=True)
    files = ["--certificate", certificates.folder / "public.crt", "--key", certificates.folder / "private.key"]
    options = [
        "-w",
        sample_workspace,
        "explore",
        "--host",
        "0.0.0.0",
        "--name",
        "cases.example",
        "--no-browser",
        *files,
    ]
    command = [*run, *map(str, options)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"https://(cases\.example:(\d+))/$", process.stderr.readline().strip())
        assert found, process.stderr.read()
        browser = Browser(int(found[2]), found[1], certificates)
        assert browser.ask("GET", "/api/status").status == 401
        assert browser.ask("GET", "/", {"Host": "evil.example"}).status == 421
        assert browser.sign_in("Ilka", "another password").status == 401
        assert browser.sign_in("Ilka", "a long password", {"Origin": "https://evil.example"}).status == 403
        opened = browser.sign_in("Ilka", "a long password")
        cookie = opened.getheader("set-cookie") or ""
        assert opened.status == 303 and cookie.endswith("; Path=/; HttpOnly; SameSite=Strict; Secure")
        assert opened.getheader("strict-transport-security") and opened.getheader("cache-control") == "no-store"
        signed_in = {"Cookie": cookie.partition(";")[0]}
        assert b'"user":"Ilka"' in browser.ask("GET", "/api/status", signed_in).read()
        elsewhere = {**signed_in, "Origin": "https://evil.example"}
        assert browser.ask("POST", "/api/decisions", elsewhere, "{}").status == 403
        wrong = [browser.sign_in("Ilka", "wrong").status for _ in range(10)]
        assert wrong == [401] * 9 + [429] and browser.sign_in("Ilka", "a long password").status == 429
        assert browser.ask("GET", "/api/schema", signed_in).status == 200
        process.send_signal(signal.SIGINT)
        rest = process.stderr.read()
    assert "Ilka" not in rest and "password" not in rest and "Traceback" not in rest


class Browser:
    """Asks a server over TLS, whose certificate it looks at, under a name of its own."""

    def __init__(self, port: int, host: str, certificates: Certificates) -> None:
        self._port, self._host = port, host
        self._tls = ssl.create_default_context(cafile=str(certificates.authority))

    def ask(
        self, method: str, path: str, headers: dict[str, str] | None = None, body: str = ""
    ) -> http.client.HTTPResponse:
        connection = http.client.HTTPSConnection("127.0.0.1", self._port, timeout=20, context=self._tls)
        own = {"Host": self._host, "Origin": f"https://{self._host}"}
        connection.request(method, path, body or None, {**own, **(headers or {})})
        return connection.getresponse()

    def sign_in(self, name: str, password: str, headers: dict[str, str] | None = None) -> http.client.HTTPResponse:
        form = {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
        return self.ask("POST", "/sign-in", form, urlencode({"name": name, "password": password}))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--host", "0.0.0.0"], "--name"),
        (["--name", "cases.example"], "--certificate"),
        (["--host", "0.0.0.0", "--name", "cases.example"], "--certificate"),
        (["--behind-proxy"], "--name"),
        (["--behind-proxy", "--name", "cases.example"], "kg users add"),
    ],
)
def test_where_others_reach_it_names_tls_and_users_are_demanded(
    kg: Kg, sample_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], said: str
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    result = kg("explore", "--no-browser", *options, workspace=sample_workspace)
    assert result.exit_code == 1 and said in str(result.exception)


def test_a_port_in_use_is_said(kg: Kg, sample_workspace: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = kg("explore", "--no-browser", "--port", port, workspace=sample_workspace)
    assert result.exit_code == 1 and "--port" in str(result.exception)


_TOGETHER = """
import sys, threading
from explorer.server import prepare
from queries.catalogue import load_query
prepare()
sys.setswitchinterval(1e-6)
threads = [threading.Thread(target=load_query, args=("tried_together",)) for _ in range(6)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""


def test_requests_at_once_do_not_end_the_server() -> None:
    """Without ``prepare``, one run in six or so ends with a segmentation fault in msgspec."""
    done = subprocess.run([sys.executable, "-c", _TOGETHER], cwd=ROOT, check=False, capture_output=True)
    assert done.returncode == 0
