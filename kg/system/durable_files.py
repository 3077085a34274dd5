"""Files that are whole or not there: written beside, synced to disk, renamed into place, open to their owner alone."""

import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write_durably(path: Path, data: bytes) -> None:
    """Replace a file in one step; after a crash it holds what it held before or ``data``. Its owner's alone."""
    with replace_durably(path) as file:
        file.write(data)


@contextmanager
def replace_durably(path: Path) -> Iterator[BinaryIO]:
    """A file to write and read, which takes the place of ``path`` when the block ends without an error.

    The temporary file beside it has a name that nobody can predict, and is made new: in a folder that others may write
    to, nobody can put a file or a link of theirs in its place. What a killed process left beside ``path`` is removed.
    """
    remove_leftovers(path)
    beside = _beside(path)
    try:
        with os.fdopen(os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600), "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync(path.parent)


def make_folder_beside(path: Path) -> Path:
    """An empty folder that is to take the place of ``path``, its owner's alone; see :func:`replace_durably`."""
    remove_leftovers(path)
    beside = _beside(path)
    beside.mkdir(mode=0o700)
    return beside


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}-{secrets.token_hex(8)}.tmp")


def remove_leftovers(path: Path) -> None:
    """Remove the temporary files and folders of ``path`` that belong to this user and whose process has ended."""
    name = re.compile(rf"\.{re.escape(path.name)}\.(\d+)(?:-[0-9a-f]+)?\.tmp")
    for beside in path.parent.iterdir() if path.parent.is_dir() else ():
        left = name.fullmatch(beside.name)
        if left and not _is_running(int(left[1])) and _is_own(beside):
            shutil.rmtree(beside) if beside.is_dir() else beside.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _is_own(path: Path) -> bool:
    """Whether it is a file or folder of this user, and no link."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return False
    return (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)) and found.st_uid == os.getuid()


def append_durably(path: Path, data: bytes) -> None:
    """Add to the end of a file that only grows, and wait until it is on disk."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    sync(path.parent)


def make_folder(path: Path) -> None:
    """Make a folder and the missing ones above it, open to its owner alone."""
    if not path.is_dir():
        make_folder(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)
        sync(path.parent)


def sync(path: Path) -> None:
    """Wait until a file's content, or the names in a folder, are on disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """Sync every file and folder below ``folder``, and itself."""
    for path in sorted(folder.rglob("*"), reverse=True):
        sync(path)
    sync(folder)
