"""A query with its limits, in a worker thread, so that Ctrl-C and the clock can end it on the server too."""

import secrets
import threading
from contextlib import suppress
from typing import Any

from neo4j.exceptions import DriverError, Neo4jError

from ingest.errors import KgError
from kg.stores import DEFAULT_LIMITS, Limits, Parameters, Rows
from kg.stores.cancellation import ended_by
from kg.stores.neo4j.connection import Connection
from kg.stores.neo4j.errors import translate
from kg.stores.neo4j.values import plain
from kg.stores.parameters import bindable
from kg.stores.query_errors import cut
from kg.stores.query_guard import refuse

LONGEST = 600.0

# Seconds to wait for a query that was ended to notice; the server may still be reading its text.
_ENDING = 2.0

# The server's own clock ends a query whose asker has died; ours is exact, and comes first.
_GRACE = 5.0

_END = """
SHOW TRANSACTIONS YIELD transactionId AS id, metaData AS data
WHERE data.casegraph = $mark
TERMINATE TRANSACTIONS id YIELD message
RETURN count(message) AS ended"""


class Neo4jStore:
    """A database, open for reading; several threads may ask at once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def query(self, cypher: str, parameters: Parameters | None = None, limits: Limits = DEFAULT_LIMITS) -> Rows:
        """Run read-only Cypher. Raises ``QueryRefused``, ``QueryCut``, or ``KgError`` where the server is gone.

        Ctrl-C in the waiting thread ends the query on the server and is passed on; so does its cancellation.
        """
        refuse(cypher, limits, LONGEST)
        bound = {name: bindable(name, value) for name, value in (parameters or {}).items()}
        asking = _Asking(self._connection, cypher, bound, limits)
        try:
            with ended_by(limits.cancellation, asking.end):
                asking.start()
                in_time = asking.done.wait(limits.seconds)
        except BaseException:
            asking.end()
            raise
        if not in_time:
            asking.end()
            raise cut("time", limits)
        if asking.rows is not None:
            return asking.rows
        if isinstance(asking.error, Neo4jError | DriverError | OSError):
            address = self._connection.address
            raise translate(asking.error, cypher, limits, address.name, address.user) from None
        raise asking.error or KgError("The query gave no answer. Run it again.")

    def close(self) -> None:
        """Let go of it; a query under way ends."""
        self._connection.driver.close()


class _Asking:
    """One run of a query in a thread and a transaction of its own."""

    def __init__(self, connection: Connection, cypher: str, bound: dict[str, Any], limits: Limits) -> None:
        self.rows: Rows | None = None
        self.error: Exception | None = None
        self.done = threading.Event()
        self._connection = connection
        self._cypher = cypher
        self._bound = bound
        self._limits = limits
        self._mark = secrets.token_hex(8)

    def start(self) -> None:
        threading.Thread(target=self._run, name="query", daemon=True).start()

    def end(self) -> None:
        """End the query on the server, and wait a little for the thread to notice."""
        with suppress(Neo4jError, DriverError, OSError), self._connection.reading() as session:
            session.run(_END, mark=self._mark).consume()
        self.done.wait(_ENDING)

    def _run(self) -> None:
        try:
            self.rows = self._read()
        except Exception as error:  # noqa: BLE001 - handed to the waiting thread, which raises what it means
            self.error = error
        finally:
            self.done.set()

    def _read(self) -> Rows:
        with (
            self._connection.reading() as session,
            session.begin_transaction(
                metadata={"casegraph": self._mark}, timeout=self._limits.seconds + _GRACE
            ) as transaction,
        ):
            answer = transaction.run(self._cypher, self._bound)
            columns = tuple(answer.keys())
            rows: list[tuple[Any, ...]] = []
            for record in answer:
                if len(rows) >= self._limits.rows:
                    return Rows(columns, tuple(rows), cut=True)
                rows.append(tuple(plain(value) for value in record.values()))
            return Rows(columns, tuple(rows))
