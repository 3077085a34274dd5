"""The matrix: sums of a column for each pair of two others."""

import re

import pytest

from exports.picture.matrix import MOST
from ingest.errors import KgError
from kg.graph.value import make_graph
from tests.exports.picture.answers import draw, header, page_of
from tests.exports.picture.graphs import HOSTILE, entry
from tests.exports.picture.test_network import items_of

HEAD = header(
    {"article": "Provision.id", "court": {}, "place": {}, "charges": {}, "evidence": {}},
    matrix={"down": "article", "across": ["court", "place"], "value": "charges"},
)
GRAPH = make_graph([entry()], [])


def test_fields_are_sums_with_the_words_of_their_rows() -> None:
    page = page_of(
        GRAPH,
        HEAD,
        ["CC:405", "city court", "Marenth", 2, ["r/1#0-7"]],
        ["CC:405", "city court", "Marenth", 3, []],
        ["CC:405", "city court", "Quorra", 1, []],
        ["CAO:61", "city court", "Marenth", 1, []],
    )
    told = {item["name"]: item["tooltip"] for item in items_of(page)}
    assert set(told) == {"CC 405, city court, Marenth", "CC 405, city court, Quorra", "CAO 61, city court, Marenth"}
    assert told["CC 405, city court, Marenth"].startswith("\x1fCC 405, city court, Marenth: 5\x1f")
    assert "[r/1, 2031-03-05] \x1fMarenth\x1f" in told["CC 405, city court, Marenth"]


def test_a_place_that_the_name_has_is_not_said_again() -> None:
    page = page_of(GRAPH, HEAD, ["CC:405", "Harbour district court", "Harbour district", 1, []])
    assert [item["name"] for item in items_of(page)] == ["CC 405, Harbour district court"]


def test_years_stand_in_their_order() -> None:
    head = header({"what": {}, "year": {}, "n": {}}, matrix={"down": "what", "across": "year", "value": "n"})
    page = page_of(GRAPH, head, ["trial", "2032", 5], ["trial", "2031", 1])
    assert page.index(">2031<") < page.index(">2032<")


def test_those_with_most_come_first_and_what_is_left_out_is_said() -> None:
    rows = [[f"CC:{i}", "court", "Marenth", i, []] for i in range(1, MOST + 11)]
    picture = draw(GRAPH, HEAD, *rows)
    assert "10 lines and 0 columns with less were left out." in picture.said
    page = picture.content.decode()
    assert items_of(page)[0]["name"] == f"CC {MOST + 10}, court, Marenth"
    assert picture.said.split(". ", 1)[1] in page


def test_hostile_names_stay_text() -> None:
    page = page_of(GRAPH, HEAD, *(["CC:405", text, "", 1, []] for text in HOSTILE))
    assert page.count("<script") == 2 and not re.search(r"<(img|a) ", page)


def test_what_cannot_be_added_up_is_said() -> None:
    with pytest.raises(KgError, match="column charges holds no numbers"):
        page_of(GRAPH, HEAD, ["CC:405", "city court", "Marenth", "many", []])
