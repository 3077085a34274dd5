"""The canvas in Chromium: ``python -m benchmarks.explorer.canvas [THINGS ...] [--own] [--workspace FOLDER]``.

On a made workspace (``large_report.py``), or a copy of a given one: seconds until so many things (1000 and 5000) are on
the screen and at rest, and the milliseconds of a frame while the picture is dragged and while the wheel zooms. Beside
it, in the same browser and the same run, the plain pyvis page of the same graph (``pip install pyvis``; BSD-3), which
takes minutes, and in the last column how many times as long that takes. The limits for 1,000 things on two cores: 3
seconds to rest, 33 milliseconds a frame while dragging.
"""

import argparse
import importlib
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.large_report import make_text
from tests.explorer.browser.conftest import CHROMIUM, FLAGS, RUN, Session, open_session, served

SIZES = (1000, 5000)
MEGABYTES = 0.5
VIEW = {"width": 1280, "height": 720}
LINKS = (
    "MATCH (a:Person)-[r:INVOLVED_IN|PARTY_TO|FACES|RECEIVED|IN_CUSTODY]->(b) "
    "RETURN a.id AS a, b.id AS b ORDER BY a, b SKIP {skip} LIMIT 900"
)
FRAMES = """() => { window.frames_ = []; let last = performance.now();
  const step = (now) => { frames_.push(now - last); last = now; window.going_ = requestAnimationFrame(step); };
  window.going_ = requestAnimationFrame(step); }"""
ASKING = """async ([method, path, body]) => {
  const headers = { "content-type": "application/json" };
  const answer = await fetch(path, { method, body: JSON.stringify(body), headers });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.status === 204 ? null : await answer.json(); }"""
RESTED = "network.once('stabilizationIterationsDone', () => { window.rested = true; }), true"
TAKEN = "() => { cancelAnimationFrame(going_); return frames_.slice(1); }"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("things", nargs="*", type=int, default=SIZES)
    parser.add_argument("--own", action="store_true", help="without pyvis, which takes minutes")
    parser.add_argument("--workspace", type=Path, help="a workspace to take the things from")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        workspace = make_workspace(Path(folder), asked.workspace)
        with served(workspace) as address:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
            session = open_session(browser, address)
            for size in asked.things or SIZES:
                compare(browser, session, size, None if asked.own else Path(folder))
            browser.close()


def make_workspace(folder: Path, given: Path | None) -> Path:
    """A workspace that may be changed: a copy of a given one, or a made one."""
    workspace = folder / "casefile"
    if given:
        return Path(shutil.copytree(given, workspace))
    (folder / "2031-03.txt").write_text(make_text(MEGABYTES), encoding="utf-8")
    command = [sys.executable, "-c", RUN, "-w", str(workspace), "ingest", str(folder / "2031-03.txt")]
    subprocess.run(command, check=True, capture_output=True)
    return workspace


@contextmanager
def opened(browser: Browser, session: Session) -> Iterator[Page]:
    """A page of the explorer."""
    own, cookies = session
    with browser.new_context(viewport=VIEW, reduced_motion="reduce") as context:
        context.add_cookies(cookies)
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.goto(own)
        page.locator(".covered").wait_for()
        yield page


def compare(browser: Browser, session: Session, size: int, folder: Path | None) -> None:
    """Measure both pages on a canvas of one size, and print. Without a folder, only the explorer's."""
    with opened(browser, session) as page:
        network = choose(page, size)
        ours = measure_own(page, network)
    print(f"\n{len(network['things'])} things, {len(network['lines'])} lines")
    theirs = measure_pyvis(browser, network, folder) if folder else {}
    print(f"{'':<40}{'explorer':>10}{'pyvis':>10}{'ratio':>8}")
    for name, value in ours.items():
        other = theirs.get(name)
        print(f"{name:<40}{value:10.2f}" + (f"{other:10.2f}{other / value:8.1f}" if other else ""), flush=True)


def ask(page: Page, method: str, path: str, body: object) -> Any:
    """Ask the API as the page does."""
    return page.evaluate(ASKING, [method, path, body])


def choose(page: Page, size: int) -> dict[str, Any]:
    """So many things that are connected, person by person, and the lines among them; saved as a canvas."""
    ids: dict[str, None] = {}
    skip = 0
    while len(ids) < size:
        rows = ask(page, "POST", "/api/cypher", {"text": LINKS.format(skip=skip), "parameters": {}})["rows"]
        if not rows:
            sys.exit(f"The workspace has only {len(ids)} connected things.")
        for row in rows:
            ids.update(dict.fromkeys(row))
        skip += len(rows)
    things = list(ids)[:size]
    saved = {"things": things, "positions": {}, "filters": {}, "notes": {}}
    ask(page, "PUT", f"/api/investigations/{size}", saved)
    network: dict[str, Any] = ask(page, "POST", "/api/network", {"ids": things})
    return network


def measure_own(page: Page, network: dict[str, Any]) -> dict[str, float]:
    """Open the saved canvas, which has no places yet, and move it."""
    began = time.perf_counter()
    page.evaluate(f"location.hash = '#/canvas/{len(network['things'])}'")
    page.locator(".stage[data-settled]").wait_for()
    opened_in = time.perf_counter() - began
    settled = float(page.locator(".stage").get_attribute("data-settled") or 0) / 1000
    return {"seconds to rest": settled, "seconds to rest, with the question": opened_in, **move(page)}


def measure_pyvis(browser: Browser, network: dict[str, Any], folder: Path) -> dict[str, float]:
    """The same graph as pyvis draws it unasked."""
    try:
        drawn_by = importlib.import_module("pyvis.network")
    except ModuleNotFoundError:
        print("pyvis is not installed: pip install pyvis")
        return {}
    drawn = drawn_by.Network(height="720px", width="100%", cdn_resources="in_line")
    for thing in network["things"]:
        drawn.add_node(thing["id"], label=thing["label"])
    for line in network["lines"]:
        drawn.add_edge(line["source"], line["target"], title=line["label"])
    path = folder / "pyvis.html"
    path.write_text(drawn.generate_html(), encoding="utf-8")
    with browser.new_context(viewport=VIEW, offline=True) as context:
        page = context.new_page()
        page.set_default_timeout(300_000)
        began = time.perf_counter()
        page.goto(path.as_uri(), wait_until="commit")
        page.wait_for_function(f"window.network && ({RESTED})")
        page.wait_for_function("window.rested", polling=50)
        return {"seconds to rest": time.perf_counter() - began, **move(page)}


def move(page: Page) -> dict[str, float]:
    """Drag the ground to and fro, then zoom. The milliseconds of a frame: 9 of 10 are at most so long."""
    page.wait_for_timeout(1500)
    found = {}
    for name, gesture in (("dragging", drag), ("zooming", zoom)):
        page.evaluate(FRAMES)
        gesture(page)
        frames = [float(each) for each in page.evaluate(TAKEN)]
        found[f"{name}, milliseconds a frame, median"] = sorted(frames)[len(frames) // 2]
        found[f"{name}, milliseconds a frame, 9 of 10"] = quantiles(frames, n=10)[-1]
    return found


def drag(page: Page) -> None:
    page.mouse.move(260, 130)
    page.mouse.down()
    for step in range(90):
        page.mouse.move(260 + 4 * (step % 60), 130 + 2 * (step % 60))
        page.wait_for_timeout(16)
    page.mouse.up()


def zoom(page: Page) -> None:
    page.mouse.move(640, 360)
    for step in range(24):
        page.mouse.wheel(0, -60 if step < 12 else 60)
        page.wait_for_timeout(40)


if __name__ == "__main__":
    main()
