"""What the disk refuses, as a message for the user."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.errors import KgError
from kg.workspace.files.layout import Layout

_FULL = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def explain_disk_errors(layout: Layout) -> Iterator[None]:
    """Turn what the disk refused into a ``KgError``, which says whether the commit had been made by then."""
    before = _committed(layout)
    try:
        yield
    except OSError as error:
        if _committed(layout) == before:
            outcome = f"Nothing was changed. {_advice(error)}, and try again."
        else:
            outcome = f"The change was made; the next command that writes finishes it. {_advice(error)} first."
        raise KgError(f"{_problem(error, layout)}. {outcome}") from None


def mount_of(path: Path) -> Path:
    """Where the disk that has a path is mounted."""
    path = path.absolute()
    return next((folder for folder in (path, *path.parents) if folder.is_mount()), path)


def _committed(layout: Layout) -> bytes | None:
    try:
        return layout.current.read_bytes()
    except OSError:
        return None


def _problem(error: OSError, layout: Layout) -> str:
    where = error.filename or layout.folder
    if error.errno in _FULL:
        return f"{where}: the disk at {mount_of(Path(where))} is full"
    reason = (error.strerror or type(error).__name__).lower()
    if error.errno == errno.EIO:
        disk = mount_of(Path(where))
        reason += f"; the disk at {disk} has {shutil.disk_usage(disk).free >> 20} MB free"
    return f"{where}: {reason}"


def _advice(error: OSError) -> str:
    return "Free space on that disk" if error.errno in _FULL else "Check the permissions, the disk and its free space"
