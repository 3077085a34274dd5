"""Workbooks, opened by a library that did not write them."""

import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from exports.spreadsheet import Cell, Sheet, cells_of, write_spreadsheet
from ingest.errors import KgError


def written(path: Path, rows: list[list[Cell]]) -> list[list[Any]]:
    """The cells of a sheet as they are read back, with their types."""
    headings = [f"column {i}" for i in range(len(rows[0]))]
    write_spreadsheet(path, [Sheet("Answer", headings, rows)])
    sheet = openpyxl.load_workbook(path)["Answer"]
    assert [cell.value for cell in sheet[1]] == headings
    return [[(cell.value, cell.data_type) for cell in row] for row in sheet.iter_rows(min_row=2)]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "{=1}", "https://example.org", "'=1", "１＋"]
)
def test_a_text_stays_a_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.xlsx"
    ((cell,),) = written(path, [[text]])
    assert cell[1] == "s" and cell[0].strip("\t") == text.strip("\t")
    with zipfile.ZipFile(path) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
    assert "<f" not in sheet.replace("<formula", "<f") and "hyperlink" not in sheet


def test_numbers_and_days_are_what_they_are(tmp_path: Path) -> None:
    (row,) = written(tmp_path / "a.xlsx", [[12, 2.5, True, None, "2023-06-08", "2023-06", "2023-06-31", "1899-12-31"]])
    assert row[:4] == [(12, "n"), (2.5, "n"), (True, "b"), (None, "n")]
    assert row[4] == (datetime(2023, 6, 8), "d")
    assert row[5:] == [("2023-06", "s"), ("2023-06-31", "s"), ("1899-12-31", "s")]


def test_lists_are_joined_and_control_characters_are_shown(tmp_path: Path) -> None:
    rows = cells_of([[["Orvane Ilka", "Tasel O."], "a\x1b[2Jb"]])
    assert written(tmp_path / "a.xlsx", rows) == [[("Orvane Ilka; Tasel O.", "s"), ("a\ufffd[2Jb", "s")]]


def test_a_text_that_is_too_long_says_that_it_is_cut(tmp_path: Path) -> None:
    (((text, _),),) = written(tmp_path / "a.xlsx", [["word " * 10_000]])
    assert len(text) == 32_767 and text.endswith("CSV and JSON have all)")


def test_nothing_is_left_beside_the_file_which_is_its_owner_s_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    written(path, [["a"]])
    assert [file.name for file in tmp_path.iterdir()] == ["a.xlsx"] and path.stat().st_mode & 0o077 == 0
    with pytest.raises(KgError, match="cannot be written"):
        write_spreadsheet(tmp_path / "none" / "a.xlsx", [Sheet("Answer", ["a"], [["b"]])])


def test_a_sheet_has_an_end(tmp_path: Path) -> None:
    with pytest.raises(KgError, match="--format csv"):
        write_spreadsheet(tmp_path / "a.xlsx", [Sheet("Answer", ["a"], [["b"]] * 1_048_576)])
