"""Occasions: a rally called for a day, of which an entry says that what it reports has to do with it.

Assumed: `on the day of the (announced) rally` and `the supposed rally` mean the entry's own day, unless a date stands
right behind or in front (`on 25 October, the day of the rallies`); `a call to the rally on 25 October` means that day;
`the action announced for the next day` the day after the entry's.
"""

import re
from datetime import date, timedelta
from functools import cache

import msgspec

from ingest.analysis.document import Document
from ingest.extract.matters.lexicon import either
from ingest.facts import Evidence, Occasion, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.dates import DateWords

_BEHIND = 20
_BEFORE = 30
# What stands between a date and `the day of the rallies`.
_APART = frozenset({"", ",", ", on", ", the", "the", "—", "–"})
_NEXT_DAY = r"(?:the\s+)?(?:next|following)\s+day|tomorrow"
_SMALL = r"(?:\s+(?:the|a|an|of|peaceful|mass|civil|street))*\s+"


# By the group of the pattern that matched.
_RULES = {
    "day": "occasions.day_of_rally",
    "called": "occasions.called_rally",
    "next": "occasions.called_for_next_day",
    "call": "occasions.call_to_rally",
}


class OccasionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``occasions.yaml``, explained there."""

    called: tuple[str, ...]
    rallies: tuple[str, ...]
    day: tuple[str, ...]
    calls: tuple[str, ...]


@cache
def _pattern(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    words = jurisdiction.lexicon("occasions", OccasionWords)
    rally = f"(?P<rally>{either(words.rallies)})"
    called = either(words.called)
    return re.compile(
        rf"\b(?:(?P<day>{either(words.day)})(?:\s+(?:the|a))?(?:\s+{called})?{_SMALL}{rally}"
        rf"|(?P<called>{called}){_SMALL}(?P<rally2>{either(words.rallies)})"
        rf"|(?:actions?|{either(words.rallies)})\s+(?:(?:that|which)\s+\w+\s+)?{called}\s+for\s+(?P<next>{_NEXT_DAY})"
        rf"|(?P<call>{either(words.calls)})(?:\s+(?:to|for|come|out|a|the|hold|of|attend|peaceful)){{1,5}}\s+"
        rf"(?P<rally3>{either(words.rallies)}))\b",
        re.IGNORECASE,
    )


def find_occasions(document: Document, jurisdiction: Jurisdiction) -> tuple[Occasion, ...]:
    """Each day of a rally that the entry ties itself to, once, with the words that say so."""
    found: dict[str, Occasion] = {}
    for match in _pattern(jurisdiction).finditer(document.text, document.entry.body):
        day = _day_of(match, document)
        if day:
            rule = next(rule for group, rule in _RULES.items() if match[group])
            evidence = Evidence((Span(*match.span()),), rule)
            found.setdefault(day, Occasion(day, evidence))
    return tuple(found.values())


def _day_of(match: re.Match[str], document: Document) -> str | None:
    entry = document.entry
    if match["next"]:
        return _day_after(entry.date)
    end = document.sentence_at(match.start()).end
    behind = [d for d in _days_within(document, match.end(), end) if d.span.start < match.end() + _BEHIND]
    if behind:
        return behind[0].iso
    if match["day"]:
        before = _days_within(document, max(entry.body, match.start() - _BEFORE), match.start())
        if before and document.text[before[-1].span.end : match.start()].strip() in _APART:
            return before[-1].iso
    return None if match["call"] else entry.date


def _days_within(document: Document, start: int, end: int) -> list[DateWords]:
    return [d for d in document.dates if start <= d.span.start < end and len(d.iso) == len("2022-10-25")]


def _day_after(day: str | None) -> str | None:
    try:
        return (date.fromisoformat(day or "") + timedelta(days=1)).isoformat()
    except ValueError:
        return None
