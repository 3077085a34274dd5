"""A text is divided into what is before the entries, the entries, and the reference list.

Every line is a paragraph, whether blank lines stand between or not. A paragraph with a dated header opens an entry.
One without goes on with the entry before it while that has no footnote yet (a paragraph broken in two, a list), or
when it opens in the middle of a sentence; with a footnote of its own, or as a whole sentence, it is an entry without a
date. Short lines without either (headings, dividers, a site's navigation) are nothing. Where all lines are short, the
text is wrapped: then a line goes on with the one right before it, even if it opens with a day, mid-sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

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
# Letters: a line of fewer is a heading or a button, not a sentence.
_PROSE = 60
_WRAPPED = 132
# Characters that a line may have beside a footnote mark's own for the mark to stand alone.
_MARK_ALONE = 6


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some lines of the text: ``span`` in it without the white space around, ``line`` of the first, from 1.

    ``noted`` says whether a footnote mark is in it.
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
    found = _Found(text)
    # A footnote number alone on its line: the next line shows whether it opens a reference or ends an entry.
    alone: Paragraph | None = None
    number, blank, wrapped = 0, True, _is_wrapped(text)
    for number, span in _lines(text):
        line = text[slice(*span)]
        if not line:
            blank = True
            continue
        if alone and _ADDRESS.match(line):
            address = address_in(line) or ""
            found.references.append(Reference(_mark(text, alone), address, number, "references.on_next_line"))
            alone = None
            continue
        if alone:
            _end_entry(found, alone)
            alone = None
        mark = opens_reference(line)
        if mark is None:
            paragraph = Paragraph(span, number, read_header(line, jurisdiction), bool(find_footnotes(line)))
            found.linked += find_linked(line, number)
            _take(found, paragraph, runs_on=wrapped and not blank)
        elif url := address_in(line):
            found.references.append(Reference(mark, url, number, "references.line_of_list"))
        elif len(line) <= len(mark) + _MARK_ALONE:
            alone = Paragraph(span, number, Header(), True)
        blank = False
    if alone:
        _end_entry(found, alone)
    return _parts(found, jurisdiction, max(number, 1))


@dataclass(slots=True)
class _Found:
    """What was read of a text so far. ``linked`` are the references that are as links in the entries."""

    text: str
    preamble: list[str] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    linked: list[Reference] = field(default_factory=list)


def _end_entry(found: _Found, mark: Paragraph) -> None:
    """Put a footnote mark at the end of the last entry, unless the reference list has begun."""
    if found.paragraphs and not found.references:
        found.paragraphs[-1] = found.paragraphs[-1].with_more(mark.span.end, True)


def _parts(found: _Found, jurisdiction: Jurisdiction, last_line: int) -> Parts:
    """The parts of a text that was read to its end, without paragraphs that are a header and nothing else."""
    listed = {reference.number for reference in found.references}
    linked = [reference for reference in found.linked if reference.number not in listed]
    whole = (_with_whole_header(found.text, paragraph, jurisdiction) for paragraph in found.paragraphs)
    entries = tuple(p for p in whole if p.header.body < p.span.end - p.span.start)
    return Parts(tuple(found.preamble), entries, (*found.references, *linked), last_line)


def _with_whole_header(text: str, paragraph: Paragraph, jurisdiction: Jurisdiction) -> Paragraph:
    """The paragraph with its header read again where it got more lines: a wrapped header goes on in the second."""
    words = text[slice(*paragraph.span)]
    return replace(paragraph, header=read_header(words, jurisdiction)) if "\n" in words else paragraph


def _mark(text: str, paragraph: Paragraph) -> str:
    return opens_reference(text[slice(*paragraph.span)]) or ""


def _take(found: _Found, paragraph: Paragraph, runs_on: bool) -> None:
    """Put a line where it belongs: the preamble, the entry before it, or an entry of its own.

    ``runs_on`` says that it may be the rest of a wrapped line.
    """
    line = found.text[slice(*paragraph.span)]
    if paragraph.header.date_span:
        _take_dated(found, paragraph, runs_on)
    elif _is_prose(line, runs_on) and (paragraph.noted or not found.references):
        if not paragraph.noted and is_title(line):
            _start_over(found)
        _take_undated(found, paragraph, line, runs_on)


def _take_dated(found: _Found, paragraph: Paragraph, runs_on: bool) -> None:
    last = found.paragraphs[-1] if found.paragraphs else None
    if last is None and paragraph.header.body >= paragraph.span.end - paragraph.span.start:
        # The day on which a site put the report up.
        return
    if last and runs_on and not _ends(found.text, last):
        found.paragraphs[-1] = last.with_more(paragraph.span.end, paragraph.noted)
    else:
        found.paragraphs.append(paragraph)


def _is_prose(line: str, runs_on: bool) -> bool:
    """Whether a line is in Latin letters, most of them at least; the rest of a wrapped line may have only digits."""
    latin, foreign = len(_LATIN.findall(line)), len(_FOREIGN.findall(line))
    if foreign > latin:
        return False
    return latin > 0 or (runs_on and any(map(str.isalnum, line)))


def _start_over(found: _Found) -> None:
    """At the report's title, take what is above it, a day of publication or a list of pages, for the site's."""
    if not any(paragraph.noted for paragraph in found.paragraphs[:3]):
        found.preamble += [found.text[slice(*paragraph.span)] for paragraph in found.paragraphs]
        found.paragraphs.clear()


def _take_undated(found: _Found, paragraph: Paragraph, line: str, runs_on: bool) -> None:
    whole = paragraph.noted or _is_whole_sentence(line)
    if not found.paragraphs:
        if paragraph.noted:
            found.paragraphs.append(paragraph)
        else:
            found.preamble.append(line)
        return
    last = found.paragraphs[-1]
    has_own_header = whole and paragraph.header.places
    if runs_on or (not has_own_header and _goes_on(found.text, last, line, whole)):
        found.paragraphs[-1] = last.with_more(paragraph.span.end, paragraph.noted)
    elif whole:
        found.paragraphs.append(paragraph)


def _is_whole_sentence(line: str) -> bool:
    return len(_LATIN.findall(line)) >= _PROSE and _SENTENCE_END.search(line[-200:]) is not None


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
