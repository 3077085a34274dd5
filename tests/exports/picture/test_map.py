"""The map: circles at places inside of the outline, names over nothing, and a list of what is not on it."""

import re
from pathlib import Path

import pytest

from exports.picture.map.drawing import draw_map
from exports.picture.map.places import Told
from exports.picture.tooltips import Tooltips
from ingest.errors import KgError
from ingest.jurisdictions.packs import GazetteerPlace, load_jurisdiction
from kg.graph.value import Graph, Key, Node, Value, make_graph
from kg.schema.schema import load_schema
from tests.exports.picture.answers import header, page_of
from tests.exports.picture.browser import OVERLAPS, needs_chromium, open_page
from tests.exports.picture.graphs import HOSTILE, entry
from tests.exports.picture.test_network import items_of

HEAD = header({"town": "Place.id", "times": {}, "evidence": {}}, map={"place": "town", "value": "times"})
PLACES = tuple(load_jurisdiction("velmoria").gazetteer.values())


def degrees(place: GazetteerPlace) -> dict[str, Value]:
    return {} if place.lat is None or place.lon is None else {"lat": place.lat, "lon": place.lon}


def country() -> Graph:
    nodes = [Node("Place", p.id, {"id": p.id, "name": p.name, "kind": p.kind, **degrees(p)}) for p in PLACES]
    unknown = Node("Place", "ford", {"id": "ford", "name": "Lost Ford", "kind": "village"})
    return make_graph([*nodes, unknown, entry()], [])


def test_places_are_circles_by_their_sums_and_others_are_listed() -> None:
    page = page_of(country(), HEAD, ["marenth", 3, ["r/1#0-7"]], ["marenth", 1, []], ["ford", 2, []], [None, 5, []])
    (item,) = items_of(page)
    assert item["tooltip"].startswith("\x1fMarenth: 4\x1f") and "[r/1, 2031-03-05]" in item["tooltip"]
    listed = page.partition('class="below"')[2]
    assert "<li>Lost Ford: 2</li>" in listed and "Without a place: 5." in listed
    assert "Outline: Invented." in listed and page.count('class="outline"') == 1


def test_the_country_itself_and_places_beyond_the_map_are_listed() -> None:
    page = page_of(country(), HEAD, ["marenth", 1, []], ["velmoria", 7, []], ["tarsholm", 2, []])
    assert len(items_of(page)) == 1
    assert "<li>Velmoria: 7</li>" in page and "<li>Tarsholm: 2</li>" in page


def test_without_coordinates_there_is_a_list_and_the_page_says_so() -> None:
    page = page_of(country(), HEAD, ["ford", 2, []])
    assert "No coordinates are known for these places, so there is no map:" in page and "<li>Lost Ford: 2</li>" in page


def test_a_country_without_an_outline_has_its_places_and_says_so() -> None:
    told = [Told(Key("Place", "x"), "X", (10.0, 50.0), 1), Told(Key("Place", "y"), "Y", (12.0, 51.0), 2)]
    drawing = draw_map(told, 0, None, Tooltips(country(), load_schema()))
    assert "outline" not in drawing.svg and drawing.svg.count("<circle") == 2
    assert "There is no outline of this country." in drawing.below


def test_hostile_names_stay_text() -> None:
    where: dict[str, Value] = {"lat": -42.0, "lon": -12.0}
    towns = [Node("Place", f"p{i}", {"id": f"p{i}", "name": text, **where}) for i, text in enumerate(HOSTILE)]
    page = page_of(make_graph([*towns, entry()], []), HEAD, *([town.id, 1, []] for town in towns))
    assert page.count("<script") == 2 and not re.search(r"<(img|a) ", page)


def test_an_answer_without_places_says_so() -> None:
    with pytest.raises(KgError, match="no row has a place"):
        page_of(country(), HEAD, [None, 5, []])


class TestInABrowser:
    """What a reader sees."""

    pytestmark = needs_chromium

    def test_names_stand_over_nothing(self, tmp_path: Path) -> None:
        towns = [p.id for p in PLACES if p.kind != "country"]
        page = page_of(country(), HEAD, *([town, 1 + n % 5, []] for n, town in enumerate(towns)))
        names = OVERLAPS.replace(".sign, text", "text")
        told = open_page(page, tmp_path, names)
        assert told["things"] > 15 and told["overlaps"] == [] and told["unnamed"] == 0
