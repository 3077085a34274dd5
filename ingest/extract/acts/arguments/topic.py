"""Whom an entry's header names: the people of whom all that follows is told.

``October 7, Shelby, <name>, Article … . The court decided …``: the header ends where a provision, a colon or a full
stop follows the names before any verb.
"""

import re

from ingest.extract.acts.syntax.tokens import Token
from ingest.facts import EntryFacts

_RALLY_TOPIC = re.compile(r"\b(?:Subject|Topic|Theme|Reason|The topic|The reason)\b|[“«]")
_CLOSING = frozenset(";:—–.")
_MARKS = _CLOSING | {","}
_LONGEST_DESCRIPTION = 4
"""So many words at most stand before the names of a header."""


def find_topic(sentences: list[list[Token]], facts: EntryFacts) -> tuple[tuple[int, ...], bool]:
    """The persons of the header, and whether the header is of this shape (names, then a mark)."""
    tokens = sentences[0] if sentences else []
    header = _Header(facts)
    for k in range(_first_word(tokens), len(tokens)):
        if header.closes_at(tokens, k):
            return tuple(header.names), not header.owned
        if not header.take(tokens[k]):
            break
    return tuple(header.names), False


def _first_word(tokens: list[Token]) -> int:
    """Behind the marks, provisions, and the facility or court with which a header opens."""
    for k, token in enumerate(tokens):
        opening = token.kind in ("mark", "law") or token.word == "facility" or (token.kind == "body" and k < 3)
        if not opening:
            return k
    return len(tokens)


class _Header:
    """The names of a header, read from left to right.

    ``described`` words that are no names have been read; ``governed``: the last of them is "of". ``owned``: the text is
    about somebody who belongs to the first person (``Supporters of X, …``); X is whom a pronoun may mean, no header.
    """

    def __init__(self, facts: EntryFacts) -> None:
        self.facts = facts
        self.names: list[int] = []
        self.described = 0
        self.governed = self.owned = False

    def closes_at(self, tokens: list[Token], k: int) -> bool:
        """`X, Y, | Article …`, `X: | …`: whether the mark at ``k`` ends the names."""
        if not self.names or tokens[k].kind == "person":
            return False
        if tokens[k].word == ",":
            return k + 1 < len(tokens) and tokens[k + 1].kind != "person"
        return tokens[k].kind == "mark" and tokens[k].word in _CLOSING

    def take(self, token: Token) -> bool:
        """Read a token; false where it shows that this is no header: a word behind the names, or too many before."""
        if token.kind == "person":
            self._take_person(token)
        elif token.word != "and" and (token.kind != "mark" or token.word not in _MARKS):
            self.described += 1
            self.governed = token.word == "of" or (self.governed and token.kind != "body")
            return not self.names and self.described <= _LONGEST_DESCRIPTION
        return True

    def _take_person(self, token: Token) -> None:
        """`The district court, Judge X: Y, Article …`: the header goes on to whom the court judges."""
        if self.facts.persons[token.ref].office == "judge":
            self.described = 0
            return
        self.owned = self.owned or (self.governed and not self.names)
        if token.ref not in self.names:
            self.names.append(token.ref)


def rally_topic(text: str) -> int:
    """Where the topic of a rally, its reason or a slogan begins; the end of the text where there is none.

    Whoever is named behind it gave no notice and refused nothing.
    """
    found = _RALLY_TOPIC.search(text)
    return found.start() if found else len(text)
