"""A text as it is read: without what no reader sees, and each letter in one form.

Left out are soft hyphens, characters without width, marks of direction, variation selectors and control characters; so
are blanks beyond the eighth of a run, and of links all but the words. A hyphen at a line's end that divides a word is
too. A letter and its accent in two characters are one. Letters in full width, mathematical letters and ligatures are
plain, blanks that do not break are blanks, hyphens that do not break are hyphens. Between the
cells of a table's row a comma is read. Letters of another alphabet that only
look right are those that a reader takes them for (``ingest.language.lookalikes``).

What is read is another text than what came, and every position in it leads back (:meth:`CleanText.original`).
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Literal, NamedTuple

from ingest.facts import Span
from ingest.language.divided_words import DIVIDED, DividedWords, blank_for_break
from ingest.language.links import Link, find_links, find_markup, is_within
from ingest.language.lookalikes import find_lookalike_initials, find_lookalikes
from ingest.language.table_rows import mark_cells

ChangeKind = Literal["invisible characters", "look-alike letters", "mixed alphabets", "unusual letters", "plain"]
"""What was found; ``plain`` is what every text has: blanks and hyphens that do not break, words divided at a line."""

# Soft hyphen, joiners, marks of direction, byte order marks within, and control characters but tab and line break.
_INVISIBLE = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    r"\U000e0000-\U000e0fff\U0001d173-\U0001d17a"
)
_ACCENT = r"\u0300-\u034e\u0350-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_BLANK = r"\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LETTER_FORM = r"\uff01-\uff5e\ufb00-\ufb06\U0001d400-\U0001d7ff"
_RUN = 8
"""White space of more characters is read as so many."""
_UNUSUAL = re.compile(
    rf"(?P<divided>{DIVIDED})"
    rf"|(?P<run>[\s{_INVISIBLE}]{{{_RUN + 1},}})"
    rf"|(?P<invisible>[{_INVISIBLE}]+)"
    rf"|(?P<accent>[{_ACCENT}]+)"
    rf"|(?P<form>[{_LETTER_FORM}])"
    rf"|(?P<blank>[{_BLANK}])"
    r"|(?P<hyphen>[\u2010\u2011])"
)
_NOT_SEEN = re.compile(f"[{_INVISIBLE}]")


class Change(NamedTuple):
    """Characters ``start`` to ``end`` of the text as it came, and what is read in their place."""

    start: int
    end: int
    text: str
    kind: ChangeKind


@dataclass(frozen=True)
class CleanText:
    """``text`` is what is read; ``source`` is the text as it came.

    ``changes`` are in the order of the text, none over another: one that keeps the length for each letter. ``links``
    are those of ``source``.
    """

    source: str
    text: str
    changes: tuple[Change, ...] = ()
    links: tuple[Link, ...] = ()
    _moves: tuple[Change, ...] = field(default=(), repr=False)

    @cached_property
    def _ends(self) -> list[int]:
        """The position in ``text`` behind each change that moved the rest."""
        grown = accumulate(len(c.text) - (c.end - c.start) for c in self._moves)
        return [change.end + by for change, by in zip(self._moves, grown, strict=True)]

    def original(self, span: Span) -> Span:
        """A span of ``text`` as one of ``source``: all that its characters were made of, and nothing around it."""
        start = self._start(span.start)
        return Span(start, self._end(span.end) if span.end > span.start else start)

    @cached_property
    def linked(self) -> tuple[tuple[int, Link], ...]:
        """The links, each with the position in ``text`` behind its words."""
        return tuple((self._read_position(link.mark.start), link) for link in self.links)

    @cached_property
    def link_marks(self) -> Mapping[tuple[int, str], Span]:
        """By the position in ``text`` behind linked words and their address: what stands behind them in ``source``."""
        return {(at, link.url): link.mark for at, link in self.linked}

    def _read_position(self, position: int) -> int:
        """Where a position of ``source`` is in ``text``, if no change lies over it."""
        last = bisect_right(self._move_ends, position)
        return position if last == 0 else self._ends[last - 1] + position - self._moves[last - 1].end

    @cached_property
    def _move_ends(self) -> list[int]:
        return [change.end for change in self._moves]

    def original_line(self, line: int) -> int:
        """The line of ``source``, from 1, for one of ``text``."""
        if not self._has_lost_lines:
            return line
        start = self._line_starts[min(line, len(self._line_starts)) - 1]
        return self.source.count("\n", 0, self._start(start)) + 1

    @cached_property
    def _has_lost_lines(self) -> bool:
        return self.source.count("\n") != self.text.count("\n")

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    def _start(self, position: int) -> int:
        last = bisect_right(self._ends, position)
        start = self._behind(last, position)
        # Inside what was made of several characters, or of one.
        return min(start, self._moves[last].start) if last < len(self._moves) else start

    def _end(self, position: int) -> int:
        last = bisect_right(self._ends, position - 1)
        end = self._behind(last, position - 1) + 1
        return self._moves[last].end if last < len(self._moves) and end > self._moves[last].start else end

    def _behind(self, number: int, position: int) -> int:
        """A position behind so many moves."""
        return position if number == 0 else self._moves[number - 1].end + position - self._ends[number - 1]


def clean_text(source: str) -> CleanText:
    """Make the text that is read. Cost is linear in the text.

    Line breaks stay, but for those of a run of more than ``_RUN`` blanks and of words divided at a line's end.
    """
    links = tuple(find_links(source))
    markup = find_markup(links)
    changes = [change for change in _changes(source) if not is_within(markup, change.start, change.end)]
    changes = sorted([*changes, *(Change(*span, "", "plain") for span in markup)]) if markup else changes
    changes = _with_cells(changes, source)
    text = _apply(source, changes)
    first = CleanText(source, text, (), links, tuple(c for c in changes if len(c.text) != c.end - c.start))
    lookalikes = sorted({*find_lookalikes(text), *find_lookalike_initials(text)})
    if not lookalikes:
        return CleanText(source, text, tuple(changes), links, first._moves)
    letters = list(text)
    for position, letter in lookalikes:
        letters[position] = letter or letters[position]
    replaced = tuple(
        Change(*first.original(Span(at, at + 1)), letter, "look-alike letters" if letter else "mixed alphabets")
        for at, letter in lookalikes
    )
    return CleanText(source, "".join(letters), tuple(sorted((*changes, *replaced))), links, first._moves)


def _apply(source: str, changes: Iterable[Change]) -> str:
    parts: list[str] = []
    done = 0
    for change in changes:
        parts += (source[done : change.start], change.text)
        done = change.end
    return "".join((*parts, source[done:]))


def _changes(source: str) -> list[Change]:
    """All but those of look-alike letters, in the order of the text."""
    made: list[Change] = []
    words: DividedWords | None = None
    done = 0
    for found in _UNUSUAL.finditer(source):
        if found.start() < done:
            continue
        if found.lastgroup != "divided":
            made.append(_CHANGES[found.lastgroup or ""](source, found, done))
        else:
            words = words or DividedWords(source)
            made += _join_word(source, found, words)
        done = found.end()
    return sorted(made)


def _with_cells(changes: list[Change], source: str) -> list[Change]:
    """The changes with those between the cells of tables; of blanks there, only these."""
    cells = [Change(*mark, "plain") for mark in mark_cells(source)]
    ends = [cell.end for cell in cells]
    behind = ((change, bisect_right(ends, change.start)) for change in changes)
    apart = [change for change, at in behind if at == len(cells) or cells[at].start >= change.end]
    return sorted([*apart, *cells]) if cells else changes


def _join_word(source: str, found: re.Match[str], words: DividedWords) -> Iterator[Change]:
    """The word without the break, which is put at a blank beside the word: lines are counted, and tell wrapped text."""
    hyphen, blank = words.hyphen_of(found), blank_for_break(source, found)
    if hyphen is not None and blank is not None:
        yield Change(*found.span(), hyphen, "plain")
        yield Change(blank, blank + 1, "\n", "plain")


def _leave_out(source: str, found: re.Match[str], _: int) -> Change:
    beside = source[found.start() - 1 : found.start()] + source[found.end() : found.end() + 1]
    told = any(map(str.isalnum, beside))
    return Change(*found.span(), "", "invisible characters" if told else "plain")


def _compose(source: str, found: re.Match[str], done: int) -> Change:
    """A letter with its accents as one character; accents for which there is none (a stress) are left out."""
    start = found.start() - 1
    if start < done or not source[start].isalpha():
        return Change(*found.span(), "", "unusual letters")
    composed = unicodedata.normalize("NFC", source[start] + found.group()[:_RUN])
    return Change(start, found.end(), composed[0], "unusual letters")


def _plain_letter(_: str, found: re.Match[str], __: int) -> Change:
    return Change(*found.span(), unicodedata.normalize("NFKC", found.group()), "unusual letters")


def _shorten(source: str, found: re.Match[str], _: int) -> Change:
    """A run of white space, characters that are not seen, or both."""
    run = found.group()
    blanks = run if run.isspace() else _NOT_SEEN.sub("", run)
    seen = "\n" * min(blanks.count("\n"), _RUN) or " " * min(len(blanks), _RUN)
    if len(blanks) == len(run):
        return Change(*found.span(), seen, "plain")
    return Change(*found.span(), seen, _leave_out(source, found, 0).kind)


def _blank(_: str, found: re.Match[str], __: int) -> Change:
    return Change(*found.span(), " ", "plain")


def _hyphen(_: str, found: re.Match[str], __: int) -> Change:
    return Change(*found.span(), "-", "plain")


_CHANGES: Mapping[str, Callable[[str, re.Match[str], int], Change]] = {
    "invisible": _leave_out,
    "accent": _compose,
    "form": _plain_letter,
    "run": _shorten,
    "blank": _blank,
    "hyphen": _hyphen,
}
