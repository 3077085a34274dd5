"""Quotations: which marks open and close one, and who speaks it where the words beside it tell.

The marks are “ ” « » „ and the straight one, in whatever mixture a report has them; a quotation may stand within
another. A mark that nothing closes opens no quotation.
"""

import re
from functools import cache
from typing import NamedTuple

from ingest.analysis.words import AnalysisWords
from ingest.facts import Span

OPENING = "“«„"
CLOSING = "”»"
STRAIGHT = '"'
MARKS = OPENING + CLOSING + STRAIGHT
_MARK = re.compile(f"[{MARKS}]")
# How far the words for who speaks may reach.
_SPEAKER = 240
_SAID = re.compile(r"([a-z]+)[,:]?\s?$")
_VERB = 20
_BREAK = re.compile(rf"[.;{MARKS}\]\n]")


class Quotation(NamedTuple):
    """Words in quotation marks: ``span`` with the marks, ``words`` without them.

    ``speaker`` are the words beside a verb of saying next to it that hold who speaks; ``None`` where there is none.
    """

    span: Span
    words: Span
    speaker: Span | None = None


def find_quotations(text: str, words: AnalysisWords) -> tuple[Quotation, ...]:
    """The quotations of a text in the order in which they open. Cost is linear in the text."""
    found: list[Quotation] = []
    opened: list[int] = []
    for mark in _MARK.finditer(text):
        at = mark.start()
        if not opened or _opens(text, at):
            if mark.group() not in CLOSING:
                opened.append(at)
        else:
            start = opened.pop()
            found.append(Quotation(Span(start, at + 1), Span(start + 1, at), _speaker(text, start, at + 1, words)))
    return tuple(sorted(found))


def _opens(text: str, at: int) -> bool:
    """Whether a mark inside a quotation opens another one: a mark of the kind that only opens, or one before a word."""
    if text[at] in CLOSING:
        return False
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    return behind.isalnum() and not (before.isalnum() or before in ".,!?…")


def _speaker(text: str, start: int, end: int, words: AnalysisWords) -> Span | None:
    """``…”, said X`` and ``X said: “…``."""
    told = _behind(words).match(text, end)
    return Span(*told.span("speaker")) if told else _speaker_before(text, start, words)


@cache
def _behind(words: AnalysisWords) -> re.Pattern[str]:
    saying = "|".join(sorted(words.saying, key=len, reverse=True))
    return re.compile(
        rf"\s{{0,2}},?\s{{0,2}}[—–-]?\s{{0,2}}(?:[a-z]{{1,12}}\s)?(?:{saying})\b"
        rf"(?P<speaker>[^.;:{MARKS}\n]{{2,{_SPEAKER}}})"
    )


def _speaker_before(text: str, start: int, words: AnalysisWords) -> Span | None:
    low = max(0, start - _SPEAKER)
    told = _SAID.search(text, max(low, start - _VERB), start)
    if told is None or told[1] not in words.saying:
        return None
    breaks = [found.end() for found in _BREAK.finditer(text, low, told.start())]
    first = breaks[-1] if breaks else low
    return Span(first, told.start()) if text[first : told.start()].strip() else None
