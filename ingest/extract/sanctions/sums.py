"""Sanctions given as a sum: fines in money or in calculation indices, damages (annotation, sanctions)."""

import re
from bisect import bisect_left
from typing import Literal

from ingest.extract.addressees.scene import Scene
from ingest.extract.sanctions.money import Money, Units, find_money, find_units
from ingest.extract.sanctions.words import Patterns, Reading, read_status
from ingest.facts import Span
from ingest.jurisdictions.packs import Jurisdiction

_REACH = 70
_BEHIND = 25
# "5 units, which is 18,460 crowns" and "18,460 crowns (5 units)" are one fine.
_SAME_SUM = 14
_RULES = {"fine": "sanctions.fine_in_money", "damages": "sanctions.damages"}
# "The claim was satisfied: he is to pay 500 thousand crowns" is no mere wish.
_GRANTED = re.compile(r"\b(?:satisfied|granted|upheld|allowed|recovered)\b")


def read_with_sums(scene: Scene, jurisdiction: Jurisdiction, patterns: Patterns) -> list[Reading]:
    """Every fine and every damages ordered, in the order of the text."""
    text = scene.text
    units = find_units(text, patterns.words.unit)
    found: list[Reading] = []
    beside: set[Span] = set()
    for money in find_money(text, jurisdiction.terms.currency):
        unit = _unit_beside(money.span, units)
        kind = _kind_of_sum(scene, money, patterns) or ("fine" if unit else None)
        status = read_status(scene, money.span.start, patterns)
        if kind is None or status is None:
            continue
        if unit and kind == "fine":
            beside.add(unit.span)
        found.append(
            Reading(
                kind,
                money.span,
                _RULES[kind],
                amount=money.amount,
                index_units=unit.number if unit and kind == "fine" else None,
                status=status,
                doubt="as stated, however odd" if money.odd else "",
                exact=True,
            )
        )
    for unit in units:
        sentence = scene.sentence_at(unit.span.start)
        status = read_status(scene, unit.span.start, patterns)
        if unit.span in beside or status is None:
            continue
        if any(patterns.lists[words].search(text, sentence.start, sentence.end) for words in ("fine", "penalised")):
            found.append(
                Reading(
                    "fine", unit.span, "sanctions.fine_in_units", index_units=unit.number, status=status, exact=True
                )
            )
    return found


def _kind_of_sum(scene: Scene, money: Money, patterns: Patterns) -> Literal["fine", "damages"] | None:
    text = scene.text
    sentence = scene.sentence_at(money.span.start)
    low = max(sentence.start, money.span.start - _REACH)
    high = min(sentence.end, money.span.end + _REACH)
    fined = patterns.lists["fine"].search(text, low, money.span.start)
    if not fined and patterns.lists["damages"].search(text, low, high):
        granted = _GRANTED.search(text, sentence.start, money.span.start)
        wanted = not granted and patterns.lists["wanted"].search(text, sentence.start, money.span.start)
        return None if wanted else "damages"
    behind = patterns.lists["fine"].search(text, money.span.end, min(money.span.end + _BEHIND, sentence.end))
    return "fine" if fined or behind else None


def _unit_beside(span: Span, units: list[Units]) -> Units | None:
    at = bisect_left(units, span.start, key=lambda u: u.span.start)
    near = [u for u in units[max(0, at - 1) : at + 1] if _distance(span, u.span) <= _SAME_SUM]
    return near[0] if near else None


def _distance(a: Span, b: Span) -> int:
    return max(b.start - a.end, a.start - b.end, 0)
