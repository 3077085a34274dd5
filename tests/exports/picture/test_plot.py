"""Plots: sums as bars or lines, in files that any program opens."""

import pytest
from lxml import etree

from exports.picture.plot import MOST, MOST_LINES
from ingest.errors import KgError
from kg.graph.value import make_graph
from tests.exports.picture.answers import draw, header
from tests.exports.picture.graphs import HOSTILE

GRAPH = make_graph([], [])
BARS = header(
    {"name": {}, "place": {}, "times": {"label": "acts"}}, plot={"kind": "bar", "x": ["name", "place"], "y": "times"}
)
LINE = header({"year": {}, "what": {}, "times": {}}, plot={"kind": "line", "x": "year", "y": "times", "by": "what"})


def texts_of(svg: bytes) -> list[str]:
    return ["".join(node.itertext()) for node in etree.fromstring(svg).iter("{*}text")]


def test_bars_are_sums_with_names_and_the_columns_heading() -> None:
    rows = (["city court", "Marenth", 2], ["city court", "Quorra", 1], ["city court", "Marenth", 3])
    texts = texts_of(draw(GRAPH, BARS, *rows, format="svg").content)
    assert {"city court, Marenth", "city court, Quorra", "5", "1", "acts", "T"} <= set(texts)
    assert texts.index("city court, Marenth") < texts.index("city court, Quorra")


def test_a_line_goes_over_its_values_in_order_with_a_legend() -> None:
    rows = (["2032", "hunger_strike", 2], ["2031", "hunger_strike", 1], ["2031", "trial", 4])
    texts = texts_of(draw(GRAPH, LINE, *rows, format="svg").content)
    assert texts.index("2031") < texts.index("2032") and {"hunger strike", "trial"} <= set(texts)


def test_more_lines_than_colours_are_left_out_and_it_is_said() -> None:
    rows = [["2031", f"kind {i:02}", i] for i in range(1, MOST_LINES + 3)]
    picture = draw(GRAPH, LINE, *rows, format="svg")
    assert f"2 of {MOST_LINES + 2} lines with less were left out." in picture.said
    texts = texts_of(picture.content)
    assert "kind 10" in texts and "kind 02" not in texts


def test_months_stand_as_far_apart_as_they_are_and_nothing_is_drawn_where_nothing_is_told() -> None:
    months = ("2031-01", "2031-02", "2031-12")
    svg = draw(GRAPH, LINE, *([month, "trial", 1] for month in months), ["2031-02", "search", 2], format="svg").content
    ticks = [g for g in etree.fromstring(svg).iter("{*}g") if str(g.get("id")).startswith("xtick")]
    at = [float(use.get("x")) for tick in ticks for use in tick.iter("{*}use")]
    assert len(at) == 3 and (at[2] - at[1]) > 9 * (at[1] - at[0])
    marks = [g for g in etree.fromstring(svg).iter("{*}g") if str(g.get("id")).startswith("line2d")]
    assert sum(len(list(g.iter("{*}use"))) for g in marks if g.getparent().get("id") == "axes_1") == len(months) + 1


def test_the_same_answer_gives_the_same_bytes_and_png_is_png() -> None:
    row = ["city court", "Marenth", 2]
    for format, start in (("svg", b"<?xml"), ("png", b"\x89PNG")):
        first, second = (draw(GRAPH, BARS, row, format=format).content for _ in range(2))
        assert first == second and first.startswith(start)


def test_hostile_names_and_dollars_are_text() -> None:
    names = (*HOSTILE, r"$\frac{", "a_b^c $x$")
    svg = draw(GRAPH, BARS, *([name, "", 1] for name in names), format="svg").content
    assert not list(etree.fromstring(svg).iter("{*}script", "{*}image", "{*}a"))
    assert any(r"$\frac{" in text for text in texts_of(svg))


def test_what_is_left_out_is_said() -> None:
    picture = draw(GRAPH, BARS, *([f"court {i}", "", i + 1] for i in range(MOST + 3)), format="svg")
    assert f"3 of {MOST + 3} with less were left out." in picture.said


def test_a_plot_is_no_page_and_a_page_no_plot() -> None:
    with pytest.raises(KgError, match=r"-o FILE\.svg"):
        draw(GRAPH, BARS, ["a", "b", 1])
    matrix = header({"a": {}, "b": {}, "n": {}}, matrix={"down": "a", "across": "b", "value": "n"})
    with pytest.raises(KgError, match=r"-o FILE\.html"):
        draw(GRAPH, matrix, ["a", "b", 1], format="png")
