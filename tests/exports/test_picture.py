"""The picture: offline, nothing from a report ever runs, what is alleged looks alleged, nothing is left out unsaid."""

import html
import json
import re
import shutil
import subprocess
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from exports.picture import draw, neighbourhood, write_picture
from ingest.errors import KgError
from kg.graph.value import Graph, Key, Node, Relationship, Value, make_graph
from kg.rows.build import build
from kg.schema.schema import load_schema
from tests.kg.rows.test_build import COUNTRY, MONTH

CHROMIUM = shutil.which("chromium")
SCHEMA = load_schema()
MARK = "window.ran = 1"
HOSTILE = (
    f"</script><script>{MARK}</script>",
    f"<img src=x onerror='{MARK}'>",
    f"<a href='javascript:{MARK}'>href</a>",
    f"\u2028{MARK}\u2029",
    f"'; {MARK}; '",
    "<!-- data -->",
)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build([MONTH], COUNTRY).graph


def page_of(graph: Graph, title: str = "All of it", left_out: str | None = None) -> str:
    return draw(graph, [n.key for n in graph.nodes], SCHEMA, title, left_out)


def data_of(page: str) -> dict[str, list[dict[str, object]]]:
    found = re.search(r"^const data = (.*);$", page, re.M)
    assert found
    return dict(json.loads(found[1]))


def own_parts(page: str) -> str:
    """The page without the library and without the data."""
    library = max(re.findall(r"<script>.*?</script>", page, re.S), key=len)
    return re.sub(r"^const data = .*$", "", page.replace(library, ""), flags=re.M)


def hostile_graph() -> Graph:
    people = [Node("Person", f"p{i}{text}", {"id": f"p{i}{text}", "name": text}) for i, text in enumerate(HOSTILE)]
    entry = Node("Entry", "r/1", {"id": "r/1", "text": " ".join(HOSTILE)})
    words: dict[str, Value] = {"kind": "brother", "entries": ["r/1"], "spans": ["0-30"]}
    kin = [Relationship("RELATED_TO", a.key, b.key, words) for a, b in pairwise(people)]
    return make_graph([*people, entry], kin)


def test_the_page_asks_nothing_of_any_address(graph: Graph) -> None:
    own = own_parts(page_of(graph))
    policy = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:"
    assert own.index(policy) < own.index("<style>")
    assert not re.search(r"https?://|src=|href=|@import|url\(", own)


def test_every_thing_and_tie_is_drawn_with_its_words(graph: Graph) -> None:
    data = data_of(page_of(graph))
    assert len(data["nodes"]) == len(graph.nodes)
    assert len(data["edges"]) == len({(r.start, r.end) for r in graph.relationships})
    shown = "\n\n".join(str(e["title"]) for e in data["edges"]).split("\n\n")
    for type, count in Counter(r.type for r in graph.relationships).items():
        assert sum(block.startswith(f"\x1f{type.lower().replace('_', ' ')}\x1f: ") for block in shown) == count
    shown = [block for block in shown if block.startswith("\x1freceived\x1f")]
    assert shown and all("[2031-03/1]" in words for words in shown)


def test_quotes_are_the_very_words_and_a_mention_is_told_by_them(graph: Graph) -> None:
    texts = {n.id: str(n.properties["text"]) for n in graph.nodes if n.label == "Entry"}
    quoted = 0
    for edge in data_of(page_of(graph))["edges"]:
        for entry, words in re.findall(r"^\[(.*?)\] [^\x1f\n]*\x1f(.+?)\x1f", str(edge["title"]), re.M):
            assert words in " ".join(texts[entry].split())
            quoted += 1
    assert quoted > 60
    mentions = [str(e["title"]) for e in data_of(page_of(graph))["edges"] if "\x1fmentions\x1f" in str(e["title"])]
    assert mentions and all("jurisdiction pack" not in text for text in mentions)


CAPTIONS = (
    (
        Node("Sanction", "x", {"id": "x", "kind": "administrative_arrest", "duration": "P10D"}),
        "administrative arrest P10D",
    ),
    (Node("Sanction", "x", {"id": "x", "kind": "damages", "amount": 2e6}), "damages 2,000,000"),
    (
        Node("Sanction", "x", {"id": "x", "kind": "fine", "index_units": 50.0, "status": "requested"}),
        "fine 50 index units (requested)",
    ),
    (Node("Event", "x", {"id": "x", "type": "assembly_refusal", "standing": "denied"}), "assembly refusal (denied)"),
    (Node("Event", "x", {"id": "x", "type": "torture", "disputed": True}), "torture (disputed)"),
    (Node("Provision", "x", {"id": "CC:272/2"}), "CC:272/2"),
    (
        Node("Case", "x", {"id": "x", "title": "Proceeding " * 20}),
        "Proceeding Proceeding Proceeding Proceeding Proceeding Proceeding …",
    ),
    (Node("Place", "x", {"id": "x"}), "x"),
)


@pytest.mark.parametrize(("node", "caption"), CAPTIONS)
def test_captions_are_read_by_people(node: Node, caption: str) -> None:
    (drawn,) = data_of(page_of(make_graph([node], [])))["nodes"]
    assert str(drawn["label"]).replace("\n", " ") == caption
    # From afar too, what is only claimed or asked for says so.
    assert re.findall(r"\(.*\)", str(drawn["far"])) == re.findall(r"\(.*\)", caption)


def test_lines_of_a_denied_act_are_dashed_and_roles_stand_on_lines() -> None:
    nodes = [
        Node("Person", "p", {"id": "p", "name": "Orvin Tasel"}),
        Node("Event", "e", {"id": "e", "type": "torture", "standing": "denied"}),
        Node("Place", "x", {"id": "x", "name": "Marenth"}),
    ]
    p, e, x = (n.key for n in nodes)
    ties = [
        Relationship("INVOLVED_IN", p, e, {"role": "by"}),
        Relationship("INVOLVED_IN", p, e, {"role": "to"}),
        Relationship("AT", e, x, {}),
    ]
    involved, at = sorted(
        data_of(page_of(make_graph(nodes, ties)))["edges"], key=lambda edge: str(edge["label"]), reverse=True
    )
    assert (involved["label"], involved["dashes"], at["label"], at["dashes"]) == ("by", True, "", True)
    assert str(involved["title"]).count("involved in") == 2


def test_what_is_alleged_says_so_and_is_dashed(graph: Graph) -> None:
    data = data_of(page_of(graph))
    (torture,) = [n for n in data["nodes"] if str(n["label"]).startswith("torture")]
    assert "(alleged)" in str(torture["label"])
    assert torture["shapeProperties"] == {"borderDashes": [4, 3]}
    ties = [e for e in data["edges"] if e["to"] == torture["id"] and "involved" in str(e["title"])]
    assert ties and all(e["dashes"] for e in ties)


def test_kinds_have_their_colours_and_stand_in_the_legend(graph: Graph) -> None:
    data = data_of(page_of(graph))
    assert {str(item["kind"]) for item in data["legend"]} == {n.label for n in graph.nodes}
    assert all(item["colour"] == SCHEMA.nodes[str(item["kind"])].colour for item in data["legend"])


def test_texts_stand_in_the_page_as_data_alone() -> None:
    page = page_of(hostile_graph(), title=HOSTILE[0], left_out=HOSTILE[1])
    assert html.escape(HOSTILE[0]) in page
    own = own_parts(page)
    assert "<script>window" not in own and "onerror" not in own
    assert {str(n["label"]).replace("\n", "") for n in data_of(page)["nodes"]} >= {"<!-- data -->"}


# Moves the pointer over every thing and the middle of every line, as a reader would, and searches; then says what was
# shown, and whether anything of a report ran.
READER = """<script>
const shown = [];
network.once("stabilizationIterationsDone", async () => {
  const wait = ms => new Promise(done => setTimeout(done, ms));
  const point = async at => {
    const { x, y } = network.canvasToDOM(at), { left, top } = canvas.getBoundingClientRect();
    const where = { clientX: x + left, clientY: y + top, bubbles: true };
    // The first move leaves what was there, the second rests here.
    for (let i = 0; i < 2; i++) { canvas.dispatchEvent(new MouseEvent("mousemove", where)); await wait(200); }
    const popup = document.querySelector("div.vis-tooltip");
    if (popup && popup.style.visibility === "visible") shown.push(popup.textContent);
  };
  const canvas = document.querySelector("canvas"), at = network.getPositions();
  await wait(100);
  for (const n of data.nodes) await point(at[n.id]);
  for (const e of data.edges) await point({ x: (at[e.from].x + at[e.to].x) / 2, y: (at[e.from].y + at[e.to].y) / 2 });
  search.value = data.nodes[0].label;
  find();
  await wait(500);
  document.body.dataset.found = String(network.getSelectedNodes());
  document.body.dataset.shown = JSON.stringify(shown);
  document.body.dataset.ran = String(window.ran);
});
</script></body>"""


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="there is no chromium")
def test_nothing_from_a_report_runs_in_a_browser(tmp_path: Path) -> None:
    page = page_of(hostile_graph(), title=HOSTILE[0], left_out=HOSTILE[1])
    body = _body(page.replace("</body>", READER), tmp_path)
    shown = json.loads(body["shown"])
    for hostile in HOSTILE[:3]:
        assert any(hostile in text for text in shown), "a thing was hovered over and its words shown as text"
    assert body["ran"] == "undefined"
    assert body["found"] == "0"


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="there is no chromium")
def test_the_check_for_running_text_would_see_it_run(tmp_path: Path) -> None:
    page = page_of(hostile_graph()).replace("box.textContent", "box.innerHTML")
    page = page.replace("bold.append(part)", "bold.innerHTML += part")
    assert _body(page.replace("</body>", READER), tmp_path)["ran"] == "1"


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="there is no chromium")
def test_hovering_tells_the_words_that_a_thing_and_a_line_rest_on(graph: Graph, tmp_path: Path) -> None:
    few = [n.key for n in graph.nodes if n.label in ("Person", "Sanction")]
    page = draw(graph, few, SCHEMA, "People and measures", None)
    shown = json.loads(_body(page.replace("</body>", READER), tmp_path)["shown"])
    (measure,) = [text for text in shown if text.startswith("administrative arrest P10D")]
    assert "[2031-03/1] " in measure and "10 days" in measure
    assert any(text.startswith("received: Orvin Tasel → administrative arrest") for text in shown)


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="there is no chromium")
def test_the_picture_is_drawn_in_a_browser(graph: Graph, tmp_path: Path) -> None:
    dom = _dom(page_of(graph, left_out="7 things were left out."), tmp_path)
    assert "data-settled" in dom
    assert "<canvas" in dom
    assert "7 things were left out." in dom
    assert "dashed: alleged or denied" in dom


def _body(page: str, folder: Path) -> dict[str, str]:
    """The ``data-`` attributes of the page's body once the reader is through."""
    found = re.search(r"<body ([^>]*)>", _dom(page, folder, milliseconds=30000))
    assert found
    return {name: html.unescape(value) for name, value in re.findall(r'data-(\w+)="([^"]*)"', found[1])}


def _dom(page: str, folder: Path, milliseconds: int = 6000) -> str:
    path = folder / "picture.html"
    write_picture(page, path)
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    command = [
        str(CHROMIUM),
        *flags,
        f"--virtual-time-budget={milliseconds}",
        f"--user-data-dir={folder / 'profile'}",
        path.as_uri(),
    ]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=90).stdout


def test_a_neighbourhood_keeps_the_nearest_and_says_what_it_left_out(graph: Graph) -> None:
    (tasel,) = [n.key for n in graph.nodes if n.label == "Person" and n.properties["name"] == "Orvin Tasel"]
    near, said = neighbourhood(graph, tasel, 1, 100, SCHEMA)
    assert near[0] == tasel and said is None
    assert not {key.label for key in near} & {"Entry", "Report", "Source"}
    assert all(any({r.start, r.end} == {tasel, key} for r in graph.relationships) for key in near[1:])
    few, said = neighbourhood(graph, tasel, 2, 5, SCHEMA)
    assert len(few) == 5 and few == neighbourhood(graph, tasel, 2, 5, SCHEMA)[0]
    assert said and "left out" in said


def test_everything_left_out_is_counted_beyond_the_ring_that_was_cut() -> None:
    people = [Node("Person", f"p{i}", {"id": f"p{i}", "name": f"P {i}"}) for i in range(9)]
    kin = [Relationship("RELATED_TO", a.key, b.key, {"kind": "brother"}) for a, b in pairwise(people)]
    near, said = neighbourhood(make_graph(people, kin), people[0].key, 4, 3, SCHEMA)
    assert near == [people[i].key for i in range(3)]
    assert said == "2 of 5 things within 4 hops were left out (at most 3 are drawn)."


def test_a_ministry_that_everybody_met_is_no_bridge_but_is_shown_around_itself() -> None:
    body = Node("Organisation", "o", {"id": "o", "name": "O"})
    acts = [Node("Event", f"e{i:02}", {"id": f"e{i:02}", "type": "statement"}) for i in range(30)]
    graph = make_graph([body, *acts], [Relationship("INVOLVED_IN", body.key, act.key, {"role": "by"}) for act in acts])
    assert neighbourhood(graph, acts[0].key, 3, 100, SCHEMA)[0] == [acts[0].key, body.key]
    assert len(neighbourhood(graph, body.key, 1, 100, SCHEMA)[0]) == 31


def test_an_entry_as_the_centre_shows_what_it_tells(graph: Graph) -> None:
    near, _ = neighbourhood(graph, Key("Entry", "2031-03/1"), 1, 100, SCHEMA)
    assert {"Person", "Event", "Sanction"} <= {key.label for key in near}


def test_a_centre_the_graph_lacks_is_said() -> None:
    with pytest.raises(KgError, match="no such Person"):
        neighbourhood(make_graph([], []), Key("Person", "p"), 1, 10, SCHEMA)


def test_a_picture_is_written_whole_in_utf_8(tmp_path: Path) -> None:
    write_picture("Қызылорда — «слово»", tmp_path / "a.html")
    assert (tmp_path / "a.html").read_bytes().decode() == "Қызылорда — «слово»"
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_a_city_is_no_bridge_between_people() -> None:
    place = Node("Place", "x", {"id": "x", "name": "X"})
    acts = [Node("Event", f"e{i}", {"id": f"e{i}", "type": "trial"}) for i in range(4)]
    at = [Relationship("AT", a.key, place.key, {}) for a in acts]
    near, _ = neighbourhood(make_graph([place, *acts], at), Key("Event", "e0"), 3, 100, SCHEMA)
    assert near == [Key("Event", "e0"), Key("Place", "x")]


def test_a_key_the_graph_lacks_is_passed_over(graph: Graph) -> None:
    page = draw(graph, [Key("Person", "nobody"), graph.nodes[0].key], SCHEMA, "x", None)
    assert len(data_of(page)["nodes"]) == 1
