"""A text is divided into what stands before the entries, the entries, and the reference list.

Every line is a paragraph, whether blank lines stand between or not. A paragraph with a dated header opens an entry.
One without goes on with the entry before it while that has no footnote yet (a paragraph broken in two, a list), or
when it opens in the middle of a sentence; with a footnote of its own, or as a whole sentence, it is an entry without a
date. Short lines without either (headings, dividers, a site's navigation) are nothing. Where all lines are short, the
text is wrapped: then a line goes on with the one right before it, even if it opens with a day, mid-sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.facts import Reference, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.report.headers import Header, read_header
from ingest.report.references import address_in, find_footnotes, find_linked, opens_reference
from ingest.report.titles import is_title

_ADDRESS = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)
_LATIN = re.compile(r"[A-Za-z]")
_FOREIGN = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f]")
_GOES_ON = re.compile(r"\s*(?:[a-z(,;–—]|[-•*]\s|\d{1,3}[.)]\s)")
_SENTENCE_END = re.compile(r"[.!?…:][”»\"’')\s]*(?:\[[\d,\s]{1,20}\][\s.]*)*\s*$")
# Letters: a line of fewer is a heading or a button, not a sentence that tells something.
_PROSE = 60
_WRAPPED = 132


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


def split_paragraphs(text: str, jurisdiction: Jurisdiction) -> Parts:
    """Divide a text. Headers are read without a year where none is written out. Cost is linear in the text."""
    preamble: list[str] = []
    paragraphs: list[Paragraph] = []
    references: list[Reference] = []
    linked: list[Reference] = []
    # A footnote number alone on its line: the next line shows whether it opens a reference or ends an entry.
    alone: Paragraph | None = None
    number, blank, wrapped = 0, True, _is_wrapped(text)
    for number, span in _lines(text):
        if span.start == span.end:
            blank = True
            continue
        line = text[slice(*span)]
        if alone:
            if _ADDRESS.match(line):
                address = address_in(line) or ""
                references.append(Reference(_mark(text, alone), address, number, "references.on_next_line"))
                alone = None
                continue
            if paragraphs and not references:
                paragraphs[-1] = paragraphs[-1].with_more(alone.span.end, True)
            alone = None
        mark = opens_reference(line)
        if mark is None:
            found = Paragraph(span, number, read_header(line, jurisdiction), bool(find_footnotes(line)))
            linked += find_linked(line, number)
            _take(text, found, wrapped and not blank, bool(references), paragraphs, preamble)
        elif url := address_in(line):
            references.append(Reference(mark, url, number, "references.line_of_list"))
        else:
            alone = Paragraph(span, number, Header(), True) if len(line) <= len(mark) + 6 else None
        blank = False
    if alone and paragraphs and not references:
        paragraphs[-1] = paragraphs[-1].with_more(alone.span.end, True)
    listed = {reference.number for reference in references}
    references += [reference for reference in linked if reference.number not in listed]
    whole = (_with_whole_header(text, paragraph, jurisdiction) for paragraph in paragraphs)
    told = (p for p in whole if p.header.body < p.span.end - p.span.start)
    return Parts(tuple(preamble), tuple(told), tuple(references), max(number, 1))


def _with_whole_header(text: str, paragraph: Paragraph, jurisdiction: Jurisdiction) -> Paragraph:
    """The paragraph with its header read again where it got more lines: a wrapped header goes on in the second."""
    words = text[slice(*paragraph.span)]
    return replace(paragraph, header=read_header(words, jurisdiction)) if "\n" in words else paragraph


def _mark(text: str, paragraph: Paragraph) -> str:
    return opens_reference(text[slice(*paragraph.span)]) or ""


def _take(
    text: str, found: Paragraph, runs_on: bool, after_list: bool, paragraphs: list[Paragraph], preamble: list[str]
) -> None:
    """Put a line where it belongs: the preamble, the entry before it, or an entry of its own.

    ``runs_on`` says that it may be the rest of a wrapped line.
    """
    line = text[slice(*found.span)]
    last = paragraphs[-1] if paragraphs else None
    if found.header.date_span:
        if last is None and found.header.body >= len(line):
            # The day on which a site put the report up.
            return
        if last and runs_on and not _ends(text, last):
            paragraphs[-1] = last.with_more(found.span.end, found.noted)
        else:
            paragraphs.append(found)
        return
    latin, foreign = len(_LATIN.findall(line)), len(_FOREIGN.findall(line))
    if foreign > latin or not (latin or (runs_on and any(map(str.isalnum, line)))) or (after_list and not found.noted):
        return
    whole = found.noted or (latin >= _PROSE and _SENTENCE_END.search(line[-200:]) is not None)
    if last and not found.noted and is_title(line) and not any(p.noted for p in paragraphs[:3]):
        # What stands above the title is a site's: a day of publication, a list of other pages.
        preamble += [text[slice(*p.span)] for p in paragraphs]
        paragraphs.clear()
        last = None
    if last is None:
        if found.noted:
            paragraphs.append(found)
        else:
            preamble.append(line)
    elif runs_on or (not (whole and found.header.places) and _goes_on(text, last, line, whole)):
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


def _is_wrapped(text: str) -> bool:
    """Whether no line is longer than an editor wraps them; addresses cannot be wrapped and do not count."""
    return all(span.end - span.start <= _WRAPPED or "://" in text[slice(*span)] for _, span in _lines(text))


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
