"""A text as words, numbers and marks.

The one place that says what a word is. Names have two grammars of their own: those of bodies are here
(:func:`find_name_tokens`), those of people, with their initials, in ``ingest/extract/persons/name_words.py``.
"""

import re
from typing import NamedTuple

_LETTERS = r"[^\W\d_]+"
# In this order: `18-year-old`, then `73-3`, then `court’s`, then a mark.
_TOKEN = re.compile(rf"\d+(?:-{_LETTERS})+|\d+(?:[-‑]\d+)*|{_LETTERS}(?:[’'-]{_LETTERS})*|[^\s\w]|_")

# `U.S.`, then `Ertis.Media`, `AB-161/1`, `Mir&Co`, `2nd`, then a mark.
_NAME_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[’'.\-/&][^\W_]+)*|[^\w\s]")


class Token(NamedTuple):
    """A word, number or mark: as printed, in lower case, and where it stands.

    A word holds the hyphens and apostrophes inside it (``court’s``, ``18-year-old``), a number the hyphens of an
    article (``73-3``); every other character that is no white space is a mark of its own.
    """

    text: str
    word: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters, at least behind a hyphen."""
        return self.text[-1].isalpha()

    @property
    def is_number(self) -> bool:
        """Whether it is made of digits."""
        return self.text[-1].isdigit()

    @property
    def is_mark(self) -> bool:
        """Whether it is neither a word nor a number."""
        return not self.text[-1].isalnum()


def find_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text in its order. Cost is linear in the text."""
    return tuple(Token(m.group(), m.group().lower(), *m.span()) for m in _TOKEN.finditer(text))


def find_name_tokens(text: str) -> tuple[Token, ...]:
    """The words and marks of a text as names of bodies have them: a word keeps the digits, stops and strokes inside it.

    Cost is linear in the text.
    """
    return tuple(Token(m.group(), m.group().lower(), *m.span()) for m in _NAME_TOKEN.finditer(text))


def find_words(text: str) -> list[str]:
    """The words of a few words of text, in lower case, without numbers and marks."""
    return [token.word for token in find_tokens(text) if token.is_word]
