"""A query with its limits: in a worker thread, so that Ctrl-C and the clock can end it."""

import threading
from typing import Any

from ingest.errors import KgError
from kg.stores import DEFAULT_LIMITS, Limits, Parameters, Rows
from kg.stores.arcadedb.errors import is_closed, translate
from kg.stores.arcadedb.handle import Opened
from kg.stores.arcadedb.process import LONGEST
from kg.stores.arcadedb.values import plain
from kg.stores.cancellation import ended_by
from kg.stores.columns import columns_of
from kg.stores.parameters import bindable
from kg.stores.query_errors import cut
from kg.stores.query_guard import refuse

# Seconds a query that was ended may still take to notice (reading its text cannot be interrupted).
_ENDING = 30.0

# How often a query is run again because another thread's query had to be ended by closing what both read.
_AGAIN = 5


class EmbeddedStore:
    """A loaded graph, open for reading; several threads may ask at once."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._closed = False

    def query(self, cypher: str, parameters: Parameters | None = None, limits: Limits = DEFAULT_LIMITS) -> Rows:
        """Run read-only openCypher. Raises ``QueryRefused``, ``QueryCut`` or ``StoreDamaged``.

        Ctrl-C in the waiting thread ends the query and is passed on; so does its cancellation.
        """
        refuse(cypher, limits, LONGEST)
        bound = {name: bindable(name, value) for name, value in (parameters or {}).items()}
        for _ in range(_AGAIN):
            asking = _Asking(self._database(), cypher, bound, limits)
            self._wait(asking)
            if asking.rows is not None:
                return asking.rows
            if asking.error is None or not is_closed(asking.error):
                break
        if isinstance(asking.error, KgError):
            raise asking.error
        if asking.error is None:
            raise cut("time", limits)
        raise translate(asking.error, cypher, limits) from None

    def close(self) -> None:
        """Let go of it; where nobody else reads the graph, a query under way ends."""
        if not self._closed:
            self._closed = True
            self._opened.release()

    def _database(self) -> Any:
        if self._closed:
            raise KgError("The graph was closed; open it again.")
        return self._opened.database()

    def _wait(self, asking: "_Asking") -> None:
        """Wait for an answer. One that takes too long is ended and has neither rows nor an error."""
        try:
            with ended_by(asking.limits.cancellation, lambda: self._opened.end(asking.database)):
                asking.start()
                if asking.done.wait(asking.limits.seconds):
                    return
        except BaseException:
            self._opened.end(asking.database)
            raise
        asking.late = True
        self._opened.end(asking.database)
        asking.done.wait(_ENDING)


class _Asking:
    """One run of a query in a thread of its own."""

    def __init__(self, database: Any, cypher: str, bound: dict[str, Any], limits: Limits) -> None:
        self.database = database
        self.limits = limits
        self.rows: Rows | None = None
        self.error: Exception | None = None
        self.late = False
        self.done = threading.Event()
        self._cypher = cypher
        self._bound = bound

    def start(self) -> None:
        threading.Thread(target=self._run, name="query", daemon=True).start()

    def _run(self) -> None:
        try:
            rows = self._read()
            if not self.late:
                self.rows = rows
        except Exception as error:  # noqa: BLE001 - handed to the waiting thread, which raises what it means
            if not self.late:
                self.error = error
        finally:
            self.done.set()

    def _read(self) -> Rows:
        answer = self.database.query("opencypher", self._cypher, self._bound)
        try:
            columns: tuple[str, ...] = ()
            rows: list[tuple[Any, ...]] = []
            for row in answer:
                if len(rows) >= self.limits.rows:
                    return Rows(columns, tuple(rows), cut=True)
                found = row.to_dict()
                columns = columns or tuple(found)
                rows.append(tuple(plain(found.get(column)) for column in columns))
            # The engine names the columns in its rows alone.
            return Rows(columns or columns_of(self._cypher), tuple(rows))
        finally:
            answer.close()
