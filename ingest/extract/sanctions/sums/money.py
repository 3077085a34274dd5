"""Sums of money, and numbers of the unit in which fines are counted, as reports write them."""

import re
from functools import cache
from typing import NamedTuple

from ingest.facts import Span
from ingest.language.numbers import DIGITS, number_words, read_number

# Nobody writes so many thousands: "172500 thousand" stands as stated, with a doubt.
_MANY = 10_000
_BLANK = r"[\s\u00a0\u202f]"


class Money(NamedTuple):
    """Words that tell a sum: their span, the sum in whole units, and whether its size can hardly be meant so."""

    span: Span
    amount: float
    odd: bool


class Units(NamedTuple):
    """Words that tell a number of the unit in which fines are counted."""

    span: Span
    number: float


class _Sums(NamedTuple):
    """``sums`` finds an amount beside a currency, ``pieces`` the numbers it is made of, each with its scale."""

    sums: re.Pattern[str]
    pieces: re.Pattern[str]


def find_money(text: str, currency: tuple[str, ...]) -> list[Money]:
    """Every sum in a currency (its names and signs, as printed), in the order of the text."""
    patterns = _money_patterns(currency)
    return [
        Money(Span(*match.span()), *_amount(match["before"] or match["behind"], patterns.pieces))
        for match in patterns.sums.finditer(text)
    ]


def _amount(words: str, pieces: re.Pattern[str]) -> tuple[float, bool]:
    """ "1 million 200 thousand" is 1,200,000; and whether a piece can hardly be meant as it stands."""
    whole, odd = 0.0, False
    for number, scale in pieces.findall(words):
        times = number_words().scales.get(scale.lower(), 1)
        value = read_number(number) or 0.0
        whole += value * times
        odd = odd or (times > 1 and value >= _MANY)
    return whole, odd


@cache
def _money_patterns(currency: tuple[str, ...]) -> _Sums:
    names, known = _either(currency), number_words()
    scale = rf"(?:{'|'.join(known.scales)})"
    number = rf"(?:{DIGITS}|{known.pattern}(?: and a half)?|(?:half )?an?(?={_BLANK}{scale}))"
    # "1 million 200 thousand", "one and a half million", "172 500".
    amount = rf"(?:{number}{_BLANK}?{scale}\.?,?{_BLANK}(?:and{_BLANK})?)?{number}(?:{_BLANK}?{scale}\b)?"
    return _Sums(
        re.compile(
            rf"(?<![\w./-])(?<!\d,)(?P<before>{amount})\.?(?:{_BLANK}?\([^()\n]{{1,60}}\))?{_BLANK}?{names}(?!\w)"
            rf"|(?<!\w){names}{_BLANK}?(?P<behind>{amount})(?!\w)",
            re.IGNORECASE,
        ),
        re.compile(rf"({number})(?:{_BLANK}?({scale})\b)?", re.IGNORECASE),
    )


def find_units(text: str, names: tuple[str, ...]) -> list[Units]:
    """Every number of the unit in which fines are counted (``5 penalty units``), by the names of the unit."""
    return [
        Units(Span(*m.span()), count)
        for m in _units_pattern(names).finditer(text)
        if (count := read_number(m[1])) is not None
    ]


@cache
def _units_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    number = rf"\d{{1,5}}(?:[.,]\d{{1,2}})?|{number_words().pattern}"
    # "fifty (50) units", "20 times the unit".
    between = rf"(?:{_BLANK}?\([^()\n]{{1,30}}\))?(?:{_BLANK}times{_BLANK}the)?[\s\u00a0\u202f-]?"
    return re.compile(rf"(?<![\w./-])(?<!\d,)({number}){between}{_either(names)}(?!\w)", re.IGNORECASE)


def _either(names: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"
