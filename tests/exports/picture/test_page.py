"""The page: offline, and nothing from a report ever runs."""

import base64
import hashlib
import html
import json
import re
from pathlib import Path

from exports.picture import write_picture
from exports.picture.page import Drawing, Item, LegendEntry, make_page
from exports.picture.pictures import draw_around
from kg.graph.value import Key
from kg.schema.schema import load_schema
from tests.exports.picture.browser import needs_chromium, open_page
from tests.exports.picture.graphs import HOSTILE, MARK, hostile_graph

PAGE = make_page(
    Drawing(
        f'<svg class="fitted" viewBox="0 0 9 9"><g data-i="0"><text>{html.escape(HOSTILE[0])}</text></g></svg>',
        (Item("Person", f"\x1f{HOSTILE[1]}\x1f of {HOSTILE[2]}", name=HOSTILE[0]),),
        (LegendEntry("Person", "person", ""),),
    ),
    HOSTILE[0],
    [HOSTILE[1]],
)


def hostile_page() -> str:
    return draw_around(hostile_graph(), Key("Organisation", "o"), 2, 100, load_schema()).content.decode()


def test_the_page_asks_nothing_of_any_address() -> None:
    for page in (PAGE, hostile_page()):
        own = re.sub(r'<script id="items".*?</script>', "", page, flags=re.S)
        assert own.index("default-src 'none'") < own.index("<style>")
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|<[^>]* (src|href)=|@import|url\(", own)


def test_the_policy_allows_the_pages_own_script_and_style_alone() -> None:
    for kind in ("script", "style"):
        (source,) = re.findall(rf"<{kind}>(.*?)</{kind}>", PAGE, re.S)
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in PAGE
    assert "unsafe-inline" not in PAGE


def test_texts_are_in_the_page_as_text_and_as_data() -> None:
    for page in (PAGE, hostile_page()):
        assert html.escape(HOSTILE[0]) in page
        assert page.count("<script") == 2 and page.count("</script") == 2
        assert "<img" not in page and "<a " not in page and " onmouseover=" not in re.sub(r">[^<]*<", "><", page)
    items = json.loads(re.findall(r'<script id="items" type="application/json">(.*?)</script>', PAGE, re.S)[0])
    assert items[0]["name"] == HOSTILE[0] and HOSTILE[1] in items[0]["tooltip"]


def test_a_text_that_looks_like_a_mark_of_the_template_stays_text() -> None:
    page = make_page(Drawing("<svg/>"), "<!-- items -->", ["<!-- script -->"])
    assert html.escape("<!-- items -->") in page and page.count("<script") == 2


def test_a_picture_is_written_whole_in_utf_8(tmp_path: Path) -> None:
    write_picture("Қызылорда — «слово»".encode(), tmp_path / "a.html")
    assert (tmp_path / "a.html").read_bytes().decode() == "Қызылорда — «слово»"
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


# Rests on each thing and line, keeps one, searches; then says what was shown, and whether anything of a report ran.
READER = """
const shown = [];
for (const element of document.querySelectorAll("[data-i]")) {
  const { left, top } = element.getBoundingClientRect(), where = { clientX: left, clientY: top, bubbles: true };
  element.firstChild.dispatchEvent(new MouseEvent("mousemove", where));
  if (!document.getElementById("tip").hidden) shown.push(document.getElementById("tip").textContent);
  element.firstChild.dispatchEvent(new MouseEvent("click", where));
  keep(null);
}
search.value = items[0].name; find();
await new Promise(done => setTimeout(done, 300));
told = { shown, ran: String(window.ran), kept, bold: [...document.querySelectorAll("#tip b")].map(b => b.textContent) };
"""


class TestInABrowser:
    """A hostile report."""

    pytestmark = needs_chromium

    def test_nothing_from_a_report_runs(self, tmp_path: Path) -> None:
        told = open_page(hostile_page(), tmp_path, READER)
        for hostile in HOSTILE[:3]:
            assert any(hostile in text for text in told["shown"]), "its words were shown as text"
        assert told["ran"] == "undefined" and told["kept"] == 0

    def test_the_check_for_running_text_would_see_it_run(self, tmp_path: Path) -> None:
        faulty = hostile_page().replace("place.append(part)", "place.innerHTML += part")
        assert open_page(faulty, tmp_path, READER)["ran"] == "1"

    def test_the_policy_stops_a_script_that_came_in_all_the_same(self, tmp_path: Path) -> None:
        assert open_page(PAGE, tmp_path, f"{MARK}; told = 1") == 1
        assert open_page(PAGE, tmp_path, f"{MARK}; told = 1", policy=True) is None

    def test_a_tooltip_has_its_first_words_bold(self, tmp_path: Path) -> None:
        told = open_page(PAGE, tmp_path, READER)
        assert told["shown"] == [f"{HOSTILE[1]} of {HOSTILE[2]}"] and told["bold"] == [HOSTILE[1]]

    def test_a_click_keeps_neighbours_clear_and_escape_ends_it(self, tmp_path: Path) -> None:
        script = """
const number = items.findIndex(item => item.ends);
const sign = document.querySelector(`[data-i="${items[number].ends[0]}"] .sign`);
sign.dispatchEvent(new MouseEvent("click", { bubbles: true }));
told = [document.querySelectorAll(".thing.faded").length, document.querySelectorAll(".thing:not(.faded)").length];
document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
told.push(document.querySelectorAll(".faded").length)"""
        faded, clear, after = open_page(hostile_page(), tmp_path, script)
        assert clear >= 2 and after == 0 and faded + clear == len(re.findall('class="thing"', hostile_page()))
