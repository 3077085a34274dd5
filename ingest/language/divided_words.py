"""Words divided by a hyphen at a line's end: ``Sabri-`` and ``nov`` are ``Sabrinov``, ``Tas-`` and ``Orvin`` stay two.

Whether the hyphen is the word's own tell the text itself, where the word stands elsewhere in one way, and the lexicons
(``pre-trial``). Otherwise it is where a capital follows.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ingest.language.lexicons import SHARED

DIVIDED = r"(?<=[^\W\d_])[-\u2010\u00ad][ \t]{0,3}\n[ \t]{0,20}(?=[^\W\d_])"
"""A pattern for the hyphen, the line break and the blanks around it."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BEFORE = re.compile(r"[^\W\d_]+$")
_BEHIND = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"(?:://|www\.|@)\S*$")
_REACH = 60
# Letters of an abbreviation, which is not divided.
_SHORT = 3
_PACKS = Path(__file__).parents[1] / "jurisdictions"


class DividedWords:
    """The words of a text, which say how a word that is divided in it is written."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = frozenset(match.group().lower() for match in _WORD.finditer(text))

    def hyphen_of(self, found: re.Match[str]) -> str | None:
        """What stands in the word instead of the division: a hyphen or nothing; ``None`` within an address."""
        start, end = found.span()
        if _ADDRESS.search(self._text, max(0, start - 4 * _REACH), start):
            return None
        left, right = _BEFORE.search(self._text, max(0, start - _REACH), start), _BEHIND.match(self._text, end)
        if left is None or right is None or found.group()[0] == "\u00ad":
            return ""
        return "-" if self._has_hyphen(left.group(), right.group()[:_REACH]) else ""

    def _has_hyphen(self, left: str, right: str) -> bool:
        if f"{left}{right}".lower() in self._words:
            return False
        hyphenated = f"{left}-{right}".lower()
        if hyphenated in self._words or hyphenated in _hyphenated_words():
            return True
        capitals = left.isupper() and right.isupper() and len(left) > _SHORT
        return right[0].isupper() and not capitals


def blank_for_break(text: str, found: re.Match[str]) -> int | None:
    """Where the line may break instead: at the blank behind the word, else before it; ``None`` if there is neither."""
    behind = text.find(" ", found.end(), found.end() + _REACH)
    if behind >= 0 and _is_single(text, behind) and "\n" not in text[found.end() : behind]:
        return behind
    before = text.rfind(" ", max(0, found.start() - _REACH), found.start())
    return before if before >= 0 and _is_single(text, before) and "\n" not in text[before : found.start()] else None


def _is_single(text: str, at: int) -> bool:
    return not (text[at - 1 : at].isspace() or text[at + 1 : at + 2].isspace())


@cache
def _hyphenated_words() -> frozenset[str]:
    """The words with a hyphen in the lexicons of all countries."""
    return frozenset(word for path in _lexicons() for word in _in_lexicon(path))


def _lexicons() -> Iterator[Path]:
    yield from sorted(SHARED.glob("*.yaml"))
    yield from sorted(_PACKS.glob("*/*.yaml"))


def _in_lexicon(path: Path) -> Iterator[str]:
    for match in _WORD.finditer(path.read_text(encoding="utf-8")):
        if "-" in match.group():
            yield match.group().lower()
