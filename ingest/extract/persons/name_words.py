"""The words a name can be made of, found in a text: capitalised words, initials, and words run together by a slip."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.facts import Span
from ingest.language.folding import lower

# A capitalised word (with hyphens and apostrophes inside), or one whose capital follows a stray small letter.
_LETTERS = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTERS}+(?:[’'‘`-]{_LETTERS}+)*")
_INITIAL = re.compile(r"(?:[ZSCKТЖШЧ][hH]|[DY][a-z]|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])\.")
_BARE_INITIAL = re.compile(r"(?:[ZSCK]h|[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])(?=[\s,;:.)\[]|$)")
# No name has a longer word; what is longer is no text of a report.
_LONGEST_WORD = 60
# A word in capitals shorter than this is an acronym.
_CAPITALS = 5
_POSSESSIVE = re.compile(r"[’'‘`]s?$")


@dataclass(frozen=True, slots=True)
class NameWord:
    """A word that may belong to a name: where it stands, as printed, and whether it is an initial."""

    span: Span
    text: str
    initial: bool = False

    @property
    def lower(self) -> str:
        """In lower case, apostrophes straight."""
        return lower(self.text)


def find_name_words(text: str, taken: Sequence[Span]) -> list[NameWord]:
    """Capitalised words and initials outside the taken spans, in the order of the text."""
    starts = [span.start for span in taken]
    found: list[NameWord] = []
    position = 0
    while match := _WORD.search(text, position):
        start, end = match.span()
        initial = _INITIAL.match(text, start)
        if initial:
            position = initial.end()
            found.append(NameWord(Span(start, initial.end()), initial[0], True))
        else:
            position = end
            word = _as_name_word(text, start, end, found)
            if word:
                found.append(word)
    return [word for word in found if not _is_taken(word.span, taken, starts)]


def _as_name_word(text: str, start: int, end: int, before: Sequence[NameWord]) -> NameWord | None:
    word = text[start:end]
    bare = _BARE_INITIAL.match(text, start)
    if bare and bare.end() == end:
        # `Mamon Zh,`: an initial without its full stop counts only right after a name.
        beside = bool(before) and text[before[-1].span.end : start] == " " and not before[-1].initial
        return NameWord(Span(start, end), word + ".", True) if beside and word not in ("I", "A") else None
    owned = _POSSESSIVE.search(word)
    if owned:
        end -= len(owned[0])
        word = word[: -len(owned[0])]
    slip = re.match(r"[a-z](?=[A-ZА-Я][a-zа-я]{3})", word)
    if slip and len(word) <= _LONGEST_WORD:
        return NameWord(Span(start, end), word[1:])
    if word.isupper() and _CAPITALS <= len(word) <= _LONGEST_WORD:
        return NameWord(Span(start, end), word.capitalize())  # `OMAROV Daniyar`
    if not 2 <= len(word) <= _LONGEST_WORD or not word[0].isupper() or word.isupper():
        return None
    return NameWord(Span(start, end), word)


def _is_taken(span: Span, taken: Sequence[Span], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, span.start)
    return any(t.start < span.end and span.start < t.end for t in taken[max(0, index - 3) : index + 1])
