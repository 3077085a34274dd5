"""Search, the canvas and the evidence panel, as a person uses them."""

from pathlib import Path

from playwright.sync_api import expect

from tests.explorer.browser.conftest import Open


def test_a_person_is_found_shown_and_expanded(sample_workspace: Path, open_page: Open) -> None:
    visit = open_page(sample_workspace)
    page = visit.page
    page.locator("#search").fill("Talidor")
    expect(page.locator(".hit mark").first).to_contain_text("Talidor")
    page.keyboard.press("Enter")
    panel = page.locator(".panel")
    expect(panel.locator("h2")).to_have_text("Talidora Ilvane")
    # Every fact of a report shows the words that it rests on.
    facts = panel.locator(".fact:not(:has(a:text-is('Read the entry')))")
    expect(facts.first).to_be_visible()
    assert facts.count() > 10
    assert facts.filter(has=page.locator(".quote mark")).count() == facts.count()

    panel.get_by_role("tab", name="Connections").click()
    events = panel.locator(".neighbours button").filter(has_text="involved in")
    counted = int(events.locator(".count").inner_text())
    assert counted > 3
    events.click()
    expect(page.locator(".legend-kind").filter(has_text="event").locator(".count")).to_have_text(str(counted))
    page.keyboard.press("Control+z")
    expect(page.locator(".legend-kind").filter(has_text="event")).to_have_count(0)
    page.keyboard.press("Control+Shift+z")
    expect(page.locator(".toolbar")).to_contain_text(f"{counted + 1} items")

    # The legend hides a kind; the table has what the picture has.
    page.keyboard.press("t")
    things = page.locator(".network-table table").first.locator("tbody tr")
    expect(things).to_have_count(counted + 1)
    page.keyboard.press("t")
    page.locator(".legend-kind").filter(has_text="event").click()
    page.keyboard.press("t")
    expect(things).to_have_count(1)


def test_a_line_shows_the_words_it_rests_on(sample_workspace: Path, open_page: Open) -> None:
    visit = open_page(sample_workspace)
    page = visit.page
    visit.search("Talidora")
    page.get_by_role("tab", name="Connections").click()
    page.locator(".neighbours button").filter(has_text="received").click()
    page.keyboard.press("t")
    page.locator(".network-table table").nth(1).locator("tbody button").first.click()
    expect(page.locator(".panel .kind")).to_have_text("Connection")
    expect(page.locator(".panel .fact mark").first).to_be_visible()


def test_the_keyboard_is_enough(sample_workspace: Path, open_page: Open) -> None:
    page = open_page(sample_workspace).page
    page.keyboard.press("/")
    page.keyboard.type("Talidora")
    page.locator(".hit[role=option]").first.wait_for()
    page.keyboard.press("Enter")
    page.locator(".panel .fact").first.wait_for()
    page.keyboard.press("e")
    page.locator(".menu .neighbours button").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".menu")).to_have_count(0)
    expect(page.locator(".legend-kind").nth(1)).to_be_visible()
    page.keyboard.press("h")
    expect(page.locator(".toolbar")).to_contain_text("1 hidden")
    page.keyboard.press("g")
    page.keyboard.press("q")
    expect(page.locator(".rail-link[aria-current=page]")).to_have_text("Questions")


def test_the_period_filters_what_is_on_the_canvas(sample_workspace: Path, open_page: Open) -> None:
    visit = open_page(sample_workspace)
    page = visit.page
    visit.search("Talidora")
    page.get_by_role("tab", name="Connections").click()
    page.locator(".neighbours button").filter(has_text="involved in").click()
    page.locator(".legend-kind").filter(has_text="event").wait_for()
    before = page.locator(".toolbar .quiet").inner_text()
    page.get_by_label("Until", exact=True).fill("2031-03-10")
    page.get_by_label("Until", exact=True).blur()
    expect(page.locator(".toolbar .quiet")).not_to_have_text(before)
    page.get_by_role("button", name="All time").click()
    expect(page.locator(".toolbar .quiet")).to_have_text(before)


def test_a_false_fact_is_marked_and_the_picture_changes(own_workspace: Path, open_page: Open) -> None:
    visit = open_page(own_workspace)
    page = visit.page
    visit.search("Talidora")
    page.get_by_role("tab", name="Connections").click()
    page.locator(".neighbours button").filter(has_text="received").click()
    sanctions = page.locator(".legend-kind").filter(has_text="sanction").locator(".count")
    before = int(sanctions.inner_text())
    page.get_by_role("tab", name="Facts").click()
    fine = page.locator(".fact[data-fact^=sanction]").first
    fine.get_by_role("button", name="Wrong").click()
    page.get_by_label("Why?").fill("It was a different journalist.")
    page.get_by_role("button", name="Mark as wrong").click()
    expect(page.locator(".messages")).to_contain_text("Marked as wrong", timeout=90_000)
    expect(sanctions).to_have_text(str(before - 1))
    page.locator(".messages").get_by_role("button", name="Undo").click()
    expect(page.locator(".messages")).to_contain_text("Undone", timeout=90_000)
    page.get_by_role("tab", name="Connections").click()
    page.locator(".neighbours button").filter(has_text="received").locator(".count").wait_for()
    expect(page.locator(".neighbours button").filter(has_text="received").locator(".count")).to_have_text(str(before))


def test_a_canvas_is_saved_opened_by_its_link_and_exported(own_workspace: Path, open_page: Open) -> None:
    visit = open_page(own_workspace)
    page = visit.page
    visit.search("Talidora")
    page.get_by_role("tab", name="Connections").click()
    page.locator(".neighbours button").filter(has_text="received").click()
    page.get_by_role("button", name="Add a note").click()
    page.locator(".own-note-text").fill("Ask her lawyer.")
    page.locator(".panel h2").click()
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_label("Name").fill("The journalist")
    page.locator("dialog").get_by_role("button", name="Save").click()
    expect(page.locator(".messages")).to_contain_text("Saved as")
    items = page.locator(".toolbar .quiet").inner_text()

    page.goto("about:blank")
    page.goto(f"{visit.own}/#/canvas/The%20journalist")
    expect(page.locator(".toolbar .quiet")).to_have_text(items)
    page.get_by_role("button", name="Export").click()
    for picture in ("svg", "png", "graphml"):
        page.get_by_label("Format").select_option(picture)
        with page.expect_download() as download:
            page.locator("dialog").get_by_role("button", name="Export").click()
        content = download.value.path().read_bytes()
        assert {"svg": b"<svg", "png": b"\x89PNG", "graphml": b"<?xml"}[picture] in content[:60]
        if picture == "svg":
            assert b"Talidora" in content
        if picture != "graphml":
            page.get_by_role("button", name="Export").click()
    visit.go("investigations")
    expect(page.locator(".saved")).to_contain_text("The journalist")
