"""The server's and the driver's errors, turned into sentences without words of a report or a password."""

import socket
import ssl
from collections.abc import Iterator

from neo4j.exceptions import (
    BrokenRecordError,
    ForbiddenOnReadOnlyDatabase,
    Neo4jError,
    NotALeader,
    ServiceUnavailable,
    SessionExpired,
)

from ingest.errors import KgError
from kg.stores import Limits, QueryRefused
from kg.stores.query_errors import cut, hint
from kg.stores.query_guard import READING_FILES, WRITING

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
    "EntityNotFound": "The query refers to a node or relationship that is gone. Run it again.",
    "SyntaxError": _NOT_CYPHER,
    "SemanticError": f"{_NOT_CYPHER}, or a function in it got a value that it cannot take",
}

_NOBODY = "no Neo4j answers there"
_UNKNOWN_AUTHORITY = (
    "this machine does not know who signed the server's certificate. Set SSL_CERT_FILE to the file of that authority; "
    "or write bolt+ssc:// (neo4j+ssc://), which takes any certificate, where nobody can stand in between."
)
_OTHER_NAME = "the server's certificate is for another name. Write the host as it stands in the certificate."
_NOT_NOW = "the server's certificate has run out, or is not valid yet. Have it renewed, or set this machine's clock."
# OpenSSL's X509_V_ERR_…: CERT_NOT_YET_VALID, CERT_HAS_EXPIRED, HOSTNAME_MISMATCH, IP_ADDRESS_MISMATCH.
_CERTIFICATE = {9: _NOT_NOW, 10: _NOT_NOW, 62: _OTHER_NAME, 64: _OTHER_NAME}
_NO_ANSWER: tuple[tuple[type[BaseException], str], ...] = (
    (
        ssl.SSLError,
        f"{_NOBODY} that speaks encrypted Bolt. Check the port (Bolt's is 7687); where the server has no certificate "
        "write bolt:// or neo4j://, without the +.",
    ),
    (socket.gaierror, f"{_NOBODY}: there is no host of that name. Check its spelling and the network."),
    (
        ConnectionRefusedError,
        f"{_NOBODY}: nothing listens on that port. Check that Neo4j runs, and the port (Bolt's is 7687).",
    ),
)
_NO_BOLT = (
    (
        "looks like http",
        f"{_NOBODY}: that is a port for browsers. Write the port of Bolt, 7687 where nobody chose another.",
    ),
    (
        "incomplete handshake",
        f"{_NOBODY} without encryption. Write bolt+s:// or neo4j+s://, or check the port (Bolt's is 7687).",
    ),
)
_SILENCE = (
    f"{_NOBODY}. Check host and port (Bolt's is 7687) and that it runs; where it asks for encryption write bolt+s:// "
    "or neo4j+s://."
)


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
        return QueryRefused("The query calls a procedure or function that does not exist or that fails.")
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


def unreachable(error: BaseException, where: str, user: str) -> KgError:  # noqa: PLR0911 - one for each remedy
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
        return KgError(f"{where}: there is no such database, or it is offline. Check the database name in the address.")
    if last.startswith(("OutOfMemory", "MemoryPool")):
        return KgError(f"{where}: the server ran out of memory. Give it more (server.memory.heap.max_size).")
    if isinstance(error, Neo4jError):
        return KgError(f"{where}: the server refused ({code or 'no code'}). Its own log says more.")
    return KgError(f"{where}: {_unanswered(error)}")


def _unanswered(error: BaseException) -> str:
    """Why nothing answers, by the causes of the driver's error: the driver itself has one error for all of them."""
    reasons = list(_reasons(error))
    for reason in reasons:
        if isinstance(reason, ssl.SSLCertVerificationError):
            return _CERTIFICATE.get(reason.verify_code, _UNKNOWN_AUTHORITY)
    for kind, said in _NO_ANSWER:
        if any(isinstance(reason, kind) for reason in reasons):
            return said
    texts = " ".join(map(str, reasons)).lower()
    return next((said for words, said in _NO_BOLT if words in texts), _SILENCE)


def _reasons(error: BaseException) -> Iterator[BaseException]:
    """An error and all its causes; with ``neo4j://`` the driver groups those of each server of a cluster."""
    seen: set[int] = set()
    left: list[BaseException | None] = [error]
    while left:
        found = left.pop()
        if found is not None and id(found) not in seen:
            seen.add(id(found))
            yield found
            grouped = found.exceptions if isinstance(found, BaseExceptionGroup) else ()
            left += [found.__context__, found.__cause__, *grouped]
