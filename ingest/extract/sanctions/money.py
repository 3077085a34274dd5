"""Sums of money, and numbers of the unit in which fines are counted, as reports write them."""

import re
from functools import cache
from typing import NamedTuple

from ingest.facts import Span
from ingest.language.numbers import DIGITS, number_words, read_digits, read_number

# Nobody writes so many thousands: "172500 thousand" stands as stated, with a doubt.
_MANY = 10_000


class Money(NamedTuple):
    """Words that tell a sum: their span, the sum in whole units, and whether its size can hardly be meant so."""

    span: Span
    amount: float
    odd: bool


class Units(NamedTuple):
    """Words that tell a number of the unit in which fines are counted."""

    span: Span
    number: float


def find_money(text: str, currency: tuple[str, ...]) -> list[Money]:
    """Every sum in a currency (its names and signs, as printed), in the order of the text."""
    found = []
    for match in _money_pattern(currency).finditer(text):
        number = read_digits(match["sum"] or match["sum2"]) or 0.0
        scale = number_words().scales.get((match["scale"] or match["scale2"] or "").lower(), 1)
        found.append(Money(Span(*match.span()), number * scale, scale > 1 and number >= _MANY))
    return found


@cache
def _money_pattern(currency: tuple[str, ...]) -> re.Pattern[str]:
    names, scales = _either(currency), "|".join(number_words().scales)
    return re.compile(
        rf"(?<![\w.,/-])(?P<sum>{DIGITS})[\s\u00a0]?(?P<scale>{scales})?\.?[\s\u00a0]?{names}(?!\w)"
        rf"|(?<!\w){names}[\s\u00a0]?(?P<sum2>{DIGITS})(?:[\s\u00a0](?P<scale2>{scales}))?(?!\w)",
        re.IGNORECASE,
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
    return re.compile(rf"(?<![\w.,/-])({number})[\s\u00a0-]?{_either(names)}(?!\w)", re.IGNORECASE)


def _either(names: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"
