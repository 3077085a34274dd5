"""Occasions: a rally called for a day, of which an entry says that what it reports has to do with it.

Assumed: `on the day of the (announced) rally` and `the supposed rally` mean the entry's own day, unless a date stands
right behind; `a call to the rally on 25 October` means that day.
"""

import re
from functools import cache

import msgspec

from ingest.calendar import find_dates
from ingest.facts import Entry, Evidence, Occasion, Span
from ingest.jurisdiction import Jurisdiction

_BEHIND = 40
_SMALL = r"(?:\s+(?:the|a|an|of|peaceful|mass|civil|street))*\s+"


class OccasionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``occasions.yaml``, explained there."""

    called: tuple[str, ...]
    rallies: tuple[str, ...]
    day: tuple[str, ...]
    calls: tuple[str, ...]


@cache
def _pattern(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    words = jurisdiction.lexicon("occasions", OccasionWords)
    rally = f"(?P<rally>{_either(words.rallies)})"
    called = _either(words.called)
    return re.compile(
        rf"\b(?:(?P<day>{_either(words.day)})(?:\s+(?:the|a))?(?:\s+{called})?{_SMALL}{rally}"
        rf"|(?P<called>{called}){_SMALL}(?P<rally2>{_either(words.rallies)})"
        rf"|(?P<call>{_either(words.calls)})(?:\s+(?:to|for|come|out|a|the|hold|of|attend|peaceful)){{1,5}}\s+"
        rf"(?P<rally3>{_either(words.rallies)}))\b",
        re.IGNORECASE,
    )


def _either(phrases: tuple[str, ...]) -> str:
    return "(?:" + "|".join(re.escape(p) for p in sorted(phrases, key=lambda p: (-len(p), p))) + ")"


def find_occasions(entry: Entry, jurisdiction: Jurisdiction) -> tuple[Occasion, ...]:
    """Each day of a rally that the entry ties itself to, once, with the words that say so."""
    found: dict[str, Occasion] = {}
    for match in _pattern(jurisdiction).finditer(entry.text, entry.body):
        behind = entry.text[match.end() : match.end() + _BEHIND].split(".")[0]
        told = [d for d in find_dates(behind, entry.date) if len(d.iso) == len("2022-10-25")]
        day = told[0].iso if told and told[0].span.start < 20 else None
        if day is None and not match["call"]:
            day = entry.date
        if day:
            evidence = Evidence((Span(*match.span()),), "occasions.rally")
            found.setdefault(day, Occasion(day, evidence))
    return tuple(found.values())
