"""Sanctions given as a sum: fines in money or index units, damages, jointly or not (annotation, sanctions)."""

import re
from bisect import bisect_left
from typing import Literal

from ingest.analysis.tokens import find_words
from ingest.extract.addressees.scene import Scene
from ingest.extract.sanctions.lexicon.status import read_status
from ingest.extract.sanctions.lexicon.words import Patterns, Reading, only_of
from ingest.extract.sanctions.sums.money import Money, Units, find_money, find_units
from ingest.facts import Span
from ingest.jurisdictions.packs import Jurisdiction

_REACH = 70
_BEHIND = 25
_UP_TO = "up to "
_TO_PAY = " to pay "
# How far from its sum a word for paying together may be.
_JOINT_REACH = 80
_EACH_REACH = 25
_EACH = "each"
# "5 units, which is 18,460 crowns" and "18,460 crowns (5 units)" are one fine.
_SAME_SUM = 14
_RULES = {"fine": "sanctions.fine_in_money", "damages": "sanctions.damages"}
# "The claim was satisfied: he is to pay 500 thousand crowns" is no mere wish.
_GRANTED = re.compile(r"\b(?:satisfied|granted|upheld|allowed|recovered)\b")


def read_with_sums(scene: Scene, jurisdiction: Jurisdiction, patterns: Patterns) -> list[Reading]:
    """Every fine and every damages ordered, in the order of the text."""
    units = find_units(scene.text, patterns.words.unit)
    found: list[Reading] = []
    beside: set[Span] = set()
    for money in find_money(scene.text, jurisdiction.terms.currency):
        unit = _unit_beside(money.span, units)
        reading = _read_money(scene, money, unit, patterns)
        if reading is None:
            continue
        found.append(reading)
        if unit and reading.kind == "fine":
            beside.add(unit.span)
    readings = (_read_units(scene, unit, patterns) for unit in units if unit.span not in beside)
    return found + [reading for reading in readings if reading]


def _read_money(scene: Scene, money: Money, unit: Units | None, patterns: Patterns) -> Reading | None:
    """The fine or damages that a sum tells; ``unit`` is the number of units beside it."""
    kind = _kind_of_sum(scene, money, patterns) or ("fine" if unit else None)
    status = read_status(scene, money.span.start, patterns)
    if kind is None or status is None or _is_upper_bound(scene.text, money.span.start):
        return None
    return Reading(
        kind,
        money.span,
        _RULES[kind],
        amount=money.amount,
        index_units=unit.number if unit and kind == "fine" else None,
        status=status,
        doubt="as stated, however odd" if money.odd else "",
        exact=True,
    )


def _read_units(scene: Scene, unit: Units, patterns: Patterns) -> Reading | None:
    """A fine counted in units, in a sentence that fines somebody."""
    sentence = scene.sentence_at(unit.span.start)
    status = read_status(scene, unit.span.start, patterns)
    if status is None or _is_upper_bound(scene.text, unit.span.start):
        return None
    fines = any(patterns.lists[words].search(scene.text, *sentence) for words in ("fine", "penalised"))
    rule = "sanctions.fine_in_units"
    return Reading("fine", unit.span, rule, index_units=unit.number, status=status, exact=True) if fines else None


def _is_upper_bound(text: str, start: int) -> bool:
    """ "A fine of up to 50 units": what the law allows."""
    return text[max(0, start - len(_UP_TO)) : start].lower() == _UP_TO


def _kind_of_sum(scene: Scene, money: Money, patterns: Patterns) -> Literal["fine", "damages"] | None:
    text = scene.text
    sentence = scene.sentence_at(money.span.start)
    low = max(sentence.start, money.span.start - _REACH)
    high = min(sentence.end, money.span.end + _REACH)
    fined = patterns.lists["fine"].search(text, low, money.span.start)
    damages = patterns.lists["damages"].search(text, low, high) or _is_owed(scene, money, patterns)
    if not fined and damages:
        return None if _is_no_damages(scene, money, patterns) else "damages"
    behind = patterns.lists["fine"].search(text, money.span.end, min(money.span.end + _BEHIND, sentence.end))
    return "fine" if fined or behind or _is_to_be_paid(scene, money, patterns) else None


def _is_to_be_paid(scene: Scene, money: Money, patterns: Patterns) -> bool:
    """ "Was ordered to pay 100,000 crowns for the picket": a fine, where an administrative court or code is named."""
    text, sentence = scene.text, scene.sentence_at(money.span.start)
    low = max(sentence.start, money.span.start - _REACH)
    pays = patterns.lists["pays"].search(text, low, money.span.start)
    if pays is None or _is_no_damages(scene, money, patterns):
        return False
    return patterns.lists["administrative"].search(text) is not None


def _is_owed(scene: Scene, money: Money, patterns: Patterns) -> bool:
    """ "must pay the company 6 million": somebody is to pay, and the sentence says whom."""
    text, sentence = scene.text, scene.sentence_at(money.span.start)
    pays = patterns.lists["pays"].search(text, max(sentence.start, money.span.start - _REACH), money.span.start)
    told = pays is not None or _is_ordered(scene, money, patterns)
    return told and any(patterns.lists[words].search(text, *sentence) for words in ("payees", "joint"))


def _is_ordered(scene: Scene, money: Money, patterns: Patterns) -> bool:
    """ "ordered X, Y and five others to pay 800,000": who is to pay stands between the order and "to pay"."""
    text, sentence = scene.text, scene.sentence_at(money.span.start)
    to_pay = text.rfind(_TO_PAY, max(sentence.start, money.span.start - _REACH), money.span.start)
    ordered = patterns.lists["ordered"].search(text, sentence.start, to_pay) if to_pay >= 0 else None
    return ordered is not None and set(text[ordered.end() : to_pay]).isdisjoint(";:")


def _is_no_damages(scene: Scene, money: Money, patterns: Patterns) -> bool:
    """A sum that is only wanted, or paid for something else."""
    text, sentence = scene.text, scene.sentence_at(money.span.start)
    high = min(sentence.end, money.span.end + _BEHIND)
    if patterns.lists["no_damages"].search(text, max(sentence.start, money.span.start - _BEHIND), high):
        return True
    if _GRANTED.search(text, sentence.start, money.span.start):
        return False
    # A wish of an earlier clause is over: "asked for 4 million; he was awarded 600 thousand".
    clause = max(sentence.start, text.rfind(";", 0, money.span.start))
    return patterns.lists["wanted"].search(text, clause, money.span.start) is not None


def _unit_beside(span: Span, units: list[Units]) -> Units | None:
    at = bisect_left(units, span.start, key=lambda u: u.span.start)
    near = [u for u in units[max(0, at - 1) : at + 1] if _distance(span, u.span) <= _SAME_SUM]
    return near[0] if near else None


def _distance(a: Span, b: Span) -> int:
    return max(b.start - a.end, a.start - b.end, 0)


def is_joint(scene: Scene, reading: Reading, patterns: Patterns) -> bool:
    """Whether the words say that those who must pay a sum pay it together, and not each one the whole sum."""
    if reading.amount is None and reading.index_units is None:
        return False
    text, span, sentence = scene.text, reading.span, scene.sentence_at(reading.span.start)
    behind = text[span.end : min(sentence.end, span.end + _EACH_REACH)]
    if _EACH in find_words(behind):
        return False
    near = Span(max(sentence.start, span.start - _JOINT_REACH), min(sentence.end, span.end + _JOINT_REACH))
    return any(_is_about_sum(match, text, span, patterns) for match in patterns.lists["joint"].finditer(text, *near))


def _is_about_sum(match: re.Match[str], text: str, span: Span, patterns: Patterns) -> bool:
    """Whether only words for paying are between: in "had jointly called the rally and were fined" others are."""
    gap = text[match.end() : span.start] if match.end() <= span.start else text[span.end : match.start()]
    return not set(gap) & set(";:()") and only_of(gap.lower(), patterns.words.paying)
