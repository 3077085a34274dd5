"""Terms without their unit: "five years to X and four to Y", "cut from six years to four"."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.extract.addressees.scene import Scene
from ingest.extract.sanctions.lexicon.words import Patterns, last_word_ends
from ingest.facts import Span
from ingest.language.durations import DurationWords, days_in, duration_of
from ingest.language.numbers import number_words, read_number

# How far a number may stand from the term that has its unit.
_REACH = 160
_BACK = 40
# The longest term that is told so.
_LONGEST = 30
# "X to four", "Y – 7", "Z: three": what may be between a name and its number.
_MARKS = frozenset({"", "–", "—", "-", ":", "to", ", to", "got", "received"})
_WORDS_BEHIND = "and|but|or|while|whereas|behind|instead|each|conditionally|suspended|for|to"
_ENDS = rf"(?=\s?(?:[.,;:)!?—–]|$|\b(?:{_WORDS_BEHIND})\b|in\sa\b))"
# "from five years of imprisonment to three", "from 15 days to 9": what is between the two ends.
_FROM = re.compile(r"\bfrom\s(?:the\s)?$", re.IGNORECASE)
_TO = re.compile(r"(?:\s(?:of|in)\s[a-z\s’'-]{3,40}?)?\sto\s")
_GIVEN_TO = re.compile(r"\S+\s(?:for|to)\s")
_UNITS = "YMD"


def terms_of(scene: Scene, patterns: Patterns) -> tuple[DurationWords, ...]:
    """The terms of an entry in the order of its text, those without a unit among them."""
    terms = scene.document.durations
    found: list[DurationWords] = []
    for term, following in zip(terms, (*terms[1:], None), strict=False):
        high = min(following.span.start if following else len(scene.text), term.span.end + _REACH)
        for here in (term, *_numbers_behind(scene, term, high, patterns)):
            joined = _joined(scene, found[-1], here) if found else None
            found[-1:] = [joined] if joined else [*found[-1:], here]
    return tuple(found)


def _numbers_behind(scene: Scene, term: DurationWords, high: int, patterns: Patterns) -> Iterator[DurationWords]:
    """The numbers behind a term that count the same unit."""
    unit = next((letter for letter in _UNITS if letter in (term.iso or "")), "")
    for match in _number().finditer(scene.text, term.span.end, high) if unit else ():
        count = read_number(match[1]) or 0
        if 0 < count <= _LONGEST and _opens(scene, term, match.start(), patterns):
            yield DurationWords(Span(*match.span()), duration_of(count, unit))


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w./,-])((?:\d{{1,2}}|(?i:{number_words().pattern}))(?: and a half)?){_ENDS}")


def _opens(scene: Scene, term: DurationWords, start: int, patterns: Patterns) -> bool:
    """Whether a name or a verb that gives a term stands right before a number, or "from N years to"."""
    if _is_from_to(scene.text, term, start):
        return True
    if _GIVEN_TO.match(scene.text, start):
        return _is_given_to_name(scene, start)
    low = scene.sentence_at(start).start
    group = scene.group_before(start)
    if group is not None and group.start >= low and scene.text[group.end : start].strip() in _MARKS:
        return True
    return last_word_ends(patterns.lists["opens_number"], scene.text, Span(max(low, start - _BACK), start))


def _is_given_to_name(scene: Scene, start: int) -> bool:
    """ "Six years for X, four for Y"."""
    link = _GIVEN_TO.match(scene.text, start)
    behind = next(iter(scene.groups_within(start, scene.sentence_at(start).end)), None)
    before = scene.group_before(start)
    listed = before is not None and scene.text[before.end : start].strip() in (",", ", and", "and", ";")
    return link is not None and behind is not None and behind.start == link.end() and listed


def _is_from_to(text: str, term: DurationWords, start: int) -> bool:
    ahead = text[max(0, term.span.start - len("from the ")) : term.span.start]
    return _FROM.search(ahead) is not None and _TO.fullmatch(text, term.span.end, start) is not None


def _joined(scene: Scene, first: DurationWords, second: DurationWords) -> DurationWords | None:
    """ "From five years of imprisonment to three" as one range; where a term was changed, its second end counts."""
    if first.iso is None or second.iso is None or not _is_from_to(scene.text, first, second.span.start):
        return None
    shortest = min(first.iso, second.iso, key=days_in)
    return DurationWords(Span(first.span.start, second.span.end), None, longest=second.iso, shortest=shortest)
