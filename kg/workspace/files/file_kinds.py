"""The kinds of file in a workspace: regular files and folders.

Somebody else may have made the workspace. A pipe in it would make a command wait for ever; a link could make it read,
cut short or extend a file elsewhere.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from ingest.errors import KgError
from kg.workspace.files.layout import Layout


def check_file_kinds(layout: Layout) -> None:
    """Raise ``KgError`` naming what is neither a file nor a folder among the workspace's own files. Links are neither.

    The folder of the user's own queries is checked where these are read.
    """
    own = {path.name for path in layout.own}
    for entry in _entries(layout.folder):
        if entry.name in own:
            _check(entry)


def _check(entry: os.DirEntry[str]) -> None:
    if entry.is_dir(follow_symlinks=False):
        for inside in _entries(Path(entry.path)):
            _check(inside)
    elif not entry.is_file(follow_symlinks=False) and os.path.lexists(entry.path):
        raise KgError(f"{entry.path}: a link, a pipe or a device. Put the file or the folder itself there.")


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """What is in a folder; nothing if it is not there, or a writer removes it meanwhile."""
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except (FileNotFoundError, NotADirectoryError):
        return
