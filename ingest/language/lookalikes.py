"""Letters of one alphabet in a word of another that look the same: the Cyrillic ``а`` in ``Sаbrin``.

A reader does not see them, and a rule would make another person of such a name. A word of two alphabets is of the one
whose own letters stand in it, if the others all look like letters of that one. Initials are of the alphabet of the
name beside them. A word with letters of both that look like nothing of the other is left as it is. So are addresses:
there a letter of another alphabet leads elsewhere.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import msgspec

from ingest.language.lexicons import read_lexicon

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_OTHER = "\u0370-\u03ff\u0400-\u052f"
_MIXED = re.compile(f"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]")
_WORD = re.compile(f"[{_LATIN}{_OTHER}]+")
_IS_LATIN = re.compile(f"[{_LATIN}]")
_IS_CYRILLIC = re.compile("[\u0400-\u052f]")
# Capitals with stops, not the end of a word: `A.`, `A. B.`, `A.B.`.
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_a-z]\.[ \u00a0]?){1,3}")
_NAME_BEFORE = re.compile(rf"([{_LATIN}{_OTHER}]{{2,40}})[ \u00a0]$")
_NAME_BEHIND = re.compile(rf"([{_LATIN}{_OTHER}]{{2,40}})")
# No name is longer, and what is longer is looked at in pieces.
_LONGEST = 200
_ADDRESS = re.compile(r"(?:://|www\.|@)\S*$")


class Lookalike(NamedTuple):
    """A letter at a position of a text that is read as another one; ``letter`` is empty where it is left as it is."""

    position: int
    letter: str


class _Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    latin: str
    cyrillic: str = ""
    greek: str = ""


class _Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``characters.yaml``, explained there."""

    lookalikes: tuple[_Row, ...]


class _Tables(NamedTuple):
    """What a letter of another alphabet is read as in a word of Latin, and of Cyrillic letters."""

    latin: Mapping[str, str]
    cyrillic: Mapping[str, str]


@cache
def _tables() -> _Tables:
    rows = read_lexicon("characters", _Lexicon).lookalikes
    latin = {letter: row.latin for row in rows for letter in row.cyrillic + row.greek}
    cyrillic = {row.latin: row.cyrillic[0] for row in rows if row.cyrillic}
    return _Tables(latin, cyrillic)


def find_lookalikes(text: str) -> Iterator[Lookalike]:
    """The letters that do not belong into their words, in the order of the text.

    A word of two alphabets that none of them explains is one ``Lookalike`` without a letter. Cost is linear in the
    text. Raises ``LexiconError`` for a faulty lexicon.
    """
    done = 0
    for found in _MIXED.finditer(text):
        if found.start() >= done:
            start, end = _word_around(text, found.start())
            done = end
            if not _ADDRESS.search(text, max(0, start - _LONGEST), start):
                yield from _of_word(text[start:end], start)


def find_lookalike_initials(text: str) -> Iterator[Lookalike]:
    """The initials in other letters than the name beside them, in the order of the text. Cost is linear in the text."""
    if not _IS_CYRILLIC.search(text):
        return
    for found in _INITIALS.finditer(text):
        table = _table_of_name(text, found)
        letters = [(i, letter) for i, letter in enumerate(found.group(), found.start()) if letter.isalpha()]
        foreign = [(i, letter) for i, letter in letters if table is not None and letter not in table.values()]
        if table is not None and all(letter in table for _, letter in foreign):
            yield from (Lookalike(i, table[letter]) for i, letter in foreign)


def _word_around(text: str, at: int) -> tuple[int, int]:
    start = at
    while start > max(0, at - _LONGEST) and _WORD.match(text, start - 1, start):
        start -= 1
    word = _WORD.match(text, start, start + 2 * _LONGEST)
    return start, word.end() if word else at + 2


def _of_word(word: str, start: int) -> Iterator[Lookalike]:
    latin, cyrillic = _tables()
    if all(letter in latin or _IS_LATIN.match(letter) for letter in word):
        table = latin
    elif all(letter in cyrillic or _IS_CYRILLIC.match(letter) for letter in word):
        table = cyrillic
    else:
        yield Lookalike(start, "")
        return
    yield from (Lookalike(start + i, table[letter]) for i, letter in enumerate(word) if letter in table)


def _table_of_name(text: str, initials: re.Match[str]) -> Mapping[str, str] | None:
    """The table for the alphabet of the name beside initials; ``None`` where none, or two alphabets, are there."""
    before = _NAME_BEFORE.search(text, max(0, initials.start() - 42), initials.start())
    behind = _NAME_BEHIND.match(text, initials.end())
    names = [name for name in (before, behind) if name and name[1][0].isupper()]
    latin, cyrillic = (any(kind.match(name[1]) for name in names) for kind in (_IS_LATIN, _IS_CYRILLIC))
    if latin == cyrillic:
        return None
    return _tables().latin if latin else _tables().cyrillic
