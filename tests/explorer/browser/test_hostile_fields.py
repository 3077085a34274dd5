"""Markup and script in every field that a report or a partner's file fills: on every view it stays text.

A report reaches few fields with its words as they are, because rules read names and articles out of them. A partner's
file states them all: one is made of the sample, in which titles, names, articles, facilities and texts end in hostile
words.
"""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from kg.graph.value import make_graph
from kg.workspace import Workspace
from tests.conftest import ROOT
from tests.explorer.browser.conftest import HOSTILE, RUN, Open, Visit
from tests.explorer.browser.subjects import Named, rows
from tests.explorer.browser.test_safety import does_nothing
from tests.kg.workspace.partners.stated_files import write_stated

FIELDS = {"name", "names", "surname", "given", "occupations", "title", "text", "publisher", "reason", "as"}
"""The properties that hold words of people, and no value of a list."""
VIEWS = ("start", "questions", "paths", "reading", "review", "review/facts", "investigations")
QUESTIONS = ("acts_by_place", "articles_together", "bodies", "held_in_facility", "held_on_date", "provisions_by_place")
QUESTIONS += ("publishers", "shared_charges", "targeting_by_month", "tried_together", "who_imposed_what")
KINDS = ("Person", "Facility", "Court", "Provision", "Case", "Event", "Charge")
SAVING = """async ([address, canvas]) => {
  const headers = { "content-type": "application/json" };
  return (await fetch(address, { method: "PUT", body: JSON.stringify(canvas), headers })).status; }"""
SHOWN = "<script>"
"""What is read where the words are shown as they are."""


def hostile(properties: dict[str, Any]) -> dict[str, Any]:
    """Properties whose words end in what must do nothing; the words that facts rest on keep their places."""
    return {name: _ended(value) if name in FIELDS else value for name, value in properties.items()}


def _ended(value: Any) -> Any:
    return [f"{each} {HOSTILE}" for each in value] if isinstance(value, list) else f"{value} {HOSTILE}"


@pytest.fixture(scope="session")
def stated_workspace(sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of one partner's file, hostile in every field."""
    folder = tmp_path_factory.mktemp("stated")
    graph = Workspace.open(sample_workspace).graph()
    nodes = [replace(node, properties=hostile(dict(node.properties))) for node in graph.nodes]
    ties = [replace(tie, properties=hostile(dict(tie.properties))) for tie in graph.relationships]
    file = write_stated(folder, "graph.nq", make_graph(nodes, ties), f"Committee {HOSTILE}")
    command = [sys.executable, "-c", RUN, "-w", str(folder / "casefile"), "ingest", str(file)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder / "casefile"


def fullest(visit: Visit, kind: str) -> Named:
    """The thing of a kind with most around it, and the hit that finds it."""
    asked = f"MATCH (n:{kind})--(m) RETURN n.id AS id, count(m) AS around ORDER BY around DESC, id LIMIT 1"
    return Named(rows(visit.page, asked)[0][0], "")


def test_no_view_runs_what_a_field_says(stated_workspace: Path, open_page: Open) -> None:
    visit = open_page(stated_workspace)
    for view in (*VIEWS, *(f"questions/{name}" for name in QUESTIONS)):
        visit.page.goto(f"{visit.own}/#/{view}")
        visit.page.wait_for_load_state("networkidle")
        visit.page.wait_for_timeout(300)
        does_nothing(visit.page)


def test_the_title_of_a_report_is_read_as_it_is_written(stated_workspace: Path, open_page: Open) -> None:
    visit = open_page(stated_workspace)
    page = visit.page
    visit.go("reading")
    expect(page.locator(".reports .card h3").first).to_contain_text(SHOWN)
    page.locator(".reports .card").first.click()
    expect(page.locator("h1")).to_contain_text(SHOWN)
    expect(page.locator(".report")).to_contain_text(SHOWN)
    does_nothing(page)


@pytest.mark.parametrize("kind", KINDS)
def test_a_thing_and_its_facts_are_read_as_they_are_written(kind: str, stated_workspace: Path, open_page: Open) -> None:
    """On the canvas, in the panel, in the table, with what is around it, and in time."""
    visit = open_page(stated_workspace)
    page = visit.page
    id = fullest(visit, kind).id
    name = quote(f"{kind} {HOSTILE[:60]}", safe="")
    canvas = {"things": [id], "positions": {}, "filters": {}, "notes": {id: HOSTILE}}
    assert page.evaluate(SAVING, [f"/api/investigations/{name}", canvas]) == 200
    page.goto(f"{visit.own}/#/canvas/{name}")
    page.locator(".toolbar .quiet").filter(has_text="1 item").wait_for()
    page.keyboard.press("t")
    page.locator(".network-table tbody button").first.click()
    panel = page.locator(".panel")
    panel.locator(".fact").first.wait_for()
    expect(panel).to_contain_text(SHOWN)
    does_nothing(page)
    page.keyboard.press("t")
    panel.get_by_role("tab", name="Connections").click()
    panel.locator(".neighbours button").first.click()
    expect(page.locator(".toolbar .quiet")).not_to_have_text("1 item")
    page.wait_for_timeout(300)
    does_nothing(page)
    if kind == "Person":
        panel.get_by_role("tab", name="Time").click()
        page.locator(".lane").wait_for()
        does_nothing(page)


def test_what_leaves_the_page_runs_nothing_either(stated_workspace: Path, open_page: Open) -> None:
    """The picture of the screen, the page, and the SVG that a PNG is made of."""
    visit = open_page(stated_workspace)
    page = visit.page
    visit.search("Talidora")
    page.locator(".panel .fact").first.wait_for()
    for format, profile in (("svg", "screen"), ("svg", "full"), ("html", "full"), ("png", "full")):
        page.get_by_role("button", name="Export").click()
        page.get_by_label("Format").select_option(format)
        page.get_by_label("Who may see what").select_option(profile)
        with page.expect_download() as download:
            page.locator("dialog[open]").get_by_role("button", name="Export").click()
        expect(page.locator("dialog[open]")).to_have_count(0)
        path = download.value.path()
        if format == "png":
            assert path.read_bytes().startswith(b"\x89PNG")
            continue
        text = path.read_text(encoding="utf-8")
        # Labels are cut to lines: the end of the hostile word stands in all of them.
        assert "Talidora" in text and "ript" in text and "<script>window" not in text
        opened = page.context.new_page()
        opened.set_content(text)
        assert opened.evaluate("window.injected") is None
        assert opened.locator("img, svg[onload]").count() == 0
        opened.close()
    does_nothing(page)
