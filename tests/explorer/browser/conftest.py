"""`kg explore` in Debian's Chromium, as a person uses it. Every request that a page makes is noted."""

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from explorer.build import read_digest
from tests.conftest import ROOT, SAMPLE
from tests.explorer.browser.subjects import Named

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 30_000
"""Milliseconds: machines that run tests are busy."""
expect.set_options(timeout=PATIENCE)
RUN = "from kg.cli import run; run()"
HOSTILE = (
    '<script>window.injected = "script"</script><img src="/x" onerror="window.injected = \'onerror\'">'
    "<svg onload=\"window.injected = 'onload'\"></svg> \u202eesrever\u202c \u200bzero\u200dwidth\ufeff {{7*7}} ${7*7}"
)
"""What must do nothing, wherever it stands in a report."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip, by name, where there is no Chromium or no built page."""
    reason = "" if CHROMIUM else "there is no chromium"
    reason = reason or ("" if read_digest() else "the page is not built: python -m explorer.build")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if reason:
                item.add_marker(pytest.mark.skip(reason=reason))


@dataclass
class Visit:
    """An open page, and what it asked for and complained of."""

    page: Page
    own: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def search(self, words: str) -> None:
        """Type into the search box and take the first hit."""
        self.page.locator("#search").fill(words)
        self.page.locator(".hit[role=option]").first.wait_for()
        self.page.keyboard.press("Enter")

    def search_for(self, thing: Named) -> None:
        """Type the name of a thing into the search box, and take the hit that is it."""
        self.page.locator("#search").fill(thing.name)
        self._take(thing)
        self.page.locator(".panel h2").wait_for()

    def show_acts_of(self, named: Named) -> None:
        """Put somebody on the canvas with the acts in which they stand."""
        self.search_for(named)
        self.page.get_by_role("tab", name="Connections").click()
        self.page.locator(".neighbours button").filter(has_text="involved in").first.click()
        self.page.locator(".legend-kind").filter(has_text="event").wait_for()

    def pick(self, field: str, thing: Named) -> None:
        """Choose a thing in a field of a form."""
        self.page.locator(f"#{field}").fill(thing.name)
        self._take(thing)

    def _take(self, thing: Named) -> None:
        hit = self.page.locator(f'.hit[role=option][data-thing="{thing.id}"]')
        hit.wait_for()
        hit.click()

    def go(self, view: str) -> None:
        """Follow a link of the navigation."""
        self.page.locator(f'.rail a[href="#/{view}"]').click()

    @property
    def foreign(self) -> list[str]:
        """Addresses asked for that are not the server's own."""
        return [url for url in self.requests if not url.startswith((self.own, "data:", "blob:"))]


@contextmanager
def served(workspace: Path) -> Iterator[str]:
    """The address that ``kg explore`` prints."""
    command = [sys.executable, "-c", RUN, "-w", str(workspace), "explore", "--no-browser"]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"http://\S+", process.stderr.readline())
        assert found, process.stderr.read()
        try:
            yield found[0]
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(20)


Session = tuple[str, list[Any]]
"""A server's own address, and the cookie that its token was exchanged for."""


def open_session(browser: Browser, address: str) -> Session:
    """Open the address that can be opened once."""
    with browser.new_context() as context:
        context.new_page().goto(address, wait_until="commit")
        cookies = list(context.cookies())
    return address.partition("/?")[0], cookies


@contextmanager
def visited(browser: Browser, own: str, cookies: list[Any]) -> Iterator[Visit]:
    """A page at 1280 × 720 in a browser's session."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="en-GB", reduced_motion="reduce")
    context.add_cookies(cookies)
    page = context.new_page()
    visit = Visit(page, own)
    page.on("request", lambda request: visit.requests.append(request.url))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on("console", lambda said: visit.complaints.append(said.text) if said.type == "error" else None)
    page.set_default_timeout(PATIENCE)
    page.goto(own)
    page.locator(".covered").wait_for()
    yield visit
    context.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
        yield started
        started.close()


Open = Callable[[Path], Visit]


@pytest.fixture(scope="session")
def servers() -> Iterator[ExitStack]:
    """The servers that run until the end of the tests."""
    with ExitStack() as running:
        yield running


@pytest.fixture(scope="session")
def sessions() -> dict[Path, Session]:
    """The session of each workspace that is served."""
    return {}


@pytest.fixture
def open_page(browser: Browser, servers: ExitStack, sessions: dict[Path, Session]) -> Iterator[Open]:
    """Opens the explorer on a workspace. At the end nothing was asked of others, and nothing went wrong."""
    with ExitStack() as stack:
        visits = []

        def opening(workspace: Path) -> Visit:
            if workspace not in sessions:
                sessions[workspace] = open_session(browser, servers.enter_context(served(workspace)))
            own, cookies = sessions[workspace]
            visits.append(stack.enter_context(visited(browser, own, cookies)))
            return visits[-1]

        yield opening
    for visit in visits:
        assert visit.foreign == [] and visit.complaints == []


@pytest.fixture(scope="session")
def hostile_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of a report with hostile text in its title, names, words, places and sources."""
    folder = tmp_path_factory.mktemp("hostile")
    text = (SAMPLE / "2031-03.txt").read_text(encoding="utf-8")
    text = text.replace("was detained at the tram depot", f"was detained {HOSTILE} at the tram depot")
    text = text.replace("Talidora Ilvane, a journalist", "Talidora \u202eIlvane\u202c\u200b, a journalist")
    for words in ("the Harbour district court", "journalist I. Talidora", "March 9, Marenth"):
        text = text.replace(words, f"{words} {HOSTILE}")
    text = re.sub(r"(\[3\] ?)https?://\S+", r"\1javascript:window.injected='link'", text)
    (folder / "2031-03.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-c", RUN, "-w", str(folder / "casefile"), "ingest", str(folder / "2031-03.txt")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder / "casefile"


@pytest.fixture(scope="session", params=["sample", pytest.param("real", marks=pytest.mark.shared)])
def explored(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, and the real reports where they are: what a person does holds on both."""
    given: Path = request.getfixturevalue(f"{request.param}_workspace")
    return Path(shutil.copytree(given, tmp_path_factory.mktemp(f"explored-{request.param}") / "casefile"))


@pytest.fixture
def own_explored(explored: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return Path(shutil.copytree(explored, tmp_path / "casefile"))
