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
from kg.build import build
from kg.graph import Graph, Key, Node, Relationship, graph_of
from kg.schema import load_schema
from tests.kg.build.test_build import COUNTRY, MONTH

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
    words = {"kind": "brother", "entries": ["r/1"], "spans": ["0-30"]}
    kin = [Relationship("RELATED_TO", a.key, b.key, words) for a, b in pairwise(people)]
    return graph_of([*people, entry], kin)


def test_the_page_asks_nothing_of_any_address(graph: Graph) -> None:
    own = own_parts(page_of(graph))
    assert "default-src 'none'" in own
    assert not re.search(r"https?://|src=|href=|@import|url\(", own)


def test_every_thing_and_tie_is_drawn_with_its_words(graph: Graph) -> None:
    data = data_of(page_of(graph))
    assert len(data["nodes"]) == len(graph.nodes)
    assert len(data["edges"]) == len({(r.start, r.end) for r in graph.relationships})
    told = "\n\n".join(str(e["title"]) for e in data["edges"]).split("\n\n")
    for type, count in Counter(r.type for r in graph.relationships).items():
        assert sum(block.startswith(f"\x1f{type.lower().replace('_', ' ')}\x1f: ") for block in told) == count
    told = [block for block in told if block.startswith("\x1freceived\x1f")]
    assert told and all("[2031-03/1]" in words for words in told)


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


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="there is no chromium")
def test_nothing_from_a_report_runs_in_a_browser(tmp_path: Path) -> None:
    page = page_of(hostile_graph(), title=HOSTILE[0], left_out=HOSTILE[1])
    # The page itself says after a while whether anything ran; the pointer rests on nothing, so titles are opened here.
    probe = (
        "<script>setTimeout(() => { data.nodes.forEach(n => document.body.append(asText(n.title)));"
        "document.body.dataset.ran = String(window.ran) }, 1500)</script></body>"
    )
    dom = _dom(page.replace("</body>", probe), tmp_path)
    assert 'data-ran="undefined"' in dom
    assert "data-settled" in dom


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="there is no chromium")
def test_the_picture_is_drawn_in_a_browser(graph: Graph, tmp_path: Path) -> None:
    dom = _dom(page_of(graph, left_out="7 things were left out."), tmp_path)
    assert "data-settled" in dom
    assert "<canvas" in dom
    assert "7 things were left out." in dom
    assert "dashed: alleged or denied" in dom


def _dom(page: str, folder: Path) -> str:
    path = folder / "picture.html"
    write_picture(page, path)
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=6000", "--dump-dom"]
    command = [str(CHROMIUM), *flags, f"--user-data-dir={folder / 'profile'}", path.as_uri()]
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


def test_a_city_is_no_bridge_between_people() -> None:
    place = Node("Place", "x", {"id": "x", "name": "X"})
    acts = [Node("Event", f"e{i}", {"id": f"e{i}", "type": "trial"}) for i in range(4)]
    at = [Relationship("AT", a.key, place.key, {}) for a in acts]
    near, _ = neighbourhood(graph_of([place, *acts], at), Key("Event", "e0"), 3, 100, SCHEMA)
    assert near == [Key("Event", "e0"), Key("Place", "x")]


def test_a_key_the_graph_lacks_is_passed_over(graph: Graph) -> None:
    page = draw(graph, [Key("Person", "nobody"), graph.nodes[0].key], SCHEMA, "x", None)
    assert len(data_of(page)["nodes"]) == 1
