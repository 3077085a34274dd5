"""Tables as an Excel workbook (.xlsx): texts, numbers and dates, no formula and no link.

Written row by row (XlsxWriter, offline), so that a long answer takes no more memory than a short one. What it keeps on
the disk meanwhile is in a folder beside the file that is its owner's alone, and is removed.
"""

import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exports.files import replace_export
from ingest.errors import KgError
from kg.system.control_characters import replace_control

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | bool | None

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRST_YEAR = 1900
"""Excel knows no earlier dates; they stay texts."""
_LONGEST = 32_767
"""Characters of a cell, a limit of the format."""
_CUT = " … (cut: a cell holds no more; CSV and JSON have all)"
_MOST_ROWS = 1_048_576
_WIDEST = 60


@dataclass(frozen=True)
class Sheet:
    """One table of a workbook: what its tab says (31 characters), its headings, and its rows."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def write_spreadsheet(path: Path, sheets: Sequence[Sheet], created: datetime | None = None) -> None:
    """Replace a file in one step by a workbook of these tables, which says it was ``created`` now unless you say.

    Raises ``KgError`` where it cannot be written.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 (only a workbook needs it)

    if max(len(sheet.rows) for sheet in sheets) >= _MOST_ROWS:
        raise KgError(f"A sheet of Excel has {_MOST_ROWS} rows. Narrow the query, or use --format csv.")
    with replace_export(path) as file, tempfile.TemporaryDirectory(dir=path.resolve().parent, prefix=".kg-") as folder:
        options = {"constant_memory": True, "tmpdir": folder, "strings_to_formulas": False, "strings_to_urls": False}
        workbook = Workbook(file, options)
        if created is not None:
            workbook.set_properties({"created": created})
        formats = {
            "heading": workbook.add_format({"bold": True}),
            "date": workbook.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"}),
            "text": workbook.add_format({"text_wrap": True, "valign": "top"}),
        }
        for sheet in sheets:
            _write_sheet(workbook.add_worksheet(sheet.name), sheet, formats)
        workbook.close()


def _write_sheet(written: "Worksheet", sheet: Sheet, formats: dict[str, "Format"]) -> None:
    for column, heading in enumerate(sheet.headings):
        longest = max((len(str(row[column])) for row in sheet.rows), default=0)
        written.set_column(column, column, min(max(longest, len(heading)) + 2, _WIDEST))
    written.freeze_panes(1, 0)
    for column, heading in enumerate(sheet.headings):
        written.write_string(0, column, heading, formats["heading"])
    for number, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            _write_cell(written, (number, column), cell, formats)


def _write_cell(written: "Worksheet", place: tuple[int, int], cell: Cell, formats: dict[str, "Format"]) -> None:
    if isinstance(cell, bool):
        written.write_boolean(*place, cell, formats["text"])
    elif isinstance(cell, int | float):
        written.write_number(*place, cell, formats["text"])
    elif cell and (day := _day_of(cell)):
        written.write_datetime(*place, day, formats["date"])
    elif cell:
        written.write_string(*place, _fitted(replace_control(cell)), formats["text"])


def _day_of(text: str) -> date | None:
    """The day that a text is; ``None`` for all other texts, and for days that Excel does not know."""
    if not _DATE.fullmatch(text):
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year >= _FIRST_YEAR else None


def _fitted(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - len(_CUT)] + _CUT


def cells_of(rows: Sequence[Sequence[Any]]) -> list[list[Cell]]:
    """Rows of an answer as cells: lists are joined."""
    return [["; ".join(map(str, cell)) if isinstance(cell, list | tuple) else cell for cell in row] for row in rows]
