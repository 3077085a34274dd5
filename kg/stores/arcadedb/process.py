"""The engine, set up once for the process before its first use: silent, small, its files its owner's alone."""

import atexit
import json
import os
import shutil
import stat
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from ingest.errors import KgError
from kg.system.durable_files import write_durably

# The heap of the engine: at most, at first, and of that what is young. By default the most is half of the machine's
# memory, and the young so small that a query over everything spends a fifth of its time collecting: over 10^5 entries
# these settings save it, at 550 MB instead of 410 MB. Memory that is not used is not allocated.
HEAP = "-Xmx2g -Xms640m -Xmn320m"

# Seconds of wall time after which the engine itself ends a command; the store's own clock ends a query before.
LONGEST = 600.0


@cache
def engine() -> Any:
    """The engine's module, imported after the settings that it reads only once.

    Its logs are off; the folder it would write them to is one of our own. Its arguments are split at blanks, so that
    folder's path must have none.
    """
    os.umask(0o077)
    folder = _log_folder()
    quiet = folder / "logging-off.properties"
    if not quiet.exists():
        write_durably(quiet, b"handlers=\n.level=OFF\n")
    os.environ["ARCADEDB_LOG_DIR"] = str(folder)
    os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
    os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = f"{HEAP} -Djava.util.logging.config.file={quiet}"
    try:
        import arcadedb  # noqa: PLC0415 - what it reads only once has to be set before
    except ImportError:
        raise KgError("The embedded store's library is missing. Run `pip install .` in the project's folder.") from None
    return arcadedb


def leave_out_numpy() -> None:
    """Let this process import no numpy, for one that only reads: no query of ours returns an array.

    The engine loads it where it can. That takes longer than all the rest of the engine.
    """
    modules: dict[str, Any] = sys.modules
    modules.setdefault("numpy", None)  # the import system's own way to say that a module is not there


def is_loaded() -> bool:
    """Whether the engine is loaded in this process. A process that has it cannot be forked: its threads stay behind."""
    return engine.cache_info().currsize > 0


def write_settings(folder: Path, seconds: float = LONGEST) -> None:
    """Write the settings that a store is opened with: a time limit, and no reading of files or addresses.

    They stand in the store's own folder and win over those of the process, so a folder from somebody else may not
    bring its own. ``seconds`` of 0 means no limit (for writing).
    """
    settings = {
        "command.timeout": int(seconds * 1000),
        "opencypher.loadCsv.allowFileUrls": False,
        "opencypher.loadCsv.allowRemoteUrls": False,
    }
    path = folder / "configuration.json"
    data = json.dumps({"configuration": settings}).encode()
    # Others may be opening the folder, and it may lie on a medium that cannot be written.
    if not path.exists() or path.read_bytes() != data:
        write_durably(path, data)


def _log_folder() -> Path:
    """A folder of our own without a blank in its path: one per user, or a new one where that is not ours."""
    for base in (tempfile.gettempdir(), "/tmp", "/var/tmp"):
        if any(character.isspace() for character in base) or not os.access(base, os.W_OK):
            continue
        mine = Path(base) / f"casegraph-{os.getuid()}"
        mine.mkdir(mode=0o700, exist_ok=True)
        found = mine.lstat()
        # /tmp is everybody's: a link or another user's folder of that name is not to be trusted.
        if stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o077:
            return mine
        own = Path(tempfile.mkdtemp(prefix="casegraph-", dir=base))
        atexit.register(shutil.rmtree, own, ignore_errors=True)
        return own
    raise KgError("There is no temporary folder whose path has no blank. Set TMPDIR to one.")
