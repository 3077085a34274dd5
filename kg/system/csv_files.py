"""CSV as spreadsheet programs write it: UTF-8 with or without a mark, divided by commas, semicolons or tabs."""

import csv
import io
from dataclasses import dataclass

from ingest.errors import KgError


@dataclass(frozen=True)
class CsvRow:
    """A row: its line in the file, from 1, and its cells by the column they are in."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class CsvTable:
    """The names of the columns, and the rows below them; a cell that is missing is empty."""

    columns: tuple[str, ...]
    rows: tuple[CsvRow, ...]


def read_csv(data: bytes) -> CsvTable:
    """Read a table whose first line names the columns. Raises ``KgError`` if it is no CSV in UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KgError("The sheet is not UTF-8. Save it as “CSV UTF-8” and try again.") from None
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)  # programs of some countries write semicolons
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="", restval="")
    rows = []
    try:
        columns = tuple(reader.fieldnames or ())
        for row in reader:
            cells = {name: cell for name, cell in row.items() if isinstance(cell, str)}
            rows.append(CsvRow(reader.line_num - sum(cell.count("\n") for cell in cells.values()), cells))
    except csv.Error:
        raise KgError("The sheet is not CSV. Save it as “CSV UTF-8” and try again.") from None
    return CsvTable(columns, tuple(rows))
