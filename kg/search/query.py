"""What somebody typed to find something, as words and phrases, and as expressions of SQLite's full-text search."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from kg.search.index import INITIAL
from kg.search.words import Word, WordFolder

LONGEST = 200
"""Characters of a query; the rest is left out, as no name is longer."""
MOST_WORDS = 12
# A person's name has no more words; what has more is no name with initials.
_MOST_NAMES = 5

Tier = Literal["whole", "beginning", "initials"]
"""How words match names: as they are, the last one as the beginning of a word, or given names and initials too."""

_PHRASES = re.compile(r'"([^"]*)"|“([^”]*)”|([^"“]+)')


@dataclass(frozen=True)
class Query:
    """The words of a query. ``phrases`` groups them: words in quotation marks stand side by side. ``text`` is all."""

    text: str
    phrases: tuple[tuple[Word, ...], ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """All words in their order."""
        return tuple(chain.from_iterable(self.phrases))


def read_query(text: str, folder: WordFolder) -> Query:
    """Read what was typed: at most ``MOST_WORDS`` words, those in quotation marks as one phrase."""
    text = text[:LONGEST].strip()
    phrases: list[tuple[Word, ...]] = []
    for first, second, plain in _PHRASES.findall(text):
        words = list(folder.words(plain or first or second))
        phrases += [(word,) for word in words] if plain else [tuple(words)] if words else []
    left, kept = MOST_WORDS, []
    for phrase in phrases:
        if left > 0:
            kept.append(phrase[:left])
            left -= len(phrase)
    return Query(text, tuple(kept))


def match_names(query: Query, tier: Tier, folder: WordFolder) -> str:
    """The expression by which a spelling is found; empty if nothing can fit that another tier does not find."""
    *others, last = [_quoted(word.key) for word in query.words]
    if tier == "whole":
        return _all([*others, last])
    if tier == "beginning":
        return _all([*others, f"{last}*"])
    names = [word for word in query.words if word.key.isalpha()]
    if not 1 < len(names) == len(query.words) <= _MOST_NAMES:
        return ""
    # One of the words fits as it is: no two initials make a name.
    return _any([_all([_quoted(w.key), *(_or_initial(o, folder) for o in names if o is not w)]) for w in names])


def match_texts(query: Query, beginning: bool) -> str:
    """The expression by which an entry is found; ``beginning``: the last word may be the beginning of one."""
    phrases = [_quoted(" ".join(word.key for word in phrase)) for phrase in query.phrases]
    return _all(phrases) + ("*" if beginning else "")


def _or_initial(word: Word, folder: WordFolder) -> str:
    """``marat`` also fits ``M.``, and ``M.`` also fits ``marat``."""
    if word.initial or len(word.key) == 1:
        return _any([f"{_quoted(start)}*" for start in sorted(folder.beginnings(word.written) | {word.key})])
    return _any([_quoted(word.key), *(_quoted(word.key[:length] + INITIAL) for length in (1, 2, 3))])


def _quoted(words: str) -> str:
    return f'"{words}"'


def _all(terms: Sequence[str]) -> str:
    return " AND ".join(terms)


def _any(terms: Sequence[str]) -> str:
    return f"({' OR '.join(terms)})"
