"""The engine's errors, turned into sentences without its name and without words of a report."""

import errno
import os
import re
from pathlib import Path

from ingest.errors import KgError
from kg.stores import Limits, QueryRefused, StoreDamaged
from kg.stores.query_errors import cut, hint
from kg.stores.query_guard import READING_FILES

_REASONS = {
    "QueryNotIdempotentException": "The query would change the graph, or calls a procedure that there is not. "
    "Only reading is allowed.",
    "SecurityException": READING_FILES,
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
# The engine says this of one query alone under the name of a general error.
_OVER_BUDGET = "Query heap budget exceeded:"
_FULL = (errno.ENOSPC, errno.EDQUOT)
_DAMAGED = re.compile(
    r"DatabaseMetadata|Serialization|BufferUnderflow|BufferOverflow|IOException|EOF|IndexOutOfBounds|RecordNotFound|"
    r"SchemaException|DatabaseOperation|IndexException|NullPointer|NegativeArraySize"
)


def is_closed(error: BaseException) -> bool:
    """Whether the query ended because its database was closed under it."""
    return "DatabaseIsClosed" in _names(error) or str(error) == "Database is closed"


def translate(error: BaseException, cypher: str, limits: Limits) -> KgError:
    """The project's error for one of the engine's.

    Only words that are in the query itself, outside its texts, are used from the engine's message: it may quote
    values of the graph.
    """
    names = _names(error)
    if _OVER_BUDGET in str(error):
        return cut("memory", limits)
    for name, what in _CUT.items():
        if name in names or name.removesuffix("Exception") in names:
            return cut(what, limits)
    for name, reason in _REASONS.items():
        if name in names:
            return QueryRefused(reason if reason.endswith(".") else f"{reason}{hint(str(error), cypher)}.")
    if _DAMAGED.search(names):
        return StoreDamaged("A part of the graph's store cannot be read. Run `kg rebuild` to derive the graph again.")
    return QueryRefused("The query could not be run. If other queries fail too, run `kg check`.")


def disk_error(error: BaseException | None, folder: Path) -> OSError | None:
    """The error of a full disk that the engine's error, or one that it came after, was caused by."""
    while error is not None:
        for code in _FULL:
            if any(os.strerror(code) in str(said) for _, said in getattr(error, "java_chain", None) or ()):
                return OSError(code, os.strerror(code), str(folder))
        error = error.__context__
    return None


def _names(error: BaseException) -> str:
    """The names of the engine's error and of its causes, in one text."""
    chain = getattr(error, "java_chain", None) or ()
    return " ".join([type(error).__name__, *(str(name) for name, _ in chain)])
