"""Errors of a query in sentences that both engines share."""

import re

from kg.stores import Limits, QueryCut

_POSITION = re.compile(r"at line (\d{1,6})(?::|, column )(\d{1,6})|\(line (\d{1,6}), column (\d{1,6})")
_QUOTED = re.compile(r"['`\"]([A-Za-z_$][\w.$]{0,60})['`\"]|[Pp]arameter\(s\): ([\w, ]{1,80})")
_LITERAL = re.compile(r"'(?:[^'\\]|\\.)*+'|\"(?:[^\"\\]|\\.)*+\"")


def cut(what: str, limits: Limits) -> QueryCut:
    """The error for a query that ran out of ``time`` or ``memory``."""
    if what == "time":
        return QueryCut(f"The query was ended after {limits.seconds:g} seconds. Narrow it, or add a LIMIT.")
    return QueryCut("The query needs more memory than it may have. Narrow it, or add a LIMIT.")


def hint(message: str, cypher: str) -> str:
    """Where a query is wrong by an engine's message, or which word is: the end of a sentence, empty for neither.

    Only words that are in the query itself, outside its texts, are used: the message may quote values of the graph.
    """
    if position := _POSITION.search(message):
        if position[3]:
            return f" at line {position[3]}, column {position[4]}"
        # The embedded engine counts columns from 0.
        return f" at line {position[1]}, column {int(position[2]) + 1}"
    own = set(re.findall(r"[A-Za-z_]\w*", _LITERAL.sub(" ", cypher)))
    named = [word for m in _QUOTED.finditer(message) for word in re.findall(r"[A-Za-z_]\w*", m[1] or m[2])]
    known = list(dict.fromkeys(word for word in named if word in own))
    return f": {', '.join(known)}" if known else ""
