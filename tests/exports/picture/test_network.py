"""The network: what is a line and what a mark, what is alleged looks alleged, and nothing overlaps in a browser."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from exports.picture.captions import name_marked, name_of
from exports.picture.pictures import draw_around, draw_things
from kg.graph.value import Graph, Key, Node, Relationship, make_graph
from kg.rows.build import build
from kg.schema.schema import load_schema
from tests.exports.picture.browser import OVERLAPS, needs_chromium, open_page
from tests.exports.picture.graphs import crowd, entry, involved, person, words
from tests.kg.rows.test_build import COUNTRY, MONTH

SCHEMA = load_schema()


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build([MONTH], COUNTRY).graph


def page_around(graph: Graph, key: Key, hops: int = 1, most: int = 150) -> str:
    return draw_around(graph, key, hops, most, SCHEMA).content.decode()


def items_of(page: str) -> list[dict[str, Any]]:
    (found,) = re.findall(r'<script id="items" type="application/json">(.*?)</script>', page, re.S)
    return list(json.loads(found))


def lines_of(page: str) -> list[dict[str, Any]]:
    return [item for item in items_of(page) if "ends" in item]


def between(page: str, a: str, b: str) -> list[dict[str, Any]]:
    """The lines between two things by their names."""
    items = items_of(page)
    return [item for item in lines_of(page) if {items[end].get("name") for end in item["ends"]} == {a, b}]


def markup_of(page: str, number: int) -> str:
    """The drawn elements of an item."""
    (found,) = re.findall(rf'<g data-i="{number}".*?</g>', page, re.S)
    return str(found)


def named(graph: Graph, label: str, name: str) -> Key:
    return next(n.key for n in graph.nodes if n.label == label and n.properties.get("name") == name)


NAMES = (
    (
        Node("Sanction", "x", {"id": "x", "kind": "administrative_arrest", "duration": "P15D"}),
        "administrative arrest 15 days",
    ),
    (Node("Sanction", "x", {"id": "x", "kind": "damages", "amount": 2e6}), "damages 2,000,000"),
    (
        Node("Sanction", "x", {"id": "x", "kind": "fine", "index_units": 50.0, "status": "requested"}),
        "fine 50 index units (requested)",
    ),
    (Node("Event", "x", {"id": "x", "type": "assembly_refusal", "standing": "denied"}), "assembly refusal (denied)"),
    (Node("Event", "x", {"id": "x", "type": "torture", "disputed": True}), "torture (disputed)"),
    (Node("Provision", "x", {"id": "CC:272/2"}), "CC 272/2"),
    (Node("Case", "x", {"id": "x", "kind": "proceeding", "first_seen": "2031-03-04"}), "proceeding 2031-03-04"),
    (Node("Place", "x", {"id": "x"}), "x"),
)


@pytest.mark.parametrize(("node", "name"), NAMES)
def test_names_are_an_investigators_words(node: Node, name: str) -> None:
    node = Node(node.label, str(node.properties["id"]) if node.label != "Provision" else "CC:272/2", node.properties)
    assert name_of(node, SCHEMA) == name


def test_facts_that_share_a_mark_are_counted_and_dated() -> None:
    trials = [Node("Event", f"e{i}", {"id": f"e{i}", "type": "trial", "date": f"2031-03-0{i}"}) for i in (1, 4)]
    assert name_marked(trials, SCHEMA) == ["trial × 2", "2031-03-01 – 2031-03-04"]


def test_a_charge_is_a_line_from_a_person_to_the_article(graph: Graph) -> None:
    page = page_around(graph, Key("Provision", "CAO:488"))
    (line,) = between(page, "Orvin Tasel", "CAO 488")
    blocks = line["tooltip"].split("\n\n")
    assert line["kind"] == "sanctions" and len(blocks) == 2
    (arrest,) = [block for block in blocks if "administrative arrest 10 days" in block]
    assert "P10D" not in page and "[2031-03/1, 2031-03-03] " in arrest
    assert re.search(r"^sanction-\w+$", arrest, re.M), "the id by which one decides about it"


def test_what_is_alleged_is_dashed_and_what_is_denied_is_crossed() -> None:
    people = [person(i) for i in range(3)]
    acts = [
        Node("Event", f"e{i}", {"id": f"e{i}", "type": "torture", "date": "2031-03-05", **said})
        for i, said in enumerate(({}, {"standing": "alleged"}, {"standing": "denied"}))
    ]
    officer = person(7, "Karn Bolt")
    to = [involved(p, act) for p, act in zip(people, acts, strict=True)]
    by = [Relationship("INVOLVED_IN", officer.key, a.key, {"role": "by", **words()}) for a in acts]
    page = page_around(make_graph([*people, officer, *acts, entry()], [*to, *by]), officer.key)
    looks = []
    for victim in people:
        (line,) = between(page, "Karn Bolt", str(victim.properties["name"]))
        drawn = markup_of(page, items_of(page).index(line))
        looks.append(("stroke-dasharray" in drawn, "denied" in drawn, "polygon" in drawn))
    assert looks == [(False, False, True), (True, False, True), (True, True, True)]
    assert "torture (alleged), 2031-03-05" in page and "alleged, or denied where crossed" in page


def test_an_alleged_author_of_a_reported_act_is_dashed_too() -> None:
    victim, officer = person(1), person(2)
    act = Node("Event", "e", {"id": "e", "type": "attack"})
    ties = [
        Relationship("INVOLVED_IN", victim.key, act.key, {"role": "to", **words()}),
        Relationship("INVOLVED_IN", officer.key, act.key, {"role": "by", "standing": "alleged", **words()}),
    ]
    page = page_around(make_graph([victim, officer, act, entry()], ties), victim.key)
    (line,) = lines_of(page)
    assert "stroke-dasharray" in markup_of(page, items_of(page).index(line))


def test_who_stands_only_accused_of_harm_is_hollow(graph: Graph) -> None:
    page = page_around(graph, Key("Provision", "CC:146"))
    items = items_of(page)
    (bolt,) = [i for i, item in enumerate(items) if item.get("name") == "Karn Bolt"]
    assert 'fill="#fff"' in markup_of(page, bolt) and "accused of having done it to others" in page
    (line,) = between(page, "Karn Bolt", "CC 146")
    assert "ACCUSED of having done it to others" in line["tooltip"]


def test_an_officer_is_hollow_where_only_the_act_is_drawn() -> None:
    """What the picture leaves out still says that the officer is no target."""
    victim, officer = person(1, "Vasha Orl"), person(2, "Karn Bolt")
    act = Node("Event", "e", {"id": "e", "type": "attack"})
    case = Node("Case", "c", {"id": "c", "title": "Case 12"})
    ties = [
        involved(victim, act),
        involved(officer, act, "by"),
        Relationship("PARTY_TO", officer.key, case.key, {"role": "perpetrator", **words()}),
        Relationship("PARTY_TO", victim.key, case.key, {"role": "target", **words()}),
    ]
    whole = make_graph([victim, officer, act, case, entry()], ties)
    page = draw_things(whole, [victim.key, officer.key], "Both", load_schema()).content.decode()
    names = [item.get("name") for item in items_of(page)]
    assert "Case 12" not in page
    assert ['fill="#fff"' in markup_of(page, names.index(name)) for name in ("Vasha Orl", "Karn Bolt")] == [False, True]


def test_an_act_of_several_is_one_mark_and_acts_of_the_same_share_it() -> None:
    people = [person(i) for i in range(3)]
    court = Node("Court", "c", {"id": "c", "name": "Marenth city court"})
    trials = [Node("Event", f"e{i}", {"id": f"e{i}", "type": "trial", "date": f"2031-03-0{i}"}) for i in (1, 4)]
    to = [Relationship("INVOLVED_IN", p.key, t.key, {"role": "to", **words()}) for p in people for t in trials]
    by = [Relationship("INVOLVED_IN", court.key, t.key, {"role": "by", **words()}) for t in trials]
    page = page_around(make_graph([*people, court, *trials, entry()], [*to, *by]), people[0].key)
    (mark,) = [item for item in items_of(page) if item.get("mark")]
    assert mark["name"] == "trial × 2 2031-03-01 – 2031-03-04"
    assert len(lines_of(page)) == 4 and all(len(re.findall("r/1", line["tooltip"])) == 2 for line in lines_of(page))


def test_the_acts_of_a_person_alone_are_marks_in_the_order_of_time() -> None:
    tasel = person(1)
    days = ("2031-03-09", "2031-03-01", "2031-03-05")
    acts = [Node("Event", f"e{i}", {"id": f"e{i}", "type": "summons", "date": day}) for i, day in enumerate(days)]
    to = [Relationship("INVOLVED_IN", tasel.key, act.key, {"role": "to", **words()}) for act in acts]
    page = page_around(make_graph([tasel, *acts, entry()], to), tasel.key)
    items = items_of(page)
    order = [[items[end]["name"] for end in item["ends"]] for item in items if item["kind"] == "next in time"]
    first, second, third = (f"summons {day}" for day in sorted(days))
    assert order == [[first, second], [second, third]]


def test_people_are_larger_for_each_day_and_cases_are_small() -> None:
    people = [person(i) for i in (1, 4, 8)]
    case = Node("Case", "k", {"id": "k", "kind": "proceeding", "title": "T " * 60, "first_seen": "2031-03-01"})
    ties = [Relationship("PARTY_TO", p.key, case.key, {"role": "target", **words()}) for p in people]
    page = page_around(make_graph([*people, case, entry()], ties), people[0].key)
    items = items_of(page)
    radius = {}
    for i, item in enumerate(items):
        if "name" in item:
            (radius[item["name"]],) = map(float, re.findall(r' r="([\d.]+)"', markup_of(page, i)))
    assert radius["proceeding 2031-03-01"] < radius["Orvane Ilka 1"] < radius["Orvane Ilka 8"]


def test_family_stands_on_the_line_with_its_word() -> None:
    mother, son = person(1, "Ilka Orvane"), person(2, "Teshmar Orvane")
    kin = Relationship("RELATED_TO", mother.key, son.key, {"kind": "mother", **words()})
    page = page_around(make_graph([mother, son, entry()], [kin]), son.key)
    (line,) = lines_of(page)
    assert line["tooltip"].startswith("\x1fIlka Orvane, mother of Teshmar Orvane\x1f")
    assert ">mother</tspan>" in markup_of(page, items_of(page).index(line))


def test_the_same_graph_gives_the_same_bytes(graph: Graph) -> None:
    key = named(graph, "Person", "Orvin Tasel")
    turned = make_graph(reversed(graph.nodes), reversed(graph.relationships))
    assert page_around(graph, key, 2) == page_around(turned, key, 2)


class TestInABrowser:
    """What a reader sees and does."""

    pytestmark = needs_chromium

    @pytest.mark.parametrize("size", [20, 150])
    def test_nothing_overlaps_at_1400_by_900(self, size: int, tmp_path: Path) -> None:
        graph = crowd(size)
        page = page_around(graph, Key("Provision", "CC:200"), hops=4, most=150)
        whole = draw_all(graph)
        for number, drawn in enumerate((page, whole)):
            folder = tmp_path / str(number)
            folder.mkdir()
            told = open_page(drawn, folder, OVERLAPS)
            assert told["things"] > 1
            assert (told["overlaps"], told["outside"], told["unnamed"]) == ([], [], 0)

    def test_the_check_for_overlaps_sees_one(self, tmp_path: Path) -> None:
        page = draw_all(crowd(20))
        moved = re.sub(r'(<circle class="sign"|<circle) cx="[^"]*" cy="[^"]*"', r'\1 cx="50" cy="50"', page)
        assert moved != page
        assert open_page(moved, tmp_path, OVERLAPS)["overlaps"]

    def test_the_legend_hides_a_kind_and_its_lines(self, graph: Graph, tmp_path: Path) -> None:
        page = page_around(graph, named(graph, "Person", "Orvin Tasel"), 2)
        script = """
const seen = () => [".thing", ".line"].map(c => document.querySelectorAll(c + ":not(.off)").length);
told = [seen()];
const box = [...document.querySelectorAll("#legend input[data-kind]")].find(b => b.dataset.kind === "Provision");
box.click(); told.push(seen()); box.click(); told.push(seen())"""
        (things, lines), (fewer, less), again = open_page(page, tmp_path, script)
        kinds = [item["kind"] for item in items_of(page) if "ends" not in item]
        assert fewer == things - kinds.count("Provision") and less < lines and again == [things, lines]

    def test_the_slider_hides_what_came_later(self, tmp_path: Path) -> None:
        tasel = person(1)
        days = ("2031-03-01", "2031-03-05", "2031-03-09")
        acts = [Node("Event", f"e{i}", {"id": f"e{i}", "type": "summons", "date": day}) for i, day in enumerate(days)]
        to = [Relationship("INVOLVED_IN", tasel.key, act.key, {"role": "to", **words()}) for act in acts]
        page = page_around(make_graph([tasel, *acts, entry()], to), tasel.key)
        script = """
const slider = document.getElementById("until");
told = [];
for (const at of [2, 1, 0]) {
  slider.value = at; slider.dispatchEvent(new Event("input"));
  told.push([document.getElementById("day").textContent,
             [...document.querySelectorAll(".thing:not(.off)")].map(t => t.textContent).sort(),
             document.querySelectorAll(".line:not(.off)").length]);
}"""
        told = open_page(page, tmp_path, script)
        names = [f"summons{day}" for day in days]
        assert told == [[days[n - 1], ["Orvane Ilka 1", *names[:n]], 2 * n - 1] for n in (3, 2, 1)]


def draw_all(graph: Graph) -> str:
    """Everybody under every article, as the answer of a query would have them."""
    from exports.picture.choice.connections import Connections
    from exports.picture.choice.ties import draw_ties
    from exports.picture.network.drawing import draw_network
    from exports.picture.page import make_page

    connections = Connections(graph)
    keys = [n.key for n in graph.nodes if n.label in ("Person", "Provision")][:150]
    ties = draw_ties(keys, connections.by_hub.values(), connections)
    return make_page(draw_network(graph, keys, ties, SCHEMA), "All", [])
