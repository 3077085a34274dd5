"""Rows of CSV that go out to a spreadsheet program and come back."""

import csv
import io
from collections.abc import Iterable, Sequence

from ingest.errors import KgError
from kg.system.csv_cells import guard_formula


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
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise KgError("The sheet is not UTF-8. Save it as “CSV UTF-8” and try again.") from None
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)  # programs of some countries write semicolons
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        raise KgError("The sheet is not CSV. Save it as “CSV UTF-8” and try again.") from None
    needed = [column for column in columns if column != "why"]
    if not rows or not set(needed) <= rows[0].keys():
        named = f"{', '.join(needed[:-1])} and {needed[-1]}"
        raise KgError(f"The sheet has no rows with the columns {named}. `kg review {subject} --export` makes one.")
    return [{column: row.get(column) or "" for column in columns} for row in rows]
