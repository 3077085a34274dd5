"""Pictures of each main view, on the bundled sample: ``python -m tests.explorer.browser.screenshots [FOLDER]``."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.conftest import ROOT, SAMPLE
from tests.explorer.browser.conftest import CHROMIUM, FLAGS, RUN, Visit, open_session, served, visited

SIZES = {"": (1280, 720), "-large": (1920, 1080)}
README = ("explorer-canvas.png", "explorer-start.png", "explorer-reading.png")
VIEWS = ("start", "questions", "reading", "review")


def main() -> None:
    """Make the pictures, ``explorer-VIEW.png``, in a folder; if none is named, renew those of the README as well."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / ".cache" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    make_pictures(folder)
    if len(sys.argv) == 1:
        for name in README:
            shutil.copyfile(folder / name, ROOT / "docs" / "images" / name)


def make_pictures(folder: Path) -> None:
    """Take in the sample and go through the explorer at both sizes."""
    with tempfile.TemporaryDirectory() as temporary:
        workspace = Path(temporary) / "casefile"
        command = [sys.executable, "-c", RUN, "-w", str(workspace), "ingest", str(SAMPLE)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        with sync_playwright() as playwright, served(workspace) as address:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=FLAGS)
            own, cookies = open_session(browser, address)
            for suffix, (width, height) in SIZES.items():
                with visited(browser, own, cookies) as visit:
                    visit.page.set_viewport_size({"width": width, "height": height})
                    take(visit, folder, suffix)
            browser.close()


def take(visit: Visit, folder: Path, suffix: str) -> None:
    """Go through the views at one size, and picture each."""
    page = visit.page
    page.set_default_timeout(60_000)

    def picture(name: str) -> None:
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(800)
        page.screenshot(path=folder / f"explorer-{name}{suffix}.png")

    for view in VIEWS:
        visit.go(view)
        picture(view)
    visit.go("reading")
    page.locator(".reports .card").first.click()
    page.locator(".fact-mark").nth(3).click()
    picture("reading")
    for name, question in (("question", "held_in_facility"), ("map", "acts_by_place")):
        page.goto(f"{visit.own}/#/questions/{question}")
        page.locator(".answer").wait_for()
        picture(name)
    visit.search("Talidora")
    page.locator(".panel .fact").first.wait_for()
    page.get_by_role("tab", name="Connections").click()
    for words in ("received", "faces", "party to", "represents", "affiliated"):
        page.locator(".neighbours button").filter(has_text=words).first.click()
        page.wait_for_timeout(700)
    page.get_by_role("tab", name="Facts").click()
    picture("canvas")


if __name__ == "__main__":
    main()
