"""Work that must end: a generous limit of the processor's time, for rules that backtrack or compare all with all.

How fast something is stands in ``benchmarks/``; on a shared machine no test can tell. Here only what would take hours
fails.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

LIMIT = 60.0
"""Seconds of the processor that no work in a test comes near, unless its cost explodes."""


class TookTooLong(AssertionError):
    """The work would not end."""


@contextmanager
def processor_limit(seconds: float = LIMIT) -> Iterator[None]:
    """Raise ``TookTooLong`` in what runs here once it has used the seconds; waiting for others does not count."""

    def end(number: int, frame: FrameType | None) -> None:
        raise TookTooLong(f"more than {seconds:g} seconds of the processor's time")

    before = signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
