"""A text is divided into what is before the entries, the entries, and the reference list.

Every line is a paragraph, whether blank lines stand between or not. A paragraph with a dated header opens an entry. One
without goes on with the entry before it while that has no footnote yet (a paragraph broken in two, a list), when it
opens in the middle of a sentence, or when it is about who is in it ("She went …"); with a footnote of its own, or as a
whole sentence, it is an entry without a date. A line that is a date and nothing else dates the entries below it that
have none of their own, up to the next date. Short lines without either (headings, dividers, a site's navigation) are no
entries. Where all lines are short, the text is wrapped: then a line goes on with the one right before it, even if it
opens with a day, mid-sentence. Every line that ends up nowhere is kept as a passage that was not read.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.table_rows import is_row
from ingest.report.headers.header import Header, read_header
from ingest.report.headings import dated_by_heading, is_heading, is_publication, take_first_below
from ingest.report.lines import (
    ends_sentence,
    find_lines,
    is_prose,
    is_short_sentence,
    is_whole_sentence,
    is_wrapped,
    refers_back,
)
from ingest.report.notes.addresses import STARTS_ADDRESS, LinkedAddress
from ingest.report.notes.marks import MARK_ALONE, Marks
from ingest.report.notes.reference_list import find_linked, read_list
from ingest.report.parts import Found, Paragraph, Parts
from ingest.report.tables import names_columns, read_row_header
from ingest.report.titles import is_period, is_running_header, is_title

_GOES_ON = re.compile(r"\s*(?:[a-z(,;–—]|[-•*]\s|\d{1,3}[.)]\s)")
# Characters before the address on a line that is a source.
_WORD_FOR_SOURCE = 20


def split_paragraphs(text: str, jurisdiction: Jurisdiction, links: Sequence[LinkedAddress] = ()) -> Parts:
    """Divide a text; ``links`` are what its words lead to.

    Headers are read without a year where none is written out. Cost is linear in the text.
    """
    notes = read_list(text, links)
    found = Found(text, jurisdiction, notes, Marks(notes.listed, notes.cited))
    number, blank, wrapped = 0, True, is_wrapped(text)
    for number, span in find_lines(text):
        line = text[slice(*span)]
        if number in notes.without_address:
            found.passed.append((number, line))
        elif line and number not in notes.lines:
            found.linked += find_linked(line, number)
            paragraph = Paragraph(span, number, read_header(line, jurisdiction), bool(found.marks.find(line)))
            _take(found, paragraph, runs_on=wrapped and not blank, below=not blank)
        blank = not line
    return _parts(found, jurisdiction, max(number, 1))


def _parts(found: Found, jurisdiction: Jurisdiction, last_line: int) -> Parts:
    """The parts of a text that was read to its end, without paragraphs that are a header and nothing else."""
    listed = {reference.number for reference in found.notes.references}
    linked = [reference for reference in found.linked if reference.number not in listed]
    whole = (_with_whole_header(found.text, paragraph, jurisdiction) for paragraph in found.paragraphs)
    entries = tuple(p for p in whole if p.header.body < p.span.end - p.span.start)
    references = (*found.notes.references, *linked)
    return Parts(tuple(found.preamble), entries, references, last_line, tuple(sorted(found.passed)), found.marks)


def _with_whole_header(text: str, paragraph: Paragraph, jurisdiction: Jurisdiction) -> Paragraph:
    """The paragraph with its header read again where it got more lines: a wrapped header goes on in the second."""
    words = text[slice(*paragraph.span)]
    if paragraph.settled or "\n" not in words:
        return paragraph
    return replace(paragraph, header=read_header(words, jurisdiction))


def _take(found: Found, paragraph: Paragraph, runs_on: bool, below: bool) -> None:
    """Put a line where it belongs: the preamble, the entry before it, or an entry of its own.

    ``runs_on`` says that it may be the rest of a wrapped line, ``below`` that no blank line is above it.
    """
    line = found.words(paragraph)
    if is_running_header(line, found.title):
        found.pass_over(paragraph)
    elif is_row(line):
        _take_row(found, paragraph, line)
    elif paragraph.header.date_span and not paragraph.header.loose:
        _take_dated(found, paragraph, runs_on)
    elif found.paragraphs and _is_note_of(found.paragraphs[-1], line, below):
        _take_note(found, paragraph)
    elif is_prose(line, runs_on) and (paragraph.noted or not found.is_behind_references(paragraph)):
        if not paragraph.noted and is_title(line):
            _start_over(found)
        _take_undated(found, paragraph, line, runs_on)
    else:
        found.pass_over(paragraph)


def _take_row(found: Found, paragraph: Paragraph, line: str) -> None:
    """Make a row of a table an entry, unless it says what the columns are."""
    if names_columns(line):
        found.pass_over(paragraph)
        return
    row = replace(paragraph, header=read_row_header(line, found.jurisdiction), settled=True)
    found.open_entry(dated_by_heading(found, row))


def _is_note_of(last: Paragraph, line: str, below: bool) -> bool:
    """Whether a line is a footnote mark alone, or the address of the entry above, with or without a word before it."""
    if MARK_ALONE.fullmatch(line):
        return True
    address = STARTS_ADDRESS.search(line)
    return address is not None and address.start() <= _WORD_FOR_SOURCE and (below or not last.noted)


def _take_note(found: Found, paragraph: Paragraph) -> None:
    """Put a mark or an address at the end of the last entry, unless the list of references has begun."""
    if found.is_behind_references(paragraph):
        found.pass_over(paragraph)
    else:
        found.paragraphs[-1] = found.paragraphs[-1].with_more(paragraph.span.end, paragraph.noted)


def _take_dated(found: Found, paragraph: Paragraph, runs_on: bool) -> None:
    if not found.paragraphs:
        _take_first_dated(found, paragraph)
        return
    last = found.paragraphs[-1]
    if runs_on and not is_heading(last) and not _ends(found.text, last):
        found.paragraphs[-1] = last.with_more(paragraph.span.end, paragraph.noted)
        return
    found.heading = paragraph.header if is_heading(paragraph) else None
    found.open_entry(paragraph)


def _take_first_dated(found: Found, paragraph: Paragraph) -> None:
    line = found.words(paragraph)
    if _begins_title(line, paragraph):
        found.put_above(paragraph)
        return
    if is_heading(paragraph):
        # It dates what is below it, or is the day on which the report was published.
        found.heading = paragraph.header
        found.preamble.append(line)
    found.open_entry(paragraph)


def _begins_title(line: str, paragraph: Paragraph) -> bool:
    """Whether a dated line is a title that begins with its period: ``3–9 October 2022: weekly review``."""
    return (is_title(line) or is_period(line)) and not (paragraph.noted or paragraph.header.places)


def _start_over(found: Found) -> None:
    """At the report's title, take the lines above it, a day of publication or a list of pages, for the site's.

    A title is above the first entry: nothing happens where a sentence, a footnote or a title is above.
    """
    above = found.paragraphs
    if not is_title(found.title) and not any(p.noted or is_whole_sentence(found.words(p)) for p in above):
        for paragraph in above:
            found.put_above(paragraph)
        above.clear()
        found.heading = None


def _take_undated(found: Found, paragraph: Paragraph, line: str, runs_on: bool) -> None:
    whole = paragraph.noted or is_whole_sentence(line)
    if not found.paragraphs or is_publication(found, paragraph):
        if paragraph.noted or (whole and paragraph.header.month):
            found.open_entry(paragraph)
        else:
            found.put_above(paragraph)
    elif found.heading and is_heading(found.paragraphs[-1]):
        take_first_below(found, found.heading, paragraph, joins=whole or runs_on)
    else:
        _take_after(found, dated_by_heading(found, paragraph), whole, runs_on)


def _take_after(found: Found, paragraph: Paragraph, whole: bool, runs_on: bool) -> None:
    """Put a line to the entry before it, or make it the next; a line that is neither is passed over."""
    last, line = found.paragraphs[-1], found.text[slice(*paragraph.span)]
    has_own_header = whole and _opens_entry(paragraph.header, last.header)
    if runs_on or (not has_own_header and _goes_on(found.text, last, line, paragraph.noted, whole)):
        found.paragraphs[-1] = last.with_more(paragraph.span.end, paragraph.noted)
    elif whole:
        found.open_entry(paragraph)
    else:
        found.pass_over(paragraph)


def _opens_entry(header: Header, last: Header) -> bool:
    """Whether places at the start of a sentence make it an entry; beside a month, if that is the last entry's."""
    return bool(header.places) and (not header.loose or header.month == last.month)


def _goes_on(text: str, last: Paragraph, line: str, noted: bool, whole: bool) -> bool:
    """Whether a line belongs to the entry above it; one with a note of its own, where that has one, does not."""
    if not last.noted:
        return whole or is_short_sentence(line) or not _ends(text, last)
    if refers_back(line) and not noted and (whole or is_short_sentence(line)):
        return True
    return _GOES_ON.match(line) is not None and (whole or not _ends(text, last))


def _ends(text: str, paragraph: Paragraph) -> bool:
    tail = text[max(paragraph.span.start, paragraph.span.end - 60) : paragraph.span.end]
    return ends_sentence(tail) or tail.endswith("]")
