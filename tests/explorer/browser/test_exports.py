"""A canvas leaves the page as a file: under a profile, with a bar and a way to stop it."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.explorer.browser.conftest import Open, Visit

NAME = "Talidora"
SHARP = 2
"""Pixels of a PNG for each unit of the SVG that it is made of."""


def show_somebody(visit: Visit) -> None:
    """Put a person and their sanctions on the canvas."""
    visit.search(NAME)
    visit.page.get_by_role("tab", name="Connections").click()
    visit.page.locator(".neighbours button").filter(has_text="received").click()
    visit.page.locator(".legend-kind").filter(has_text="sanction").wait_for()


def choose(page: Page, format: str, profile: str) -> Any:
    """Fill the form; gives its button."""
    page.get_by_role("button", name="Export").click()
    page.get_by_label("Format").select_option(format)
    page.get_by_label("Who may see what").select_option(profile)
    return page.locator("dialog[open]").get_by_role("button", name="Export")


@pytest.mark.parametrize(("profile", "named"), [("full", True), ("public", False)])
def test_a_png_is_the_picture_that_the_profile_lets_out(
    profile: str, named: bool, sample_workspace: Path, open_page: Open
) -> None:
    visit = open_page(sample_workspace)
    page = visit.page
    show_somebody(visit)
    button = choose(page, "png", profile)
    expect(page.locator("dialog[open]")).to_contain_text("names that the profile lets out")
    with page.expect_response(re.compile(r"/api/jobs/\w+/file")) as answered, page.expect_download() as download:
        button.click()
    svg = page.evaluate("async (address) => (await fetch(address)).text()", answered.value.url)
    assert (NAME in svg) is named
    drawn = re.match(r'<svg[^>]* viewBox="\S+ \S+ (\S+) (\S+)"', svg)
    picture = Image.open(io.BytesIO(download.value.path().read_bytes()))
    assert download.value.suggested_filename == "canvas.png" and picture.format == "PNG" and drawn
    assert picture.size == tuple(round(float(side) * SHARP) for side in drawn.groups())
    assert len(picture.convert("RGB").getcolors(1_000_000) or []) > 20
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_a_picture_of_the_screen_says_that_no_profile_protects_it(sample_workspace: Path, open_page: Open) -> None:
    visit = open_page(sample_workspace)
    page = visit.page
    show_somebody(visit)
    button = choose(page, "svg", "screen")
    expect(page.locator("dialog[open] .warning")).to_contain_text("No profile protects them")
    with page.expect_download() as download:
        button.click()
    assert NAME in download.value.path().read_text(encoding="utf-8")
    # What the server makes is always under a profile.
    page.get_by_role("button", name="Export").click()
    page.get_by_label("Format").select_option("html")
    options = page.get_by_label("Who may see what").locator("option").evaluate_all("all => all.map(one => one.value)")
    assert options == ["partner", "public", "full"]


def test_an_export_shows_how_far_it_is_and_can_be_stopped(sample_workspace: Path, open_page: Open) -> None:
    visit = open_page(sample_workspace)
    page = visit.page
    show_somebody(visit)
    button = choose(page, "html", "partner")
    begun = []
    page.on("response", lambda answer: begun.append(answer) if answer.url.endswith("/api/exports") else None)
    button.click()
    bar = page.locator("dialog[open] progress")
    # Its steps are tests/explorer/api's: a small file may be written before the page asks how far it is.
    expect(bar).to_be_visible()
    with page.expect_response(lambda answer: answer.request.method == "DELETE") as ended:
        page.locator("dialog[open]").get_by_role("button", name="Cancel").click()
    assert ended.value.json()["state"] == "cancelled" and ended.value.json()["id"] == begun[0].json()["id"]
    expect(page.locator(".messages")).to_contain_text("No file was made")
    expect(bar).to_have_count(0)
    # The form stays, and makes the file the next time.
    with page.expect_download() as download:
        page.locator("dialog[open]").get_by_role("button", name="Export").click()
    assert NAME in download.value.path().read_text(encoding="utf-8")


def test_closing_the_form_stops_the_export(sample_workspace: Path, open_page: Open) -> None:
    visit = open_page(sample_workspace)
    page = visit.page
    show_somebody(visit)
    choose(page, "graphml", "full").click()
    expect(page.locator("dialog[open] progress")).to_be_visible()
    with page.expect_response(lambda answer: answer.request.method == "DELETE") as ended:
        page.keyboard.press("Escape")
    assert ended.value.json()["state"] == "cancelled"
