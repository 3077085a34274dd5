"""Keys of a review, one at a time."""

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType

import click

from ingest.errors import KgError
from kg.cli.output import say


def pressed(expected: Sequence[str], keys: str) -> str:
    """The next of the expected keys. Of several at once only the first counts: nobody has read the next question yet.

    Raises ``EOFError`` if the terminal is gone, ``KgError`` if there never was one.
    """
    while True:
        try:
            key = (click.getchar() or "")[:1].lower()
        except OSError:
            raise KgError("A review needs a terminal. `kg review … --export` writes a spreadsheet.") from None
        if not key:
            raise EOFError
        if key in expected:
            return key
        say(f"Unknown key (is the keyboard set to Latin letters?): {keys}")


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Let SIGTERM end the process in order, so that the terminal is put back as it was."""

    def end(number: int, _: FrameType | None) -> None:
        sys.exit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
