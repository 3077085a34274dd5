"""Months, days and years as reports write them, turned into ISO dates as exact as the words are.

The words are English: ``October 28``, ``28 October``, ``Oct. 28, 2022``, ``the 28th of October``, ``January 2022``,
``since 2018``, ``05.10.2022``. A date without a year takes one from a date nearby, which the caller gives. A day that
no calendar has (June 31) is no date.
"""

import re
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from ingest.facts import Span
from ingest.language.units_of_sums import units_of_sums

Lean = Literal["past", "future"]

MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")

# Every name of a month in lower case, without a full stop, and its number.
MONTHS: dict[str, int] = {
    **{name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)},
    **{short.lower(): next(n for n, m in enumerate(MONTH_NAMES, 1) if m.startswith(short[:3])) for short in _SHORT},
}

# "may" and "march" in lower case are a verb and a walk far oftener than months.
_LOWER = "|".join(name.lower() for name in MONTH_NAMES if name not in ("March", "May"))
MONTH = (
    "(?:"
    + "|".join((*MONTH_NAMES, *(m.upper() for m in MONTH_NAMES)))
    + f"|{_LOWER}|(?:{'|'.join((*_SHORT, *(s.upper() for s in _SHORT)))})\\.?)(?![A-Za-z])"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\dA-Za-z%])"
# A number of these is no year.
_COUNTED = r"(?!\s+(?:people|persons?|men|women|days|hours|years|months|dollars|euros|rubles))"
YEAR = r"(?:19|20)\d\d(?![\d%])" + _COUNTED


@cache
def _date_pattern() -> re.Pattern[str]:
    # "A fine of 2000 crowns" tells no year either, whatever a country's money is called.
    sums = "|".join(map(re.escape, units_of_sums()))
    year = rf"{YEAR}(?!\s+(?i:{sums}))"
    of_year = rf"(?:\s?,?\s*(?:of\s+)?(?P<{{0}}>{year}))?"
    return re.compile(
        rf"(?<![\w/.-])(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?![\w/-])"
        rf"|(?<![\w/.-])(?P<numeric>\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d)(?![\w/-])"
        rf"|(?<![\w/.-])(?P<d1>{DAY})(?:\s+day)?\s{{0,2}}(?:of\s+)?(?P<m1>{MONTH}){of_year.format('y1')}"
        rf"|(?<![\w-])(?P<m2>{MONTH})\s{{0,2}}(?P<d2>{DAY})"
        rf"(?P<more>\s?[-–—]\s?{DAY}(?!\s*[-–—])|\s+and\s+{DAY}(?=\s*[,.;:)]|\s+(?:19|20)\d\d|\s*$))?"
        rf"{of_year.format('y2')}"
        rf"|(?<![\w-])(?P<m3>{MONTH})\s?,?\s+(?:of\s+)?(?P<y3>{year})"
        rf"|(?<![\w-])(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|[Dd]uring|[Ll]ast|[Ee]arly|[Ll]ate|of)"
        rf"\s+(?:(?:the\s+)?(?:early|late|mid|middle\s+of|end\s+of|beginning\s+of|year)[\s-]+)?"
        rf"(?:(?P<m4>{MONTH})(?!\s+(?:\d|[A-Z]))|(?P<y5>{year})(?![-/.]\d))"
    )


class DateWords(NamedTuple):
    """Words for a date: their span, and the date as exact as the words are (``2022-10-28``, ``2022-10``, ``2022``).

    ``yearless`` is true where the words name no year: it is then that of a date nearby.
    """

    span: Span
    iso: str
    yearless: bool = False

    def ahead_of(self, near: str) -> str | None:
        """The date of something still to come: without a year the first such day from ``near`` (ISO) on.

        ``None`` if the calendar of that year has no such day.
        """
        if not self.yearless:
            return self.iso
        month, *day = (int(part) for part in self.iso.split("-")[1:])
        year = year_near(month, day[0] if day else 1, near, "future")
        return iso_day(year, month, day[0]) if day else f"{year}-{month:02}"


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name, in full or cut short, with or without a full stop; ``None`` for another word."""
    return MONTHS.get(word.rstrip(".").lower())


def iso_day(year: int, month: int, day: int) -> str | None:
    """``2022-10-28``, or ``None`` if the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def year_near(month: int, day: int, near: str, lean: Lean | None = None, months: int = 10) -> int:
    """The year of a day without one, mentioned beside the date ``near`` (ISO; a month or a year alone will do).

    Without a ``lean`` it is the year of ``near``, unless that is more than so many ``months`` away: December named in
    January is last year's. With ``lean`` it is the last such day up to ``near``, or the first from it on.
    """
    parts = [int(part) for part in near.split("-")]
    year = parts[0]
    here = (*parts[1:], *(1, 1)[len(parts) - 1 :]) if len(parts) < 3 else tuple(parts[1:])
    if lean == "past":
        return year - 1 if (month, day) > here else year
    if lean == "future":
        return year + 1 if (month, day) < here else year
    months_away = (month - here[0]) + (day - here[1]) / 31
    if len(parts) == 1 or abs(months_away) <= months:
        return year
    return year - 1 if months_away > 0 else year + 1


def find_dates(text: str, near: str | None = None, lean: Lean | None = None) -> list[DateWords]:
    """Every date of the text, in order. Cost is linear in the text.

    ``near`` is a date (ISO, whole or a month or a year) that gives days without a year theirs, as :func:`year_near`
    says; without it they are left out. A range (``October 5-7``) gives its first and its last day.
    """
    found: list[DateWords] = []
    for match in _date_pattern().finditer(text):
        found.extend(_dates_of(match, near, lean))
    return found


def _dates_of(match: re.Match[str], near: str | None, lean: Lean | None) -> list[DateWords]:
    group = match.groupdict()
    if group["iso"] or group["numeric"]:
        parts = [int(part) for part in re.split("[-.]", match.group())]
        year, month, day = parts if group["iso"] else reversed(parts)
        return _whole(match, iso_day(year, month, day))
    if group["y5"]:
        return [DateWords(Span(*match.span("y5")), group["y5"])]
    if group["m3"]:
        return [DateWords(Span(*match.span()), f"{group['y3']}-{MONTHS[group['m3'].rstrip('.').lower()]:02}")]
    if group["m4"]:
        month = MONTHS[group["m4"].rstrip(".").lower()]
        year_told = f"{year_near(month, 1, near, lean)}-{month:02}" if near else None
        return [DateWords(Span(*match.span("m4")), year_told, yearless=True)] if year_told else []
    number = "1" if group["m1"] else "2"
    month = MONTHS[group["m" + number].rstrip(".").lower()]
    days = [_day(group["d" + number]), *([_day(group["more"])] if group["more"] else [])]
    if group["y" + number]:
        year = int(group["y" + number])
    elif near:
        year = year_near(month, days[0], near, lean)
    else:
        return []
    isos = [iso_day(year, month, day) for day in days]
    yearless = not group["y" + number]
    if len(days) == 1:
        return _whole(match, isos[0], yearless)
    first = Span(match.start(), match.end("d2"))
    start = match.end("d2") + re.search(r"\d", group["more"]).start()  # type: ignore[union-attr]
    spans = [first, Span(start, match.end())]
    return [DateWords(span, iso, yearless) for span, iso in zip(spans, isos, strict=True) if iso]


def _whole(match: re.Match[str], iso: str | None, yearless: bool = False) -> list[DateWords]:
    return [DateWords(Span(*match.span()), iso, yearless)] if iso else []


def _day(words: str) -> int:
    return int("".join(character for character in words if character.isdigit()))
