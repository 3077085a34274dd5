"""Which day of an act an entry counts: `on hunger strike for the 4th day`, `on the 29th day of the hunger strike`."""

import re
from functools import cache

from ingest.extract.acts.details.detail_words import detail_words
from ingest.facts import Act, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.numbers import number_words, read_count, read_ordinal
from ingest.vocabulary import ActType

_LONGEST = 3
"""Digits of a number of days."""
_UNITS = ("day", "days")


def read_day_number(act: Act, text: str, sentence: Span, jurisdiction: Jurisdiction) -> int | None:
    """The day of the act that its sentence counts, the nearest to the act's words; ``None`` if it counts none."""
    patterns = _patterns(jurisdiction).get(act.type, ())
    found = [match for pattern in patterns for match in pattern.finditer(text, sentence.start, sentence.end)]
    if not found:
        return None
    here = act.evidence.spans[0].start
    nearest = min(found, key=lambda match: (abs(match.start() - here), match.start()))
    words = nearest.groupdict()
    return read_ordinal(words["nth"]) if words.get("nth") else read_count(words["n"])


@cache
def _patterns(jurisdiction: Jurisdiction) -> dict[ActType, tuple[re.Pattern[str], ...]]:
    """The phrases of the lexicon, compiled for each type of act. A day of something else is not one of the act."""
    words = detail_words(jurisdiction)
    numbers = number_words()
    endings, in_words = _either(numbers.ordinal_endings), _either(tuple(numbers.ordinals))
    slots = {
        "{nth}": rf"(?P<nth>\d{{1,{_LONGEST}}}[\s-]?{endings}|{in_words})",
        "{n}": rf"(?P<n>\d{{1,{_LONGEST}}}|{numbers.pattern})",
    }
    of_else = rf"(?!\s{_either(words.days_of_other_things)}\b)"
    patterns = {}
    for type, told in words.counted_acts.items():
        filled = {phrase: _filled(phrase, slots | {"{act}": _named(told)}) for phrase in words.day_counts}
        patterns[type] = tuple(
            re.compile(rf"\b{pattern}\b{of_else if phrase.endswith(_UNITS) else ''}", re.IGNORECASE)
            for phrase, pattern in filled.items()
        )
    return patterns


def _named(told: tuple[str, ...]) -> str:
    """`His dry hunger strike`: the words for an act, with few before them."""
    return rf"(?:[\w’'-]{{1,20}}\s){{0,2}}?{_either(told)}"


def _filled(phrase: str, slots: dict[str, str]) -> str:
    """A phrase of the lexicon as a pattern, its slots filled."""
    parts = re.split(r"(\{\w+\})", phrase)
    return "".join(slots[part] if part in slots else re.escape(part).replace(r"\ ", r"\s+") for part in parts)


def _either(phrases: tuple[str, ...]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, phrases), key=len, reverse=True)) + ")"
