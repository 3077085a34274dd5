"""Lines that are a date and nothing else: they date the entries below them, or show when a report was published."""

from dataclasses import replace

from ingest.facts import Span
from ingest.report.headers.header import Header, read_header_below
from ingest.report.parts import Found, Paragraph


def is_heading(paragraph: Paragraph) -> bool:
    """Whether it is a date, perhaps with places, and nothing else."""
    return paragraph.header.date_span is not None and paragraph.header.body >= paragraph.span.end - paragraph.span.start


def is_publication(found: Found, paragraph: Paragraph) -> bool:
    """Whether only a day with its year is above, and what follows is no entry: a site put the report up that day."""
    only = found.paragraphs[0] if len(found.paragraphs) == 1 else None
    return only is not None and only.header.year is not None and is_heading(only) and not paragraph.noted


def dated_by_heading(found: Found, paragraph: Paragraph) -> Paragraph:
    """The paragraph, dated by the heading above it if it has no date."""
    if found.heading is None or paragraph.header.month:
        return paragraph
    words = found.text[slice(*paragraph.span)]
    return replace(paragraph, header=read_header_below(found.heading, words, found.jurisdiction), settled=True)


def take_first_below(found: Found, heading: Header, paragraph: Paragraph, joins: bool) -> None:
    """Put the first line below a heading into its paragraph; a place on a line of its own belongs to the heading."""
    last = found.paragraphs[-1]
    words = found.text[slice(*paragraph.span)]
    if words[0].islower() or found.text[last.span.end - 1] == ",":
        # The heading was the first line of an entry.
        found.heading = None
        found.paragraphs[-1] = last.with_more(paragraph.span.end, paragraph.noted)
        return
    if paragraph.header.month:
        found.open_entry(paragraph)
        return
    below = read_header_below(heading, words, found.jurisdiction)
    is_place = bool(below.places) and below.body >= len(words)
    if not (joins or is_place):
        found.pass_over(paragraph)
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
