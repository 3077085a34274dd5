"""Notes at the ends of pages, and the lines at the edges of pages that are the same on all of them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.formats.pdf.lines import Line

_PAGE_NUMBER = re.compile(r"\W*\d{1,4}(?:\W{1,3}\d{1,4})?\W*")
_DIGITS = re.compile(r"\d+")
_OPENS_NOTE = re.compile(r"(?:\[(\d{1,4})\]|(\d{1,4}))[.)]?\s{1,3}(?=\S)")
_MARK = re.compile(r"\[(\d{1,4}(?:\s?[,;–-]\s?\d{1,4}){0,5})\]")
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_ADDRESS_AT_END = re.compile(r"(?:https?://|www\.)\S+$", re.IGNORECASE)
_GOES_ON = re.compile(r"[^\s\[(]*[/=?&%_.#-][^\s]*$|[^\s\[(]{1,200}$")
_SMALL = 0.93
# How far the lines of one note are apart at most, in the size of their letters.
_NEAR = 2.2
# Lines from the edge of a page that may be a running header or footer.
_EDGE = 2


@dataclass(frozen=True)
class Note:
    """A note: its number on the page, and its words."""

    number: str
    words: str


def without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The pages without page numbers, and without lines that stand at the same edge of several pages."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_alike(line) for line in _edges(lines)})
    return [[line for line in lines if not _is_running(line, lines, seen)] for lines in pages]


def _edges(lines: Sequence[Line]) -> list[Line]:
    by_height = sorted(lines, key=lambda line: -line.y)
    return [*by_height[:_EDGE], *by_height[_EDGE:][-_EDGE:]]


def _alike(line: Line) -> str:
    return f"{round(line.y / 4)} {_DIGITS.sub('#', line.plain)}"


def _is_running(line: Line, lines: Sequence[Line], seen: Counter[str]) -> bool:
    if line not in _edges(lines) or (_number_of(line) and _ADDRESS.search(line.words)):
        return False
    return seen[_alike(line)] > 1 or _PAGE_NUMBER.fullmatch(line.plain) is not None


def split_notes(lines: Sequence[Line], size: float) -> tuple[list[Line], list[Note]]:
    """A page's text and the notes at its end; ``size`` is that of the text.

    Notes are lines at the end that are smaller than the text, or that open with a number and hold an address.
    """
    start = len(lines)
    while start > 0 and _may_be_note(lines, start - 1, size):
        start -= 1
    while start < len(lines) and not _number_of(lines[start]):
        start += 1
    notes: list[Note] = []
    text = list(lines[:start])
    for above, line in pairwise([*lines[start : start + 1], *lines[start:]]):
        if number := _number_of(line):
            notes.append(Note(number, _without_number(line)))
        elif 0 < above.y - line.y < _NEAR * line.size:
            notes[-1] = Note(notes[-1].number, _join(notes[-1].words, line.words))
        else:
            text.append(line)
    return text, notes


def _may_be_note(lines: Sequence[Line], at: int, size: float) -> bool:
    line = lines[at]
    if line.size < _SMALL * size:
        return True
    if _number_of(line):
        return _ADDRESS.search(line.words) is not None
    # The rest of an address that is broken at a line's end.
    above = lines[at - 1] if at else None
    return above is not None and bool(_number_of(above)) and _breaks_address(above.words, line.words)


def _number_of(line: Line) -> str:
    if line.number:
        return line.number
    found = _OPENS_NOTE.match(line.plain)
    return (found[1] or found[2]) if found else ""


def _without_number(line: Line) -> str:
    return line.words if line.number else _OPENS_NOTE.sub("", line.words, count=1)


def _join(before: str, line: str) -> str:
    """A note with its next line; an address goes on without a blank."""
    return f"{before}{line}" if _breaks_address(before, line) else f"{before} {line}"


def _breaks_address(before: str, line: str) -> bool:
    if not _ADDRESS_AT_END.search(before) or _ADDRESS.match(line):
        return False
    return before[-1] in "/-_=&?%#" or ("/" in line and _GOES_ON.match(line) is not None and " " not in line)


class Numbering:
    """Gives every note a number of its own, where each page counts its notes from 1."""

    def __init__(self) -> None:
        self._used: set[int] = set()

    def renumber(self, lines: Sequence[Line], notes: Sequence[Note]) -> tuple[list[Line], list[Note]]:
        """A page's lines and notes with numbers that no page before has."""
        numbers = {note.number: self._free(int(note.number)) for note in notes}
        if all(number == str(new) for number, new in numbers.items()):
            return list(lines), list(notes)

        def put(found: re.Match[str]) -> str:
            return f"[{_DIGITS.sub(lambda each: str(numbers.get(each[0], each[0])), found[1])}]"

        renumbered = [replace(line, words=_MARK.sub(put, line.words)) for line in lines]
        return renumbered, [Note(str(numbers[note.number]), note.words) for note in notes]

    def _free(self, number: int) -> int:
        new = number if number not in self._used else max(self._used) + 1
        self._used.add(new)
        return new
