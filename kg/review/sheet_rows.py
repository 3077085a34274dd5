"""Rows of CSV that go out to a spreadsheet program and come back."""

import csv
import io
from collections.abc import Iterable, Sequence

from ingest.errors import KgError
from kg.system.csv_cells import guard_formula
from kg.system.csv_files import read_csv


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """CSV in UTF-8 with the mark that spreadsheet programs know it by; no cell is run as a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([guard_formula(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def read_rows(data: bytes, columns: Sequence[str], subject: str) -> list[dict[str, str]]:
    """The rows with these columns, of which ``why`` may be missing; a cell that is missing is empty.

    Raises ``KgError`` if it is no sheet of a review of the subject.
    """
    table = read_csv(data)
    needed = [column for column in columns if column != "why"]
    if not table.rows or not set(needed) <= set(table.columns):
        named = f"{', '.join(needed[:-1])} and {needed[-1]}"
        raise KgError(f"The sheet has no rows with the columns {named}. `kg review {subject} --export` makes one.")
    return [{column: row.cells.get(column, "") for column in columns} for row in table.rows]
