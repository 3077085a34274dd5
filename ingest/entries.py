"""A text is divided into what stands before the entries, the entries, and the reference list.

Every line is a paragraph, whether blank lines stand between or not. A paragraph with a dated header opens an entry.
One without goes on with the entry before it while that has no footnote yet (a paragraph broken in two, a list), or
when it opens in the middle of a sentence; with a footnote of its own, or as a whole sentence, it is an entry without a
date. Short lines without either (headings, dividers, a site's navigation) are nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.facts import Reference, Span
from ingest.headers import Header, read_header
from ingest.jurisdiction import Jurisdiction
from ingest.references import address_in, find_footnotes, opens_reference

_LATIN = re.compile(r"[A-Za-z]")
_FOREIGN = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f]")
_GOES_ON = re.compile(r"\s*(?:[a-z(,;–—]|[-•*]\s|\d{1,3}[.)]\s)")
_SENTENCE_END = re.compile(r"[.!?…:][”»\"’')\s]*(?:\[[\d,\s]{1,20}\][\s.]*)*\s*$")
_PROSE = 60


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some lines of the text: ``span`` in it without the white space around, ``line`` of the first, from 1.

    ``noted`` says whether a footnote mark stands in it.
    """

    span: Span
    line: int
    header: Header
    noted: bool

    def with_more(self, end: int, noted: bool) -> "Paragraph":
        """The paragraph, reaching up to ``end``."""
        return replace(self, span=Span(self.span.start, end), noted=self.noted or noted)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a text is made of. ``preamble`` holds the lines before the first entry."""

    preamble: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    references: tuple[Reference, ...]
    last_line: int


def split_text(text: str, jurisdiction: Jurisdiction) -> Parts:
    """Divide a text. Headers are read without a year where none is written out. Cost is linear in the text."""
    preamble: list[str] = []
    paragraphs: list[Paragraph] = []
    references: list[Reference] = []
    number, blank, waiting = 0, True, None
    for number, span in _lines(text):
        if span.start == span.end:
            blank = True
            continue
        line = text[slice(*span)]
        listed = opens_reference(line)
        url = address_in(line) if listed or waiting else None
        if listed or (waiting and url):
            mark = listed or waiting
            if url and mark:
                references.append(Reference(mark, url, number))
            waiting = None if url else mark
        else:
            waiting = None
            found = Paragraph(span, number, read_header(line, None, jurisdiction), bool(find_footnotes(line)))
            _take(text, found, blank, bool(references), paragraphs, preamble)
        blank = False
    return Parts(tuple(preamble), tuple(paragraphs), tuple(references), max(number, 1))


def _take(
    text: str, found: Paragraph, blank: bool, after_list: bool, paragraphs: list[Paragraph], preamble: list[str]
) -> None:
    """Put a line where it belongs: the preamble, the entry before it, or an entry of its own."""
    line = text[slice(*found.span)]
    last = paragraphs[-1] if paragraphs else None
    if found.header.date_span:
        if last and not blank and not _ends(text, last) and _is_spaced(text, paragraphs):
            paragraphs[-1] = last.with_more(found.span.end, found.noted)
        else:
            paragraphs.append(found)
        return
    if not _is_latin(line) or (after_list and not found.noted):
        return
    whole = found.noted or (len(_LATIN.findall(line)) >= _PROSE and _SENTENCE_END.search(line[-200:]) is not None)
    if last is None:
        if found.noted:
            paragraphs.append(found)
        else:
            preamble.append(line)
    elif _goes_on(text, last, line, whole):
        paragraphs[-1] = last.with_more(found.span.end, found.noted)
    elif whole:
        paragraphs.append(found)


def _goes_on(text: str, last: Paragraph, line: str, whole: bool) -> bool:
    if not last.noted:
        return whole or not _ends(text, last)
    return _GOES_ON.match(line) is not None and (whole or not _ends(text, last))


def _ends(text: str, paragraph: Paragraph) -> bool:
    tail = text[max(paragraph.span.start, paragraph.span.end - 60) : paragraph.span.end]
    return _SENTENCE_END.search(tail) is not None or tail.endswith("]")


def _is_spaced(text: str, paragraphs: list[Paragraph]) -> bool:
    """Whether blank lines divide this text's entries; then a line that follows without one may be wrapped."""
    pairs = zip(paragraphs[-4:], paragraphs[-3:], strict=False)
    return all(text[a.span.end : b.span.start].count("\n") > 1 for a, b in pairs) and len(paragraphs) > 1


def _is_latin(line: str) -> bool:
    return len(_LATIN.findall(line)) > len(_FOREIGN.findall(line))


def _lines(text: str) -> Iterator[tuple[int, Span]]:
    """Every line's number, from 1, and its span without the white space around it."""
    start, number = 0, 0
    while start < len(text):
        number += 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        left = len(line) - len(line.lstrip())
        yield number, Span(start + left, max(start + left, start + len(line.rstrip())))
        start = end + 1
