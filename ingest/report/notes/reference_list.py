"""The list of references: lines that open with a footnote's number and hold its addresses.

``[12] https://…``, ``[^12]: https://…``, ``12. https://…``, ``(12) https://…``, ``{12} https://…``, ``¹² https://…``,
``[iv] https://…``; words may be before the address. ``1 Daily, 3 May, https://…`` is one where a number 1 is printed
behind a word of the text. A line may hold several references, a reference several addresses, the last of them on lines
of their own. Numbers may be missing from the list.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, pairwise
from typing import NamedTuple

from ingest.facts import Reference
from ingest.report.lines import find_lines
from ingest.report.notes.addresses import (
    STARTS_ADDRESS,
    LinkedAddress,
    address_without_scheme,
    find_addresses,
    links_within,
)
from ingest.report.notes.marks import KEY, RAISED, Form, ListedNote, find_bare_numbers, find_square_marks, lowered

_BEGIN = r"\s{0,8}(?:[-*•]\s{1,3})?"
_FIGURES = re.compile(rf"{_BEGIN}\\?\[\s?\^?(\d{{1,6}})\s?\\?\](?!\()\s?[:.]?")
_BEFORE_ADDRESS = re.compile(
    rf"{_BEGIN}(\d{{1,6}})(?:[.):]|\s?[-–—])?(?=\s{{0,3}}[<(]?(?:https?://|www\.))", re.IGNORECASE
)
_BEFORE_WORDS = re.compile(rf"{_BEGIN}(\d{{1,4}})[.)]?(?=\s)")
_OTHER: tuple[tuple[Form, re.Pattern[str]], ...] = (
    ("square", re.compile(rf"{_BEGIN}\\?\[\s?([ivxlc]{{1,6}}|[a-z])\s?\\?\](?!\()\s?[:.]?")),
    ("round", re.compile(rf"{_BEGIN}\(\s?({KEY})\s?\)\s?[:.]?")),
    ("curly", re.compile(rf"{_BEGIN}\{{\s?({KEY})\s?\}}\s?[:.]?")),
    ("raised", re.compile(rf"{_BEGIN}([{RAISED}]{{1,6}})")),
)
_BESIDE = re.compile(r"(?:^|[\s,;.])(?=\\?[\[({]\s?\^?\w{1,6}\s?\\?[\])}])")
_LINKED = re.compile(r"\[(\d{1,6})\]\((https?://[^\s)]+)\)")
# References on one line, at most.
_MOST = 40
# Characters that a line may have beside a footnote mark's own for the mark to stand alone.
_MARK_ALONE = 6


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The references of a text. ``lines`` are the lines that hold them; ``listed`` has each number's form.

    ``without_address`` are lines that open with a number and hold no address; ``cited`` are the numbers that stand in
    square brackets in all other lines.
    """

    references: tuple[Reference, ...]
    lines: frozenset[int]
    without_address: frozenset[int]
    listed: tuple[ListedNote, ...]
    cited: frozenset[str]


def read_list(text: str, links: Sequence[LinkedAddress] = ()) -> ReferenceList:
    """Find the references of a text; ``links`` are what its words lead to. Cost is linear in the text."""
    found = _Found(find_bare_numbers(text))
    for number, span in find_lines(text):
        if line := text[slice(*span)]:
            here = [LinkedAddress(link.end - span.start, link.url) for link in links_within(links, *span)]
            found.take(number, _Line(line, here))
        else:
            found.open = False
    return ReferenceList(
        tuple(found.references),
        frozenset(found.lines),
        frozenset(found.without_address),
        tuple(dict.fromkeys(found.listed)),
        frozenset(found.cited),
    )


@dataclass(slots=True)
class _Found:
    """What was read so far. ``alone`` is a number alone on its line: the next line shows what it is.

    ``open`` says whether the line before was a reference, which this line may go on with.
    """

    bare: set[str]
    references: list[Reference] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    without_address: set[int] = field(default_factory=set)
    listed: list[ListedNote] = field(default_factory=list)
    cited: set[str] = field(default_factory=set)
    alone: tuple[int, ListedNote] | None = None
    open: bool = False

    def take(self, number: int, line: "_Line") -> None:
        """Take a line that is not empty."""
        alone, self.alone = self.alone, None
        if STARTS_ADDRESS.match(line.text) and (alone or self.open):
            self._take_address(number, line, alone)
            return
        notes = list(_split(line)) or list(self._described(line))
        self.open = False
        for note, words in notes:
            if urls := words.addresses():
                rule = "references.line_of_list"
                self.references.append(Reference(note.number, urls[0], number, rule, tuple(urls[1:])))
                self.open = True
            elif len(line.text) <= len(note.number) + _MARK_ALONE:
                self.alone = (number, note)
                return
        self.listed += [note for note, _ in notes]
        if notes:
            (self.lines if self.open else self.without_address).add(number)
        else:
            self.cited.update(note.number for note in find_square_marks(line.text))

    def _take_address(self, number: int, line: "_Line", alone: tuple[int, ListedNote] | None) -> None:
        urls = tuple(line.addresses())
        if alone:
            self.references.append(Reference(alone[1].number, urls[0], number, "references.on_next_line", urls[1:]))
            self.listed.append(alone[1])
            self.lines.add(alone[0])
        else:
            last = self.references[-1]
            self.references[-1] = replace(last, further=(*last.further, *urls))
        self.lines.add(number)
        self.open = True

    def _described(self, line: "_Line") -> Iterator[tuple[ListedNote, "_Line"]]:
        """``1 Daily, 3 May, https://…``: an address ends the line, and a 1 is printed behind a word of the text."""
        found = _BEFORE_WORDS.match(line.text)
        if found is None or found[1] not in self.bare:
            return
        ends = [span.end for span, _ in find_addresses(line.text)] + [link.end for link in line.links]
        if ends and not line.text[max(ends) :].strip(" .;)>"):
            yield ListedNote(found[1], "bare"), line.part(found.end(), len(line.text))


class _Line(NamedTuple):
    """A line of the text, or a part of one, and the links in it."""

    text: str
    links: Sequence[LinkedAddress] = ()

    def part(self, start: int, end: int) -> "_Line":
        """The part between two positions."""
        links = [LinkedAddress(link.end - start, link.url) for link in links_within(self.links, start, end)]
        return _Line(self.text[start:end], links)

    def has_address(self, at: int = 0) -> bool:
        """Whether an address is printed or linked behind a position."""
        return STARTS_ADDRESS.search(self.text, at) is not None or any(link.end > at for link in self.links)

    def addresses(self) -> list[str]:
        """The addresses in their order; one without a scheme only where there is no other."""
        printed = [(span.end, url) for span, url in find_addresses(self.text)]
        found = dict.fromkeys(url for _, url in sorted([*printed, *self.links]))
        return list(found) or list(filter(None, [address_without_scheme(self.text)]))


def opens_reference(text: str, links: Sequence[LinkedAddress] = ()) -> ListedNote | None:
    """The number that a line of the list opens with, ``None`` for another line.

    Only figures in square brackets need no address behind them.
    """
    return _opens_reference(_Line(text, links))


def _opens_reference(of: _Line) -> ListedNote | None:
    line = of.text
    if found := _FIGURES.match(line):
        return ListedNote(found[1], "square")
    if found := _BEFORE_ADDRESS.match(line):
        return ListedNote(found[1], "half" if found.group().endswith(")") else "bare")
    for form, pattern in _OTHER:
        found = pattern.match(line)
        if found and of.has_address(found.end()):
            return ListedNote(lowered(found[1]), form)
    return None


def find_linked(line: str, number: int) -> Iterator[Reference]:
    """Footnote marks that are links themselves, as Markdown writes them: ``[12](https://…)``.

    ``number`` is the line's in the file.
    """
    for mark in _LINKED.finditer(line):
        yield Reference(mark[1], mark[2], number, "references.linked_mark")


def _split(line: _Line) -> Iterator[tuple[ListedNote, _Line]]:
    """The references of a line: one, or several if each has an address."""
    first = _opens_reference(line)
    if first is None:
        return
    end = len(line.text)
    inside = (found.end() for found in _BESIDE.finditer(line.text, 1))
    starts = [0, *(at for at in islice(inside, _MOST) if _opens_reference(line.part(at, end)))]
    parts = [line.part(*bounds) for bounds in pairwise([*starts, end])]
    notes = [_opens_reference(part) for part in parts]
    if all(part.has_address() for part in parts):
        yield from ((note, part) for note, part in zip(notes, parts, strict=True) if note)
    else:
        yield first, line
