"""Signing in on a server that others reach, in the browser: a form, TLS, and out again."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from explorer.security.users import add_user
from tests.conftest import ROOT
from tests.explorer.browser.conftest import PATIENCE, RUN

NAME, PASSWORD = "Orvane", "a long pass phrase of words"


@pytest.fixture
def open_to_others(sample_workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server with TLS and one user."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    add_user(NAME, PASSWORD)
    certificate, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    making = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "2"]
    subprocess.run([*making, "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", RUN, "-w", str(sample_workspace), "explore", "--no-browser", "--name", "localhost"]
    command += ["--port", str(port), "--certificate", str(certificate), "--key", str(key)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, env=dict(os.environ)) as process:
        assert process.stderr is not None
        found = re.search(r"https://\S+", process.stderr.readline())
        assert found, process.stderr.read()
        yield found[0]
        process.send_signal(signal.SIGINT)
        process.wait(30)


def test_a_user_signs_in_and_out(browser: Browser, open_to_others: str) -> None:
    with browser.new_context(ignore_https_errors=True, locale="en-GB") as context:
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(open_to_others)
        page.get_by_label("Name").fill(NAME)
        page.get_by_label("Password").fill("wrong")
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("alert")).to_contain_text("wrong")
        page.get_by_label("Name").fill(NAME)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        expect(page.locator(".block").first).to_be_visible()
        cookie = context.cookies()[0]
        assert cookie["httpOnly"] and cookie["secure"] and cookie["sameSite"] == "Strict"
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_label("Password")).to_be_visible()
        page.goto(open_to_others)
        expect(page.get_by_label("Password")).to_be_visible()
