"""Results on the terminal: a table for people, CSV and JSON for programs."""

import csv
import io
import json
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.stores import Progress as ReportProgress
from kg.stores import Rows
from kg.system.csv_cells import guard_formula

# Control characters for a terminal: a journal, or a reason in it, may come from anywhere.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")

FORMATS = click.Choice(["table", "csv", "json"])

# NO_COLOR and pipes are respected by rich; a pipe gets lines that are never wrapped or cut.
_UNBOUNDED = 100_000
out = Console(width=None if sys.stdout.isatty() else _UNBOUNDED, highlight=False)
err = Console(stderr=True, soft_wrap=True, highlight=False)


def print_rows(rows: Rows, format: str, title: str = "", more: str = "add LIMIT, or narrow the query") -> None:
    """Print a query's result. If it was cut, say so on standard error, with how to get more."""
    if format == "json":
        click.echo(
            json.dumps([dict(zip(rows.columns, row, strict=True)) for row in rows.rows], ensure_ascii=False, indent=1)
        )
    elif format == "csv":
        click.echo(_csv(rows), nl=False)
    else:
        print_table(title, rows.columns, rows.rows)
        say(f"{len(rows.rows)} rows." if len(rows.rows) != 1 else "1 row.")
    if rows.cut:
        say(f"Cut at {len(rows.rows)} rows: {more}.")


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """Print a table; text from reports is printed as it is, never read as markup."""
    if title:
        out.print(Text(title, style="bold"))
    table = Table(header_style="bold")
    for column in columns:
        table.add_column(Text(column.replace("_", " ")), overflow="fold")
    for row in rows:
        table.add_row(*(Text(_cell(value)) for value in row))
    out.print(table)


def say(text: str) -> None:
    """Print a sentence for the user on standard error."""
    err.print(Text(text))


@contextmanager
def progress_bar(what: str) -> Iterator[ReportProgress]:
    """Show a progress bar on standard error, removed when done; none if that is not a terminal."""
    # Imported here because only slow commands show a bar.
    from rich.progress import (  # noqa: PLC0415
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(_cell(v) for v in value)
    return _CONTROL.sub("\ufffd", str(value))


def _csv(rows: Rows) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(rows.columns)
    for row in rows.rows:
        writer.writerow([guard_formula(_cell(v)) for v in row])
    return text.getvalue()
