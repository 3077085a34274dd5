"""The report files of a folder, and what else is in it."""

import os
from collections.abc import Iterable
from pathlib import Path

from ingest.errors import ReportRefused
from ingest.formats.files import NAMED_SUFFIXES, SUFFIXES


def find_report_files(paths: Iterable[Path]) -> list[Path]:
    """Files to read: a folder gives its files in ``SUFFIXES`` by name, another path stands for itself.

    A path comes once. Raises ``ReportRefused`` for a folder that holds none or cannot be listed; paths that are no
    files are refused when they are read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        try:
            inside = sorted(p for p in path.iterdir() if p.suffix.lower() in SUFFIXES and not p.name.startswith("."))
        except OSError as error:
            raise ReportRefused(
                f"{path}: the folder cannot be listed ({os.strerror(error.errno or 0).lower()}). Check its permissions."
            ) from None
        if not inside:
            raise ReportRefused(f"{path}: the folder has no {NAMED_SUFFIXES} files (folders in it are not searched).")
        found.update(dict.fromkeys(inside))
    return list(found)


def files_passed_over(path: Path) -> list[Path]:
    """The files in a folder that are not read for their format; hidden ones do not count. Raises nothing."""
    try:
        inside = sorted(p for p in path.iterdir() if p.is_file() and not p.name.startswith("."))
    except OSError:
        return []
    return [file for file in inside if file.suffix.lower() not in SUFFIXES]


def folders_passed_over(path: Path) -> list[Path]:
    """The folders in a folder that hold files which could be read, somewhere; hidden ones and workspaces do not count.

    Raises nothing: what cannot be listed holds nothing.
    """
    try:
        folders = sorted(p for p in path.iterdir() if p.is_dir() and not p.name.startswith("."))
    except OSError:
        return []
    return [folder for folder in folders if not (folder / "kg.toml").exists() and _holds_reports(folder)]


def _holds_reports(folder: Path) -> bool:
    try:
        return any(p.suffix.lower() in SUFFIXES for p in folder.rglob("*"))
    except OSError:
        return False
