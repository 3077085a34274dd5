"""Tables as an Excel workbook: one sheet each, after a sheet that describes every column."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from exports.part import describe_part
from exports.spreadsheet import Cell, Sheet, write_spreadsheet
from exports.tables.tables import BETWEEN, Table

_COLUMNS = ("table", "what a row is", "column", "title", "type", "what it holds", "values")
_UNDATED = datetime(1980, 1, 1)
"""When the workbook says it was made, so that the same graph gives the same bytes."""


def write_workbook(tables: Sequence[Table], path: Path, part: str = "") -> None:
    """Write the workbook; of a ``part`` of the graph, its first sheet says which.

    Raises ``KgError`` if it cannot be written or a table has more rows than a sheet can hold.
    """
    described: list[list[Cell]] = [
        [table.name, table.about, column.name, column.title, column.type, column.about, BETWEEN.join(column.values)]
        for table in tables
        for column in table.columns
    ]
    sheets = [Sheet(table.name, [column.name for column in table.columns], table.rows) for table in tables]
    about = [Sheet("About", ("what is in this file",), [[describe_part(part)]])] if part else []
    write_spreadsheet(path, [*about, Sheet("Columns", _COLUMNS, described), *sheets], _UNDATED)
