"""Terms of time, sums of money and counts as reports write them.

``3 years, 2 months and 20 days`` becomes ``P3Y2M20D``, ``20 million crowns`` 20000000. A decimal year follows the
guide: ``1.5 years`` is a year and a half (``P1Y6M``), any other digit counts months (``2.2 years``
is ``P2Y2M``).
"""

import re
from functools import cache
from typing import NamedTuple

from ingest.facts import Span
from ingest.language.dates import month_number

_ONES = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = (
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
)
NUMBER_WORDS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ONES, 1)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{f"{ten}-{one}": 10 * t + o for t, ten in enumerate(_TENS, 2) for o, one in enumerate(_ONES[:9], 1)},
}
SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "mln": 1_000_000, "thsd": 1_000}

_WORD = "(?:" + "|".join(sorted(NUMBER_WORDS, key=len, reverse=True)) + ")"
_HALF = "(?:one|two|three|four|five|six|seven|eight|nine|ten) and a half"
_COUNT = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|{_HALF}|{_WORD}|another|a)"
_UNIT = "(?:years?|months?|weeks?|days?|yrs?|mos?)"
_FULL = "(?:full |calendar |whole |more |further |additional )"
# "15", "15-", "15 (fifteen)" and "15 full" stand before the unit; "a year and a half" after it.
_PIECE = (
    rf"(?:{_COUNT})(?:\s?\([^()\n]{{1,20}}\))?[\s\u00a0]?-?[\s\u00a0]?{_FULL}?{_UNIT}(?![A-Za-z])"
    rf"(?:['’](?!s))?(?: and a half)?"
)
_TERM = rf"(?<![\w.,/-]){_PIECE}(?:(?:,? and |, ?| ){_PIECE}){{0,3}}"
_ONE_PIECE = re.compile(
    rf"({_COUNT})(?:\s?\([^()]{{1,20}}\))?[\s\u00a0]?-?[\s\u00a0]?{_FULL}?({_UNIT})(?![A-Za-z])"
    rf"(?:['’](?!s))?( and a half)?",
    re.IGNORECASE,
)
_LETTERS = {"y": "Y", "m": "M", "w": "W", "d": "D"}
_RANGE = (
    rf"(?:from|between) (?:{_COUNT})(?: {_UNIT})? (?:to|and) (?:{_COUNT}) {_UNIT}(?![A-Za-z])"
    rf"|(?<![\w.,/-])(?:\d{{1,3}}\s?[-–]\s?\d{{1,3}}|(?:{_COUNT}) to (?:{_COUNT})) {_UNIT}(?![A-Za-z])"
)
_LIST = rf"(?<![\w.,/-])(?:{_COUNT},? (?:and )?){{1,6}}(?<=and ){_COUNT} {_UNIT}(?![A-Za-z])"
_RANGE_OR_TERM = re.compile(rf"(?P<range>{_RANGE})|(?P<list>{_LIST})|{_TERM}", re.IGNORECASE)
_UNIT_WORD = re.compile(rf"{_UNIT}(?![A-Za-z])", re.IGNORECASE)
# How far the words of one term may reach from a unit.
_AROUND = 80
_MONTH_LENGTH = 12
_LISTED = re.compile(_COUNT, re.IGNORECASE)
_AMOUNT = r"\d{1,3}(?:[ ,.\u00a0]\d{3}){1,4}(?!\d)|\d{1,12}(?:[.,]\d{1,2}(?!\d))?"


class Term(NamedTuple):
    """Words that tell a length of time: their span and ISO 8601 (``P1Y6M``); ``None`` for a range of terms.

    "15 and 20 days" is two terms of one list: ``rank`` counts from 0, ``of`` is how many there are.
    """

    span: Span
    iso: str | None
    rank: int = 0
    of: int = 1

    @property
    def days(self) -> float | None:
        """About how many days: a month counts 30, a year 365."""
        if self.iso is None:
            return None
        sizes = {"Y": 365, "M": 30, "W": 7, "D": 1}
        return sum(float(n) * sizes[letter] for n, letter in re.findall(r"(\d+)([YMWD])", self.iso))


class Money(NamedTuple):
    """Words that tell a sum: their span, the sum in whole units, and whether its size can be meant so (guide)."""

    span: Span
    amount: float
    odd: bool


class Units(NamedTuple):
    """Words that tell a number of calculation indices."""

    span: Span
    number: float


def read_count(words: str) -> float | None:
    """A number in digits or words (``twenty-five``, ``a``, ``two and a half``); ``None`` for other words."""
    words = words.strip().lower()
    if words in ("a", "another"):
        return 1.0
    if words.endswith(" and a half"):
        whole = read_count(words.removesuffix(" and a half"))
        return None if whole is None else whole + 0.5
    if words in NUMBER_WORDS:
        return float(NUMBER_WORDS[words])
    try:
        return float(words.replace(",", "."))
    except ValueError:
        return None


def find_terms(text: str) -> list[Term]:
    """Every term of years, months, weeks or days, in the order of the text. Cost is linear in the text.

    The words around each unit are read, not the whole text: units are few.
    """
    found: list[Term] = []
    behind = 0
    for unit in _UNIT_WORD.finditer(text):
        if unit.start() < behind:
            continue
        match = _RANGE_OR_TERM.search(text, max(behind, unit.start() - _AROUND), unit.end() + _AROUND)
        while match is not None:
            behind = match.end()
            if match["list"]:
                found += _terms_of_list(match)
            elif match["range"]:
                found.append(_term_of_range(match))
            elif told := _told_one_by_one(match):
                found += told
            elif iso := _iso_of(match.group()):
                found.append(Term(Span(*match.span()), iso))
            match = _RANGE_OR_TERM.search(text, behind, unit.end()) if behind < unit.end() else None
    return found


def _term_of_range(match: re.Match[str]) -> Term:
    """A range has no one length; but "on February 3 to 15 days" is a day of the calendar, then a term."""
    before = match.string[max(0, match.start() - _MONTH_LENGTH) : match.start()].split()
    at = match.string.find(" to ", match.start(), match.end())
    if before and at >= 0 and month_number(before[-1]) is not None:
        start = at + len(" to ")
        return Term(Span(start, match.end()), _iso_of(match.string[start : match.end()]))
    return Term(Span(*match.span()), None)


def _told_one_by_one(match: re.Match[str]) -> list[Term]:
    """ "15 days and 12 days" is a list of two terms, "3 years and 2 months" one term (none here)."""
    pieces = list(_ONE_PIECE.finditer(match.group()))
    units = [piece[2][0].lower() for piece in pieces]
    if len(pieces) < 2 or set(units) != {units[0]}:
        return []
    spans = [Span(match.start() + piece.start(), match.start() + piece.end()) for piece in pieces]
    return [
        Term(s, _iso_of(p.group()), rank, len(pieces)) for rank, (s, p) in enumerate(zip(spans, pieces, strict=True))
    ]


def _terms_of_list(match: re.Match[str]) -> list[Term]:
    counts, unit = match.group().rsplit(" ", 1)
    listed = [m for m in _LISTED.finditer(counts) if m.group().lower() != "a"]
    start = match.start()
    spans = [Span(start + m.start(), start + m.end()) for m in listed]
    spans[-1] = Span(spans[-1].start, match.end())
    isos = [_iso_of(f"{m.group()} {unit}") for m in listed]
    return [Term(span, iso, i, len(spans)) for i, (span, iso) in enumerate(zip(spans, isos, strict=True))]


@cache
def _money_pattern(currency: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(currency, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,/-])(?P<sum>{_AMOUNT})[\s\u00a0]?(?P<scale>{'|'.join(SCALES)})?\.?[\s\u00a0]?(?:{names})(?!\w)"
        rf"|(?<!\w)(?:{names})[\s\u00a0]?(?P<sum2>{_AMOUNT})(?:[\s\u00a0](?P<scale2>{'|'.join(SCALES)}))?(?!\w)",
        re.IGNORECASE,
    )


def find_money(text: str, currency: tuple[str, ...]) -> list[Money]:
    """Every sum in a currency (its names and signs, as printed), in the order of the text."""
    found = []
    for match in _money_pattern(currency).finditer(text):
        number = _number_of(match["sum"] or match["sum2"])
        scale = SCALES.get((match["scale"] or match["scale2"] or "").lower(), 1)
        # "172500 thousand": nobody writes a hundred thousand thousands; it stands as stated, with a doubt.
        found.append(Money(Span(*match.span()), number * scale, scale > 1 and number >= 10_000))
    return found


@cache
def _units_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,/-])(\d{{1,5}}(?:[.,]\d{{1,2}})?|{_WORD})[\s\u00a0-]?(?:{words})(?!\w)", re.IGNORECASE
    )


def find_units(text: str, names: tuple[str, ...]) -> list[Units]:
    """Every number of the unit in which fines are counted (``5 penalty units``), by the names of the unit."""
    return [
        Units(Span(*m.span()), count)
        for m in _units_pattern(names).finditer(text)
        if (count := read_count(m.group(1))) is not None
    ]


def _number_of(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:[ ,.\u00a0]\d{3})+", digits):
        return float(re.sub(r"\D", "", digits))
    return float(digits.replace(",", "."))


def _iso_of(words: str) -> str | None:
    parts = {"Y": 0, "M": 0, "W": 0, "D": 0}
    for count_words, unit, half in _ONE_PIECE.findall(words):
        count = read_count(count_words)
        if count is None:
            return None
        letter = _LETTERS[unit[0].lower()]
        whole = int(count)
        parts[letter] += whole
        if letter == "Y" and ("." in count_words or "," in count_words):
            fraction = re.split("[.,]", count_words)[1]
            parts["M"] += 6 if fraction in ("5", "50") else int(fraction)
        elif count != whole or half:
            parts["M" if letter == "Y" else "D"] += 6 if letter == "Y" else 15 if letter == "M" else 0
    if parts["W"]:
        parts["D"] += 7 * parts.pop("W")
    told = "".join(f"{parts[letter]}{letter}" for letter in ("Y", "M", "D") if parts[letter])
    return f"P{told}" if told else None
