"""The tokens of a Cypher query, read before any engine sees it.

Words inside texts, comments or quoted names are never treated as keywords, and nothing can hide there.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.stores import QueryRefused

# Every alternative begins differently and takes all it can, so the cost is linear. A text that is not closed goes on to
# the end; the engine refuses it.
_TOKEN = re.compile(
    r"""(?P<skipped>//[^\n]*|/\*.*?(?:\*/|\Z))
    |(?P<text>'(?:[^'\\]|\\.)*+(?:'|\Z)|"(?:[^"\\]|\\.)*+(?:"|\Z))
    |(?P<quoted>`(?:[^`]|``)*+(?:`|\Z))
    |(?P<parameter>\$(?:\w+|`(?:[^`]|``)*+`))
    |(?P<number>\d\w*)
    |(?P<word>\w+)
    |(?P<sign>\S)""",
    re.VERBOSE | re.DOTALL,
)
# One engine reads such an escape before anything else, even outside texts: it could close a text or spell a keyword.
_ESCAPE = re.compile(r"\\[uU]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: its ``kind`` (text, quoted, parameter, number, word, sign), its text, line and place.

    ``start`` counts characters from the query's first, from 0; ``column`` those of its line, from 1.
    """

    kind: str
    value: str
    line: int
    start: int
    column: int

    @property
    def keyword(self) -> str:
        """The word in capitals as an engine would compare it; empty for what is no plain word."""
        return self.value.upper() if self.kind == "word" else ""

    @property
    def name(self) -> str:
        """The name that a word or a quoted name stands for; empty for others."""
        if self.kind == "quoted":
            return self.value[1:-1].replace("``", "`")
        return self.value if self.kind == "word" else ""


def tokens_of(cypher: str) -> list[Token]:
    """The tokens of a query, without comments and blanks. Raises ``QueryRefused`` for what engines read differently."""
    cypher = cypher.replace("\r\n", " \n")
    for pattern, what in ((_ESCAPE, "an escape \\u"), (_CONTROL, "a control character, or half of a character,")):
        if found := pattern.search(cypher):
            line = cypher.count("\n", 0, found.start()) + 1
            raise QueryRefused(f"The query has {what} at line {line}. Write the character itself, or bind a parameter.")
    tokens, line, reached = [], 1, 0
    for match in _TOKEN.finditer(cypher):
        line += cypher.count("\n", reached, match.start())
        reached = match.start()
        if match.lastgroup and match.lastgroup != "skipped":
            column = match.start() - cypher.rfind("\n", 0, match.start())
            tokens.append(Token(match.lastgroup, match[0], line, match.start(), column))
    return tokens


def is_a_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at a place is a label or property that happens to be spelled like a keyword."""
    before = tokens[i - 1].value if i else ""
    return before == ":" or (before == "." and i > 1 and tokens[i - 2].kind != "number")
