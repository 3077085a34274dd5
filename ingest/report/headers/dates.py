"""The date of a header: a day, the first of several days, a month or a season, with the words before it.

``October 3``, ``On 3 October 2022``, ``OCT. 3``, ``From June 15 to 18``, ``On the night of June 20–21``, ``13.10.22``,
``In early June``, ``June 2019``, ``In the summer of 2019``. The words before a date are those of the lexicon
``headers``.
"""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ingest.facts import Span
from ingest.jurisdictions.gazetteer import header_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.dates import DAY, MONTH, MONTH_NAMES, MONTHS, YEAR

_JOINT = r"\s?(?:[-–—]|(?:and|&|to|till|until|through)(?=\s))\s?(?:the\s)?"
# Of several days, the last is one only before what ends a date: "October 3, 4 people were" has one day.
_LAST_DAY = rf"{DAY}(?=\s*[,:.;)—–-]|\s+(?:and|to|in)\s|\s+(?:19|20)\d\d|\s*$)"
_LISTED_DAY = rf"\s?,\s?{DAY}(?=\s*[,:.—–-]|\s+and\s+\d|\s+(?:19|20)\d\d)"
_WITH_MONTH = rf"(?:{MONTH}\s?{DAY}|{DAY}\s(?:of\s)?{MONTH})"
_YEAR = rf"(?:\s?[,./-]?\s{{0,2}}(?:of\s+)?\(?(?:{YEAR})\)?(?:\s+year)?)"
_DATE = re.compile(
    rf"(?:(?P<m1>{MONTH})\s?,?\s{{0,2}}(?P<d1>{DAY})"
    rf"|(?P<d2>{DAY})(?:(?:{_JOINT}|\s?,\s?){DAY}){{0,3}}\s{{0,2}}(?:of\s+)?(?P<m2>{MONTH})"
    rf"|(?P<m3>[A-Z][a-z]{{2,9}}|[A-Z]{{3,10}})\.?\s(?P<d3>{DAY})(?=\s?[,:—–-])"
    rf"|(?P<d4>\d{{1,2}})(?P<by>[./-])(?P<m4>\d{{1,2}})"
    rf"(?:(?=(?P<long>(?P=by)20\d\d(?!\d))|\s?[,:—–])|(?P=by)(?P<y4>\d\d)(?=\s?[,:;)—–]|\s*$))"
    rf"|(?P<y5>20\d\d)-(?P<m5>\d\d)-(?P<d5>\d\d)(?!\d))"
)
_MORE = re.compile(rf"(?:{_JOINT}(?:{_WITH_MONTH}|{_LAST_DAY})|{_LISTED_DAY}){{0,3}}")
_WRITTEN_YEAR = re.compile(_YEAR)
_LAST_WITH_YEAR = re.compile(rf"{_JOINT}{_WITH_MONTH}{_YEAR}?")
_FOUR_DIGITS = re.compile(r"(?:19|20)\d\d")
_ANY_MONTH = re.compile(MONTH)
# By the number of the form in the pattern.
_DATE_RULES = {
    "1": "headers.month_then_day",
    "2": "headers.day_then_month",
    "3": "headers.misspelt_month",
    "4": "headers.day_and_month_in_digits",
    "5": "headers.iso_date",
}


@dataclass(frozen=True, slots=True)
class HeaderDate:
    """``span`` holds its words without those before it; ``day`` is 0 where only a month is named.

    ``season`` is true where only the year is known (``month`` says nothing then).

    ``loose`` is true where the words before it also open a sentence that goes on with what was told: ``From June 15 to
    18``, ``In June``.
    """

    year: int | None
    month: int
    day: int
    span: Span
    rule: str
    loose: bool = False
    season: bool = False


def read_header_date(text: str, at: int, jurisdiction: Jurisdiction) -> HeaderDate | None:
    """The date that is at ``at``, with or without words such as ``On`` before it."""
    opening, going_on, months = _words_before(jurisdiction)
    for pattern, loose in ((opening, False), (going_on, True)):
        before = pattern.match(text, at)
        if before and (day := _read_day(text, before.end(), loose, jurisdiction)):
            return day
    before = months.match(text, at)
    start = before.end() if before else at
    return _read_month(text, start, before is not None) or _read_season(text, start, jurisdiction)


def _read_day(text: str, at: int, loose: bool, jurisdiction: Jurisdiction) -> HeaderDate | None:
    found = _DATE.match(text, at)
    if found is None:
        return None
    group = found.groupdict()
    if group["by"] == "-" and not group["long"]:
        return None  # "3-5, Shelby": as well two days, or the number of a case
    number = next(n for n in "12345" if group["m" + n])
    day = int(re.sub(r"\D", "", group["d" + number]))
    month = _month(group["m" + number], jurisdiction)
    if not month:
        return None
    if number == "4" and month > 12 >= day:
        day, month = month, day
    end, year = _range_end(text, found.end(), month)
    year = int(group["y5"]) if group["y5"] else 2000 + int(group["y4"]) if group["y4"] else year
    return HeaderDate(year, month, day, Span(found.start(), end), _DATE_RULES[number], loose)


def _month(word: str, jurisdiction: Jurisdiction) -> int | None:
    if word.isdecimal():
        return int(word)
    return MONTHS.get(word.rstrip(".").lower()) or _misspelt(word, header_words(jurisdiction).not_months)


def _misspelt(word: str, others: Iterable[str]) -> int | None:
    """The month that a slip of the pen means; ``others`` are words near one that mean themselves."""
    if word.lower() in others:
        return None
    close = difflib.get_close_matches(word.capitalize(), MONTH_NAMES, n=1, cutoff=0.8)
    return MONTHS[close[0].lower()] if close else None


def _range_end(text: str, at: int, month: int) -> tuple[int, int | None]:
    """Where the further days and the year end that follow a first day, and the year of that day if it is written.

    A year behind a range is that of its last day: ``December 30 – January 2, 2023`` begins in 2022.
    """
    more = _MORE.match(text, at)
    end = more.end() if more else at
    written = _WRITTEN_YEAR.match(text, end)
    if written is None:
        return end, None
    year = _year_in(written.group())
    last_month = _ANY_MONTH.findall(text, at, end)
    if last_month and MONTHS[last_month[-1].rstrip(".").lower()] < month:
        year -= 1
    last = _LAST_WITH_YEAR.match(text, written.end())
    return (last or written).end(), year


def _year_in(words: str) -> int:
    return int(_FOUR_DIGITS.findall(words)[-1])


def _read_month(text: str, at: int, led: bool) -> HeaderDate | None:
    """A month with its year, or after a word such as ``In`` without one."""
    month = _ANY_MONTH.match(text, at)
    if month is None:
        return None
    year = _WRITTEN_YEAR.match(text, month.end())
    if year is None and not led:
        return None
    end = (year or month).end()
    number = MONTHS[month.group().rstrip(".").lower()]
    written = _year_in(year.group()) if year else None
    return HeaderDate(written, number, 0, Span(at, end), "headers.month", loose=True)


def _read_season(text: str, at: int, jurisdiction: Jurisdiction) -> HeaderDate | None:
    """A season with its year; of two years (``winter 2020–2021``) the first."""
    found = _season_pattern(jurisdiction).match(text, at)
    if found is None:
        return None
    return HeaderDate(int(found["year"]), 1, 0, Span(*found.span()), "headers.season", loose=True, season=True)


@cache
def _season_pattern(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    seasons = "|".join(map(re.escape, header_words(jurisdiction).seasons))
    return re.compile(
        rf"(?:the\s+)?(?:{seasons})\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)(?:\s?[-–—/]\s?(?:20)?\d\d)?(?!\d)",
        re.IGNORECASE,
    )


@cache
def _words_before(jurisdiction: Jurisdiction) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Words before a day that begins something, before one that goes on with something, and before a month."""
    words = header_words(jurisdiction)
    opening, going_on, months = (
        "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in sorted(phrases, key=len, reverse=True))
        for phrases in (words.before_days, words.before_spans, words.before_months)
    )
    return (
        re.compile(rf"(?:(?:{opening})\s+(?:the\s+)?)?", re.IGNORECASE),
        re.compile(rf"(?:{going_on})\s+(?:the\s+)?", re.IGNORECASE),
        re.compile(rf"(?:{months})\s+", re.IGNORECASE),
    )
