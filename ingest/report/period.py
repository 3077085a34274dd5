"""Which month a report is about, and on what grounds: its title, or the dates in its text. Never its file's name.

A title gives the month and the year: ``FROM OCTOBER 1 TO OCTOBER 31, 2022``, ``from 1 to November 30, 2023``,
``(January 1–31, 2025)``. Without a title the headers give the month, and the year comes from days written out in full.
Reports also write out days of other years (what happened before, laws, plans), so such a day counts only beside a
header that it is near to, several entries must agree, one of the days must be yet to come, and whatever speaks against
it ends in a question to the user.
"""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.errors import PeriodUnknown
from ingest.language.dates import MONTH_NAMES, find_dates, iso_day
from ingest.report.headers.header import Header
from ingest.report.paragraphs import Paragraph

_GIVEN = re.compile(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"(?<![\d/-])(?:19|20)\d\d(?![\d/-])")
_DAY_RANGE = re.compile(r"(?<![\d.])(\d{1,2})\s*(?:to|till|until|through|[-–—])\s*$", re.IGNORECASE)

# Days. A rally is announced or a hearing set within weeks, and what is reported as news happened within weeks.
_NEAR = 45
_PLANNED = 5
# Entries whose dates must agree on the year.
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Period:
    """``month`` is ``YYYY-MM``; ``start`` and ``end`` are ISO dates; ``source`` as in ``Report.period_source``.

    ``rule`` is the rule that read it, empty if it was given.
    """

    month: str
    start: str
    end: str
    source: str
    rule: str = ""


def read_period(title: str, text: str, paragraphs: Sequence[Paragraph], given: str | None, name: str) -> Period:
    """The period of a report. ``given`` (``YYYY-MM``) overrides all else.

    Raises ``PeriodUnknown`` when nothing says it, or title and headers, or dates among each other, disagree.
    """
    if given is not None:
        if not _GIVEN.fullmatch(given):
            raise PeriodUnknown(f"{name}: '{given}' is no period. Write it as --period YYYY-MM, such as 2023-06.")
        return _whole_month(given, "given")
    months = Counter(p.header.month for p in paragraphs if p.header.month)
    if period := _period_of_title(title, name):
        _agree(period, months, paragraphs, name)
        return period
    month = _month_of_title(title) or _dominating(months, name)
    years = Counter(p.header.year for p in paragraphs if p.header.year and p.header.month == month)
    in_title = set(_YEAR.findall(title))
    if len(in_title) == 1:
        year, rule = int(in_title.pop()), "period.year_in_title"
    elif years:
        year, votes = years.most_common(1)[0]
        if votes * 3 < sum(years.values()) * 2:
            raise _unknown(name, "its headers name different years")
        rule = "period.year_in_headers"
    else:
        year, rule = _year_of_dates(text, paragraphs, month, name), "period.year_of_dates"
    return _whole_month(f"{year}-{month:02}", "dates in the text", rule)


def month_in_title(title: str) -> str | None:
    """The one month (``YYYY-MM``) that a title names, with its year; ``None`` if it names none or several."""
    try:
        period = _period_of_title(title, "the title")
    except PeriodUnknown:
        return None
    return period.month if period else None


def _whole_month(month: str, source: str, rule: str = "") -> Period:
    year, number = int(month[:4]), int(month[5:])
    return Period(month, f"{month}-01", f"{month}-{monthrange(year, number)[1]:02}", source, rule)


def _period_of_title(title: str, name: str) -> Period | None:
    years = set(_YEAR.findall(title))
    near = next(iter(years)) if len(years) == 1 else None
    found = [words for words in find_dates(title, near) if len(words.iso) > 4]
    months = {words.iso[:7] for words in found}
    if len(months) > 1:
        raise _unknown(name, "its title names more than one month")
    if not found or not years:
        return None
    whole = _whole_month(months.pop(), "title", "period.month_in_title")
    days = [words.iso for words in found if len(words.iso) == 10]
    before = _DAY_RANGE.search(title[: found[0].span.start])
    if before and 1 <= int(before[1]) <= int(whole.end[-2:]):
        days.append(f"{whole.month}-{int(before[1]):02}")
    if len(days) < 2:
        return whole
    return Period(whole.month, min(days), max(days), "title", "period.days_in_title")


def _month_of_title(title: str) -> int | None:
    months = {words.iso[5:7] for words in find_dates(title, "2000-06") if len(words.iso) > 4}
    return int(months.pop()) if len(months) == 1 else None


def _agree(period: Period, months: Counter[int], paragraphs: Sequence[Paragraph], name: str) -> None:
    month, dated = int(period.month[5:]), sum(months.values())
    if dated >= 3 and months[month] * 2 < dated:
        raise _unknown(name, f"its title says {MONTH_NAMES[month - 1]} and most of its headers do not")
    years = Counter(p.header.year for p in paragraphs if p.header.year and p.header.month == month)
    if years.total() >= 3 and years[int(period.month[:4])] * 2 < years.total():
        raise _unknown(name, f"its title says {period.month[:4]} and most headers that name a year do not")


def _dominating(months: Counter[int], name: str) -> int:
    if not months:
        raise _unknown(name, "no title and no dated header gives it")
    month, votes = months.most_common(1)[0]
    if votes * 3 < sum(months.values()) * 2:
        raise _unknown(name, "its headers are of several months and it has no title")
    return month


def _year_of_dates(text: str, paragraphs: Iterable[Paragraph], month: int, name: str) -> int:
    """The year in which days written out in full lie near the headers beside which they stand.

    In an anniversary's month the days of the year before crowd around the headers as this year's do. What is yet to
    come tells them apart: at least one day must lie well ahead of its header.
    """
    votes: Counter[int] = Counter()
    plans: Counter[int] = Counter()
    written: list[str] = []
    for paragraph in paragraphs:
        found = [words.iso for words in find_dates(text[slice(*paragraph.span)])]
        written += found
        near = [vote for iso in found if len(iso) == 10 and (vote := _near(iso, paragraph.header))]
        votes.update({year for year, _ in near})
        plans.update({year for year, ahead in near if ahead >= _PLANNED})
    if not votes:
        raise _unknown(name, "no day near its entries is written out with its year")
    year, agreeing = votes.most_common(1)[0]
    if agreeing < _ENOUGH or agreeing * 3 < votes.total() * 2:
        raise _unknown(name, "the days that are written out in it do not agree on a year")
    if not plans[year]:
        raise _unknown(name, f"only days that had passed point to {year}, and they may be a year ago")
    # What is reported as past cannot lie after the report: many dates beyond its month mean a later year.
    end = f"{year}-{month:02}-31"
    if sum(iso > end and not (len(iso) == 10 and iso <= _month_after(end)) for iso in written) * 2 >= agreeing:
        raise _unknown(name, f"days near its entries point to {year}, and other dates in it lie later")
    return year


def _near(iso: str, header: Header) -> tuple[int, int] | None:
    """The year that a header's day has if a day written out in full is near it, and by how many days that is ahead."""
    day = date.fromisoformat(iso)
    for year in (day.year, day.year - 1, day.year + 1):
        own = iso_day(year, header.month, header.day)
        ahead = (day - date.fromisoformat(own)).days if own else _NEAR + 1
        if abs(ahead) <= _NEAR:
            return year, ahead
    return None


def _month_after(end: str) -> str:
    year, month = int(end[:4]), int(end[5:7])
    return f"{year + month // 12}-{month % 12 + 1:02}-31"


def _unknown(name: str, why: str) -> PeriodUnknown:
    return PeriodUnknown(f"{name}: its period is unknown: {why}. Give it with --period YYYY-MM.")
