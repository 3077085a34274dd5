"""The answer of a saved query on the terminal: a table of what an investigator reads, or each row with its words."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.cli.context import EMBEDDED, chosen_store
from kg.cli.output import print_hanging, print_line, print_table, say, say_count
from kg.cli.store import settings_exist
from kg.cli.tables import TableColumn, cell_text
from kg.schema.schema import load_schema
from kg.stores import Rows
from kg.workspace import Workspace
from queries.header import EVIDENCE, Header
from queries.pages.phrases import name_provision

if TYPE_CHECKING:
    from queries.quotes import Quote

_DURATION = re.compile(r"P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_UNITS = ("year", "month", "week", "day")
SHOWN_QUOTES = 8
"""The most quotes printed under one row."""


def print_answer(rows: Rows, header: Header, ids: bool, wide: bool) -> None:
    """Print the rows as a table, with keys of nodes where ``ids``."""
    shown = rows.without(hidden_columns(header, ids))
    if not shown.rows:
        say(f"No rows. {header.limits or ''}".strip())
        return
    columns = [TableColumn(header.heading_of(name), header.priority_of(name)) for name in shown.columns]
    print_table(header.title, columns, worded_rows(shown, header), wide)
    say_count(len(shown.rows))


def say_outdated(workspace: Path) -> None:
    """Say where a graph that was made under other rules may be why an answer is empty: it may lack what is counted."""
    if chosen_store() not in (None, EMBEDDED) or not settings_exist(workspace):
        return
    made = Workspace.open(workspace).status().generation
    if made and not made.rules_are_current:
        say("The graph was made under other rules than this version's, and may lack what is asked for: `kg rebuild`.")


def print_with_quotes(rows: Rows, header: Header, ids: bool, quotes: "Sequence[Sequence[Quote]]") -> None:
    """Print each row as a line, and under it the words it rests on, with their date, entry and source."""
    hidden = hidden_columns(header, ids)
    if not rows.rows:
        say(f"No rows. {header.limits or ''}".strip())
        return
    print_line(header.title, "bold")
    for row, quoted in zip(rows.rows, quotes, strict=True):
        print_hanging((_line(rows.columns, row, header, hidden), "bold"))
        for quote in quoted[:SHOWN_QUOTES]:
            print_hanging((f"{quote.date or 'no date'}, {quote.entry}: {quote.words}", ""), indent=2)
            print_hanging((quote.url or "no address in the report", "dim"), indent=6)
        if len(quoted) > SHOWN_QUOTES:
            print_hanging((f"and {len(quoted) - SHOWN_QUOTES} more entries; --format json has all", ""), indent=2)
    say_count(len(rows.rows))


def hidden_columns(header: Header, ids: bool) -> set[str]:
    """Columns that say nothing to a reader: places in entries, and keys of nodes unless they are asked for."""
    schema = load_schema()
    return {EVIDENCE} if ids else {EVIDENCE, *(name for name in header.columns if header.holds_ids(name, schema))}


def worded_rows(rows: Rows, header: Header) -> list[list[Any]]:
    """The rows as an investigator reads them: see :func:`worded`; articles as they are cited, "CC 405/2"."""
    return [
        [_worded_in(name, value, header) for name, value in zip(rows.columns, row, strict=True)] for row in rows.rows
    ]


def _worded_in(column: str, value: Any, header: Header) -> Any:
    if header.label_of(column) != "Provision":
        return worded(value)
    if isinstance(value, list | tuple):
        return [name_provision(id) for id in value if id is not None]
    return None if value is None else name_provision(value)


def worded(value: Any) -> Any:
    """A value as an investigator reads it: "25 days" for P25D, "hunger strike" for hunger_strike; others unchanged."""
    if isinstance(value, list | tuple):
        return [worded(item) for item in value]
    if not isinstance(value, str):
        return value
    if (found := _DURATION.fullmatch(value)) and any(found.groups()):
        parts = zip(found.groups(), _UNITS, strict=True)
        return ", ".join(f"{n} {unit}{'' if n == '1' else 's'}" for n, unit in parts if n)
    word = value.split(" (", maxsplit=1)[0]
    return value.replace("_", " ") if word in _closed_words() else value


@cache
def _closed_words() -> frozenset[str]:
    return frozenset(word for words in load_schema().values.values() for word in words)


def _line(columns: Sequence[str], row: Sequence[Any], header: Header, hidden: set[str]) -> str:
    words = (_worded_in(name, value, header) for name, value in zip(columns, row, strict=True))
    named = [(name, cell_text(value)) for name, value in zip(columns, words, strict=True) if name not in hidden]
    return "; ".join(f"{header.heading_of(name)}: {text}" for name, text in named if text)
