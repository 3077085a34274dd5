"""The network of an answer: only what its rows name and rest on."""

import re

import pytest

from exports.picture.answer import Row
from ingest.errors import KgError
from kg.graph.value import Graph, Node, Relationship, make_graph
from tests.exports.picture.answers import header, page_of
from tests.exports.picture.graphs import HOSTILE, entry, person, words
from tests.exports.picture.test_network import between, items_of, lines_of, markup_of

CHARGED = header(
    {"article": "Provision.id", "people": "Person.id", "evidence": {}},
    network={"lines": [{"from": "people", "to": "article"}]},
)
SHARED = header(
    {"first": "Person.id", "second": "Person.id", "through": {}, "evidence": {}},
    network={"lines": [{"from": "first", "to": "second", "label": "through"}]},
)


def charged() -> Graph:
    """Two people charged under part 2 of an article, one of them in another entry under part 1 too."""
    people = [person(1), person(2)]
    whole = Node("Provision", "CC:405", {"id": "CC:405", "level": "article"})
    parts = [Node("Provision", f"CC:405/{i}", {"id": f"CC:405/{i}", "level": "part"}) for i in (1, 2)]
    charges = [Node("Charge", f"charge-{i}", {"id": f"charge-{i}", "stage": "charged"}) for i in range(3)]
    told = [words(), words(), {"entries": ["r/1"], "spans": ["9-13"]}]
    faces = [
        Relationship("FACES", p.key, c.key, w) for p, c, w in zip((*people, people[0]), charges, told, strict=True)
    ]
    under = [
        Relationship("UNDER", c.key, v.key, w)
        for c, v, w in zip(charges, (parts[1], parts[1], parts[0]), told, strict=True)
    ]
    within = [Relationship("PART_OF", part.key, whole.key, {"entries": ["pack"], "spans": [""]}) for part in parts]
    return make_graph([*people, whole, *parts, *charges, entry()], [*faces, *under, *within])


def test_people_have_lines_to_the_article_for_charges_under_its_parts() -> None:
    page = page_of(charged(), CHARGED, ["CC:405", ["person-001", "person-002"], []])
    (line,) = between(page, "Orvane Ilka 1", "CC 405")
    assert len(line["tooltip"].split("\n\n")) == 2 and "under CC 405/1" in line["tooltip"]
    assert len(lines_of(page)) == 2


def test_a_tie_that_rests_on_none_of_the_rows_words_is_left_out() -> None:
    page = page_of(charged(), CHARGED, ["CC:405", ["person-001", "person-002"], ["r/1#0-6"]])
    (line,) = between(page, "Orvane Ilka 1", "CC 405")
    assert "charge-0" in line["tooltip"] and "charge-2" not in line["tooltip"]


def test_what_a_row_says_of_two_is_the_line_with_its_words() -> None:
    graph = make_graph([person(1), person(2), entry()], [])
    page = page_of(graph, SHARED, ["person-001", "person-002", "refusal for the same day", ["r/1#0-7"]])
    (line,) = lines_of(page)
    assert ">refusal for the same day</tspan>" in markup_of(page, items_of(page).index(line))
    assert "[r/1, 2031-03-05] \x1fMarenth\x1f" in line["tooltip"]


def test_a_line_is_dashed_where_all_that_rows_say_is_alleged() -> None:
    graph = make_graph([person(1), person(2), entry()], [])
    for said, dashed in (
        (["attack (alleged)"], True),
        (["attack (alleged)", "trial"], False),
        ([""], False),
        ([None], False),
    ):
        rows = [["person-001", "person-002", one, []] for one in said]
        page = page_of(graph, SHARED, *rows)
        (line,) = lines_of(page)
        assert ("stroke-dasharray" in markup_of(page, items_of(page).index(line))) == dashed


def test_hostile_words_of_a_row_stay_text() -> None:
    graph = make_graph([person(1), person(2), entry()], [])
    page = page_of(graph, SHARED, *(["person-001", "person-002", text, []] for text in HOSTILE))
    assert page.count("<script") == 2 and not re.search(r"<(img|a) ", page)


def test_words_of_a_row_are_an_investigators() -> None:
    row = Row({"length": "P15D", "what": ["hunger_strike (alleged)", "O_x"], "article": "CC:405/2", "who": "p"}, ROW)
    assert row.words_in("length") == ["15 days"] and row.words_in("article") == ["CC 405/2"]
    assert row.words_in("what") == ["hunger strike (alleged)", "O_x"]
    assert row.said() == ["term: 15 days", "what: hunger strike (alleged) and O_x", "article: CC 405/2"]
    assert row.names_in(("what", "length")) == ["hunger strike (alleged), O_x, 15 days"]
    assert (row.number("what"), row.number("missing")) == (2, 0)
    with pytest.raises(KgError, match="column length holds no numbers"):
        row.number("length")


ROW = header({"length": {"label": "term"}, "what": {}, "article": "Provision.id", "who": "Person.id"})
