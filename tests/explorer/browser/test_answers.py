"""What an investigator who never read a manual asks of the page, answered in the page alone, with the words."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.explorer.browser.conftest import Open


def pick(page: Page, label: str, words: str) -> None:
    """Choose a thing in a field of a form."""
    page.get_by_label(label, exact=True).or_(page.locator(f"#{label}")).first.fill(words)
    page.locator(".hit[role=option]").first.wait_for()
    page.keyboard.press("Enter")


def ask(page: Page, title: str) -> None:
    """Open a saved question by its card."""
    page.locator('.rail a[href="#/questions"]').click()
    page.get_by_label("Filter questions").fill(title)
    page.locator(".card").filter(has_text=title).first.click()


def test_who_was_tried_together_with_somebody(sample_workspace: Path, open_page: Open) -> None:
    page = open_page(sample_workspace).page
    ask(page, "Tried together")
    table = page.locator(".answer-table")
    page.get_by_role("tab", name="Table").click()
    row = table.locator("tr").filter(has_text="Thennor")
    expect(row).to_contain_text("Ashgavel")
    row.get_by_role("button", name="Show the words").click()
    expect(page.locator(".row-words mark").first).to_be_visible()


def test_who_was_held_in_a_facility_and_when(sample_workspace: Path, open_page: Open) -> None:
    page = open_page(sample_workspace).page
    ask(page, "Held in one facility")
    pick(page, "field-facility", "VT-40")
    page.get_by_role("button", name="Ask", exact=True).click()
    page.get_by_role("tab", name="Table").click()
    rows = page.locator(".answer-table tbody tr")
    expect(rows.filter(has_text="Halmuvel Oswen")).to_contain_text(re.compile(r"\d+ \w{3} 2031"))


def test_how_two_are_connected_and_what_says_so(sample_workspace: Path, open_page: Open) -> None:
    visit = open_page(sample_workspace)
    page = visit.page
    visit.go("paths")
    pick(page, "path-from", "Thennor")
    pick(page, "path-to", "Narroweth Dathan")
    path = page.locator(".path").first
    expect(path.locator(".quote mark").first).to_be_visible()
    path.get_by_role("button", name="Show on the canvas").click()
    expect(page.locator(".legend-kind").filter(has_text="person")).to_be_visible()


def test_what_is_new_and_who_is_behind_bars(sample_workspace: Path, open_page: Open) -> None:
    page = open_page(sample_workspace).page
    new = page.locator(".block").filter(has_text="What the last report brought")
    new.get_by_role("button", name="Show the words").first.click()
    expect(new.locator(".quote mark").first).to_be_visible()
    held = page.locator(".block.held")
    expect(held.locator("tbody tr").first).to_be_visible()
    held.locator("tbody button").first.click()
    expect(page.locator(".legend-kind").first).to_be_visible()


def test_a_report_is_read_with_its_facts_marked(sample_workspace: Path, open_page: Open) -> None:
    visit = open_page(sample_workspace)
    page = visit.page
    visit.go("reading")
    page.locator(".reports .card").filter(has_text="April 2031").click()
    page.locator(".printed").nth(1).locator(".fact-mark.Person").first.click()
    expect(page.locator(".panel h2")).to_contain_text("Estridor Lomar")
    expect(page.get_by_text("What was not read")).to_be_visible()


def test_a_question_of_the_review_is_answered_by_keyboard_and_taken_back(own_workspace: Path, open_page: Open) -> None:
    visit = open_page(own_workspace)
    page = visit.page
    visit.go("review")
    page.locator(".pair").wait_for(timeout=90_000)
    page.keyboard.press("n")
    expect(page.locator(".messages")).to_contain_text("Kept apart", timeout=90_000)
    expect(page.locator(".empty")).to_be_visible(timeout=90_000)
    page.locator(".messages").get_by_role("button", name="Undo").click()
    page.locator(".pair").wait_for(timeout=60_000)
