"""Ending queries from outside: who asked went away, or no longer wants the answer."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ingest.errors import KgError


class QueryCancelled(KgError):
    """A query that was ended because nobody waits for its answer."""


class Cancellation:
    """Whether an answer is still wanted, and for how many seconds at most. Once cancelled it stays so.

    Threads share it: one asks, another one cancels.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._until = time.monotonic() + seconds
        self._lock = threading.Lock()
        self._cancelled = False
        self._ending: list[Callable[[], None]] = []

    @property
    def cancelled(self) -> bool:
        """Whether the answer is no longer wanted."""
        return self._cancelled

    @property
    def left(self) -> float:
        """Seconds that are left; negative when the time is over."""
        return self._until - time.monotonic()

    def cancel(self) -> None:
        """Say that the answer is no longer wanted, and end the query under way."""
        with self._lock:
            self._cancelled = True
            for end in self._ending:
                end()

    @contextmanager
    def ending(self, end: Callable[[], None]) -> Iterator[None]:
        """Call ``end`` if the answer is no longer wanted, now or within the block. After the block it is not called.

        Raises ``QueryCancelled`` at the block's end where it was cancelled, whatever became of the query.
        """
        with self._lock:
            self.require_wanted()
            self._ending.append(end)
        try:
            yield
        finally:
            with self._lock:
                self._ending.remove(end)
            self.require_wanted()

    def require_wanted(self) -> None:
        """Raise ``QueryCancelled`` where the answer is no longer wanted."""
        if self._cancelled:
            raise QueryCancelled("The question was cancelled.")


@contextmanager
def ended_by(cancellation: Cancellation | None, end: Callable[[], None]) -> Iterator[None]:
    """Let a cancellation, where there is one, end the query within the block; see ``Cancellation.ending``."""
    if cancellation is None:
        yield
        return
    with cancellation.ending(end):
        yield
