"""``kg explore`` as it runs: a process that answers a browser and stops at Ctrl-C."""

import http.client
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, Kg

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
