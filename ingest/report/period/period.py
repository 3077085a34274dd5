"""Which days a report is about, and on what grounds: its title, a date on top, or the dates in its text.

Never its file's name. A title gives a month, days, a part of a year or a year (``ingest.language.periods``). Where it
names several periods, or one day on which a report of earlier days may have been published, the headers decide. Without
a title the headers give the month, and the year comes from a date on top or from days written out in full
(``ingest.report.period.years``). Whatever speaks against it ends in a question to the user.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ingest.errors import PeriodUnknown
from ingest.language.dates import MONTH_NAMES, iso_day, year_near
from ingest.language.periods.keys import period_key, read_period_key
from ingest.language.periods.words import PeriodWords, find_periods
from ingest.report.headers.header import Header
from ingest.report.parts import Paragraph
from ingest.report.period.years import period_unknown, year_of_dates
from ingest.report.titles import title_terms

_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/-])")

ON_TOP = "a date above the entries"
# Headers from which on they can speak against a title.
_SPEAKING = 3
# Days within which a report is published after what it is about.
_PUBLISHED = 62


@dataclass(frozen=True, slots=True)
class Period:
    """``key`` is the period in ids, such as ``2022-10``; ``start`` and ``end`` are its first and last day (ISO).

    ``source`` is as in ``Report.period_source``; ``rule`` is the rule that read it, empty if it was given.
    """

    key: str
    start: str
    end: str
    source: str
    rule: str = ""


def read_period(
    title: str, on_top: str | None, text: str, paragraphs: Sequence[Paragraph], given: str | None, name: str
) -> Period:
    """The period of a report. ``given`` (``2022-10``, or days as ``2022-10-03--2022-10-09``) overrides all else.

    ``on_top`` is a day (ISO) above the entries. Raises ``PeriodUnknown`` when nothing says it, or title and headers, or
    dates among each other, disagree.
    """
    if given is not None:
        return _given(given, name)
    headers = [p.header for p in paragraphs if p.header.month and not p.header.season]
    if period := _period_of_title(title, headers, name):
        return period
    if on_top:
        return _period_of_day(on_top, headers, ON_TOP, on_top[:7])
    in_title = set(_YEAR.findall(title))
    months = Counter(header.month for header in headers)
    if len(in_title) == 1 and _is_yearly(title, months):
        return _period(f"{min(in_title)}-01-01", f"{min(in_title)}-12-31", "title", "period.year_in_title")
    month = _month_of_title(title) or _dominating(months, name)
    years = Counter(header.year for header in headers if header.year and header.month == month)
    if len(in_title) == 1:
        year, rule = int(in_title.pop()), "period.year_in_title"
    elif years:
        year, votes = years.most_common(1)[0]
        if votes * 3 < sum(years.values()) * 2:
            raise period_unknown(name, "its headers name different years")
        rule = "period.year_in_headers"
    else:
        year, rule = year_of_dates(text, paragraphs, month, name), "period.year_of_dates"
    return _month(year, month, "dates in the text", rule)


def period_in_title(title: str) -> str | None:
    """The one period that a title names, with its year; ``None`` if it names none or several."""
    periods = _periods_of_title(title)
    return period_key(periods[0].start, periods[0].end) if len(periods) == 1 else None


def _given(given: str, name: str) -> Period:
    days = read_period_key(given)
    if days is None:
        raise PeriodUnknown(
            f"{name}: '{given}' is no period. Write it as --period YYYY-MM, such as 2023-06, or as a year, a day, or "
            "two of these such as 2023-06-05--2023-06-11."
        )
    return _period(*days, "given", "")


def _period(start: str, end: str, source: str, rule: str) -> Period:
    return Period(period_key(start, end), start, end, source, rule)


def _month(year: int, month: int, source: str, rule: str) -> Period:
    days = read_period_key(f"{year}-{month:02}")
    assert days is not None  # months and years are such
    return _period(*days, source, rule)


def _periods_of_title(title: str) -> list[PeriodWords]:
    """The periods that a title names, not counting years alone; one that holds another gives way to it."""
    years = set(_YEAR.findall(title))
    found = [p for p in find_periods(title, int(min(years)) if len(years) == 1 else None) if not p.is_year]
    different = {(p.start, p.end): p for p in found}.values()
    return [p for p in different if not any(_is_within(other, p) for other in different)]


def _is_within(inner: PeriodWords, outer: PeriodWords) -> bool:
    return inner is not outer and outer.start <= inner.start and inner.end <= outer.end


def _period_of_title(title: str, headers: Sequence[Header], name: str) -> Period | None:
    periods = _periods_of_title(title)
    if not periods:
        return None
    whole = [p for p in periods if not p.is_day]
    if len(whole) > 1:
        whole = _with_most_headers(whole, headers)
    if len(whole) > 1 or (not whole and len(periods) > 1):
        raise period_unknown(name, "its title names more than one period, and its headers do not show which")
    if not whole:
        return _period_of_day(periods[0].start, headers, "title", periods[0].start)
    start, end = whole[0].start, whole[0].end
    rule = "period.month_in_title" if (start, end) == read_period_key(start[:7]) else "period.days_in_title"
    period = _period(start, end, "title", rule)
    _agree(period, headers, name)
    return period


def _with_most_headers(periods: Sequence[PeriodWords], headers: Sequence[Header]) -> list[PeriodWords]:
    """The period in which most headers lie, if it is one."""
    numbers = [sum(_day_in(header, p.start, p.end) is not None for header in headers) for p in periods]
    return [p for p, number in zip(periods, numbers, strict=True) if number == max(numbers)]


def _period_of_day(day: str, headers: Sequence[Header], source: str, otherwise: str) -> Period:
    """The period of a report with one day in its title or above its entries: its month's or ``otherwise``."""
    if month := _month_before(day, headers):
        return _month(*month, source, "period.date_on_top" if source == ON_TOP else "period.month_in_title")
    found = read_period_key(otherwise)
    assert found is not None  # a day and its month are periods
    return _period(*found, source, "period.date_on_top" if source == ON_TOP else "period.days_in_title")


def _month_before(day: str, headers: Sequence[Header]) -> tuple[int, int] | None:
    """The year and month of most headers, where it is not long before ``day``: the report was published then.

    ``None`` where the headers are of that very day.
    """
    months = Counter(header.month for header in headers)
    if not months:
        return None
    month, votes = months.most_common(1)[0]
    days = [iso for header in headers if header.month == month and (iso := _last_until(header, day))]
    if votes * 3 < len(headers) * 2 or set(days) <= {day}:
        return None
    latest = date.fromisoformat(max(days))
    return (latest.year, month) if (date.fromisoformat(day) - latest).days <= _PUBLISHED else None


def _last_until(header: Header, day: str) -> str | None:
    """The last day with a header's month and day that is not after ``day``."""
    year = header.year or year_near(header.month, header.day, day, "past")
    return iso_day(year, header.month, header.day)


def _day_in(header: Header, start: str, end: str) -> str | None:
    """A header's day, if it lies in a period."""
    iso = header.date_in(start, end)
    return iso if iso and start <= iso <= end else None


def _month_of_title(title: str) -> int | None:
    months = {period.start[5:7] for period in find_periods(title, 2000) if period.start[:7] == period.end[:7]}
    return int(months.pop()) if len(months) == 1 else None


def _is_yearly(title: str, months: Counter[int]) -> bool:
    """Whether a title with nothing but a year means all of it: it says so, or the headers are of several months."""
    if any(word in title.lower() for word in title_terms().yearly):
        return True
    return len(months) > 2 and max(months.values()) * 3 < months.total() * 2


def _agree(period: Period, headers: Sequence[Header], name: str) -> None:
    """Raise ``PeriodUnknown`` where most headers lie outside the period of the title."""
    words = _in_words(period)
    outside = [h for h in headers if not _same_days(h, period)]
    if len(headers) >= _SPEAKING and len(outside) * 2 > len(headers):
        raise period_unknown(name, f"its title says {words} and most of its headers do not")
    with_year = [h for h in headers if h.year and _same_days(h, period)]
    wrong = [h for h in with_year if not int(period.start[:4]) <= (h.year or 0) <= int(period.end[:4])]
    if len(with_year) >= _SPEAKING and len(wrong) * 2 > len(with_year):
        raise period_unknown(name, f"its title says {period.start[:4]} and most headers that name a year do not")


def _same_days(header: Header, period: Period) -> bool:
    """Whether a header's month is one of the period's, whatever year it names."""
    first, last = int(period.start[5:7]), int(period.end[5:7])
    if int(period.end[:4]) - int(period.start[:4]) > (1 if last < first else 0):
        return True
    return first <= header.month <= last if first <= last else header.month >= first or header.month <= last


def _in_words(period: Period) -> str:
    if period.start[:7] == period.end[:7]:
        return MONTH_NAMES[int(period.start[5:7]) - 1]
    return f"{period.start} to {period.end}"


def _dominating(months: Counter[int], name: str) -> int:
    if not months:
        raise period_unknown(name, "no title and no dated header gives it")
    month, votes = months.most_common(1)[0]
    if votes * 3 < sum(months.values()) * 2:
        raise period_unknown(name, "its headers are of several months, and no title says which")
    return month
