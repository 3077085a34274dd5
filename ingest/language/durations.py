"""Lengths of time: ISO 8601 durations, and the words for them.

``3 years, 2 months and 20 days`` becomes ``P3Y2M20D``. A decimal year follows docs/annotation.md: ``1.5 years`` is a
year and a half (``P1Y6M``), any other digit counts months (``2.2 years`` is ``P2Y2M``). Weeks are written as days.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import NamedTuple

import isodate
import msgspec

from ingest.facts import Span
from ingest.language.dates import month_number
from ingest.language.lexicons import read_lexicon
from ingest.language.numbers import number_words, read_number

# How a month and a year count where a duration is compared in days.
_MONTH, _YEAR = 30, 365
# How far the words of one duration may reach from a unit.
_AROUND = 80
_MONTH_LENGTH = 12
_AND_A_HALF = " and a half"


class _Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``durations.yaml``, explained there."""

    units: dict[str, tuple[str, ...]]
    between: tuple[str, ...]


class DurationWords(NamedTuple):
    """Words for a length of time: their span and ISO 8601 (``P1Y6M``).

    Of a range (``5 to 7 years``) ``iso`` is ``None``, ``shortest`` and ``longest`` are its ends.
    "15 and 20 days" is two of one list: ``rank`` counts from 0, ``of`` is how many there are.
    """

    span: Span
    iso: str | None
    rank: int = 0
    of: int = 1
    longest: str | None = None
    shortest: str | None = None

    @property
    def days(self) -> int | None:
        """About how many days, see :func:`days_in`; ``None`` for a range."""
        return days_in(self.iso) if self.iso else None


def iso_duration(years: int = 0, months: int = 0, days: int = 0) -> str | None:
    """``P3Y2M20D``; ``None`` for no time at all. Units are kept as written: 18 months are ``P18M``."""
    if not (years or months or days):
        return None
    return str(isodate.duration_isoformat(isodate.Duration(years=years, months=months, days=days)))


def duration_of(count: float, letter: str) -> str | None:
    """So many years (``Y``), months (``M``) or days (``D``) as ISO 8601; half a year is six months."""
    whole, half = int(count), count != int(count)
    years, months, days = (whole if letter == unit else 0 for unit in "YMD")
    return iso_duration(years, months + 6 * (half and letter == "Y"), days + 15 * (half and letter == "M"))


def days_in(duration: str) -> int:
    """An ISO 8601 duration in days, a month counted as 30 and a year as 365.

    Raises ``isodate.ISO8601Error`` (a ``ValueError``) for what is no duration.
    """
    parsed = isodate.parse_duration(duration)
    if isinstance(parsed, timedelta):
        return parsed.days
    return int(parsed.years * _YEAR + parsed.months * _MONTH) + int(parsed.tdelta.days)


@dataclass(frozen=True)
class _Patterns:
    unit: re.Pattern[str]
    piece: re.Pattern[str]
    count: re.Pattern[str]
    any: re.Pattern[str]
    letters: dict[str, str]


@cache
def _patterns() -> _Patterns:
    lexicon, known = read_lexicon("durations", _Lexicon), number_words()
    letters = {word: letter for letter, words in lexicon.units.items() for word in words}
    half = rf"{known.pattern}[ -]and[ -]a[ -]half|half a"
    count = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|{half}|{known.pattern}|{_either(known.single)})"
    unit = rf"{_either(letters)}(?![A-Za-z]|-old)"
    # "15", "15-", "15 (fifteen)" and "15 full" stand before the unit; "a year and a half" after it.
    gap = rf"(?:\s?\([^()\n]{{1,20}}\))?[\s\u00a0]?-?[\s\u00a0]?(?:{_either(lexicon.between)} )?"
    piece = rf"({count}){gap}({unit})(?:['’](?!s))?({_AND_A_HALF})?"
    bare = rf"{count}{gap}{unit}(?:['’](?!s))?(?:{_AND_A_HALF})?"
    single = rf"(?<![\w./-])(?<!\d,){bare}(?:(?:,? and |, ?| ){bare}){{0,3}}"
    several = rf"{bare}(?:(?:,? and |, ?| ){bare}){{0,2}}"
    between = (
        rf"from (?:{several}|{count}) to {several}"
        rf"|(?:from|between) {count}(?: {unit})? (?:to|and) {count} {unit}"
        rf"|(?<![\w./-])(?<!\d,)(?:\d{{1,3}}\s?[-–]\s?\d{{1,3}}|{count} to {count}) {unit}"
    )
    listed = rf"(?<![\w./-])(?<!\d,)(?:{count},? (?:and )?){{1,6}}(?<=and ){count} {unit}"
    return _Patterns(
        unit=re.compile(unit, re.IGNORECASE),
        piece=re.compile(piece, re.IGNORECASE),
        count=re.compile(rf"(?<!\w){count}(?![A-Za-z])", re.IGNORECASE),
        any=re.compile(rf"(?P<range>{between})|(?P<list>{listed})|{single}", re.IGNORECASE),
        letters=letters,
    )


def _either(words: "frozenset[str] | dict[str, str] | tuple[str, ...]") -> str:
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


def find_durations(text: str) -> list[DurationWords]:
    """Every length of years, months, weeks or days, in the order of the text. Cost is linear in the text.

    The words around each unit are read, not the whole text: units are few.
    """
    found: list[DurationWords] = []
    patterns, behind = _patterns(), 0
    for unit in patterns.unit.finditer(text):
        if unit.start() < behind:
            continue
        match = patterns.any.search(text, max(behind, unit.start() - _AROUND), unit.end() + _AROUND)
        while match is not None:
            behind = match.end()
            found += _durations_of(match)
            match = patterns.any.search(text, behind, unit.end()) if behind < unit.end() else None
    return found


def _durations_of(match: re.Match[str]) -> list[DurationWords]:
    if match["list"]:
        return _of_list(match)
    if match["range"]:
        return [_of_range(match)]
    if parsed := _one_by_one(match):
        return parsed
    iso = _iso_of(match.group())
    return [DurationWords(Span(*match.span()), iso)] if iso else []


def _of_range(match: re.Match[str]) -> DurationWords:
    """A range has no one length; but "on February 3 to 15 days" is a day of the calendar, then a duration."""
    before = match.string[max(0, match.start() - _MONTH_LENGTH) : match.start()].split()
    at = match.string.find(" to ", match.start(), match.end())
    if before and at >= 0 and month_number(before[-1]) is not None:
        start = at + len(" to ")
        return DurationWords(Span(start, match.end()), _iso_of(match.string[start : match.end()]))
    lower, upper = _ends_of(match.group())
    unit = "" if _patterns().unit.search(lower) else f" {_patterns().unit.findall(upper)[-1]}"
    return DurationWords(Span(*match.span()), None, longest=_iso_of(upper), shortest=_iso_of(lower + unit))


def _ends_of(words: str) -> tuple[str, str]:
    """`From six years | three years and two months`, `between 5 | 7 years`, `5 | 7 years`."""
    parts = re.split(r" to ", words, maxsplit=1, flags=re.IGNORECASE)
    if len(parts) == 1:
        parts = re.split(r" and |\s?[-–]\s?", words, flags=re.IGNORECASE)[-2:]
    return parts[0], parts[1]


def _one_by_one(match: re.Match[str]) -> list[DurationWords]:
    """ "15 days and 12 days" is a list of two, "3 years and 2 months" one duration (none here)."""
    pieces = list(_patterns().piece.finditer(match.group()))
    units = {_letter_of(piece[2]) for piece in pieces}
    if len(pieces) < 2 or len(units) > 1:
        return []
    spans = [Span(match.start() + piece.start(), match.start() + piece.end()) for piece in pieces]
    return _ranked(spans, [piece.group() for piece in pieces])


def _of_list(match: re.Match[str]) -> list[DurationWords]:
    counts, unit = match.group().rsplit(" ", 1)
    listed = list(_patterns().count.finditer(counts))
    spans = [Span(match.start() + m.start(), match.start() + m.end()) for m in listed]
    spans[-1] = Span(spans[-1].start, match.end())
    return _ranked(spans, [f"{m.group()} {unit}" for m in listed])


def _ranked(spans: list[Span], words: list[str]) -> list[DurationWords]:
    pairs = enumerate(zip(spans, words, strict=True))
    return [DurationWords(span, _iso_of(parsed), rank, len(spans)) for rank, (span, parsed) in pairs]


def _iso_of(words: str) -> str | None:
    """The pieces of one duration, added up unit by unit."""
    parts = {"Y": 0, "M": 0, "F": 0, "W": 0, "D": 0}
    for printed, unit, half in _patterns().piece.findall(words):
        count = printed.replace("-and-a-half", _AND_A_HALF)
        if read_number(count) is None:
            return None
        for letter, number in _parts_of(count, _letter_of(unit), bool(half)):
            parts[letter] += number
    return iso_duration(parts["Y"], parts["M"], 14 * parts["F"] + 7 * parts["W"] + parts["D"])


def _parts_of(count: str, letter: str, half: bool) -> Iterator[tuple[str, int]]:
    """How many of which units a count is: "1.5 years" a year and six months, "2.2 years" two years and two months."""
    number = read_number(count) or 0.0
    yield letter, int(number)
    fraction = re.split("[.,]", count)[1:]
    if letter == "Y" and fraction:
        yield "M", 6 if fraction[0] in ("5", "50") else int(fraction[0])
    elif number != int(number) or half:
        yield {"Y": ("M", 6), "M": ("D", 15)}.get(letter, ("D", 0))


def _letter_of(unit: str) -> str:
    return _patterns().letters[unit.lower()]
