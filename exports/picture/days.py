"""Dates as exact as known, on a scale of days; long times in which nothing is told are cut short."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

# Days without anything that are cut short, and the days that stand for them.
_LONG, _CUT = 45, 8


def first_day(text: str) -> int:
    """The first day that a date may be, as a number; ``2031-03`` is any day of that month."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day).toordinal()


def last_day(text: str) -> int:
    """The last day that a date may be, as a number."""
    parts = [*map(int, text.split("-"))]
    if len(parts) == 3:
        return first_day(text)
    year, month = (*parts, 12)[:2]
    return date(year, month, monthrange(year, month)[1]).toordinal()


@dataclass(frozen=True)
class Scale:
    """Days to positions from 0 to ``width``. ``spans`` are the days that are drawn at full length."""

    spans: tuple[tuple[int, int], ...]
    width: float

    def at(self, day: int) -> float:
        """The position of a day; of one in a time that is cut short, a place within the cut."""
        reached = 0
        for (start, end), following in zip(self.spans, [*self.spans[1:], None], strict=True):
            if day <= end:
                return self._to_width(reached + max(day - start, 0))
            reached += end - start
            if following and day < following[0]:
                return self._to_width(reached + _CUT * (day - end) / (following[0] - end))
            reached += _CUT if following else 0
        return self.width

    @property
    def cuts(self) -> list[float]:
        """The positions of the times that are cut short."""
        return [(self.at(end) + self.at(start)) / 2 for (_, end), (start, _) in pairwise(self.spans)]

    def ticks(self, room: float) -> list[tuple[float, str]]:
        """Positions with their words: the months, and a day where a span has none; at least ``room`` apart."""
        found = []
        for start, end in self.spans:
            months = [(month.toordinal(), f"{month:%Y-%m}") for month in _months(start, end)]
            days = [(day, date.fromordinal(day).isoformat()) for day in range(start + 2, end + 1, 7)]
            found += months if len(months) > 2 else sorted({*months, *days})
        return _apart([(self.at(day), words) for day, words in found], room)

    def _to_width(self, days: float) -> float:
        whole = sum(end - start for start, end in self.spans) + _CUT * (len(self.spans) - 1)
        return self.width * days / max(whole, 1)


def make_scale(days: Iterable[int], width: float) -> Scale:
    """A scale on which all these days are drawn at full length."""
    spans: list[tuple[int, int]] = []
    for day in sorted(set(days)):
        if spans and day - spans[-1][1] <= _LONG:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    if not spans:
        return Scale(((0, 1),), width)
    return Scale(tuple((start - 2, end + 2) for start, end in spans), width)


def _months(start: int, end: int) -> Sequence[date]:
    first = date.fromordinal(start).replace(day=1)
    found = []
    while first.toordinal() <= end:
        if first.toordinal() >= start:
            found.append(first)
        first = (first + timedelta(days=32)).replace(day=1)
    return found


def _apart(ticks: Sequence[tuple[float, str]], room: float) -> list[tuple[float, str]]:
    found: list[tuple[float, str]] = []
    for at, words in ticks:
        if not found or at - found[-1][0] >= room:
            found.append((at, words))
    return found
