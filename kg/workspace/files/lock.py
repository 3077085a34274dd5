"""Who may touch a workspace: one writer at a time, and a generation stays while somebody reads it.

The locks are the kernel's (``flock``): they end with the process that holds them, however it ends.
"""

import fcntl
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ingest.errors import KgError
from kg.system.durable_files import make_folder
from kg.workspace.files.layout import Generation, Layout

OnWait = Callable[[str], None]
"""Called with a sentence when another process holds the workspace."""

PATIENCE = 60.0
"""Seconds that a second writer waits for the first."""

_PAUSE = 0.05

# A generation may be replaced and removed between being read in CURRENT and being locked.
_TRIES = 100


class WorkspaceHeld(KgError):
    """Another process is writing; the message says which, where and since when."""


@contextmanager
def write_lock(layout: Layout, patience: float, waiting: OnWait | None) -> Iterator[None]:
    """Hold the workspace for writing.

    Where another process holds it: say so once through ``waiting``, wait ``patience`` seconds, then raise
    ``WorkspaceHeld``.
    """
    make_folder(layout.folder)
    descriptor = os.open(layout.lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        until = time.monotonic() + patience
        announced = False
        while not _take(descriptor, fcntl.LOCK_EX):
            if time.monotonic() >= until:
                raise WorkspaceHeld(f"{layout.folder}: {_holder(layout.lock)} is writing. Try again when it is done.")
            if waiting and not announced:
                waiting(f"{layout.folder}: {_holder(layout.lock)} is writing; waiting for it.")
                announced = True
            time.sleep(_PAUSE)
        when = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, json.dumps({"pid": os.getpid(), "host": os.uname().nodename, "when": when}).encode(), 0)
        yield
        os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


@contextmanager
def review_lock(layout: Layout) -> Iterator[None]:
    """Hold the workspace's one review. Raises ``WorkspaceHeld`` if another process has it."""
    descriptor = os.open(layout.draft_lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _take(descriptor, fcntl.LOCK_EX):
            raise WorkspaceHeld(f"{layout.folder}: a review is going on in another terminal. Finish that one first.")
        yield
    finally:
        os.close(descriptor)


@contextmanager
def read_lock(layout: Layout) -> Iterator[Generation | None]:
    """Hold the generation in force for reading, so that no writer removes it; ``None`` if there is none yet."""
    for _ in range(_TRIES):
        name = current_name(layout)
        if name is None:
            yield None
            return
        generation = layout.generation(name)
        try:
            descriptor = os.open(generation.lock, os.O_RDONLY)
        except FileNotFoundError:
            time.sleep(_PAUSE)
            continue
        try:
            # A writer that removes holds it for a moment, and only what is out of force.
            if _take(descriptor, fcntl.LOCK_SH) and _is_there(descriptor, generation):
                yield generation
                return
        finally:
            os.close(descriptor)
        time.sleep(_PAUSE)
    raise KgError(f"{layout.current}: the generation it names is missing. Run `kg rebuild`.")


@contextmanager
def removal_lock(generation: Generation) -> Iterator[bool]:
    """Hold a generation alone, to remove it; gives false where somebody reads it."""
    descriptor = os.open(generation.lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield _take(descriptor, fcntl.LOCK_EX)
    finally:
        os.close(descriptor)


def current_name(layout: Layout) -> str | None:
    """The name of the generation in force; ``None`` if there is none. Raises ``KgError`` for a damaged file."""
    try:
        name = layout.current.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (UnicodeDecodeError, OSError):
        name = ""
    if not name.startswith("gen-") or not name[4:].isdecimal():
        raise KgError(f"{layout.current}: the file is damaged. Run `kg rebuild` to derive the graph again.")
    return name


def _take(descriptor: int, how: int) -> bool:
    try:
        fcntl.flock(descriptor, how | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _is_there(descriptor: int, generation: Generation) -> bool:
    try:
        return os.fstat(descriptor).st_ino == generation.lock.stat().st_ino and generation.folder.is_dir()
    except FileNotFoundError:
        return False


def _holder(path: Path) -> str:
    """Who wrote the lock file; it may just be changing hands."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return f"process {held['pid']} on {held['host']} (since {held['when']})"
    except (ValueError, KeyError, TypeError):
        return "another process"
