"""Rows of tables that were pasted as text: their cells are divided by tabs, or by ``|`` as Markdown writes them.

A row is read like any paragraph of a chronicle: ``October 9 ⇥ Springfield ⇥ Police detained …`` as ``October 9,
Springfield, Police detained …``. The tab stays behind the mark, and shows that the line is a row.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_BETWEEN_TABS = re.compile(r"[^\S\n]{0,40}\t[^\S\n]*")
_BETWEEN_BARS = re.compile(r"[^\S\n]{0,40}\|[^\S\n]*")
_ENDED = re.compile(r"[.,;:!?…—–-][”»\"’')]*$")
_NUMBER = re.compile(r"(?:No\.?\s?|№\s?|#)?\d{1,4}")
# A line of a reference list: a mark and an address.
_REFERENCE = re.compile(r"(?:[\[({]\^?\d{1,6}[\])}].{0,300}?|\d{1,6}[.:]?\s*)(?:https?://|www\.)", re.IGNORECASE)
# Words from which on a cell is prose: what follows it begins a sentence of its own.
_PROSE = 6
# Cells that make a line a row by itself; with fewer, the line beside it must have as many.
_CELLS = 3


class CellMark(NamedTuple):
    """What is between two cells, ``start`` to ``end`` of the text, and what is read in its place."""

    start: int
    end: int
    text: str


class _Line(NamedTuple):
    start: int
    text: str
    gaps: tuple[re.Match[str], ...]


def mark_cells(source: str) -> Iterator[CellMark]:
    """The marks between the cells of every row, in the order of the text; tabs in other lines become blanks."""
    lines = list(_lines_with_cells(source))
    rows = {line.start for line in lines if len(line.gaps) + 1 >= _CELLS}
    for line, other in pairwise(lines):
        between = source[line.start + len(line.text) : other.start]
        if not between.strip() and line.gaps and len(line.gaps) == len(other.gaps):
            rows |= {line.start, other.start}
    for line in lines:
        yield from _marks(line) if line.start in rows else _blanks(line)


def is_row(line: str) -> bool:
    """Whether a line of a cleaned text is a row."""
    return "\t" in line.strip()


def cells_of(line: str) -> Iterator[tuple[int, str]]:
    """The cells of a row of a cleaned text: where each starts, and its words without the mark behind them."""
    for found in re.finditer(r"[^\t]+", line):
        words = found.group().rstrip(" ,.;:")
        yield found.start() + len(words) - len(words.lstrip()), words.strip()


def _lines_with_cells(source: str) -> Iterator[_Line]:
    if "\t" not in source and "|" not in source:
        return
    start = 0
    for text in source.split("\n"):
        if "\t" in text or "|" in text:
            yield _line(start, text)
        start += len(text) + 1


def _line(start: int, text: str) -> _Line:
    if text.strip().startswith("|"):
        gaps = tuple(_BETWEEN_BARS.finditer(text))
    elif _REFERENCE.match(_BETWEEN_TABS.sub(" ", text.strip())):
        gaps = ()
    else:
        left, right = len(text) - len(text.lstrip()), len(text.rstrip())
        gaps = tuple(_BETWEEN_TABS.finditer(text, left, right))
    return _Line(start, text, gaps)


def _marks(line: _Line) -> Iterator[CellMark]:
    starts = [0, *(gap.end() for gap in line.gaps)]
    ends = [*(gap.start() for gap in line.gaps), len(line.text)]
    cells = [line.text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    full = [number for number, cell in enumerate(cells) if cell]
    for number, gap in enumerate(line.gaps):
        divides = full and cells[number] and number < full[-1]
        text = f"{_mark_behind(cells[number], first=number == full[0])}\t" if divides else " "
        yield CellMark(line.start + gap.start(), line.start + gap.end(), text)


def _mark_behind(cell: str, first: bool) -> str:
    if _ENDED.search(cell[-20:]):
        return ""
    is_number = first and _NUMBER.fullmatch(cell)
    return "." if is_number or len(cell.split()) >= _PROSE else ","


def _blanks(line: _Line) -> Iterator[CellMark]:
    for found in re.finditer("\t", line.text):
        yield CellMark(line.start + found.start(), line.start + found.end(), " ")
