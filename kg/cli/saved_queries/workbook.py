"""The answer of a saved query as a workbook: the rows, the words they rest on, and how to read it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from exports.spreadsheet import Sheet, cells_of, write_spreadsheet
from kg.cli.saved_queries.answers import worded
from kg.stores import Rows
from queries.catalogue import SavedQuery
from queries.filters import PREFIX
from queries.quotes import Quote


def write_workbook(
    path: Path, query: SavedQuery, bound: Mapping[str, Any], rows: Rows, quotes: Sequence[Sequence[Quote]]
) -> None:
    """Write every column of the answer, the quotes of each row if there are any, and the query's explanation.

    Raises ``KgError`` where the file cannot be written.
    """
    headings = [query.header.heading_of(column) for column in rows.columns]
    answer = cells_of([list(map(worded, row)) for row in rows.rows])
    sheets = [Sheet("Answer", ["row", *headings], [[number, *row] for number, row in enumerate(answer, 1)])]
    if quotes:
        words = [
            [number, quote.date, quote.entry, quote.words, quote.url]
            for number, quoted in enumerate(quotes, 1)
            for quote in quoted
        ]
        sheets.append(Sheet("Evidence", ["row", "date", "entry", "words", "source"], words))
    sheets.append(Sheet("How to read it", ["", "what it says"], _explanation(query, bound, rows)))
    write_spreadsheet(path, sheets)


def _explanation(query: SavedQuery, bound: Mapping[str, Any], rows: Rows) -> list[list[Any]]:
    header = query.header
    asked = [[f"--{name.removeprefix(PREFIX)}", value] for name, value in bound.items() if name != "filtered"]
    cut = [["cut", f"There are more than these {len(rows.rows)} rows."]] if rows.cut else []
    return [
        ["question", header.title],
        ["what one learns", header.learns],
        ["how to read it", header.reading],
        ["what it cannot tell", header.limits],
        *cut,
        *cells_of(asked),
    ]
