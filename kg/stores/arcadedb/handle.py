"""A closed store, opened for reading and shared by all who read it in this process (the engine opens a folder once)."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any, ClassVar

from kg.stores import StoreDamaged
from kg.stores.arcadedb.process import engine, write_settings


class Opened:
    """One open folder with those who use it. Make one with :meth:`of`."""

    _all: ClassVar[dict[str, Opened]] = {}
    _lock: ClassVar[threading.RLock] = threading.RLock()

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._users = 0
        self._database: Any = None

    @classmethod
    def of(cls, folder: Path) -> Opened:
        """Open a folder, or share it. Every call needs a :meth:`release`. Raises ``StoreDamaged``."""
        path = os.path.realpath(folder)
        with cls._lock:
            opened = cls._all.get(path) or cls(Path(path))
            opened.database()
            opened._users += 1
            cls._all[path] = opened
            return opened

    def database(self) -> Any:
        """The engine's database, opened again where a query had to be ended by closing it."""
        with self._lock:
            if self._database is None:
                self._database = _open(self._folder)
            return self._database

    def end(self, database: Any) -> None:
        """Close one opening: every query that runs on it ends at once; the next one opens the folder again."""
        with self._lock:
            if database is self._database:
                self._database = None
                database.close()

    def release(self) -> None:
        """Let go; the last user closes the folder."""
        with self._lock:
            self._users -= 1
            if not self._users:
                self._all.pop(str(self._folder), None)
                if self._database is not None:
                    self._database.close()
                    self._database = None


def _open(folder: Path) -> Any:
    if not (folder / "schema.json").is_file():
        raise StoreDamaged(f"{folder}: the graph's store is missing. Run `kg rebuild` to derive the graph again.")
    try:
        write_settings(folder)
        return engine().open_database(str(folder), read_only=True)
    except engine().ArcadeDBError:
        raise StoreDamaged(
            f"{folder}: the graph's store cannot be opened. Run `kg rebuild` to derive the graph again."
        ) from None
