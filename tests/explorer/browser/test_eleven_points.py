"""What a person can do on the page, point by point as the issue has them, on the sample and on real reports."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.explorer.browser.conftest import Open
from tests.explorer.browser.subjects import ask, busiest_place, most_targeted, rows, tried_together

STEP = 40
"""Things that one step of expanding brings."""


def test_1_search_marks_the_hit_and_narrows_to_a_kind(explored: Path, open_page: Open) -> None:
    page = open_page(explored).page
    person = most_targeted(page)
    page.locator("#search").press_sequentially(person.name[:6], delay=20)
    expect(page.locator(".hit mark").first).to_contain_text(re.compile(re.escape(person.name[:6]), re.I))
    page.locator("#search").fill("court")
    page.locator(".hit-kinds").get_by_role("button", name="court").click()
    expect(page.locator(".hit[role=option]").first).to_be_visible()
    expect(page.locator(".hit[role=option]").filter(has_not_text="court")).to_have_count(0)
    page.locator(".hit-kinds").get_by_role("button", name="entry").click()
    expect(page.locator(".hit[role=option] .hit-where mark").first).to_contain_text(re.compile("court", re.I))
    page.locator("#search").fill("zzqqxx")
    expect(page.locator(".hit.none")).to_contain_text("Try another spelling")


def test_2_a_thing_is_expanded_by_counts_a_step_at_a_time(explored: Path, open_page: Open) -> None:
    visit = open_page(explored)
    page = visit.page
    place = busiest_place(page)
    ways = ask(page, f"things/{place.id}/neighbours")
    way = next(each for each in ways if each["relationship"] == "LOCATED_IN" and each["kind"] == "Entry")
    visit.search_for(place)
    page.get_by_role("tab", name="Connections").click()
    entries = page.locator(".neighbours button").filter(has_text="entry").filter(has_text="located in")
    expect(entries.locator(".count")).to_have_text(str(way["count"]))
    entries.click()
    shown = page.locator(".legend-kind").filter(has_text="entry").locator(".count")
    expect(shown).to_have_text(str(min(STEP, way["count"])))
    if way["count"] > STEP:
        expect(entries.locator(".count")).to_contain_text("next")
        entries.click()
        expect(shown).to_have_text(str(min(2 * STEP, way["count"])))


def test_2_the_picture_is_hidden_pinned_laid_out_and_taken_back(explored: Path, open_page: Open) -> None:
    visit = open_page(explored)
    page = visit.page
    visit.show_acts_of(most_targeted(page))
    events = page.locator(".legend-kind").filter(has_text="event")
    items = page.locator(".toolbar > .quiet")
    whole = items.inner_text()
    page.keyboard.press("p")
    page.keyboard.press("h")
    expect(page.locator(".toolbar")).to_contain_text("1 hidden")
    page.keyboard.press("Control+z")
    expect(items).to_have_text(whole)
    for layout in ("In layers", "By kind", "By time", "By connections"):
        page.get_by_label("Layout").select_option(layout)
        page.wait_for_timeout(500)
    page.get_by_label("Layout").select_option("By place")
    expect(page.locator(".ground text").first).to_be_visible()
    events.click()
    expect(items).not_to_have_text(whole)
    events.click()
    events.dblclick()
    expect(page.locator(".panel h2")).to_contain_text("items")
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    page.mouse.move(140, 110)
    page.mouse.down()
    for x, y in ((900, 110), (900, 640), (140, 640), (140, 110)):
        page.mouse.move(x, y, steps=4)
    page.mouse.up()
    expect(page.locator(".panel h2")).to_contain_text("items")


def test_3_no_fact_is_without_its_words(explored: Path, open_page: Open) -> None:
    visit = open_page(explored)
    page = visit.page
    visit.search_for(most_targeted(page))
    facts = page.locator(".panel .fact:not(:has(a:text-is('Read the entry')))")
    expect(facts.first).to_be_visible()
    assert facts.filter(has=page.locator(".quote mark")).count() == facts.count() > 3
    page.locator(".panel .source").first.click()
    expect(page.locator("dialog[open]")).to_contain_text("can see that you opened this address")
    page.keyboard.press("Escape")
    assert len(page.context.pages) == 1


def test_4_time_filters_plays_and_shows_a_life(explored: Path, open_page: Open) -> None:
    visit = open_page(explored)
    page = visit.page
    visit.show_acts_of(most_targeted(page))
    items = page.locator(".toolbar > .quiet")
    whole = items.inner_text()
    page.get_by_role("button", name="Play month by month").click()
    expect(page.get_by_role("button", name="All time")).to_be_enabled()
    page.get_by_role("button", name="Pause").or_(page.get_by_role("button", name="Play month by month")).click()
    page.get_by_role("button", name="All time").click()
    expect(items).to_have_text(whole)
    page.get_by_role("tab", name="Time").click()
    bars = page.locator(".lane-bar")
    expect(bars.first).to_be_visible()
    page.get_by_text("As a table", exact=True).click()
    page.locator(".as-table tbody button").first.click()
    expect(page.locator(".lane-words mark").first).to_be_visible()


def test_5_an_answer_is_a_table_a_map_a_matrix_and_a_file(explored: Path, open_page: Open) -> None:
    visit = open_page(explored)
    page = visit.page
    page.goto(f"{visit.own}/#/questions/acts_by_place")
    expect(page.locator(".map")).to_be_visible()
    spots = ask(page, "queries/acts_by_place/answer")["map"]["circles"]
    located = [each for each in spots if each["lon"] is not None]
    expect(page.locator(".map-spot")).to_have_count(len(located))
    page.get_by_role("tab", name="Table").click()
    table = page.locator(".answer > .answer-table")
    table.get_by_role("button", name="Times").click()
    numbers = [int(each) for each in table.locator("tbody td:nth-child(2)").all_inner_texts()]
    assert numbers == sorted(numbers)
    first = table.locator("tbody td").first.inner_text()
    if table.get_by_label("Filter rows").count():
        table.get_by_label("Filter rows").fill(first)
        expect(table.locator("tbody td").first).to_have_text(first)
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert first in download.value.path().read_text(encoding="utf-8-sig")
    page.goto(f"{visit.own}/#/questions/acts_by_month")
    expect(page.locator(".matrix .heat").first).to_be_visible()


def test_5_cypher_says_where_it_is_wrong(explored: Path, open_page: Open) -> None:
    visit = open_page(explored)
    page = visit.page
    visit.go("questions")
    page.get_by_role("link", name="Cypher").click()
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator(".grid tbody tr").first).to_be_visible()
    page.locator(".code").fill("MATCH (p:Person)\nRETURM p.name")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    page.locator(".code").fill("MATCH (p:Person) DETACH DELETE p")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    assert rows(page, "MATCH (p:Person) RETURN count(p) AS people")[0][0] > 0
    visit.complaints.clear()  # The browser notes that the server refused.


def test_6_rare_paths_and_kinds_that_count(explored: Path, open_page: Open) -> None:
    visit = open_page(explored)
    page = visit.page
    one, other = tried_together(page)
    page.goto(f"{visit.own}/#/paths?from={one.id}&to={other.id}")
    expect(page.locator(".path").first).to_be_visible()
    page.get_by_role("radio", name="Rarest").click()
    expect(page.locator(".path").first).to_be_visible()
    page.get_by_role("radio", name="Shortest").click()
    page.get_by_text("Which relationships count").click()
    for box in page.locator(".checks input").all()[1:]:
        box.uncheck()
    expect(page.locator(".path, .empty").first).to_be_visible()


def test_7_every_block_of_the_start_page_leads_on(explored: Path, open_page: Open) -> None:
    visit = open_page(explored)
    page = visit.page
    names = [block["name"] for block in ask(page, "start")["blocks"]]
    for name in names:
        block = page.locator(f".block.{name}")
        block.scroll_into_view_if_needed()
        expect(block.locator("tbody tr, .bars li, .quiet.pad").first).to_be_visible()
    expect(page.locator(".block.months .strip-bar").first).to_be_visible()
    page.locator(".block.targeted .bars button").first.click()
    expect(page.locator(".legend-kind").filter(has_text="person")).to_be_visible()


def test_9_a_canvas_is_kept_and_its_link_restores_it(own_explored: Path, open_page: Open) -> None:
    visit = open_page(own_explored)
    page = visit.page
    visit.show_acts_of(most_targeted(page))
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_label("Name").fill("Kept / again?")
    page.locator("dialog").get_by_role("button", name="Save").click()
    expect(page.locator(".messages")).to_contain_text("Saved as")
    items, address = page.locator(".toolbar > .quiet").inner_text(), page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator(".toolbar > .quiet")).to_have_text(items)
    for format, begins in (("svg", b"<svg"), ("png", b"\x89PNG"), ("html", b"<!doctype"), ("gexf", b"<?xml")):
        page.get_by_role("button", name="Export").click()
        page.get_by_label("Format").select_option(format)
        with page.expect_download() as download:
            page.locator("dialog").get_by_role("button", name="Export").click()
        assert begins in download.value.path().read_bytes()[:100].lower().replace(b"\x89png", b"\x89PNG")


def test_10_a_report_is_read_with_its_facts_and_what_was_not_read(explored: Path, open_page: Open) -> None:
    visit = open_page(explored)
    page = visit.page
    visit.go("reading")
    page.locator(".reports .card").first.click()
    mark = page.locator(".fact-mark.Person").first
    name = mark.inner_text()
    mark.click()
    expect(page.locator(".panel")).to_contain_text(name)
    expect(page.get_by_text("What was not read")).to_be_visible()
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".pages")).to_contain_text("21–")


def test_11_the_page_speaks_russian(explored: Path, open_page: Open) -> None:
    page = open_page(explored).page
    page.get_by_role("button", name="РУ").click()
    expect(page.locator(".rail")).to_contain_text("Схема")
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator(".block h2").first).to_contain_text(re.compile("[а-я]{4}"))
