"""Which queries are refused, decided from their tokens before any engine sees them.

Each engine refuses writing by itself. Reading files and addresses, procedures, other databases and the server's
administration are refused here as well, the same on every engine, because what an engine refuses depends on how it was
set up.
"""

from collections.abc import Sequence

from kg.stores import Limits, QueryRefused
from kg.stores.tokens import Token, is_a_name, tokens_of

WRITING = "The query would change the graph. Only reading is allowed."
READING_FILES = "The query would read a file or an address (LOAD CSV). Only the graph can be read."
WHOLE_THING = (
    "The query returns a node or a relationship as a whole. Return its properties, such as n.id, or all of them with "
    "properties(n)."
)
WHOLE_PATH = "The query returns a path. Return ids and properties of what lies on it, such as [n IN nodes(p) | n.id]."

PROCEDURES = frozenset({"db.labels", "db.relationshiptypes", "db.propertykeys"})
"""The procedures that may be called, in lower case: they list labels, types and property names."""

FUNCTION_FAMILIES = frozenset({"date", "datetime", "localdatetime", "time", "localtime", "duration", "point", "vector"})
"""The names before the dot of Cypher's own functions (``date.truncate``). Others may run any text as a query."""

_BEGINNINGS = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL"})
_CHANGING = frozenset(
    {"CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "DROP", "INSERT", "ALTER", "GRANT"}
    | {"DENY", "REVOKE", "RENAME", "START", "STOP", "TERMINATE", "ENABLE", "DEALLOCATE", "REALLOCATE", "DRYRUN"}
)


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
            raise QueryRefused(f"There is a second query after the ; at line {token.line}. Run one at a time.")
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
        raise QueryRefused(f"The function {'.'.join(parts)} is not one of Cypher's own; only those may be called.")


def _keyword(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].keyword if i < len(tokens) else ""
