"""The lines of a text, and what a line shows by itself: prose, a whole sentence, an end, wrapped text."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from ingest.facts import Span
from ingest.language.lexicons import read_lexicon

_LATIN = re.compile(r"[A-Za-z]")
_FOREIGN = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f]")
_ENDED = re.compile(r"[.!?…][”»\"’')\s]*$")
_SENTENCE_END = re.compile(r"[.!?…:][”»\"’')\s]*(?:\[[\d,\s]{1,20}\][\s.]*)*\s*$")
# Letters: a line of fewer is a heading or a button, not a sentence.
_PROSE = 60
# A short sentence has so many words: "She was released."
_FEW_WORDS = 3
_WRAPPED = 132


class ParagraphTerms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``paragraphs.yaml``."""

    refer_back: tuple[str, ...]


@cache
def _terms() -> ParagraphTerms:
    return read_lexicon("paragraphs", ParagraphTerms)


def is_wrapped(text: str) -> bool:
    """Whether no line is longer than an editor wraps them; addresses cannot be wrapped and do not count."""
    return all(span.end - span.start <= _WRAPPED or "://" in text[slice(*span)] for _, span in find_lines(text))


def find_lines(text: str) -> Iterator[tuple[int, Span]]:
    """Every line's number, from 1, and its span without the white space around it."""
    start, number = 0, 0
    while start < len(text):
        number += 1
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        left = len(line) - len(line.lstrip())
        yield number, Span(start + left, max(start + left, start + len(line.rstrip())))
        start = end + 1


def is_prose(line: str, runs_on: bool) -> bool:
    """Whether a line is in Latin letters, most of them at least; the rest of a wrapped line may have only digits."""
    latin, foreign = len(_LATIN.findall(line)), len(_FOREIGN.findall(line))
    if foreign > latin:
        return False
    return latin > 0 or (runs_on and any(map(str.isalnum, line)))


def is_whole_sentence(line: str) -> bool:
    """Whether a line is long enough for a sentence, and ends as one."""
    return len(_LATIN.findall(line)) >= _PROSE and ends_sentence(line)


def is_short_sentence(line: str) -> bool:
    """Whether a line has the end and the words of a sentence, if not its length."""
    return len(line.split()) >= _FEW_WORDS and line[0].isupper() and _ENDED.search(line[-200:]) is not None


def refers_back(line: str) -> bool:
    """Whether a line opens with a word for somebody who is named before it."""
    opening = line[:20].lower()
    return any(re.match(rf"{re.escape(words)}(?!\w)", opening) for words in _terms().refer_back)


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, footnote marks behind it or not."""
    return _SENTENCE_END.search(text[-200:]) is not None
