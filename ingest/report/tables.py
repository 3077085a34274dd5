"""Rows of a table as entries, each dated by the cell that is a date and placed by the one that is a place."""

from dataclasses import replace

from ingest.facts import HeaderPlace, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.table_rows import cells_of
from ingest.report.headers.header import Header, read_header

# Words of the longest cell in the first row of a table, which says what the columns are.
_LABEL = 4


def names_columns(line: str) -> bool:
    """Whether a row says what the columns are: some words in every cell, and no number."""
    cells = [words for _, words in cells_of(line)]
    return not any(map(str.isdigit, line)) and all(len(words.split()) <= _LABEL for words in cells)


def read_row_header(line: str, jurisdiction: Jurisdiction) -> Header:
    """The header of a row: as any paragraph's, or else from cells that are a date or a place and nothing more."""
    header = read_header(line, jurisdiction)
    if header.day:
        return header
    cells = [(start, words, read_header(words, jurisdiction)) for start, words in cells_of(line)]
    whole = [(start, found) for start, words, found in cells if found.body >= len(words)]
    dated = next(((start, found) for start, found in whole if found.day), None)
    if dated is None:
        return header
    start, date = dated
    places = next((_moved(found.places, by) for by, found in whole if found.places), ())
    span = date.date_span and Span(date.date_span.start + start, date.date_span.end + start)
    return replace(date, date_span=span, places=places, body=0, date_rule="headers.date_in_row")


def _moved(places: tuple[HeaderPlace, ...], by: int) -> tuple[HeaderPlace, ...]:
    return tuple(replace(place, span=_moved_span(place.span, by), name=_moved_span(place.name, by)) for place in places)


def _moved_span(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
