"""Tables fit 80, 100 and 120 columns, with whole words, dates and numbers in one piece, and cut lists counted."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.cli.saved_queries.answers import hidden_columns, worded
from kg.cli.tables import Fitted, TableColumn, cell_text, fit
from kg.stores import Rows, Store
from kg.workspace import Workspace
from queries.catalogue import SavedQuery, load_queries
from queries.execute import ask, bind_parameters
from tests.conftest import Kg

COLUMNS = [TableColumn("who", 1), TableColumn("on days", 1), TableColumn("acts", 2), TableColumn("reason", 3)]
ROWS = [
    ["Ilkuvel Orvane", 12, ["detention", "hunger_strike", "search", "summons", "seizure"] * 8, "a kite " * 40],
    ["Sathuvela Perrith", 3, ["detention"], None],
]


@pytest.fixture(scope="module")
def store(sample_workspace: Path) -> Iterator[Store]:
    with Workspace.open(sample_workspace).reader() as store:
        yield store


def width_of(fitted: Fitted) -> int:
    return sum(fitted.widths) + 3 * len(fitted.widths) + 1


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_a_table_is_as_wide_as_the_terminal_and_words_are_whole(width: int) -> None:
    fitted = fit(COLUMNS, ROWS, width)
    assert width_of(fitted) <= width and not fitted.left_out
    for cells in fitted.cells:
        for cell, wide in zip(cells, fitted.widths, strict=True):
            assert all(len(word) <= wide for word in cell.split())


def test_what_does_not_fit_is_left_out_by_priority() -> None:
    assert fit(COLUMNS, ROWS, 45).left_out == ("reason",)
    narrow = fit(COLUMNS, ROWS, 30)
    assert narrow.left_out == ("acts", "reason") and narrow.shown == (0, 1)
    assert fit(COLUMNS, ROWS, None).left_out == ()


def test_a_list_that_is_cut_says_how_many_are_left() -> None:
    acts = ROWS[0][2]
    assert isinstance(acts, list)
    cell = fit(COLUMNS, ROWS, 80).cells[0][2]
    found = re.fullmatch(r"(.*), and (\d+) more", cell)
    assert found and len(found[1].split(", ")) + int(found[2]) == len(acts)
    assert "more" not in fit(COLUMNS, ROWS, None).cells[0][2]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (2.5, "2.5"),
        (172500.0, "172500"),
        (["a, b", "c"], "a, b; c"),
        ([], ""),
    ],
)
def test_cells(value: Any, text: str) -> None:
    assert cell_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("P25D", "25 days"),
        ("P1D", "1 day"),
        ("P3Y2M20D", "3 years, 2 months, 20 days"),
        ("P", "P"),
        ("P-1", "P-1"),
        ("hunger_strike", "hunger strike"),
        ("prison_conditions (alleged)", "prison conditions (alleged)"),
        ("some_file_name", "some_file_name"),
        (["P1M", None, 3], ["1 month", None, 3]),
    ],
)
def test_values_are_worded_as_an_investigator_reads_them(value: Any, text: Any) -> None:
    assert worded(value) == text


@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("query", load_queries().values(), ids=load_queries())
def test_every_answer_of_the_sample_fits(query: SavedQuery, width: int, store: Store) -> None:
    rows: Rows = ask(query, bind_parameters(query, {}, store), store)
    shown = rows.without(hidden_columns(query.header, ids=False))
    columns = [TableColumn(query.header.heading_of(c), query.header.priority_of(c)) for c in shown.columns]
    fitted = fit(columns, shown.rows, width)
    assert width_of(fitted) <= width
    assert all(columns[i].priority > 1 for i in range(len(columns)) if i not in fitted.shown)
    for cells in fitted.cells:
        for cell, wide in zip(cells, fitted.widths, strict=True):
            assert all(len(word) <= max(wide, 32) for word in cell.split())
            assert all(len(date) <= wide for date in re.findall(r"\d{4}-\d{2}-\d{2}", cell))


@pytest.mark.parametrize(
    ("name", "column"), [("bodies", "body"), ("person_by_date", "id"), ("repeated_targeting", "person")]
)
def test_ids_are_shown_where_they_are_asked_for(name: str, column: str) -> None:
    """Those of several kinds of thing in one column too."""
    header = load_queries()[name].header
    assert column in hidden_columns(header, ids=False)
    assert hidden_columns(header, ids=True) == {"evidence"}


def test_articles_are_written_as_they_are_cited(kg: Kg, sample_workspace: Path) -> None:
    shown = kg("query", "articles_together", workspace=sample_workspace).stdout
    assert "CC 262, CC 311" in shown and "CC:" not in shown
    shown = kg("query", "articles_together", "--evidence", workspace=sample_workspace).stdout
    assert "articles: CC 262, CC 311; people: 1" in shown
    counted = kg("count", "--by", "article", workspace=sample_workspace).stdout
    assert "CC 262" in counted and "CC:" not in counted
    of_one = ["count", "--unit", "charges", "--by", "stage", "--format", "csv", "--where"]
    found = kg(*of_one, "article=CC 262", workspace=sample_workspace).stdout
    assert found == kg(*of_one, "article=CC:262", workspace=sample_workspace).stdout
    assert len(found.splitlines()) > 2
    assert '"CC:262"' in kg("query", "articles_together", "--format", "json", workspace=sample_workspace).stdout
