"""The header of an entry: its date, where its places stand, and where what the entry says begins.

A header is a date and the places beside it, in either order: ``October 3, Springfield, …``, ``On 3 October, in
Springfield city, …``, ``Springfield, October 3, …``, ``OCT. 3, 2022 — SPRINGFIELD — …``, ``On October 3, in Shelby
village, Clay region, …``. What is a place, ``ingest.report.locations`` says.
"""

import difflib
import re
from dataclasses import dataclass

from ingest.facts import HeaderPlace, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.dates import DAY, MONTH, MONTH_NAMES, MONTHS, YEAR, iso_day, year_near
from ingest.report.locations import SEPARATOR, Location, read_location

_OPENING = re.compile(
    r"[\s\ufeff\u200b*_#>•·▪–—-]{0,12}(?:\d{1,3}[.)]\s{1,3})?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s{1,2})?"
)
_ON = re.compile(r"(?:[Oo]n|ON)\s+(?:the\s+)?")
_MORE_DAYS = rf"(?:\s?(?:[-–—]|,|and|&|to)\s?(?:{DAY})(?=\s*[,:.—–-]|\s+(?:and|to)\s+\d|\s+(?:19|20)\d\d)){{0,3}}"
_DATE = re.compile(
    rf"(?:(?P<m1>{MONTH})\s?,?\s{{0,2}}(?P<d1>{DAY})(?:\s?[-–—]\s?{MONTH}\s?{DAY}|{_MORE_DAYS})"
    rf"|(?P<d2>{DAY})(?:\s?[-–—]\s?{DAY}|\s+and\s+{DAY})?\s{{0,2}}(?:of\s+)?(?P<m2>{MONTH})"
    rf"|(?P<m3>[A-Z][a-z]{{2,9}}|[A-Z]{{3,10}})\.?\s(?P<d3>{DAY})(?=\s?[,:—–-])"
    rf"|(?P<d4>\d{{1,2}})[./](?P<m4>\d{{1,2}})(?=[./]20\d\d|\s?[,:—–])"
    rf"|(?P<y5>20\d\d)-(?P<m5>\d\d)-(?P<d5>\d\d)(?!\d))"
    rf"(?:\s?[,./]?\s{{0,2}}(?:of\s+)?\(?(?P<year>{YEAR})\)?(?:\s+year)?)?"
)
# By the number of the form in the pattern.
_DATE_RULES = {
    "1": "headers.month_then_day",
    "2": "headers.day_then_month",
    "3": "headers.misspelt_month",
    "4": "headers.day_and_month_in_digits",
    "5": "headers.iso_date",
}
_PLACE_FIRST = re.compile(r"([^\W\d_a-z][\w’'-]{2,30}),\s{1,3}(?:on\s{1,3})?")
_END_OF_DATE = re.compile(r"(?:\s?[*_]{1,3})?(?:(?:\s*,)?\s+at\s+\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?")


@dataclass(frozen=True, slots=True)
class Header:
    """``date_span`` holds the words of the date, ``None`` without one.

    ``month`` and ``day`` are the header's (0 without a date), ``year`` is the year if it is written out. ``places`` are
    in the order of the text. ``body`` is the offset where what the entry says begins. ``date_rule`` is the rule that
    read the date, empty without one.
    """

    date_span: Span | None = None
    month: int = 0
    day: int = 0
    year: int | None = None
    places: tuple[HeaderPlace, ...] = ()
    body: int = 0
    date_rule: str = ""

    def date_in(self, period: str) -> str | None:
        """The date, ISO; a day without a year takes that nearest to ``period`` (``YYYY-MM``).

        ``None`` without a date, and for a day that the calendar does not have.
        """
        if self.date_span is None:
            return None
        year = self.year or year_near(self.month, self.day, period, months=6)
        return iso_day(year, self.month, self.day)


def read_header(text: str, jurisdiction: Jurisdiction) -> Header:
    """Read the header of a paragraph; one without a date has its places if the paragraph opens with some."""
    start = _OPENING.match(text).end()  # type: ignore[union-attr]
    found = _read_day(text, _after(_ON, text, start))
    if found:
        end = _after(_END_OF_DATE, text, found.span.end)
        location = read_location(text, end, jurisdiction, dated=True)
        return _header(found, location.places, max(location.body, _after(SEPARATOR, text, end)))
    location = read_location(text, start, jurisdiction, dated=False)
    if not location.places:
        location = _unknown_place_before_date(text, start)
    if not location.places:
        return Header()
    found = _read_day(text, _after(_ON, text, location.body))
    if found:
        return _header(found, location.places, _after(SEPARATOR, text, _after(_END_OF_DATE, text, found.span.end)))
    return Header(places=location.places, body=location.body) if location.closed else Header()


def _unknown_place_before_date(text: str, start: int) -> Location:
    """``Shelby, December 1, …``: the date after it makes a place of a word that the gazetteer does not know."""
    found = _PLACE_FIRST.match(text, start)
    if found is None or _read_day(text, found.end()) is None:
        return Location((), start)
    span = Span(*found.span(1))
    return Location((HeaderPlace(span, span, None, "position", "places.before_date"),), found.end(), closed=True)


@dataclass(frozen=True, slots=True)
class _Day:
    year: int | None
    month: int
    day: int
    span: Span
    rule: str


def _read_day(text: str, at: int) -> _Day | None:
    found = _DATE.match(text, at)
    if found is None:
        return None
    group = found.groupdict()
    number = next(n for n in "12345" if group["m" + n])
    word = group["m" + number]
    month = int(word) if word.isdecimal() else MONTHS.get(word.rstrip(".").lower()) or _misspelt(word)
    day = int(re.sub(r"\D", "", group["d" + number]))
    year = group["year"] or group["y5"]
    if not month:
        return None
    return _Day(int(year) if year else None, month, day, Span(*found.span()), _DATE_RULES[number])


def _misspelt(word: str) -> int | None:
    """The month that a slip of the pen means; at a paragraph's start, before a number, no other word is so near one."""
    close = difflib.get_close_matches(word.capitalize(), MONTH_NAMES, n=1, cutoff=0.8)
    return MONTHS[close[0].lower()] if close else None


def _header(day: _Day, places: tuple[HeaderPlace, ...], body: int) -> Header:
    return Header(day.span, day.month, day.day, day.year, places, body, day.rule)


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
