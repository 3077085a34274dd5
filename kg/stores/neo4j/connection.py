"""Where a Neo4j database is, and a connection to it whose server was looked at."""

import logging
import re
import socket
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import neo4j
from neo4j.exceptions import ConfigurationError, DriverError, Neo4jError

from ingest.errors import KgError
from kg.stores.neo4j.errors import unreachable

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
OLDEST = (5, 23)
"""The first version with every clause of the portable dialect (``CALL (x) { … }``). 5.26 is the one that is tested."""

# Seconds: to connect, and for the driver to try a batch again by itself (another writer held a lock).
_WAIT = 10.0
_RETRY = 5.0
_PORT = 7687
_LOOPBACK = re.compile(r"localhost|127(?:\.\d{1,3}){3}|::1")

# Without a handler of somebody's own the driver's warnings would go to the terminal.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True)
class Address:
    """Where a database is and as whom it is asked. ``database`` is empty for the server's default one."""

    uri: str
    user: str
    database: str

    @property
    def name(self) -> str:
        """The address for people."""
        return f"{self.uri}/{self.database}" if self.database else self.uri

    def in_the_clear(self, near: Collection[str] = ()) -> bool:
        """Whether names and texts go over a network unencrypted.

        ``near`` names hosts that are reached without leaving this machine, beside the loopback ones.
        """
        parts = urlsplit(self.uri)
        host = parts.hostname or ""
        return "+" not in parts.scheme and not _LOOPBACK.fullmatch(host) and host not in near


def read_address(text: str, user: str = "", database: str = "") -> Address:
    """Read ``SCHEME://[USER@]HOST[:PORT][/DATABASE]``; what the address says itself goes before the others.

    Raises ``KgError`` for what is no such address, and for one with a password in it.
    """
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.password is not None:
        raise KgError(
            "A password may not stand in the address: others can read it there. Leave it out: kg asks for it, or set "
            "KG_NEO4J_PASSWORD."
        )
    if parts.scheme not in SCHEMES or not parts.hostname or parts.query or parts.fragment:
        raise KgError(
            "The store's address is not understood. Write it as neo4j://HOST:7687 or bolt://HOST:7687/DATABASE "
            "(neo4j+s:// and bolt+s:// are encrypted)."
        )
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    uri = f"{parts.scheme}://{host}" + (f":{port}" if port else "")
    return Address(uri, parts.username or user or "neo4j", parts.path.strip("/") or database)


@dataclass(frozen=True)
class Connection:
    """An open connection. ``version`` is what the server says it is, such as ``Neo4j/5.26.30``."""

    driver: Any
    address: Address
    version: str

    def reading(self) -> Any:
        """A session that may only read."""
        return self.driver.session(
            database=self.address.database or None, default_access_mode=neo4j.READ_ACCESS, fetch_size=5_000
        )

    def writing(self) -> Any:
        """A session that may write."""
        return self.driver.session(database=self.address.database or None, default_access_mode=neo4j.WRITE_ACCESS)


@contextmanager
def connected(address: Address, password: str) -> Iterator[Connection]:
    """A connection for the length of a block.

    Raises ``KgError`` with what to do where the server is not there or goes away, refuses the user, or is of another
    kind.
    """
    connection = connect(address, password)
    try:
        yield connection
    except (Neo4jError, DriverError) as error:
        raise unreachable(error, address.name, address.user) from None
    finally:
        connection.driver.close()


def require_listening(address: Address) -> None:
    """Raise ``KgError`` with what to do where nothing listens at an address. Sends nothing."""
    parts = urlsplit(address.uri)
    try:
        socket.create_connection((parts.hostname or "", parts.port or _PORT), timeout=_WAIT).close()
    except OSError as error:
        raise unreachable(error, address.name, address.user) from None


def connect(address: Address, password: str) -> Connection:
    """Connect. The caller closes the driver. Raises as :func:`connected`."""
    try:
        driver = neo4j.GraphDatabase.driver(
            address.uri,
            auth=(address.user, password),
            user_agent="casegraph",
            connection_timeout=_WAIT,
            connection_acquisition_timeout=2 * _WAIT,
            max_transaction_retry_time=_RETRY,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
        )
    except (ConfigurationError, ValueError):
        raise KgError(f"{address.uri}: the address is not understood. Write it as neo4j://HOST:7687.") from None
    connection = Connection(driver, address, "")
    try:
        with connection.reading() as session:
            agent: str = session.run("RETURN 1").consume().server.agent
        _check_version(address, agent)
    except (Neo4jError, DriverError, OSError) as error:
        driver.close()
        raise unreachable(error, address.name, address.user) from None
    except BaseException:
        driver.close()
        raise
    return Connection(driver, address, agent)


def _check_version(address: Address, agent: str) -> None:
    found = re.fullmatch(r"Neo4j/(\d+)\.(\d+).*", agent)
    if not found:
        raise KgError(f"{address.uri}: the server is not Neo4j. Give the address of a Neo4j 5.26 server.")
    if (int(found[1]), int(found[2])) < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        raise KgError(
            f"{address.uri}: the server is {agent.replace('/', ' ')}; {wanted} or newer is needed. Upgrade it to 5.26."
        )
