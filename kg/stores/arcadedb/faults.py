"""The engine's errors, turned into sentences without its name and without words of a report."""

import re

from ingest.errors import KgError
from kg.stores import Limits, QueryCut, QueryRefused, StoreDamaged

_REASONS = {
    "QueryNotIdempotentException": "The query would change the graph, or calls a procedure that there is not. "
    "Only reading is allowed.",
    "SecurityException": "The query would read a file or an address (LOAD CSV). Only the graph can be read.",
    "CommandParameterMissingException": "The query needs a parameter that was not given",
    "ArithmeticErrorException": "The query divides by zero or computes a number that is too large.",
    "IllegalArgumentException": "The query does something with a value that its type does not allow.",
    "ClassCastException": "The query does something with a value that its type does not allow.",
    "NumberFormatException": "The query takes a text for a number.",
    "CommandParsingException": "The query is not valid Cypher",
    "CommandSemanticException": "The query is not valid Cypher, or a function in it got a value that it cannot take",
    "CommandSQLParsingException": "The query is not valid Cypher",
    "FeatureNotImplementedException": "The query uses a part of Cypher that the embedded store does not have",
    "CommandExecutionException": "The query could not be run; check the functions and types that it uses",
}
_CUT = {"TimeoutException": "time", "OutOfMemoryError": "memory", "HeapLimitExceededException": "memory"}
_DAMAGED = re.compile(
    r"DatabaseMetadata|Serialization|BufferUnderflow|BufferOverflow|IOException|EOF|IndexOutOfBounds|RecordNotFound|"
    r"SchemaException|DatabaseOperation|IndexException|NullPointer|NegativeArraySize"
)
_POSITION = re.compile(r"at line (\d{1,6})(?::|, column )(\d{1,6})")
_QUOTED = re.compile(r"['`\"]([A-Za-z_$][\w.$]{0,60})['`\"]|[Pp]arameter\(s\): ([\w, ]{1,80})")
_LITERAL = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")


def is_closed(error: BaseException) -> bool:
    """Whether the query ended because its database was closed under it."""
    return "DatabaseIsClosed" in _names(error) or str(error) == "Database is closed"


def translate(error: BaseException, cypher: str, limits: Limits) -> KgError:
    """The project's error for one of the engine's.

    Only words that stand in the query itself, outside its texts, are taken from the engine's message: it may quote
    values of the graph.
    """
    names = _names(error)
    for name, what in _CUT.items():
        if name in names or name.removesuffix("Exception") in names:
            return cut(what, limits)
    for name, reason in _REASONS.items():
        if name in names:
            return QueryRefused(reason if reason.endswith(".") else f"{reason}{_hint(str(error), cypher)}.")
    if _DAMAGED.search(names):
        return StoreDamaged("A part of the graph's store cannot be read. Run `kg rebuild` to derive the graph afresh.")
    return QueryRefused("The query could not be run. If other queries fail too, run `kg check`.")


def cut(what: str, limits: Limits) -> QueryCut:
    """The error for a query that ran out of ``time`` or ``memory``."""
    if what == "time":
        return QueryCut(f"The query was ended after {limits.seconds:g} seconds. Narrow it, or add a LIMIT.")
    return QueryCut("The query needs more memory than it may have. Narrow it, or add a LIMIT.")


def _names(error: BaseException) -> str:
    """The names of the engine's error and of its causes, in one text."""
    chain = getattr(error, "java_chain", None) or ()
    return " ".join([type(error).__name__, *(str(name) for name, _ in chain)])


def _hint(message: str, cypher: str) -> str:
    position = _POSITION.search(message)
    if position:
        return f" at line {position[1]}, column {int(position[2]) + (':' in position[0])}"
    own = set(re.findall(r"[A-Za-z_]\w*", _LITERAL.sub(" ", cypher)))
    named = [word for m in _QUOTED.finditer(message) for word in re.findall(r"[A-Za-z_]\w*", m[1] or m[2])]
    known = list(dict.fromkeys(word for word in named if word in own))
    return f": {', '.join(known)}" if known else ""
