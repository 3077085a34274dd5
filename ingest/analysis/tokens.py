"""A text as words, numbers and marks."""

import re
from typing import NamedTuple

_TOKEN = re.compile(r"\d+(?:[-‑]\d+)*|[^\W\d_]+(?:[’'-][^\W\d_]+)*|[^\s\w]|_")


class Token(NamedTuple):
    """A word, number or mark: as printed, in lower case, and where it stands.

    A word holds the hyphens and apostrophes inside it (``court’s``), a number those of an article (``73-3``); every
    other character that is no white space is a mark of its own.
    """

    text: str
    word: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        """Whether it is made of digits."""
        return self.text[0].isdigit()


def find_tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text in its order. Cost is linear in the text."""
    return tuple(Token(m.group(), m.group().lower(), *m.span()) for m in _TOKEN.finditer(text))
