"""Rows of tables: which lines are rows, and what is read between their cells."""

import pytest

from ingest.facts import Span
from ingest.language.clean_text import clean_text
from ingest.language.table_rows import cells_of, is_row
from tests.processor_limit import processor_limit


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("March 4\tPessarin\tPolice came", "March 4,\tPessarin,\tPolice came"),
        ("1\tMarch 4\tPessarin\tPolice came.", "1.\tMarch 4,\tPessarin,\tPolice came."),
        ("March 4\t\tPessarin\tPolice came\t", "March 4,\tPessarin,\tPolice came"),
        ("| March 4 | Pessarin | Police came |", "March 4,\tPessarin,\tPolice came"),
        ("March 4\tPolice came to the school in the morning\tnobody was hurt", "in the morning.\tnobody"),
        ("March 4.\tPessarin:\tPolice came", "March 4.\tPessarin:\tPolice came"),
    ],
)
def test_cells_are_divided_by_marks(line: str, read: str) -> None:
    text = clean_text(f"{line}\n").text
    assert read in text and is_row(text)


@pytest.mark.parametrize(
    "text",
    ["\tMarch 4, Pessarin, police came.", "police\tcame", "[1]\tThe Herald\thttps://news.example/a", "a | b"],
)
def test_other_lines_are_no_rows(text: str) -> None:
    assert not is_row(clean_text(text).text)


def test_two_cells_make_rows_where_the_next_line_has_as_many() -> None:
    text = clean_text("March 4\tPolice came\n\nMarch 5\tA court sat\n\nNo\u00adtes\n").text
    assert text.startswith("March 4,\tPolice came\n\nMarch 5,\tA court sat")


def test_every_cell_leads_back_to_the_text_as_it_came() -> None:
    source = "Notes\n2\t  March 4 \t\u00a0Pessarin\tPolice de\u00adtained Ilkuvel Orvane\t\tlate\n"
    text = clean_text(source)
    line = text.text.split("\n")[1]
    start = text.text.index(line)
    cells = [
        source[slice(*text.original(Span(start + at, start + at + len(words))))].replace("\u00ad", "")
        for at, words in cells_of(line)
    ]
    assert cells == ["2", "March 4", "Pessarin", "Police detained Ilkuvel Orvane", "late"]


@pytest.mark.parametrize(
    "text",
    ["a\t" * 100_000, " \t " * 100_000, "x" * 200_000 + " " * 200_000 + "\ty", "|" * 200_000, "x" * 400_000],
)
def test_a_long_line_ends(text: str) -> None:
    with processor_limit():
        clean_text(f"{text}\n")
