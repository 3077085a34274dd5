"""Tables that fit a terminal: whole words, dates and numbers in one piece, columns left out by priority.

Pure layout, without printing: :func:`fit` says which columns are shown, how wide, and what stands in each cell.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_BORDERS = 3
"""Characters that a column takes besides its text; the table takes one more."""
_LINES = 4
"""Lines of a cell that lists more than it can show."""
_LONGEST_WORD = 32
"""A longer word, such as an address, may be broken."""


@dataclass(frozen=True)
class TableColumn:
    """A column: its heading, and its priority (1 is always shown, 3 is left out first)."""

    heading: str
    priority: int = 2


@dataclass(frozen=True)
class Fitted:
    """The columns that are shown (their positions), the width of each, the cells, and the headings left out."""

    shown: tuple[int, ...]
    widths: tuple[int, ...]
    cells: tuple[tuple[str, ...], ...]
    left_out: tuple[str, ...]


def fit(columns: Sequence[TableColumn], rows: Sequence[Sequence[Any]], width: int | None) -> Fitted:
    """Lay out a table for a terminal of ``width`` characters; ``None`` is no limit."""
    texts = [[cell_text(value) for value in row] for row in rows]
    if width is None:
        widths = tuple(_widest(column, texts, i) for i, column in enumerate(columns))
        return Fitted(tuple(range(len(columns))), widths, tuple(map(tuple, texts)), ())
    shown = _shown(columns, texts, width)
    left_out = tuple(column.heading for i, column in enumerate(columns) if i not in shown)
    least = [_least(columns[i], texts, i) for i in shown]
    widths = _widths(least, [_widest(columns[i], texts, i) for i in shown], width)
    cells = tuple(tuple(_cut(row[i], wide) for i, wide in zip(shown, widths, strict=True)) for row in rows)
    return Fitted(tuple(shown), widths, cells, left_out)


def cell_text(value: Any) -> str:
    """What stands in a cell."""
    if isinstance(value, list | tuple):
        return _separator(value).join(map(cell_text, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.10g}"
    return "" if value is None else str(value)


def _separator(items: Sequence[Any]) -> str:
    return "; " if any("," in str(item) for item in items) else ", "


def _shown(columns: Sequence[TableColumn], texts: Sequence[Sequence[str]], width: int) -> list[int]:
    """The columns that fit, in their order: those of the last priority are left out first, from the right."""
    shown = list(range(len(columns)))
    for i in sorted(shown, key=lambda i: (-columns[i].priority, -i)):
        if sum(_least(columns[j], texts, j) for j in shown) <= _room(len(shown), width) or columns[i].priority == 1:
            break
        shown.remove(i)
    return shown


def _widths(least: Sequence[int], widest: Sequence[int], width: int) -> tuple[int, ...]:
    """Share the room: every column gets its longest word, and what is left goes to those that need more."""
    widths = list(least)
    spare = _room(len(widths), width) - sum(widths)
    while spare < 0 and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
        spare += 1
    wanting = [i for i in range(len(widths)) if widths[i] < widest[i]]
    while spare > 0 and wanting:
        narrowest = min(wanting, key=lambda i: (widths[i] / widest[i], i))
        widths[narrowest] += 1
        spare -= 1
        wanting = [i for i in wanting if widths[i] < widest[i]]
    return tuple(widths)


def _room(columns: int, width: int) -> int:
    return width - _BORDERS * columns - 1


def _least(column: TableColumn, texts: Sequence[Sequence[str]], i: int) -> int:
    """The longest word of a column."""
    words = [word for text in (column.heading, *(row[i] for row in texts)) for word in text.split()]
    return min(max(map(len, words), default=1), _LONGEST_WORD)


def _widest(column: TableColumn, texts: Sequence[Sequence[str]], i: int) -> int:
    return max(len(column.heading), *(len(row[i]) for row in texts)) if texts else len(column.heading)


def _cut(value: Any, width: int) -> str:
    """A cell; of a list that takes too many lines, those items that fit and how many more there are."""
    text = cell_text(value)
    if not isinstance(value, list | tuple) or _lines(text, width) <= _LINES:
        return text
    items, separator = [cell_text(item) for item in value], _separator(value)
    for kept in range(len(items) - 1, 0, -1):
        text = f"{separator.join(items[:kept])}{separator}and {len(items) - kept} more"
        if _lines(text, width) <= _LINES:
            break
    return text


def _lines(text: str, width: int) -> int:
    lines, reached = 1, 0
    for word in text.split():
        reached += len(word) + (reached > 0)
        if reached > width:
            lines, reached = lines + 1, len(word)
    return lines
