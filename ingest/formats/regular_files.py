"""Regular files, read whole: never a pipe that waits for ever, a device without an end, or more than fits in memory."""

import os
import stat
from pathlib import Path

from ingest.errors import KgError


class NotRegular(KgError):
    """A pipe, a device, a socket or a folder, or a link to one; the message names the file."""


class FileTooLarge(KgError):
    """A file is larger than it may be; the message names the file and the limit."""


def read_regular_file(path: Path, limit: int) -> bytes:
    """The bytes of a file, or of the file that a link leads to. ``limit`` is in bytes.

    What is opened is what is checked, so nobody can put something else in its place meanwhile. Raises ``NotRegular``,
    ``FileTooLarge``, and ``OSError`` if it is missing or unreadable.
    """
    require_regular_file(path)
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise _not_regular(path)
        data = b"" if found.st_size > limit else file.read(limit + 1)
    if max(found.st_size, len(data)) > limit:
        raise FileTooLarge(f"{path}: larger than {_size(limit)}.")
    return data


def require_regular_file(path: Path) -> None:
    """Raise ``NotRegular`` if a path leads to something else than a file, ``OSError`` if it leads nowhere."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise _not_regular(path)


def _not_regular(path: Path) -> NotRegular:
    return NotRegular(f"{path}: not a regular file. Save its content as a file first.")


def _size(limit: int) -> str:
    return f"{limit // 1024**2} MB" if limit >= 1024**2 else f"{limit // 1024} KB"
