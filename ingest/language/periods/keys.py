"""What a period is called in ids, and back: its first and last day as the shortest words of ISO 8601 for them."""

import re
from calendar import monthrange

from ingest.language.dates import iso_day

_MONTH_LIKE = 22
"""Days of one month from which on a period is that month's: a report from 3 to 31 October is October's."""
_KEY_PART = r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?"
_KEY = re.compile(rf"({_KEY_PART})(?:--({_KEY_PART}))?")


def period_key(start: str, end: str) -> str:
    """What a period is called in ids: ``2022``, ``2022-10``, ``2022-10-03``, or two such as ``2022-03--2022-04``."""
    first, last = _shortest(start, 0), _shortest(end, 1)
    if start == end:
        return start
    if start.endswith("-01-01") and end.endswith("-12-31"):
        first, last = start[:4], end[:4]
    elif start[:7] == end[:7] and int(end[8:]) - int(start[8:]) + 1 >= _MONTH_LIKE:
        first = last = start[:7]
    elif len(first) != len(last):
        first, last = start, end
    return first if first == last else f"{first}--{last}"


def read_period_key(key: str) -> tuple[str, str] | None:
    """The first and the last day of what :func:`period_key` writes; ``None`` for other words."""
    found = _KEY.fullmatch(key)
    if found is None:
        return None
    start, end = _first_day(found[1]), _last_day(found[2] or found[1])
    return (start, end) if start and end and start <= end else None


def _shortest(day: str, edge: int) -> str:
    whole = (day[:7] + "-01", _last_day(day[:7]))[edge]
    return day[:7] if day == whole else day


def _first_day(part: str) -> str | None:
    year, month, day = ([int(n) for n in part.split("-")] + [1, 1])[:3]
    return iso_day(year, month, day)


def _last_day(part: str) -> str | None:
    numbers = [int(n) for n in part.split("-")]
    if len(numbers) == 3:
        return iso_day(*numbers)
    year, month = (*numbers, 12)[:2]
    return iso_day(year, month, monthrange(year, month)[1])
