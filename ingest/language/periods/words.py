"""Periods as titles write them: ``from 1 to October 31, 2022``, ``3–9 October 2022``, ``March and April 2023``.

Days, months, quarters, halves, weeks of the year and years, alone or joined to a range. What has no year of its own
takes the next one of the same words; over New Year the first date takes the year before. The words that may be between
two dates are those of ``lexicons/periods.yaml``.
"""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ingest.facts import Span
from ingest.language.dates import iso_day
from ingest.language.periods.points import Point, find_point_groups


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """Words for a period: their span, its first and last day (ISO), and whether the year was not among the words."""

    span: Span
    start: str
    end: str
    yearless: bool = False

    @property
    def is_day(self) -> bool:
        """Whether it is one day."""
        return self.start == self.end

    @property
    def is_year(self) -> bool:
        """Whether it is whole years."""
        return self.start.endswith("-01-01") and self.end.endswith("-12-31")


def find_periods(text: str, year: int | None = None) -> list[PeriodWords]:
    """Every period of a title, in order. What names no year takes ``year``, and is left out without it."""
    found = (_period(points, year) for points in find_point_groups(text))
    return [period for period in found if period]


def _period(group: Sequence[Point], year: int | None) -> PeriodWords | None:
    points = _with_years(_with_months(group))
    yearless = all(point.year is None for point in points)
    dated = [replace(p, year=year, explicit=False) if p.year is None else p for p in points]
    if not dated or any(point.year is None for point in dated):
        return None
    start, end = _days_between(dated[0], dated[-1])
    if not start or not end or start > end:
        return None
    return PeriodWords(Span(group[0].span.start, group[-1].span.end), start, end, yearless)


def _days_between(first: Point, last: Point) -> tuple[str | None, str | None]:
    """The first day of one and the last of the other; over New Year the year counts for the date beside it."""
    start, end = _start(first), _end(last)
    if not start or not end or start <= end or first.year != last.year:
        return start, end
    if first.explicit:
        return start, _end(replace(last, year=(last.year or 0) + 1))
    return _start(replace(first, year=(first.year or 0) - 1)), end


def _with_months(group: Sequence[Point]) -> list[Point]:
    """The points without days that take no month: from the date before (``October 3–9``), else the one behind."""
    points = list(group)
    for at, point in enumerate(points):
        if point.is_bare_day and at and points[at - 1].day is not None:
            points[at] = replace(point, month=points[at - 1].month)
    for at in range(len(points) - 2, -1, -1):
        behind = points[at + 1]
        if points[at].is_bare_day and behind.day is not None:
            points[at] = replace(points[at], month=behind.month, year=behind.year, explicit=False)
    return [point for point in points if not point.is_bare_day]


def _with_years(points: Sequence[Point]) -> list[Point]:
    """The points with the years that stand beside them; years alone stay where there is nothing else."""
    if all(point.is_year for point in points):
        return list(points)
    found: list[Point] = []
    leading: int | None = None
    for point in points:
        if not point.is_year:
            found = _give_year(found, point.year, beside=False) if point.year else found
            found.append(point if point.year else replace(point, explicit=False))
        elif not found:
            leading = point.year
        else:
            found = _give_year(found, point.year)
    year = leading
    for at, point in enumerate(found):
        year = point.year or year
        found[at] = replace(point, year=year)
    return found


def _give_year(found: list[Point], year: int | None, beside: bool = True) -> list[Point]:
    """The points with a year that is written behind them; ``beside`` says that it is right behind the last."""
    last = len(found) - 1
    return [
        replace(point, year=year, explicit=beside and at == last) if point.year is None else point
        for at, point in enumerate(found)
    ]


def _start(point: Point) -> str | None:
    year, month = point.year or 1, point.month or 1
    if point.week is not None:
        return _week_day(year, point.week, 1)
    day = iso_day(year, month, point.day or 1)
    return _moved(day, min(point.week_days, 0))


def _end(point: Point) -> str | None:
    year = point.year or 1
    if point.week is not None:
        return _week_day(year, point.week, 7)
    if point.month is None:
        return iso_day(year, 12, 31)
    if point.day is not None:
        return _moved(iso_day(year, point.month, point.day), max(point.week_days, 0))
    over, last = divmod(point.month + point.months - 2, 12)  # a winter ends in the next year
    return iso_day(year + over, last + 1, monthrange(year + over, last + 1)[1])


def _week_day(year: int, week: int, day: int) -> str | None:
    try:
        return date.fromisocalendar(year, week, day).isoformat()
    except ValueError:
        return None


def _moved(day: str | None, by: int) -> str | None:
    return (date.fromisoformat(day) + timedelta(by)).isoformat() if day and by else day
