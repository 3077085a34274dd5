"""Files and folders that only their owner can read."""

import os
import stat
from collections.abc import Container, Iterator
from itertools import chain
from pathlib import Path

from ingest.errors import KgError

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def find_exposed(folder: Path) -> Iterator[Path]:
    """A folder, and everything below it, that somebody besides the owner may use. Links below it are left out."""
    top = folder.resolve()
    for path in chain([top], top.rglob("*")):
        mode = _mode(path)
        if mode & _OTHERS and not stat.S_ISLNK(mode):
            yield path


def describe_exposed(folder: Path) -> list[str]:
    """A sentence for the user where others can read a workspace's folder or a file in it; none where nobody can."""
    paths = list(find_exposed(folder))
    if not paths:
        return []
    others = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
    return [
        f"{paths[0]}{others}: other users of this machine can read it. Run `chmod -R go=` on the folder; "
        "the next command that writes does it too."
    ]


def close_to_others(folder: Path) -> None:
    """Take all rights to a folder and everything below it from everybody but the owner.

    Raises ``KgError`` where that cannot be done: the folder is another user's, or its file system has no such rights.
    """
    for path in find_exposed(folder):
        try:
            path.chmod(stat.S_IMODE(_mode(path)) & ~_OTHERS)
        except FileNotFoundError:
            continue
        except OSError:
            raise _refusal(path) from None
        if _mode(path) & _OTHERS:
            raise _refusal(path)


def claim_folder(folder: Path, ours: Container[str]) -> None:
    """Make an existing folder private before a workspace is made in it; ``ours`` are the names a workspace uses.

    Raises ``KgError`` if others can read it and it has files that are none of a workspace's, because others may need
    them; or if it cannot be made private.
    """
    if not folder.is_dir() or not folder.stat().st_mode & _OTHERS:
        return
    if any(path.name not in ours for path in folder.iterdir()):
        raise KgError(
            f"{folder}: others can read this folder, and it has other files in it. "
            "Name a new folder for the workspace (-w), or run `chmod 700` on this one."
        )
    if folder.stat().st_uid != os.getuid():
        raise _refusal(folder)
    close_to_others(folder)


def _mode(path: Path) -> int:
    """The type and mode of a file; 0 if it is gone."""
    try:
        return path.lstat().st_mode
    except FileNotFoundError:
        return 0


def _refusal(path: Path) -> KgError:
    return KgError(
        f"{path}: others can read it, and that cannot be changed here. "
        "Keep the workspace in a folder of your own, on a file system with permissions."
    )
