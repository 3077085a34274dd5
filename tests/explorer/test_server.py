"""``kg explore`` as it runs: a process that answers a browser and stops at Ctrl-C."""

import http.client
import re
import signal
import subprocess
import sys
from pathlib import Path

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


def test_no_address_that_others_reach_is_listened_on(kg: Kg, sample_workspace: Path) -> None:
    result = kg("explore", "--no-browser", "--host", "0.0.0.0", workspace=sample_workspace)
    assert result.exit_code == 1 and "other machines" in str(result.exception)
