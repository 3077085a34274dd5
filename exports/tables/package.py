"""Tables as a zip of CSV files with their data dictionary, a Frictionless Data Package (specs.frictionlessdata.io)."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from exports.files import archive_entry, replace_export
from exports.part import describe_part
from exports.spreadsheet import Cell
from exports.tables.tables import BETWEEN, Column, Table
from kg.schema.schema import PropertyType

DICTIONARY = "datapackage.json"

# What makes a spreadsheet program take a cell for a formula (OWASP, "CSV Injection"), wide forms among them.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SAFE = (
    "An apostrophe stands before a text that begins with = + - @ (also in their wide forms), a tab or the end of a"
    " line, so that no spreadsheet program takes it for a formula. Remove it to have the text as it was."
)
_TYPES: Mapping[PropertyType, str] = {"integer": "integer", "float": "number", "boolean": "boolean"}
_ABOUT: Mapping[PropertyType, str] = {
    "date": "ISO 8601, as exact as known: 2031, 2031-03, 2031-03-07.",
    "strings": f"Several texts, with '{BETWEEN}' between them.",
}


def write_package(tables: Sequence[Table], path: Path, part: str = "") -> None:
    """Write the zip; its dictionary says which ``part`` of the graph it is. Raises ``KgError``."""
    with replace_export(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, DICTIONARY, json.dumps(make_dictionary(tables, part), ensure_ascii=False, indent=1) + "\n")
        for table in tables:
            _put(archive, _file_of(table), _csv(table))


def make_dictionary(tables: Sequence[Table], part: str = "") -> dict[str, Any]:
    """The descriptor: what each table and column holds."""
    return {
        "profile": "tabular-data-package",
        "name": "persecution-casegraph",
        "title": "Cases of persecution",
        "description": " ".join(filter(None, [describe_part(part), _SAFE])),
        "resources": [_resource(table) for table in tables],
    }


def make_safe(cell: Cell) -> Cell:
    """A text that no spreadsheet program takes for a formula; numbers stay as they are."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _put(archive: zipfile.ZipFile, name: str, text: str) -> None:
    archive.writestr(archive_entry(name), text.encode())


def _file_of(table: Table) -> str:
    return f"tables/{table.name}.csv"


def _csv(table: Table) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in table.columns])
    for row in table.rows:
        writer.writerow([_written(make_safe(cell)) for cell in row])
    return text.getvalue()


def _written(cell: Cell) -> Cell:
    return str(cell).lower() if isinstance(cell, bool) else cell


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = [table.key]
    return {
        "profile": "tabular-data-resource",
        "name": table.name.lower(),
        "path": _file_of(table),
        "title": table.title,
        "description": f"{table.about.removesuffix('.')}. {len(table.rows)} rows.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "title": column.title,
        "type": _TYPES.get(column.type, "string"),
        "description": " ".join(filter(None, [column.about, _ABOUT.get(column.type, "")])),
    }
    if column.values and column.type == "string":
        field["constraints"] = {"enum": list(column.values)}
    return field
