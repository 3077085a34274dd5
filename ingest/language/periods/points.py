"""Single dates in the words for a period: a day, a month, a part of a year, a week of a year, a year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import msgspec

from ingest.facts import Span
from ingest.language.dates import DAY, MONTH, month_number
from ingest.language.lexicons import read_lexicon

_GAP = 25
"""Characters between two dates of one period, at most."""
_SEASON = 3
"""Months of a season."""


class PeriodTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``periods.yaml``."""

    between: tuple[str, ...]
    numbered: tuple[str, ...]
    parts_of_year: dict[str, int]
    seasons: dict[str, int]
    ordinals: tuple[tuple[str, ...], ...]
    week_until: tuple[str, ...]
    week_from: tuple[str, ...]


@cache
def period_terms() -> PeriodTerms:
    """The words of periods."""
    return read_lexicon("periods", PeriodTerms)


@dataclass(frozen=True, slots=True)
class Point:
    """One date of a period.

    ``months`` are how many it takes (a quarter: 3), ``week`` is a week of the year, ``week_days`` how many more days
    belong to it: 6 after it, or -6 before. ``explicit`` says that its own year is written beside it.
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    months: int = 1
    week: int | None = None
    week_days: int = 0
    explicit: bool = True

    @property
    def is_year(self) -> bool:
        """Whether it is a year and nothing else."""
        return self.year is not None and self.month is None and self.day is None and self.week is None

    @property
    def is_bare_day(self) -> bool:
        """Whether its month stands beside another date."""
        return self.day is not None and self.month is None


def _any_of(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _points() -> re.Pattern[str]:
    terms = period_terms()
    ordinals = _any_of([word for words in terms.ordinals for word in words])
    return re.compile(
        r"(?<![\w/.-])(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\w)"
        r"|(?P<numeric>\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)(?![\w/])"
        r"|(?P<iso_month>(?:19|20)\d\d-(?:0[1-9]|1[0-2]))(?![\w-])"
        r"|(?P<month_digits>(?:0?[1-9]|1[0-2])[./](?:19|20)\d\d)(?![\w/])"
        r"|(?P<short>\d{1,2}[./]\d{1,2})(?=\s{0,2}(?:[-–—]|[a-z]{2,5}\s)\s{0,2}\d{1,2}[./])"
        rf"|(?P<m1>{MONTH})\s{{0,2}}(?P<d1>{DAY})"
        rf"|(?P<d2>{DAY})\s{{1,2}}(?:of\s)?(?P<m2>{MONTH})"
        rf"|(?P<m3>{MONTH})"
        rf"|(?i:(?P<ordinal>{ordinals})\s+(?P<part>{_any_of(list(terms.parts_of_year))})\b)"
        rf"|(?i:(?P<season>{_any_of(list(terms.seasons))}))(?=,?\s+(?:of\s+)?(?P<of>(?:19|20)\d\d)"
        r"(?:\s?[-–—/]\s?(?:20)?(?P<to>\d\d)(?!\d))?)"
        r"|[Qq](?P<quarter>[1-4])(?!\w)"
        r"|(?i:week)\s+(?:(?i:no|number)\.?\s+)?(?P<week>[1-5]?\d)(?![\w.])"
        r"|(?P<year>(?:19|20)\d\d)(?![\w.%]\w)"
        rf"|(?P<day>{DAY}))"
        r"|(?<=[-–—])(?:"
        rf"(?P<m4>{MONTH})\s{{0,2}}(?P<d4>{DAY})|(?P<d5>{DAY})\s{{1,2}}(?:of\s)?(?P<m5>{MONTH})|(?P<m6>{MONTH})"
        r"|(?P<numeric2>\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)(?![\w/])|(?P<year2>(?:19|20)\d\d)(?!\w)|"
        rf"(?P<day2>{DAY}))"
    )


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(rf"[\s,/–—-]*(?:(?i:{_any_of(period_terms().between)})\b\.?[\s,/–—-]*)*")


@cache
def _before() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What may be right before a date: a word for a number, for a week until it, for a week from it."""
    terms = period_terms()
    return (
        re.compile(rf"(?:(?<![^\W_])(?i:{_any_of(terms.numbered)})\.?|[№#])\s*$"),
        re.compile(rf"(?<![^\W_])(?i:{_any_of(terms.week_until)})\s*$"),
        re.compile(rf"(?<![^\W_])(?i:{_any_of(terms.week_from)})\s*$"),
    )


def find_point_groups(text: str) -> list[list[Point]]:
    """The dates of a text, in order; those that only words of ``periods.yaml`` divide are one group."""
    groups: list[list[Point]] = []
    for point in _find_points(text):
        last = groups[-1][-1].span.end if groups else None
        if last is not None and point.span.start - last <= _GAP and _gap().fullmatch(text, last, point.span.start):
            groups[-1].append(point)
        else:
            groups.append([point])
    return groups


def _find_points(text: str) -> list[Point]:
    points = []
    at = 0
    numbered, week_until, week_from = _before()
    while found := _points().search(text, at):
        before = text[max(0, found.start() - 30) : found.start()]
        point, at = _point(found), found.end()
        if point.day is not None and numbered.search(before) and found.group()[0].isdigit():
            at = re.compile(r"\d+\w*").match(text, found.start()).end()  # type: ignore[union-attr]
            continue
        if point.day is not None and week_until.search(before):
            point = replace(point, week_days=-6)
        elif point.day is not None and week_from.search(before):
            point = replace(point, week_days=6)
        points.append(point)
    return points


def _point(found: re.Match[str]) -> Point:
    group = {name.rstrip("0123456789"): words for name, words in found.groupdict().items() if words}
    span = Span(*found.span())
    if "season" in group:
        return _season(span, group)
    if "part" in group or "quarter" in group:
        return _part_of_year(span, group)
    if "week" in group:
        return Point(span, week=int(group["week"]))
    if "m" in group:
        day = re.sub(r"\D", "", group.get("d", ""))
        return Point(span, None, month_number(group["m"]), int(day) if day else None)
    return _point_in_digits(span, group)


def _point_in_digits(span: Span, group: dict[str, str]) -> Point:
    form, words = next(iter(group.items()))
    numbers = [int(n) for n in re.findall(r"\d+", words)]
    if form == "numeric":
        return Point(span, numbers[2], numbers[1], numbers[0])
    if form == "month_digits":
        return Point(span, numbers[1], numbers[0])
    if form == "short":
        return Point(span, None, numbers[1], numbers[0])
    if form == "day":
        return Point(span, day=numbers[0])
    year, month, day = (*numbers, None, None)[:3]
    return Point(span, year, month, day)


def _season(span: Span, group: dict[str, str]) -> Point:
    """A season; without a month, which makes it none, where the years beside it do not say of which year it is."""
    first, year = period_terms().seasons[group["season"].lower()], int(group["of"])
    over = "to" in group and (year + 1) % 100 == int(group["to"])
    is_sure = over if first + _SEASON > 13 else "to" not in group
    return Point(span, year, first if is_sure else None, None, _SEASON)


def _part_of_year(span: Span, group: dict[str, str]) -> Point:
    terms = period_terms()
    months = terms.parts_of_year[group["part"].lower()] if "part" in group else 3
    if "quarter" in group:
        number = int(group["quarter"])
    else:
        number = next(n for n, words in enumerate(terms.ordinals, 1) if group["ordinal"].lower() in words)
    first = (number - 1) * months + 1
    return Point(span, None, first if first <= 12 else None, None, months)
