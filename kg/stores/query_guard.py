"""What no engine may be asked, whatever it would do: told from a query's tokens before any engine sees it.

Each engine refuses writing by itself. Reading files and addresses, procedures, other databases and the server's
administration are refused here as well, the same on every engine, because what an engine refuses depends on how it was
set up. Nothing is taken from words inside texts, comments or quoted names, and nothing can hide there.
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.stores import Limits, QueryCut, QueryRefused

WRITING = "The query would change the graph. Only reading is allowed."
READING_FILES = "The query would read a file or an address (LOAD CSV). Only the graph can be read."
WHOLE_THING = (
    "The query returns a node or a relationship as a whole. Return its properties, such as n.id, or all of them with "
    "properties(n)."
)
WHOLE_PATH = "The query returns a path. Return ids and properties of what lies on it, such as [n IN nodes(p) | n.id]."

PROCEDURES = frozenset({"db.labels", "db.relationshiptypes", "db.propertykeys"})
"""The procedures that may be called, in lower case: they say what kinds of things there are, and no more."""

FUNCTION_FAMILIES = frozenset({"date", "datetime", "localdatetime", "time", "localtime", "duration", "point", "vector"})
"""The names before the dot of Cypher's own functions (``date.truncate``). Others may run any text as a query."""

_BEGINNINGS = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"})
_CHANGING = frozenset(
    {"CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "DROP", "INSERT", "ALTER", "GRANT"}
    | {"DENY", "REVOKE", "RENAME", "START", "STOP", "TERMINATE", "ENABLE", "DEALLOCATE", "REALLOCATE", "DRYRUN"}
)

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
_WIDEST = 2**63


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: its ``kind`` (text, quoted, parameter, number, word, sign), its text, line and place.

    ``start`` counts characters from the query's first.
    """

    kind: str
    value: str
    line: int
    start: int

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
            tokens.append(Token(match.lastgroup, match[0], line, match.start()))
    return tokens


def refuse(cypher: str, limits: Limits, longest: float) -> None:
    """Raise ``QueryRefused`` for a query that no engine may be asked, or limits out of bounds (``longest`` seconds)."""
    if len(cypher) > limits.characters:
        raise QueryRefused(f"The query has {len(cypher)} characters; {limits.characters} are allowed.")
    if not 0 < limits.seconds <= longest:
        raise QueryRefused(f"A query may take up to {longest:g} seconds, not {limits.seconds:g}.")
    tokens = tokens_of(cypher)
    while tokens and tokens[-1].value == ";":
        tokens.pop()
    if not tokens:
        raise QueryRefused("The query is empty.")
    _refuse_beginnings(tokens)
    for i, token in enumerate(tokens):
        if token.keyword == "LOAD" and _keyword(tokens, i + 1) == "CSV":
            raise QueryRefused(READING_FILES)
        if token.keyword == "CALL" and not is_a_name(tokens, i):
            _refuse_procedure(tokens, i + 1)
        if token.value == "(" and token.kind == "sign":
            _refuse_function(tokens, i)


def _refuse_beginnings(tokens: Sequence[Token]) -> None:
    for i, token in enumerate(tokens):
        if token.value == ";":
            raise QueryRefused(f"There is a second query behind the ; at line {token.line}. Ask one at a time.")
        if i == 0:
            _refuse_beginning(token)
        elif token.keyword == "UNION" and not is_a_name(tokens, i):
            follower = i + 1 + (_keyword(tokens, i + 1) in ("ALL", "DISTINCT"))
            if follower < len(tokens):
                _refuse_beginning(tokens[follower])


def _refuse_beginning(token: Token) -> None:
    if token.keyword in _CHANGING:
        raise QueryRefused(WRITING)
    if token.keyword == "LOAD":
        raise QueryRefused(READING_FILES)
    if token.keyword not in _BEGINNINGS:
        begin = ", ".join(sorted(_BEGINNINGS))
        raise QueryRefused(f"A query begins with one of {begin}, not as in line {token.line}. Only reading is allowed.")


def _refuse_procedure(tokens: Sequence[Token], i: int) -> None:
    """What follows CALL: a subquery, with or without its variables, or the name of a procedure."""
    if i < len(tokens) and tokens[i].value in ("{", "("):
        return
    parts = []
    while i < len(tokens) and tokens[i].name:
        parts.append(tokens[i].name)
        if i + 1 >= len(tokens) or tokens[i + 1].value != ".":
            break
        i += 2
    name = ".".join(parts)
    if not name:
        raise QueryRefused("No procedure's name follows CALL. As a name of your own write it in backquotes, `call`.")
    if name.lower() not in PROCEDURES:
        raise QueryRefused(f"The procedure {name} may not be called; {', '.join(sorted(PROCEDURES))} may.")


def _refuse_function(tokens: Sequence[Token], i: int) -> None:
    """A name with a dot before a bracket: a function of a family."""
    parts: list[str] = []
    while i > 0 and tokens[i - 1].name:
        parts.insert(0, tokens[i - 1].name)
        if i < 2 or tokens[i - 2].value != ".":
            break
        i -= 2
    family = parts[0].lower() if len(parts) > 1 else ""
    # After a dot a bracket can only be a call; `CALL db.labels()` has been looked at as a procedure.
    if family and family not in FUNCTION_FAMILIES and ".".join(parts).lower() not in PROCEDURES:
        raise QueryRefused(f"The function {'.'.join(parts)} is none of Cypher's own; it may not be called.")


def _keyword(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].keyword if i < len(tokens) else ""


def is_a_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word at a place is a label or property that happens to be spelled like a keyword."""
    before = tokens[i - 1].value if i else ""
    return before == ":" or (before == "." and i > 1 and tokens[i - 2].kind != "number")


def bindable(name: str, value: Any) -> Any:
    """A parameter as an engine may have it: dates become ISO text.

    Raises ``QueryRefused`` naming the parameter for a value that would not arrive as it is.
    """
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        if -_WIDEST <= value < _WIDEST:
            return value
        raise QueryRefused(f"The parameter {name} is a whole number of more than 64 bits.")
    if isinstance(value, str):
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise QueryRefused(f"The parameter {name} is no valid text (half of a character stands in it).")
        return value
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [bindable(name, v) for v in value]
    if isinstance(value, Mapping):
        # The embedded engine reads a map with a control character for a key as one of its own records.
        if all(isinstance(key, str) and key.isprintable() and not key.startswith("@") for key in value):
            return {key: bindable(name, v) for key, v in value.items()}
        raise QueryRefused(f"The parameter {name} has a key that is no plain word.")
    raise QueryRefused(
        f"The parameter {name} is a {type(value).__name__}; texts, numbers, lists and maps can be given."
    )


def cut(what: str, limits: Limits) -> QueryCut:
    """The error for a query that ran out of ``time`` or ``memory``."""
    if what == "time":
        return QueryCut(f"The query was ended after {limits.seconds:g} seconds. Narrow it, or add a LIMIT.")
    return QueryCut("The query needs more memory than it may have. Narrow it, or add a LIMIT.")


_POSITION = re.compile(r"at line (\d{1,6})(?::|, column )(\d{1,6})|\(line (\d{1,6}), column (\d{1,6})")
_QUOTED = re.compile(r"['`\"]([A-Za-z_$][\w.$]{0,60})['`\"]|[Pp]arameter\(s\): ([\w, ]{1,80})")
_LITERAL = re.compile(r"'(?:[^'\\]|\\.)*+'|\"(?:[^\"\\]|\\.)*+\"")


def hint(message: str, cypher: str) -> str:
    """Where an engine's message finds fault, or with which word: an ending for a sentence, empty where it says neither.

    Only words that stand in the query itself, outside its texts, are taken: the message may quote values of the graph.
    """
    if position := _POSITION.search(message):
        if position[3]:
            return f" at line {position[3]}, column {position[4]}"
        return f" at line {position[1]}, column {int(position[2]) + (':' in position[0])}"
    own = set(re.findall(r"[A-Za-z_]\w*", _LITERAL.sub(" ", cypher)))
    named = [word for m in _QUOTED.finditer(message) for word in re.findall(r"[A-Za-z_]\w*", m[1] or m[2])]
    known = list(dict.fromkeys(word for word in named if word in own))
    return f": {', '.join(known)}" if known else ""
