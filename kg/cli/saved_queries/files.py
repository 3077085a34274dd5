"""The answer of a saved query as a file: CSV, JSON or a workbook."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from exports.files import write_export
from kg.cli.output import csv_text, objects_of
from kg.cli.saved_queries.workbook import write_workbook
from kg.stores import Rows
from kg.system.control_characters import escape_control
from queries.catalogue import SavedQuery
from queries.quotes import Quote


def write_answer(
    file: Path,
    format: str,
    query: SavedQuery,
    bound: Mapping[str, Any],
    rows: Rows,
    quotes: Sequence[Sequence[Quote]],
) -> None:
    """Write an answer in one of ``csv``, ``json``, ``xlsx``. Raises ``KgError`` where the file cannot be written."""
    if format == "xlsx":
        write_workbook(file, query, bound, rows, quotes)
    elif format == "csv":
        write_export(file, csv_text(rows).encode("utf-8-sig"))  # spreadsheets tell UTF-8 by its mark
    else:
        text = json.dumps(objects_of(rows), ensure_ascii=False, indent=1)
        write_export(file, f"{escape_control(text)}\n".encode())
