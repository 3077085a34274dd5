"""The terminal: everything that ``kg`` prints or asks goes through here.

Text from reports, file names, journals and servers may hold escape sequences, which would erase lines, set the window's
title or hide a word. Here each control character is replaced by a visible one. ``tests/kg/cli/test_output.py`` checks
that no other module of the command line prints.
"""

import csv
import io
import json
import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from textwrap import wrap
from typing import Any, TextIO

import click
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from ingest.errors import KgError
from kg.cli.tables import TableColumn, fit
from kg.stores import Progress as ReportProgress
from kg.stores import Rows
from kg.system.control_characters import escape_control, replace_control
from kg.system.csv_cells import guard_formula
from kg.system.output_encoding import can_write

# The value of an option that was given without one: what no argument can be.
_ASKED = "\0"

FORMATS = click.Choice(["table", "csv", "json"])

# NO_COLOR and pipes are respected by rich; a pipe gets lines that are never wrapped or cut.
_UNBOUNDED = 100_000
_WHITE = re.compile(r"\s")
# Columns of what is printed to be read.
_READING = 80
_out = Console(width=None if sys.stdout.isatty() else _UNBOUNDED, highlight=False)
_err = Console(stderr=True, soft_wrap=True, highlight=False)


def styled(text: str, style: str = "") -> Text:
    """A text for a screen, without control characters, and never read as markup."""
    return Text(replace_control(text), style=style)


def print_line(text: str = "", style: str = "") -> None:
    """Print a line of a result."""
    _out.print(styled(text, style))


def print_hanging(*parts: tuple[str, str], indent: int = 0, hang: int = 4) -> None:
    """Print a text for reading, in lines that fit the terminal; those after the first stand ``hang`` further right.

    Its parts are texts with their styles.

    A pipe gets lines of 80 characters. Only a word that is longer than a line, such as an address, makes a longer one.
    """
    text = Text.assemble(*(styled(*part) for part in parts))
    width = min(_out.width, _READING) - indent
    plain, spaces, start = _WHITE.sub(" ", text.plain), "", 0
    for line in wrap(plain, width - hang, break_long_words=False, break_on_hyphens=False):
        start = plain.index(line, start)
        _out.print(Text(" " * indent + spaces) + text[start : start + len(line)], soft_wrap=True)
        spaces, start = " " * hang, start + len(line)


def print_rows(rows: Rows, format: str, title: str = "", more: str = "add LIMIT, or narrow the query") -> None:
    """Print a query's result. If it was cut, say so on standard error, with how to get more."""
    if format == "json":
        print_json(objects_of(rows))
    elif format == "csv":
        _print_csv(csv_text(rows))
    elif rows.rows:
        print_table(title, rows.columns, rows.rows)
        say_count(len(rows.rows))
    else:
        say("No rows.")
    say_cut(rows, more)


def objects_of(rows: Rows) -> list[dict[str, Any]]:
    """One object for each row."""
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]


def say_count(number: int) -> None:
    """Say how many rows there are."""
    say(f"{_counted(number)}.")


def _counted(rows: int) -> str:
    return "1 row" if rows == 1 else f"{rows} rows"


def say_cut(rows: Rows, more: str) -> None:
    """Say how to get more rows, where they were cut."""
    if rows.cut:
        say(f"Cut at {_counted(len(rows.rows))}: {more}.")


def print_json(value: Any) -> None:
    """Print a value for programs.

    Control characters, and letters that standard output cannot write, are escaped, so nothing is lost.
    """
    text = json.dumps(value, ensure_ascii=False, indent=1)
    if not can_write(replace_control(text), sys.stdout.encoding):
        text = json.dumps(value, indent=1)
    click.echo(escape_control(text))


def print_table(
    title: str, columns: Sequence[str | TableColumn], rows: Sequence[Sequence[Any]], wide: bool = False
) -> None:
    """Print a table that fits the terminal. A pipe, and ``wide``, get every column and lines that are never wrapped.

    Says on standard error which columns were left out.
    """
    if title:
        print_line(title, "bold")
    named = [c if isinstance(c, TableColumn) else TableColumn(c.replace("_", " "), 1) for c in columns]
    width = None if wide or _out.width >= _UNBOUNDED else _out.width
    fitted = fit(named, rows, width)
    table = Table(header_style="bold")
    for i, column_width in zip(fitted.shown, fitted.widths, strict=True):
        table.add_column(styled(named[i].heading), overflow="fold", width=column_width if width else None)
    for cells in fitted.cells:
        table.add_row(*map(styled, cells))
    _out.print(table, width=_UNBOUNDED if width is None else width)
    if fitted.left_out:
        say(f"The terminal is too narrow for: {', '.join(fitted.left_out)}. --wide shows everything.")


def say(text: str, style: str = "") -> None:
    """Print a sentence for the user on standard error."""
    _err.print(styled(text, style))


def clear_screen() -> None:
    """Clear the terminal, if standard error is one."""
    if _err.is_terminal:
        _err.clear()


def show(screen: RenderableType) -> None:
    """Print a layout on standard error. Its texts are made with :func:`styled`."""
    _err.print(screen, soft_wrap=False)


def ask(what: str, default: str | None = None) -> str:
    """Ask for a line of text; Enter means ``default``."""
    answer: str = click.prompt(replace_control(what), default=default, err=True)
    return answer.strip()


def ask_or_nothing(what: str) -> str:
    """Ask for a line of text; Enter alone is an answer too."""
    answer: str = click.prompt(replace_control(what), default="", show_default=False, err=True)
    return answer.strip()


def optional_value() -> dict[str, Any]:
    """How an option is declared whose value may be left out, to be asked for; see :func:`asked`."""
    return {"is_flag": False, "flag_value": _ASKED}


def asked(value: str, what: str) -> str:
    """The value of an option; asked for where the option was given without one, so that no name is an argument."""
    return ask(what) if value == _ASKED else value


def ask_yes_or_no(question: str, default: bool) -> bool:
    """Ask a question; Enter means ``default``."""
    return click.confirm(replace_control(question), default=default, err=True)


def ask_secret(what: str, twice: bool = False) -> str:
    """Ask for a password, which is not shown. If standard input is not a terminal, read it from there.

    ``twice`` asks again to compare (from a pipe, a second line). Raises ``KgError`` if the pipe has no such lines.
    """
    if sys.stdin.isatty():
        typed: str = click.prompt(replace_control(what), hide_input=True, confirmation_prompt=twice, err=True)
        return typed
    lines = [sys.stdin.readline().rstrip("\r\n") for _ in range(1 + twice)]
    if not all(lines):
        wanted = "on two lines" if twice else "on one line"
        raise KgError(f"{what}: it was not given. Type it at a terminal, or pipe it in {wanted}.")
    if lines[0] != lines[-1]:
        raise KgError(f"{what}: the two lines differ. Give the same one twice.")
    return lines[0]


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
    with Progress(*columns, console=_err, transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _print_csv(text: str) -> None:
    """Print CSV. A file gets UTF-8 with a byte order mark: without it, spreadsheets read names in a wrong encoding."""
    if _is_file(sys.stdout):
        click.echo(text.encode("utf-8-sig"), nl=False)
        return
    click.echo(text, nl=False)
    encoding = sys.stdout.encoding
    if not can_write(text, encoding):
        say(f"{encoding} lacks some of the letters: they are written as near ones or as ?. Write to a file instead.")


def _is_file(stream: TextIO) -> bool:
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:  # a stream of a test, which is no file of the system
        return False


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(_cell(v) for v in value)
    return str(value)


def csv_text(rows: Rows) -> str:
    """Rows as CSV that no spreadsheet program takes for formulas."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in (rows.columns, *rows.rows):
        writer.writerow([guard_formula(replace_control(_cell(v))) for v in row])
    return text.getvalue()
