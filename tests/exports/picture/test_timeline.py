"""The timeline: a lane for each person, arrests as bars of their length, nothing in a lane over anything else."""

import re
from pathlib import Path

import pytest

from ingest.errors import KgError
from kg.graph.value import Graph, Node, Relationship, make_graph
from tests.exports.picture.answers import header, page_of
from tests.exports.picture.browser import needs_chromium, open_page
from tests.exports.picture.graphs import entry, involved, person, words
from tests.exports.picture.test_network import items_of, markup_of

ACTS = header({"who": "Person.id", "events": "Event.id"}, timeline={"lane": "who", "acts": "events"})
TERMS = header(
    {"who": "Person.id", "since": {}, "until": {}, "length": {}, "held": {}},
    timeline={"lane": "who", "start": "since", "end": "until", "label": "length", "kind": "held", "open": True},
)
OVERLAPS = """
const boxes = [...document.querySelectorAll(".thing")].flatMap(thing =>
  [...thing.querySelectorAll(".sign, text")].map(part => ({ i: thing.dataset.i, r: part.getBoundingClientRect() })));
told = boxes.flatMap(a => boxes.filter(b => a.i < b.i && a.r.left < b.r.right - .5 && b.r.left < a.r.right - .5 &&
  a.r.top < b.r.bottom - 2 && b.r.top < a.r.bottom - 2).map(b => [a.i, b.i]));
told = { overlaps: told, right: Math.max(...boxes.map(b => b.r.right)), things: boxes.length };
"""


def arrested() -> Graph:
    """One person with three acts, an arrest of 15 days, and a fine."""
    tasel = person(1)
    acts = [
        Node("Event", "e1", {"id": "e1", "type": "detention", "date": "2031-03-05"}),
        Node("Event", "e2", {"id": "e2", "type": "threat", "date": "2031-03-09", "standing": "alleged"}),
        Node("Event", "e3", {"id": "e3", "type": "search", "date": "2031-02"}),
    ]
    dated = {"date": "2031-03-06", "status": "imposed"}
    arrest = Node(
        "Sanction", "s1", {"id": "s1", "kind": "administrative_arrest", "duration": "P15D", "days": 15, **dated}
    )
    fine = Node("Sanction", "s2", {"id": "s2", "kind": "fine", "amount": 10.0, **dated})
    ties = [*(involved(tasel, act) for act in acts)]
    ties += [Relationship("RECEIVED", tasel.key, s.key, words()) for s in (arrest, fine)]
    return make_graph([tasel, *acts, arrest, fine, entry()], ties)


def spans_of(page: str) -> dict[str, str]:
    """The markup of what is in the lanes, by its kind."""
    return {item["kind"]: markup_of(page, i) for i, item in enumerate(items_of(page)) if item.get("kind")}


def test_an_arrest_is_a_bar_of_its_length_and_an_act_a_dot() -> None:
    spans = spans_of(page_of(arrested(), ACTS, ["person-001", ["e1", "e2", "e3"]]))
    assert set(spans) == {"detention", "threat", "search", "administrative arrest"}
    (width,) = map(float, re.findall(r'width="([\d.]+)"', spans["administrative arrest"]))
    (month,) = map(float, re.findall(r'width="([\d.]+)"', spans["search"]))
    assert width / month == pytest.approx(15 / 27, rel=0.02)  # 2031-02 has 28 days: 27 from the first to the last
    assert "<circle" in spans["detention"] and "stroke-dasharray" not in spans["detention"]
    assert "stroke-dasharray" in spans["threat"], "it is alleged"
    assert 'fill-opacity="0.25"' in spans["search"], "its day is not known"


def test_tooltips_say_what_it_was_with_its_words_and_id() -> None:
    page = page_of(arrested(), ACTS, ["person-001", ["e1"]])
    (told,) = [item["tooltip"] for item in items_of(page) if item.get("kind") == "administrative arrest"]
    assert "administrative arrest 15 days, 2031-03-06" in told and "[r/1, 2031-03-05]" in told and told.endswith("s1")
    assert "P15D" not in page


def test_bars_come_from_columns_and_say_what_is_not_told() -> None:
    page = page_of(
        make_graph([person(1), person(2), person(3), entry()], []),
        TERMS,
        ["person-001", "2031-03-01", "2031-03-20", "P19D", "likely"],
        ["person-002", "2031-03-04", None, None, "unknown_since"],
        ["person-003", "2031-03-06", "2039-03-06", "P8Y", "likely"],
    )
    text = " ".join(re.findall(r">([^<]+)<", page.partition("<main>")[2].partition("</main>")[0]))
    for words_shown in ("19 days", "no end told", "8 years until 2039-03-06"):
        assert words_shown in text


def test_what_has_no_beginning_is_a_dot_on_the_day_it_was_told() -> None:
    columns = {"who": {}, "since": {}, "until": {}, "at": {}, "told": {}}
    timeline = {"lane": "who", "start": "since", "end": "until", "label": "at", "told": "told", "open": True}
    rows = ["Tasel", "2031-03-01", None, "camp", "2031-03-20"], ["Marod", None, None, "ward", "2031-03-25"]
    page = page_of(make_graph([entry()], []), header(columns, timeline=timeline), *rows)
    assert "ward, beginning not told" in page and "camp, no end told" in page
    assert "<polygon" in page and page.count("<polygon") == 1


def test_a_dot_has_no_end_to_tell() -> None:
    dots = header({"who": {}, "day": {}, "n": {}}, timeline={"lane": "who", "start": "day", "label": "n"})
    page = page_of(make_graph([entry()], []), dots, ["detention", "2031-03-05", 9])
    assert ">9</tspan>" in page and "no end told" not in page


@pytest.mark.parametrize(("standing", "dashed"), [("alleged", True), ("denied", True), ("found", False), (None, False)])
def test_a_row_that_is_alleged_looks_alleged_and_says_so(standing: str | None, dashed: bool) -> None:
    columns = {"what": {}, "day": {}, "said": {}}
    dots = header(columns, timeline={"lane": "what", "start": "day", "standing": "said"})
    (markup,) = spans_of(page_of(make_graph([entry()], []), dots, ["torture", "2031-03-05", standing])).values()
    assert ("stroke-dasharray" in markup) == dashed and (f"({standing})" in markup) == dashed


def test_what_is_no_date_is_named() -> None:
    with pytest.raises(KgError, match="column since holds 'spring', which is no date"):
        page_of(make_graph([person(1), entry()], []), TERMS, ["person-001", "spring", None, None, None])


def test_people_of_one_name_have_lanes_of_their_own() -> None:
    two = [person(1, "Ilka Orvane"), person(2, "Ilka Orvane")]
    rows = [[p.id, "2031-03-01", "2031-03-05", "", "likely"] for p in two]
    page = page_of(make_graph([*two, entry()], []), TERMS, *rows)
    assert page.count('class="thing lane"') == 2


def test_an_answer_without_dates_says_so() -> None:
    with pytest.raises(KgError, match="nothing in the answer has a date"):
        page_of(make_graph([person(1), entry()], []), TERMS, ["person-001", None, None, None, None])


class TestInABrowser:
    """What a reader sees."""

    pytestmark = needs_chromium

    def test_nothing_in_a_lane_stands_over_anything_else(self, tmp_path: Path) -> None:
        people = [person(i, "Orvanevski-Ilkamarenth Teshmardor" if i % 2 else "Ro") for i in range(12)]
        days = [f"2031-0{1 + i % 9}-{1 + i % 28:02}" for i in range(240)]
        acts = [
            Node("Event", f"e{i}", {"id": f"e{i}", "type": "prison_conditions", "date": day})
            for i, day in enumerate(days)
        ]
        ties = [involved(people[i % 11], act) for i, act in enumerate(acts)]
        rows = [[p.id, [act.id for i, act in enumerate(acts) if i % 11 == n]] for n, p in enumerate(people)]
        page = page_of(make_graph([*people, *acts, entry()], ties), ACTS, *rows)
        told = open_page(page, tmp_path, OVERLAPS)
        assert told["things"] > 250 and told["overlaps"] == [] and told["right"] <= 1400
