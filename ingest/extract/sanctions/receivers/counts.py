"""How many people a sanction is for, where they are counted and not named: "39 officers were fined"."""

import re
from functools import cache

from ingest.extract.addressees.scene import Scene
from ingest.extract.addressees.words import AddresseeWords
from ingest.extract.sanctions.lexicon.words import Patterns
from ingest.facts import Span
from ingest.language.numbers import number_words, read_count

_REACH = 160
# A word or two may be between the number and the people: "39 former police officers".
_BETWEEN = r"(?:[a-z][a-z’'-]*\s){0,3}?"


def count_people(scene: Scene, span: Span, patterns: Patterns) -> int | None:
    """The number of people counted last before the words for a sanction in their sentence, else first behind them."""
    sentence = scene.sentence_at(span.start)
    people, given = _people(scene.words, patterns), _given_to(scene.words, patterns)
    before = list(people.finditer(scene.text, max(sentence.start, span.start - _REACH), span.start))
    told = before[-1] if before else given.search(scene.text, span.end, min(sentence.end, span.end + _REACH))
    words = next(filter(None, told.groups()), None) if told else None
    return read_count(words.lower()) if words else None


@cache
def _people(words: AddresseeWords, patterns: Patterns) -> re.Pattern[str]:
    """`39 officers`, `nine of the twelve defendants`, `the seven were`, `all nine got`."""
    number = _number()
    of = rf"(?:\s(?:of|out\sof)\s(?:the\s|these\s|those\s)?(?:{number}\s)?|\s)"
    nouns, undergoing = _nouns(words, patterns), _either(patterns.words.undergoing)
    opening = r"(?:(?:the|all|other|another|these|those|for|against)\s|(?:[:,;]|^)\s?)"
    bare = rf"(?i:{opening}({number})\s(?={undergoing}\b))"
    return re.compile(rf"(?<![\w.,/-])({number}){of}{_BETWEEN}{nouns}\b|{bare}", re.MULTILINE)


@cache
def _given_to(words: AddresseeWords, patterns: Patterns) -> re.Pattern[str]:
    """`on 88 citizens`, `for eighteen defendants`."""
    link = r"\b(?:on|for|to|against|upon)\s(?:the\s|all\s|another\s)?"
    return re.compile(rf"{link}({_number()})\s{_BETWEEN}{_nouns(words, patterns)}\b")


def _nouns(words: AddresseeWords, patterns: Patterns) -> str:
    return _either(words.people | patterns.words.counted)


@cache
def _number() -> str:
    return rf"(?:\d{{1,3}}(?:[ ,]?\d{{3}})?|(?i:{number_words().pattern}))"


def _either(words: frozenset[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))) + ")"
