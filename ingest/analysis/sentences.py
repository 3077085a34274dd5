"""Where the sentences of a text end: at stops, question and exclamation marks, behind the marks and footnotes there.

The one place that decides it. A stop ends no sentence where a word in small letters, a comma or another mark follows;
behind an initial or an abbreviation only where a word follows that plainly opens one (``Mirev A. The court``); and
where the next word is glued to it (``in May.The court``) only behind a word in small letters or a number.
"""

import re
from itertools import pairwise

from ingest.analysis.words import AnalysisWords
from ingest.facts import Span

_STOP = re.compile(r"[.!?…]{1,5}[”»\"’)]{0,3}(?P<notes>(?:\s{0,3}\[\d{1,4}\]){0,9})[.”]?(?=\s|[^\W\d_a-z]|$)")
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)?$")
# Not the second initial of "Mirev V. A. was".
_OPENER = re.compile(r"\s+([^\W\d_]+)(?![\w.])")
_FOLLOWING = re.compile(r"[\s“«„\"(]*(\S)")
# How far before a stop its word may begin.
_WORD = 20
# A sentence is cut here, whatever it holds: what looks back over a sentence costs the same for any text.
LONGEST = 3_000


def find_sentences(text: str, words: AnalysisWords) -> tuple[Span, ...]:
    """The sentences of a text: together they are all of it, each with the white space before it.

    An empty text is one empty sentence. Cost is linear in the text.
    """
    found: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, stop, words):
            found += _parts(start, stop.end())
            start = stop.end()
    if start < len(text) or not found:
        found += _parts(start, len(text))
    return tuple(found)


def _ends_sentence(text: str, stop: re.Match[str], words: AnalysisWords) -> bool:
    following = _FOLLOWING.match(text, stop.end())
    if following is None:
        return True
    if stop["notes"]:
        return not following[1].islower()
    before = _word_before(text, stop.start())
    if not text[stop.end()].isspace():
        return _ends_glued(text, stop, before, words)
    if stop.group()[0] == "." and _is_shortened(before, words):
        opener = _OPENER.match(text, stop.end())
        return opener is not None and opener[1] in words.openers
    return not (following[1].islower() or following[1] in ",;:")


def _ends_glued(text: str, stop: re.Match[str], before: str, words: AnalysisWords) -> bool:
    """``in May.The``, ``the court.The`` and ``November 12.All``; not ``Ertis.Media``, ``A.B.`` or ``KZ.NEWS``."""
    if before and not before.islower():
        return False
    return before not in words.abbreviations


def _word_before(text: str, end: int) -> str:
    found = _WORD_BEFORE.search(text, max(0, end - _WORD), end)
    return found.group() if found else ""


def _is_shortened(word: str, words: AnalysisWords) -> bool:
    """Whether a word before a full stop is an initial (``A``, ``Zh``) or an abbreviation."""
    initial = len(word) <= 2 and word[:1].isupper() and not word[1:].isupper()
    return initial or word in words.abbreviations


def _parts(start: int, end: int) -> list[Span]:
    cuts = [*range(start, max(end, start + 1), LONGEST), end]
    return [Span(a, b) for a, b in pairwise(cuts)]
