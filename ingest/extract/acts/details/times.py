"""Times told from the day of the entry: ``the day before``, ``a week earlier``, ``yesterday``, ``since Friday``.

As exact as the words are: a day, ``last month`` a month, ``last year`` a year; a week gives its day when counted back
and the month when only named. Cost is linear in the text.
"""

import re
from datetime import date, timedelta

from ingest.facts import Span
from ingest.language.dates import MONTHS, DateWords
from ingest.language.numbers import number_words, read_number

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMES = "|".join(name.capitalize() for name in MONTHS if len(name) > 3 or name == "may")
_TOLD = re.compile(
    r"\b(?:(?P<before>the day before|the previous day|the night before|yesterday|the day earlier)"
    r"|(?P<next>the next day|the following day|the day after)"
    rf"|(?P<number>an?|\d{{1,2}}|{number_words().pattern})\s(?P<unit>day|week|month|year)s?\s(?:ago|earlier|before)"
    r"|last\s(?P<last>week|month|year)"
    rf"|last\s(?P<name>{_NAMES})"
    r"|(?:on|since|last)\s(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))\b",
    re.IGNORECASE,
)
# Without one of these a text tells no such time: a quick look before the patterns.
_SIGNS = (" ago", "earlier", "before", "esterday", "ast ", "day after", "next day", "following day", "ince ", "n Mon",
          "n Tue", "n Wed", "n Thu", "n Fri", "n Sat", "n Sun")  # fmt: skip
_DAYS = {"day": 1, "week": 7}


def find_times(text: str, reported: str | None) -> list[DateWords]:
    """The times that the text tells from the day ``reported`` (ISO; anything but a whole day gives none)."""
    if reported is None or len(reported) != len("2022-10-28") or not any(sign in text for sign in _SIGNS):
        return []
    day = date.fromisoformat(reported)
    return [DateWords(Span(*told.span()), _iso(told, day)) for told in _TOLD.finditer(text)]


def _iso(told: re.Match[str], day: date) -> str:
    if told["before"] or told["next"]:
        return (day + timedelta(days=1 if told["next"] else -1)).isoformat()
    if told["weekday"]:
        back = (day.weekday() - _WEEKDAYS.index(told["weekday"].lower()) - 1) % 7 + 1
        return (day - timedelta(days=back)).isoformat()
    if told["name"]:
        month = MONTHS[told["name"].lower()]
        return f"{day.year - (month >= day.month)}-{month:02}"
    unit = (told["unit"] or told["last"]).lower()
    number = 1 if told["last"] else int(read_number(told["number"]) or 1)
    if unit in _DAYS:
        back_then = day - timedelta(days=number * _DAYS[unit])
        return back_then.isoformat()[: 7 if told["last"] else None]
    if unit == "year":
        return str(day.year - number)
    months = day.year * 12 + day.month - 1 - number
    return f"{months // 12}-{months % 12 + 1:02}"
