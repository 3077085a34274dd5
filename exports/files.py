"""Writing a file that the user named: whole or not at all, and one sentence where it cannot be."""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import BinaryIO

from ingest.errors import KgError
from kg.system.durable_files import replace_durably

Check = Callable[[BinaryIO], None]
"""Reads a whole file that is about to get its name; raises ``KgError`` if it may not."""

_check: ContextVar[Check | None] = ContextVar("check", default=None)


@contextmanager
def checking(check: Check) -> Iterator[None]:
    """Check every export that is written in this block, whatever writes it."""
    token = _check.set(check)
    try:
        yield
    finally:
        _check.reset(token)


def write_export(path: Path, data: bytes) -> None:
    """Replace a file in one step, open to its owner alone. Raises ``KgError`` naming it when it cannot be written."""
    with replace_export(path) as file:
        file.write(data)


@contextmanager
def replace_export(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of ``path`` at the end, if nothing fails, the check of the block among it.

    Raises as ``write_export``.
    """
    path = path.resolve()  # a link stays a link: what it leads to is replaced
    if path.exists() and not path.is_file():
        raise KgError(f"{path} is not a regular file, so it is not replaced; name another.")
    try:
        with replace_durably(path) as file:
            yield file
            if (check := _check.get()) is not None:
                file.flush()
                check(file)
    except OSError as error:
        raise KgError(
            f"{path} cannot be written ({error.strerror}); name a file in a folder that you can write to."
        ) from None


def archive_entry(name: str, day: str = "1980-01-01") -> zipfile.ZipInfo:
    """A compressed file of a zip that is dated at an ISO day and open to its owner alone, on whatever system."""
    year, month, date = map(int, day.split("-"))
    entry = zipfile.ZipInfo(name, (year, month, date, 0, 0, 0))
    entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
    return entry
