"""A text is divided into what is before the entries, the entries, and the reference list.

Every line is a paragraph, whether blank lines stand between or not. A paragraph with a dated header opens an entry.
One without goes on with the entry before it while that has no footnote yet (a paragraph broken in two, a list), or
when it opens in the middle of a sentence; with a footnote of its own, or as a whole sentence, it is an entry without a
date. A line that is a date and nothing else dates the entries below it that have none of their own, up to the next
date. Short lines without either (headings, dividers, a site's navigation) are nothing. Where all lines are short, the
text is wrapped: then a line goes on with the one right before it, even if it opens with a day, mid-sentence.
"""

import re
from dataclasses import dataclass, field, replace

from ingest.facts import Reference, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.report.headers.header import Header, read_header, read_header_below
from ingest.report.lines import ends_sentence, find_lines, is_prose, is_whole_sentence, is_wrapped
from ingest.report.references import address_in, find_footnotes, find_linked, opens_reference
from ingest.report.titles import is_title

_ADDRESS = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)
_GOES_ON = re.compile(r"\s*(?:[a-z(,;–—]|[-•*]\s|\d{1,3}[.)]\s)")
# Characters that a line may have beside a footnote mark's own for the mark to stand alone.
_MARK_ALONE = 6


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some lines of the text: ``span`` in it without the white space around, ``line`` of the first, from 1.

    ``noted`` says whether a footnote mark is in it, ``settled`` that more lines change nothing about its header.
    """

    span: Span
    line: int
    header: Header
    noted: bool
    settled: bool = False

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
    found = _Found(text, jurisdiction)
    # A footnote number alone on its line: the next line shows whether it opens a reference or ends an entry.
    alone: Paragraph | None = None
    number, blank, wrapped = 0, True, is_wrapped(text)
    for number, span in find_lines(text):
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
    """What was read of a text so far. ``linked`` are the references that are as links in the entries.

    ``heading`` is the header of the line that dates what is below it.
    """

    text: str
    jurisdiction: Jurisdiction
    heading: Header | None = None
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
    if paragraph.settled or "\n" not in words:
        return paragraph
    return replace(paragraph, header=read_header(words, jurisdiction))


def _mark(text: str, paragraph: Paragraph) -> str:
    return opens_reference(text[slice(*paragraph.span)]) or ""


def _take(found: _Found, paragraph: Paragraph, runs_on: bool) -> None:
    """Put a line where it belongs: the preamble, the entry before it, or an entry of its own.

    ``runs_on`` says that it may be the rest of a wrapped line.
    """
    line = found.text[slice(*paragraph.span)]
    if paragraph.header.date_span and not paragraph.header.loose:
        _take_dated(found, paragraph, runs_on)
    elif is_prose(line, runs_on) and (paragraph.noted or not found.references):
        if not paragraph.noted and is_title(line):
            _start_over(found)
        _take_undated(found, paragraph, line, runs_on)


def _take_dated(found: _Found, paragraph: Paragraph, runs_on: bool) -> None:
    last = found.paragraphs[-1] if found.paragraphs else None
    if last and runs_on and not _is_heading(last) and not _ends(found.text, last):
        found.paragraphs[-1] = last.with_more(paragraph.span.end, paragraph.noted)
        return
    found.heading = paragraph.header if _is_heading(paragraph) else None
    found.paragraphs.append(paragraph)


def _is_heading(paragraph: Paragraph) -> bool:
    """Whether it is a date, perhaps with places, and nothing else."""
    return paragraph.header.date_span is not None and paragraph.header.body >= paragraph.span.end - paragraph.span.start


def _start_over(found: _Found) -> None:
    """At the report's title, take what is above it, a day of publication or a list of pages, for the site's."""
    if not any(paragraph.noted for paragraph in found.paragraphs[:3]):
        found.preamble += [found.text[slice(*paragraph.span)] for paragraph in found.paragraphs]
        found.paragraphs.clear()


def _take_undated(found: _Found, paragraph: Paragraph, line: str, runs_on: bool) -> None:
    whole = paragraph.noted or is_whole_sentence(line)
    if not found.paragraphs or _is_publication(found, paragraph):
        if paragraph.noted or (whole and paragraph.header.month):
            found.paragraphs.append(paragraph)
        else:
            found.preamble.append(line)
    elif found.heading and _is_heading(found.paragraphs[-1]):
        _take_first_below(found, found.heading, paragraph, joins=whole or runs_on)
    else:
        _take_after(found, _below_heading(found, paragraph), whole, runs_on)


def _take_after(found: _Found, paragraph: Paragraph, whole: bool, runs_on: bool) -> None:
    """Put a line to the entry before it, or make it the next; a line that is neither is nothing."""
    last, line = found.paragraphs[-1], found.text[slice(*paragraph.span)]
    has_own_header = whole and _opens_entry(paragraph.header, last.header)
    if runs_on or (not has_own_header and _goes_on(found.text, last, line, whole)):
        found.paragraphs[-1] = last.with_more(paragraph.span.end, paragraph.noted)
    elif whole:
        found.paragraphs.append(paragraph)


def _is_publication(found: _Found, paragraph: Paragraph) -> bool:
    """Whether only a day with its year is above, and what follows is no entry: a site put the report up that day."""
    only = found.paragraphs[0] if len(found.paragraphs) == 1 else None
    return only is not None and only.header.year is not None and _is_heading(only) and not paragraph.noted


def _opens_entry(header: Header, last: Header) -> bool:
    """Whether places at the start of a sentence make it an entry; beside a month, if that is the last entry's."""
    return bool(header.places) and (not header.loose or header.month == last.month)


def _below_heading(found: _Found, paragraph: Paragraph) -> Paragraph:
    """The paragraph, dated by the heading above it if it has no date."""
    if found.heading is None or paragraph.header.month:
        return paragraph
    words = found.text[slice(*paragraph.span)]
    return replace(paragraph, header=read_header_below(found.heading, words, found.jurisdiction), settled=True)


def _take_first_below(found: _Found, heading: Header, paragraph: Paragraph, joins: bool) -> None:
    """Put the first line below a heading into its paragraph; a place on a line of its own belongs to the heading."""
    last = found.paragraphs[-1]
    words = found.text[slice(*paragraph.span)]
    if words[0].islower() or found.text[last.span.end - 1] == ",":
        # The heading was the first line of an entry.
        found.heading = None
        found.paragraphs[-1] = last.with_more(paragraph.span.end, paragraph.noted)
        return
    if paragraph.header.month:
        found.paragraphs.append(paragraph)
        return
    below = read_header_below(heading, words, found.jurisdiction)
    is_place = bool(below.places) and below.body >= len(words)
    if not (joins or is_place):
        return
    header = _joined(last.header, below, paragraph.span.start - last.span.start)
    found.paragraphs[-1] = replace(last.with_more(paragraph.span.end, paragraph.noted), header=header, settled=True)
    if is_place:
        found.heading = header


def _joined(heading: Header, below: Header, by: int) -> Header:
    """A heading's header with that of the line below it, which starts ``by`` characters further on."""
    places = tuple(replace(p, span=_moved(p.span, by), name=_moved(p.name, by)) for p in below.places)
    return replace(heading, places=places or heading.places, body=by + below.body)


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _goes_on(text: str, last: Paragraph, line: str, whole: bool) -> bool:
    if not last.noted:
        return whole or not _ends(text, last)
    return _GOES_ON.match(line) is not None and (whole or not _ends(text, last))


def _ends(text: str, paragraph: Paragraph) -> bool:
    tail = text[max(paragraph.span.start, paragraph.span.end - 60) : paragraph.span.end]
    return ends_sentence(tail) or tail.endswith("]")
