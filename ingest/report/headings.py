"""Lines that are a date and nothing else: they date the entries below them, or show when a report was published."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.facts import Entry, HeaderPlace, Heading, Span
from ingest.report.headers.header import DAY_ABOVE, Header, read_header_below
from ingest.report.parts import Found, Paragraph


def is_heading(paragraph: Paragraph) -> bool:
    """Whether it is a date, perhaps with places, and nothing else."""
    return paragraph.header.date_span is not None and paragraph.header.body >= paragraph.span.end - paragraph.span.start


def with_places_of_headings(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, in their order; those below a heading that name no place of their own with the heading's."""
    heading: Entry | None = None
    for entry in entries:
        if entry.date_rule != DAY_ABOVE:
            heading = entry
        elif heading and not entry.places and (places := _places_of_heading(heading)):
            words = Heading(heading.number, heading.text[: places[-1].span.end])
            entry = replace(entry, places=places, heading=words)  # noqa: PLW2901
        yield entry


def _places_of_heading(entry: Entry) -> tuple[HeaderPlace, ...]:
    """The places of the heading that an entry begins with: behind them, their line has no more words."""
    end = entry.places[-1].span.end if entry.places else 0
    line = entry.text[end:].partition("\n")
    return entry.places if line[1] and not any(map(str.isalnum, line[0])) else ()


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
