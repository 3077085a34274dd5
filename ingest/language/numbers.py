"""Numbers in digits and in words: ``15``, ``1,500``, ``twenty-five``, ``two and a half``, ``20 million``.

The words are those of ``numbers.yaml``; every rule that reads a number takes them from here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import msgspec

from ingest.facts import Span
from ingest.language.lexicons import read_lexicon

_HALF = " and a half"
_HALVES = frozenset({"half a", "half an"})
# Thousands in groups of three, and a fraction of one or two digits.
DIGITS = r"\d{1,3}(?:[ ,.\u00a0]\d{3}){1,4}(?:[.,]\d{1,2})?(?!\d)|\d{1,12}(?:[.,]\d{1,2}(?!\d))?"
# More digits than any sum or count that a report tells: an account, a card, a telephone.
_MOST_DIGITS = 15
MOST_PEOPLE = 1_000_000
"""No report counts more people than this in one act; a larger number counts something else."""
_GROUPED = re.compile(r"(\d{1,3}(?:[ ,.\u00a0]\d{3})+)(?:[.,](\d{1,2}))?")


class _Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``numbers.yaml``, explained there."""

    words: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    single: frozenset[str]
    ordinals: dict[str, int]
    ordinal_endings: tuple[str, ...]


@dataclass(frozen=True)
class NumberWords:
    """``words`` has every number that is one word or two with a hyphen, ``scales`` what multiplies one.

    ``single`` are words that stand for one in front of a unit ("a month"), ``pattern`` matches any of ``words``.
    ``ordinals`` has numbers in order ("fourth"), ``ordinal_endings`` what stands behind their digits ("4th").
    """

    words: dict[str, int]
    scales: dict[str, int]
    single: frozenset[str]
    pattern: str
    ordinals: dict[str, int]
    ordinal_endings: tuple[str, ...]


class Number(NamedTuple):
    """Words or digits for a number, and the number."""

    span: Span
    value: float


@cache
def number_words() -> NumberWords:
    """The lexicon ``numbers``, read once. Raises ``LexiconError``."""
    lexicon = read_lexicon("numbers", _Lexicon)
    digits = {word: number for word, number in lexicon.words.items() if number < 10}
    tens = {f"{ten}-{one}": t + o for ten, t in lexicon.tens.items() for one, o in digits.items()}
    words = lexicon.words | lexicon.tens | tens
    pattern = "(?:" + "|".join(sorted(words, key=len, reverse=True)) + ")"
    firsts = {word: number for word, number in lexicon.ordinals.items() if number < 10}
    in_order = {f"{ten}-{word}": t + o for ten, t in lexicon.tens.items() for word, o in firsts.items()}
    ordinals = lexicon.ordinals | in_order
    return NumberWords(words, lexicon.scales, lexicon.single, pattern, ordinals, lexicon.ordinal_endings)


def read_number(words: str) -> float | None:
    """A number in digits or words (``twenty-five``, ``half a``, ``two and a half``); ``None`` for other words."""
    words = words.strip().lower()
    known = number_words()
    if words in known.single:
        return 1.0
    if words in _HALVES:
        return 0.5
    if words in known.words:
        return float(known.words[words])
    if words.endswith(_HALF):
        whole = read_number(words.removesuffix(_HALF))
        return None if whole is None else whole + 0.5
    return read_digits(words)


def read_digits(digits: str) -> float | None:
    """``72,450`` and ``72 450`` are thousands, ``1,5`` and ``1.5`` fractions, ``7,292.5`` is both; else ``None``.

    ``None`` too for more than 15 digits: such a row of digits names an account or a card, and counts nothing.
    """
    if sum(map(str.isdigit, digits)) > _MOST_DIGITS:
        return None
    if grouped := _GROUPED.fullmatch(digits):
        return float(f"{re.sub(r'[^0-9]', '', grouped[1])}.{grouped[2] or 0}")
    try:
        return float(digits.replace(",", "."))
    except ValueError:
        return None


def read_count(words: str) -> int | None:
    """A number of people in digits or words; ``None`` if no report would count so many, or it is not a whole number."""
    number = read_number(words)
    return int(number) if number is not None and number <= MOST_PEOPLE and number == int(number) else None


def read_ordinal(words: str) -> int | None:
    """A number in order (``4th``, ``fourth``, ``twenty-first``); ``None`` for other words."""
    words = words.strip().lower()
    known = number_words()
    if words in known.ordinals:
        return known.ordinals[words]
    digits = words.rstrip("".join(known.ordinal_endings)).rstrip(" -")
    return int(digits) if digits.isdecimal() and len(digits) <= _MOST_DIGITS else None


def find_numbers(text: str) -> tuple[Number, ...]:
    """Every number of a text, in its order. Digits within a word (``155/4``, ``№2``) and ``a`` are none of them."""
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[Number]:
    for found in _number_pattern().finditer(text):
        value = read_number(found["number"])
        if value is not None:
            scale = number_words().scales.get((found["scale"] or "").lower(), 1)
            yield Number(Span(*found.span()), value * scale)


@cache
def _number_pattern() -> re.Pattern[str]:
    known = number_words()
    scales = "|".join(known.scales)
    return re.compile(
        rf"(?<![\w./-])(?<!\d,)(?P<number>{DIGITS}|{known.pattern}(?:{_HALF})?)(?:[\s\u00a0](?P<scale>{scales}))?(?![\w/])",
        re.IGNORECASE,
    )
