"""Which words of a name or an entry are those that were searched for, and the part of a text around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.facts import Span
from kg.search.words import Word

AROUND = 80
"""Characters of an entry's text shown on either side of a hit."""


@dataclass(frozen=True)
class MarkedText:
    """A text, and where in it the words are that were searched for, in their order."""

    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True)
class Wanted:
    """The words of a query as they are looked for in a text.

    ``exact``: only as written, but for capitals. ``initials``: initials in a name stand for the names they begin.
    """

    words: tuple[Word, ...]
    exact: bool = False
    initials: bool = False

    def fit(self, word: Word) -> Word | None:
        """The word of the query that a word of a text is, begins with, or stands for as an initial."""
        return next((wanted for wanted in self.words if self._fits(wanted, word)), None)

    def all_in(self, words: Sequence[Word]) -> bool:
        """Whether every word is among those of a text, as written but for capitals."""
        return {wanted.exact for wanted in self.words} <= {word.exact for word in words}

    def _fits(self, wanted: Word, word: Word) -> bool:
        if self.exact:
            return word.exact == wanted.exact
        if wanted is self.words[-1] and word.key.startswith(wanted.key):
            return True
        if self.initials and (wanted.initial or len(wanted.key) == 1):
            return word.key.startswith(wanted.key)
        return word.key == wanted.key or (self.initials and word.initial and wanted.key.startswith(word.key))


def mark(text: str, words: Sequence[Word], wanted: Wanted) -> MarkedText:
    """Mark the words of a query among the words of a text."""
    return MarkedText(text, tuple(Span(word.start, word.end) for word in words if wanted.fit(word)))


def excerpt(text: str, words: Sequence[Word], wanted: Wanted) -> MarkedText:
    """The part of a text in which most words of a query stand together, marked; on one line."""
    hits = [(fitting.key, word) for word in words if (fitting := wanted.fit(word))]
    if not hits:
        return _cut(text, 0, 0, ())
    best = max(hits, key=lambda hit: (_different(hits, hit[1]), -hit[1].start))[1]
    return _cut(text, best.start, best.end, [word for _, word in hits])


def _different(hits: Sequence[tuple[str, Word]], first: Word) -> int:
    """How many different words of the query stand from one of them on."""
    return len({key for key, word in hits if 0 <= word.start - first.start <= AROUND})


def _cut(text: str, start: int, end: int, hits: Sequence[Word]) -> MarkedText:
    """Cut a text between words around a hit."""
    first, last = _whole_words(text, start, end)
    before, after = "…" if first else "", "…" if last < len(text) else ""
    shown = "".join(" " if letter.isspace() else letter for letter in text[first:last])
    shift = len(before) - first
    marks = (Span(w.start + shift, w.end + shift) for w in hits if first <= w.start and w.end <= last)
    return MarkedText(before + shown + after, tuple(marks))


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """From where to where a text is shown around a hit, without half a word at either end."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    if first:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    return first, last
