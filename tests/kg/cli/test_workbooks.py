"""``kg query NAME --format xlsx``: an answer as a workbook, opened by a library that did not write it."""

import json
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Kg


def test_a_workbook_has_the_answer_its_words_and_how_to_read_it(kg: Kg, sample_workspace: Path, tmp_path: Path) -> None:
    file = tmp_path / "answer.xlsx"
    asked = ("query", "repeated_targeting", "--at-least", "7")
    done = kg(*asked, "--evidence", "--format", "xlsx", "-o", file, workspace=sample_workspace)
    assert done.exit_code == 0, done.output
    rows = json.loads(kg(*asked, "--format", "json", workspace=sample_workspace).stdout)
    book = openpyxl.load_workbook(file)
    answer, evidence, explanation = book["Answer"], book["Evidence"], book["How to read it"]
    headings = [cell.value for cell in answer[1]]
    assert [row[headings.index("who")].value for row in answer.iter_rows(min_row=2)] == [row["name"] for row in rows]
    assert {row[0].value for row in evidence.iter_rows(min_row=2)} == set(range(1, len(rows) + 1))
    told = {row[0].value: row[1].value for row in explanation.iter_rows()}
    assert told["question"] == "Targeted again and again" and told["--at_least"] == 7


@pytest.mark.parametrize("format", ["csv", "json"])
def test_an_answer_is_written_to_a_file_as_it_is_printed(
    kg: Kg, sample_workspace: Path, tmp_path: Path, format: str
) -> None:
    query = ("query", "repeated_targeting", "--format", format)
    printed = kg(*query, workspace=sample_workspace)
    written = kg(*query, "-o", tmp_path / "answer", workspace=sample_workspace)
    assert printed.exit_code == written.exit_code == 0 and "rows written to" in written.output
    text = (tmp_path / "answer").read_text(encoding="utf-8-sig")
    assert len(text) > 500 and text in printed.output


@pytest.mark.parametrize("options", [("--format", "xlsx"), ("-o", "answer.csv")])
def test_a_workbook_needs_a_file_a_table_has_none(kg: Kg, sample_workspace: Path, options: tuple[str, ...]) -> None:
    refused = kg("query", "repeated_targeting", *options, workspace=sample_workspace)
    assert refused.exit_code == 2 and "needs -o FILE" in refused.output


def test_a_workbook_is_never_written_over_a_file_of_the_workspace(kg: Kg, sample_workspace: Path) -> None:
    journal = sample_workspace / "kg.toml"
    before = journal.read_bytes()
    refused = kg("query", "bursts", "--format", "xlsx", "-o", journal, workspace=sample_workspace)
    assert refused.exit_code == 1 and journal.read_bytes() == before
