"""The header of an entry: its date, where its places stand, and where what the entry says begins.

A header is a date and the places beside it, in either order: ``October 3, Springfield, …``, ``On 3 October, in
Springfield city, …``, ``Springfield, October 3, …``, ``OCT. 3, 2022 — SPRINGFIELD — …``, ``On October 3, in Shelby
village, Clay region, …``. What is a date, ``ingest.report.headers.dates`` says; what is a place,
``ingest.report.headers.locations``.
"""

import re
from dataclasses import dataclass

from ingest.facts import HeaderPlace, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.dates import iso_day, year_near
from ingest.report.headers.dates import HeaderDate, read_header_date
from ingest.report.headers.locations import SEPARATOR, Location, read_location

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_OPENING = re.compile(rf"[\s\ufeff\u200b*_#>•·▪–—-]{{0,12}}(?:\d{{1,3}}[.)]\s{{1,3}})?[(\[]?(?:{_WEEKDAY},?\s{{1,2}})?")
_PLACE_FIRST = re.compile(r"([^\W\d_a-z][\w’'-]{2,30}),\s{1,3}(?:on\s{1,3})?")
_END_OF_DATE = re.compile(
    rf"(?:\s?\({_WEEKDAY}\))?[)\]]?(?:\s?[*_]{{1,3}})?"
    r"(?:(?:\s*,)?\s+at\s+\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?"
)


DAY_ABOVE = "headers.day_above"
"""The rule that dates an entry by the heading above it."""


@dataclass(frozen=True, slots=True)
class Header:
    """``date_span`` holds the words of the date, ``None`` without one, or where a heading above has it.

    ``month`` and ``day`` are the header's (0 without a date, ``day`` also where only a month is named), ``year`` is the
    year if it is written out. ``places`` are in the order of the text. ``body`` is the offset where what the entry says
    begins. ``date_rule`` is the rule that read the date, empty without one. ``loose`` is true for words that also open
    a sentence within an entry (``In early June, in Shelby, …``). ``season`` is true where only the year is known.
    """

    date_span: Span | None = None
    month: int = 0
    day: int = 0
    year: int | None = None
    places: tuple[HeaderPlace, ...] = ()
    body: int = 0
    date_rule: str = ""
    loose: bool = False
    season: bool = False

    def date_in(self, start: str, end: str) -> str | None:
        """The date, ISO, as exact as it is; without a year one in ``start`` to ``end`` (ISO days), else the nearest.

        ``None`` without a date, and for a day that the calendar does not have.
        """
        if not self.month:
            return None
        years = [self.year] if self.year else range(int(start[:4]), int(end[:4]) + 1)
        for year in years:
            day = self._in_year(year)
            if day and (self.year or start[: len(day)] <= day <= end):
                return day
        return None if self.year else self._in_year(year_near(self.month, self.day or 1, start[:7], months=6))

    def _in_year(self, year: int) -> str | None:
        if self.season:
            return str(year)
        return iso_day(year, self.month, self.day) if self.day else f"{year}-{self.month:02}"


def read_header(text: str, jurisdiction: Jurisdiction) -> Header:
    """Read the header of a paragraph; one without a date has its places if the paragraph opens with some.

    A month is a date only where a place is set off beside it: ``In June, the court …`` tells no more than when.
    """
    start = _OPENING.match(text).end()  # type: ignore[union-attr]
    found = read_header_date(text, start, jurisdiction)
    if found and (header := _date_first(text, found, jurisdiction)):
        return header
    location = read_location(text, start, jurisdiction, dated=False)
    if not location.places:
        location = _unknown_place_before_date(text, start, jurisdiction)
    if not location.places:
        return Header()
    found = read_header_date(text, location.body, jurisdiction)
    if found and found.day:
        return _header(found, location.places, _after(SEPARATOR, text, _after(_END_OF_DATE, text, found.span.end)))
    return Header(places=location.places, body=location.body) if location.closed else Header()


def read_header_below(heading: Header, text: str, jurisdiction: Jurisdiction) -> Header:
    """The header of a paragraph without a date of its own, below a line that dates it.

    With a date known, ``In Shelby police …`` names the place; position alone makes none, as no date is beside it.
    """
    start = _OPENING.match(text).end()  # type: ignore[union-attr]
    location = read_location(text, start, jurisdiction, dated=True)
    if any(place.grounds == "position" for place in location.places):
        location = Location((), 0)
    body = location.body if location.places else 0
    return Header(None, heading.month, heading.day, heading.year, location.places, body, DAY_ABOVE)


def _date_first(text: str, found: HeaderDate, jurisdiction: Jurisdiction) -> Header | None:
    end = _after(_END_OF_DATE, text, found.span.end)
    location = read_location(text, end, jurisdiction, dated=True)
    if not found.day and not (location.closed and all(place.grounds != "position" for place in location.places)):
        return None
    return _header(found, location.places, max(location.body, _after(SEPARATOR, text, end)))


def _unknown_place_before_date(text: str, start: int, jurisdiction: Jurisdiction) -> Location:
    """``Shelby, December 1, …``: the date after it makes a place of a word that the gazetteer does not know."""
    found = _PLACE_FIRST.match(text, start)
    day = read_header_date(text, found.end(), jurisdiction) if found else None
    if found is None or day is None or not day.day:
        return Location((), start)
    span = Span(*found.span(1))
    return Location((HeaderPlace(span, span, None, "position", "places.before_date"),), found.end(), closed=True)


def _header(date: HeaderDate, places: tuple[HeaderPlace, ...], body: int) -> Header:
    return Header(date.span, date.month, date.day, date.year, places, body, date.rule, date.loose, date.season)


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
