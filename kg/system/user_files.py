"""Files of the user, outside every workspace: what a workspace that somebody else made may not decide.

They are in the user's configuration folder, by the conventions of the platform: ``$XDG_CONFIG_HOME/kg``, else
``~/.config/kg`` (XDG Base Directory), and ``~/Library/Application Support/kg`` on macOS.
"""

import os
import stat
import sys
from pathlib import Path

from ingest.errors import KgError
from ingest.formats.regular_files import FileTooLarge

_LARGEST = 1024 * 1024


def configuration_folder() -> Path:
    """Where the user's files are. Raises ``KgError`` if the user has no home folder."""
    # The convention says that a relative path is to be ignored: it would lead into the folder one is in.
    named = os.environ.get("XDG_CONFIG_HOME", "")
    if Path(named).is_absolute():
        return Path(named) / "kg"
    try:
        home = Path.home()
    except RuntimeError:
        raise KgError("The user has no home folder. Set XDG_CONFIG_HOME to a folder of your own.") from None
    return home / ("Library/Application Support" if sys.platform == "darwin" else ".config") / "kg"


def read_private_file(path: Path) -> bytes:
    """The bytes of a file that belongs to the user and has mode 600; no link.

    Raises ``FileNotFoundError``, and ``KgError`` saying what to do about a file that others could read or replace.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise
    except OSError:
        raise KgError(f"{path}: a link, or it cannot be read. Make it a regular file of your own.") from None
    try:
        if problem := _problem(os.fstat(descriptor)):
            raise KgError(f"{path}: {problem}")
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            data = file.read(_LARGEST + 1)
    finally:
        os.close(descriptor)
    if len(data) > _LARGEST:
        raise FileTooLarge(f"{path}: larger than {_LARGEST // 1024**2} MB.")
    return data


def _problem(found: os.stat_result) -> str:
    """Why a file is not the user's alone, and what to do; empty if it is."""
    if not stat.S_ISREG(found.st_mode):
        return "not a regular file. Make it a regular file of your own."
    if found.st_uid != os.getuid():
        return "it belongs to another user. Make a file of your own."
    mode = stat.S_IMODE(found.st_mode)
    return "" if mode == 0o600 else f"its mode is {mode:03o}, not 600. Run `chmod 600` on it."
