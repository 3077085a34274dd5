"""The questions as a spreadsheet, and back."""

import csv
import io

import pytest

from ingest.errors import KgError
from ingest.facts import Span
from kg.decisions.opinions import Opinion
from kg.review import EntryView, PersonView, QuestionView
from kg.review.people_sheet import COLUMNS, read_sheet, write_sheet

TEXT = "March 3, Orvane Ilka, a teacher, was detained."
LONG = "Ж" * 500


def side(id: str, name: str) -> PersonView:
    return PersonView(id, (name,), ("target", "teacher"), (EntryView("2031-03/1", "2031-03-03", TEXT, (Span(9, 20),)),))


QUESTIONS = [
    QuestionView(side("person-1", "Orvane Ilka"), side("person-2", "=HYPERLINK(1)"), ("same surname",), (), 4),
    QuestionView(side("person-3", LONG), side("person-4", "გიორგი"), (), ("in different places",), 2),
]


def sheet(answers: list[str], why: str = "", delimiter: str = ",") -> bytes:
    rows = list(csv.DictReader(io.StringIO(write_sheet(QUESTIONS).decode("utf-8-sig"), newline="")))
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, delimiter=delimiter)
    writer.writeheader()
    writer.writerows({**row, "answer": said, "why": why} for row, said in zip(rows, answers, strict=True))
    return text.getvalue().encode()


def test_a_row_a_question_and_no_cell_that_runs() -> None:
    first, second = csv.DictReader(io.StringIO(write_sheet(QUESTIONS).decode("utf-8-sig"), newline=""))
    assert first["name b"] == "'=HYPERLINK(1)" and first["words a"] == f"[2031-03/1] {TEXT}"
    assert (first["joins entries"], first["for"], first["a"], first["b"]) == (
        "4",
        "same surname",
        "person-1",
        "person-2",
    )
    assert (second["name a"], second["name b"], second["answer"]) == (LONG, "გიორგი", "")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_answers_are_read_and_empty_ones_passed_over(delimiter: str) -> None:
    filled = read_sheet(sheet(["Y", ""], "'=met her", delimiter))
    assert filled.opinions == (Opinion("same", "person-1", "person-2", "=met her"),) and filled.unclear == ()


@pytest.mark.parametrize(
    ("said", "answer"),
    [("no", "different"), ("u", "unsure"), ("same", "same"), ("different", "different"), ("?", "unsure")],
)
def test_words_for_answers(said: str, answer: str) -> None:
    assert [o.answer for o in read_sheet(sheet([said, said])).opinions] == [answer, answer]


def test_an_unclear_answer_is_named_by_its_row() -> None:
    filled = read_sheet(sheet(["perhaps", "n"]))
    assert [o.a for o in filled.opinions] == ["person-3"]
    assert [problem.partition(":")[0] for problem in filled.unclear] == ["row 2"]


@pytest.mark.parametrize(
    "data", [b"", b"surname;given\nx;y\n", b"\xff\xfe\x00", b"answer,a\ny,person-1\n", b"\x00" * 50]
)
def test_what_is_no_sheet_is_refused(data: bytes) -> None:
    with pytest.raises(KgError, match="sheet"):
        read_sheet(data)


@pytest.mark.parametrize(
    ("rows", "answers", "named"),
    [
        (["y,p1,p2", "n,p2,p1"], 1, "row 3: row 2 answers"),
        (["y,p1,p2", "y,p2,p1"], 2, ""),
        (["y,p1,p1", "n,p1,p2"], 1, "row 2: answer y, n or u"),
    ],
)
def test_rows_that_contradict_or_ask_nothing_are_named_and_the_rest_is_taken(
    rows: list[str], answers: int, named: str
) -> None:
    filled = read_sheet("\n".join(["answer,a,b", *rows]).encode())
    assert len(filled.opinions) == answers
    assert "".join(filled.unclear).startswith(named) and bool(filled.unclear) == bool(named)
