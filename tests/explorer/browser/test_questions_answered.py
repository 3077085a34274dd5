"""The five questions of an investigator who never read a manual, answered in the page alone, on both workspaces."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.explorer.browser.conftest import Open
from tests.explorer.browser.subjects import ask, fullest_facility, most_targeted, tried_together

DAY = re.compile(r"\d{1,2} \w{3,4} \d{4}")


def test_who_was_tried_together_with_a_person(explored: Path, open_page: Open) -> None:
    visit = open_page(explored)
    page = visit.page
    one, other = tried_together(page)
    visit.search_for(one)
    page.locator(".panel .ask-about").get_by_role("link", name="Tried together").click()
    rows = page.locator(".answer-table tbody tr")
    expect(rows.filter(has_text=other.name).first).to_be_visible()
    assert rows.filter(has_text=one.name).count() == rows.count() > 0
    rows.filter(has_text=other.name).first.get_by_role("button", name="Show the words").click()
    expect(page.locator(".row-words mark").first).to_be_visible()


def test_who_was_held_in_a_facility_and_when(explored: Path, open_page: Open) -> None:
    visit = open_page(explored)
    page = visit.page
    facility = fullest_facility(page)
    visit.search_for(facility)
    page.locator(".panel .ask-about").get_by_role("link", name="Held in one facility").click()
    page.get_by_role("tab", name="Table").click()
    rows = page.locator(".answer > .answer-table tbody tr")
    expect(rows.first).to_contain_text(DAY)
    rows.first.get_by_role("button", name="Show the words").click()
    expect(page.locator(".row-words mark").first).to_be_visible()
    listed = ask(page, f"queries/held_in_facility/answer?facility={facility.id}")["rows"]
    assert page.locator(".answer > .answer-table tbody tr:not(.row-words)").count() == len(listed) > 0


def test_how_two_are_connected_and_what_says_so(explored: Path, open_page: Open) -> None:
    visit = open_page(explored)
    page = visit.page
    one, other = tried_together(page)
    visit.search_for(one)
    page.get_by_role("button", name="Find a path").click()
    expect(page.locator("#path-from")).to_have_value(one.name)
    visit.pick("path-to", other)
    path = page.locator(".path").first
    expect(path).to_be_visible()
    steps = path.locator(".path-steps > li")
    assert steps.count() > 0
    for step in steps.all():
        expect(step.locator(".quote mark").first).to_be_visible()
    path.get_by_role("button", name="Show on the canvas").click()
    expect(page.locator(".legend-kind").first).to_be_visible()


def test_what_is_new_this_month(explored: Path, open_page: Open) -> None:
    page = open_page(explored).page
    new = page.locator(".block").filter(has_text="What the last report brought")
    expect(new.locator(".block-head")).to_contain_text(DAY)
    for line in new.locator(".told").all()[:5]:
        line.get_by_role("button", name="Show the words").click()
        expect(line.locator(".quote mark").first).to_be_visible()
    name = new.locator(".told-what button").first
    who = name.inner_text()
    name.click()
    expect(page.locator(".panel h2")).to_have_text(who)


def test_who_is_behind_bars_today(explored: Path, open_page: Open) -> None:
    page = open_page(explored).page
    held = page.locator(".block.held")
    expect(held.locator(".block-head")).to_contain_text(DAY)
    expect(held.locator("tbody tr").first).to_be_visible()
    held.locator("tbody button").first.click()
    expect(page.locator(".legend-kind").filter(has_text="person")).to_be_visible()
    page.locator('.rail a[href="#/start"]').click()
    held.get_by_role("link", name="Show all").click()
    page.get_by_role("tab", name="Table").click()
    rows = page.locator(".answer > .answer-table tbody tr")
    expect(rows.first).to_be_visible()
    rows.first.get_by_role("button", name="Show the words").click()
    expect(page.locator(".row-words mark").first).to_be_visible()


def test_a_false_fact_is_marked_as_wrong_and_the_picture_changes(own_explored: Path, open_page: Open) -> None:
    visit = open_page(own_explored)
    page = visit.page
    visit.show_acts_of(most_targeted(page))
    events = page.locator(".legend-kind").filter(has_text="event").locator(".count")
    before = int(events.inner_text())
    page.get_by_role("tab", name="Facts").click()
    fact = page.locator(".fact[data-fact^=event]").first
    fact.get_by_role("button", name="Wrong").click()
    page.get_by_role("button", name="Mark as wrong").click()
    expect(page.locator(".messages")).to_contain_text("Marked as wrong", timeout=120_000)
    expect(events).to_have_text(str(before - 1))
    page.locator(".messages").get_by_role("button", name="Undo").click()
    expect(page.locator(".messages")).to_contain_text("Undone", timeout=120_000)
