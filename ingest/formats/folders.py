"""The report files of a folder or a zip file, and what else is in it."""

import os
from collections.abc import Iterable
from pathlib import Path

from ingest.errors import ReportRefused
from ingest.formats.archives import list_archive
from ingest.formats.files import ReportSource
from ingest.formats.suffixes import NAMED_SUFFIXES, SUFFIXES

ARCHIVE = ".zip"


def find_report_files(paths: Iterable[Path]) -> list[ReportSource]:
    """Files to read: a folder or a zip file gives its files in ``SUFFIXES`` by name, another path stands for itself.

    A path comes once. Raises ``ReportRefused`` for a folder or a zip file that holds none or cannot be listed; paths
    that are no files are refused when they are read.
    """
    found: dict[ReportSource, None] = {}
    for path in paths:
        if path.is_dir() or _is_archive(path):
            inside = [file for file in _files_in(path) if file.suffix.lower() in SUFFIXES]
            if not inside:
                raise ReportRefused(
                    f"{path}: no file that is read is in it ({NAMED_SUFFIXES}). Folders in it are not searched."
                )
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return list(found)


def files_passed_over(path: Path) -> list[ReportSource]:
    """The files in a folder or a zip file that are not read for their format; hidden ones do not count.

    Raises nothing: what cannot be listed holds nothing.
    """
    try:
        inside = _files_in(path) if path.is_dir() or _is_archive(path) else []
    except (ReportRefused, OSError):
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


def _files_in(path: Path) -> list[ReportSource]:
    """The files of a folder, those of its zip files among them, or of a zip file."""
    if not path.is_dir():
        return list(list_archive(path))
    try:
        inside = sorted(p for p in path.iterdir() if not p.is_dir() and not p.name.startswith("."))
    except OSError as error:
        reason = os.strerror(error.errno or 0).lower()
        raise ReportRefused(f"{path}: the folder cannot be listed ({reason}). Check its permissions.") from None
    files: list[ReportSource] = []
    for file in inside:
        files += _listed(file) if _is_archive(file) else [file]
    return files


def _listed(archive: Path) -> list[ReportSource]:
    """The files of a zip file in a folder; the zip file itself where it cannot be listed, to be named as not read."""
    try:
        return list(list_archive(archive))
    except ReportRefused:
        return [archive]


def _is_archive(path: Path) -> bool:
    return path.suffix.lower() == ARCHIVE


def _holds_reports(folder: Path) -> bool:
    try:
        return any(p.suffix.lower() in (*SUFFIXES, ARCHIVE) for p in folder.rglob("*"))
    except OSError:
        return False
