"""Whatever stands in a report: nothing of it runs, nothing is asked of others, and leaving needs a word."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from explorer.build import WORK
from tests.explorer.browser.conftest import Open

AXE = WORK / "node_modules" / "axe-core" / "axe.min.js"


VIEWS = ("start", "questions", "questions/acts_by_place", "questions/held_in_facility", "questions/cypher", "paths")
VIEWS += ("reading", "reading/2031-03", "review", "review/facts", "investigations")
"""Addresses of every view but the canvas."""


def test_hostile_textdoes_nothing(hostile_workspace: Path, open_page: Open) -> None:
    visit = open_page(hostile_workspace)
    page = visit.page
    visit.search("Talidora")
    page.locator(".panel .fact").first.wait_for()
    page.keyboard.press("t")
    assert "<script>" in page.locator(".panel").inner_text()
    does_nothing(page)
    page.locator("#search").fill("onerror")
    page.locator(".hit").first.wait_for()
    does_nothing(page)
    for view in VIEWS:
        page.goto(f"{visit.own}/#/{view}")
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(300)
        does_nothing(page)
    page.goto(f"{visit.own}/#/reading/2031-03")
    assert "<script>" in page.locator(".report").inner_text()


def does_nothing(page: Page) -> None:
    """Nothing hostile ran, nothing became an element or a link, and the layout is whole."""
    assert page.evaluate("window.injected") is None
    assert page.locator("main script, main img, main svg[onload], .hits img, .hits script").count() == 0
    assert page.locator('a[href^="javascript"]').count() == 0
    wide = "document.documentElement.scrollWidth <= innerWidth && document.body.scrollWidth <= innerWidth"
    assert page.evaluate(wide), "the layout is broken"
    inside = (
        "[...document.querySelectorAll('.question-form *')].every((e) => e.getBoundingClientRect().right <= innerWidth)"
    )
    assert page.evaluate(inside), "a field leaves its form"


def test_a_source_is_opened_after_a_warning_alone(sample_workspace: Path, open_page: Open) -> None:
    visit = open_page(sample_workspace)
    page = visit.page
    visit.search("Talidora")
    page.locator(".panel .source").first.click()
    dialog = page.locator("dialog[open]")
    expect(dialog).to_contain_text("can see that you opened this address")
    expect(dialog.locator(".address")).to_contain_text("https://")
    dialog.get_by_role("button", name="Stay here").click()
    expect(page.locator("dialog[open]")).to_have_count(0)
    assert len(page.context.pages) == 1


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: python -m explorer.build --types")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_is_out_of_reach(theme: str, sample_workspace: Path, open_page: Open) -> None:
    visit = open_page(sample_workspace)
    page = visit.page
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    # The page's policy allows no script but its own; the browser itself may run this one.
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = []
    for view in VIEWS:
        page.goto(f"{visit.own}/#/{view}")
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(400)
        found += [f"{view}: {each}" for each in _serious(page)]
    visit.search("Talidora")
    page.locator(".panel .fact").first.wait_for()
    found += [f"canvas: {each}" for each in _serious(page)]
    page.get_by_role("tab", name="Time").click()
    page.locator(".lane").wait_for()
    found += [f"lane: {each}" for each in _serious(page)]
    page.get_by_role("button", name="Export").click()
    found += [f"dialog: {each}" for each in _serious(page)]
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    found += [f"table: {each}" for each in _serious(page)]
    assert found == []


def _serious(page: Page) -> list[str]:
    asked = "axe.run(document, { resultTypes: ['violations'] })"
    violations = page.evaluate(asked)["violations"]
    return [
        f"{each['id']} {each['nodes'][0]['target']}" for each in violations if each["impact"] in ("serious", "critical")
    ]
