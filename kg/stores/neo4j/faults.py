"""The server's and the driver's errors, turned into sentences without words of a report or a password."""

from neo4j.exceptions import (
    BrokenRecordError,
    DriverError,
    ForbiddenOnReadOnlyDatabase,
    Neo4jError,
    NotALeader,
    ServiceUnavailable,
    SessionExpired,
)

from ingest.errors import KgError
from kg.stores import Limits, QueryRefused
from kg.stores.refusing import READING_FILES, WRITING, cut, hint

_SECURITY = "Neo.ClientError.Security."
_NOT_CYPHER = "The query is not valid Cypher"
_VALUE = "The query does something with a value that its type does not allow."
_STATEMENT = {
    "AccessMode": WRITING,
    "ExternalResourceFailed": READING_FILES,
    "ParameterMissing": "The query needs a parameter that was not given",
    "ArithmeticError": "The query divides by zero or computes a number that is too large.",
    "TypeError": _VALUE,
    "ArgumentError": _VALUE,
    "InvalidArguments": _VALUE,
    "EntityNotFound": "The query asks for a thing that is gone. Ask again.",
    "SyntaxError": _NOT_CYPHER,
    "SemanticError": f"{_NOT_CYPHER}, or a function in it got a value that it cannot take",
}


def translate(error: BaseException, cypher: str, limits: Limits, where: str, user: str) -> KgError:
    """The project's error for one of a query."""
    if isinstance(error, BrokenRecordError):
        return QueryRefused("The answer has a value that cannot be read, such as a date outside the years 1 to 9999.")
    if not isinstance(error, Neo4jError):
        return unreachable(error, where, user)
    code = error.code or ""
    last = code.rpartition(".")[2]
    if last.startswith("TransactionTimedOut") or last == "Terminated":
        return cut("time", limits)
    if last.startswith(("OutOfMemory", "MemoryPool")):
        return cut("memory", limits)
    if ".Statement." in code and (reason := _STATEMENT.get(last)):
        return QueryRefused(reason if reason.endswith(".") else f"{reason}{hint(error.message or '', cypher)}.")
    if ".Procedure." in code:
        return QueryRefused("The query calls a procedure or function that there is not, or that fails.")
    if ".Statement." in code:
        return QueryRefused("The query could not be run; check the functions and types that it uses.")
    return unreachable(error, where, user)


def is_lost(error: BaseException) -> bool:
    """Whether the connection broke, so that it is worth connecting again."""
    if isinstance(error, NotALeader | ForbiddenOnReadOnlyDatabase):
        return False
    if isinstance(error, ServiceUnavailable | SessionExpired | OSError):
        return True
    return isinstance(error, Neo4jError) and error.is_retryable()


def unreachable(error: BaseException, where: str, user: str) -> KgError:  # noqa: PLR0911 - one for each thing to do
    """What to do about a server that is not there, refuses the user, or has no such database."""
    code = (error.code if isinstance(error, Neo4jError) else "") or ""
    last = code.rpartition(".")[2]
    if last == "AuthenticationRateLimit":
        return KgError(f"{where}: too many wrong passwords; the server refuses {user} for some seconds. Try later.")
    if last == "CredentialsExpired":
        return KgError(f"{where}: {user}'s password has to be changed first. Do that in cypher-shell or the browser.")
    if last in ("Unauthorized", "TokenExpired"):
        return KgError(
            f"{where}: the server does not accept {user} with this password. Set KG_NEO4J_PASSWORD and KG_NEO4J_USER."
        )
    if isinstance(error, NotALeader | ForbiddenOnReadOnlyDatabase):
        return KgError(f"{where}: this server takes no writes. Write neo4j:// so that a cluster's leader is found.")
    if code.startswith(_SECURITY):
        return KgError(f"{where}: {user} may not do this. Ask the server's administrator for the right.")
    if last in ("DatabaseNotFound", "DatabaseUnavailable", "GraphNotFound"):
        return KgError(f"{where}: there is no such database, or it is offline. Check the name behind the address.")
    if last.startswith(("OutOfMemory", "MemoryPool")):
        return KgError(f"{where}: the server ran out of memory. Give it more (server.memory.heap.max_size).")
    if isinstance(error, Neo4jError):
        return KgError(f"{where}: the server refused ({code or 'no code'}). Its own log says more.")
    if isinstance(error, DriverError) and "routing" in str(error).lower():
        return KgError(
            f"{where}: no server can be reached this way. Check the address and that Neo4j runs; for a single server "
            "behind a tunnel write bolt:// instead of neo4j://."
        )
    return KgError(
        f"{where}: no Neo4j answers there. Check the address and that it runs; where it asks for encryption write "
        "neo4j+s:// or bolt+s://."
    )
