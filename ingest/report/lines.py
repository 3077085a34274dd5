"""The lines of a text, and what a line shows by itself: prose, a whole sentence, an end, wrapped text."""

import re
from collections.abc import Iterator

from ingest.facts import Span

_LATIN = re.compile(r"[A-Za-z]")
_FOREIGN = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f]")
_SENTENCE_END = re.compile(r"[.!?…:][”»\"’')\s]*(?:\[[\d,\s]{1,20}\][\s.]*)*\s*$")
# Letters: a line of fewer is a heading or a button, not a sentence.
_PROSE = 60
_WRAPPED = 132


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


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does, footnote marks behind it or not."""
    return _SENTENCE_END.search(text[-200:]) is not None
