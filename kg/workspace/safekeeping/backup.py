"""A workspace in one file, and back: what cannot be derived, each file with its hash.

A backup is a zip archive: ``manifest.json`` with the size and SHA-256 of every other entry, then the files. It holds
the settings, the reports with their records, the copies of sources, the journal, the redirects, the key of pseudonyms,
an unfinished review, the saved investigations and the user's own queries. The graph and the caches are left out: they
are derived again.
"""

import hashlib
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ingest.errors import KgError
from ingest.formats.regular_files import require_regular_file
from kg.system.durable_files import make_folder, make_folder_beside, replace_durably, sync_tree
from kg.workspace.files.layout import Layout

FORMAT = 1
_MANIFEST = "manifest.json"
_CHUNK = 1 << 20
# Room for a hundred thousand reports; a longer list is no backup of ours.
_LONGEST_MANIFEST = 32 << 20
# What a workspace keeps and cannot derive; anything else in an archive did not come from one.
_KEPT = re.compile(
    r"kg\.toml|decisions\.jsonl|ids\.jsonl|export\.key(?:\.made)?|review\.json"
    r"|reports/[0-9a-f]{64}/[^/\\]{1,120}"
    r"|sources/[0-9a-f]{64}|sources/attached\.jsonl|investigations/[0-9a-f]{16}\.json"
    r"|queries/(?:[^/\\]{1,120}/){0,4}[^/\\]{1,120}"
)
_REQUIRED = "kg.toml"


class BackupFile(msgspec.Struct, frozen=True):
    """One file of a backup: its size in bytes and the SHA-256 of its content."""

    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """What a backup holds, by path in the workspace. ``format`` is the version of this layout."""

    format: int
    files: dict[str, BackupFile]


@dataclass(frozen=True)
class Backup:
    """What was written or read: how many files, their size in bytes, and how many versions of reports."""

    files: int
    size: int
    reports: int


def write_backup(layout: Layout, path: Path) -> Backup:
    """Write the workspace into one file that only its owner can read; whole or not at all.

    The caller holds the workspace for writing, so that nothing changes meanwhile. Raises ``OSError``.
    """
    manifest = Manifest(FORMAT, {name: _measure(file) for name, file in kept_files(layout)})
    with replace_durably(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_entry(_MANIFEST), msgspec.json.encode(manifest, order="deterministic"))
        for name, kept in kept_files(layout):
            with kept.open("rb") as source, archive.open(_entry(name), "w", force_zip64=True) as target:
                shutil.copyfileobj(source, target, _CHUNK)
    return _summary(manifest)


def read_backup(path: Path) -> Backup:
    """Verify a backup: every file of its manifest is there, whole, and nothing else. Raises ``KgError``."""
    with _opened(path) as archive:
        manifest = _read_manifest(archive, path)
        for name, file in manifest.files.items():
            _verify(archive, name, file, path, None)
    return _summary(manifest)


def restore_backup(path: Path, folder: Path) -> Backup:
    """Make a workspace's folder from a backup; every file is verified before the folder gets its name.

    Raises ``KgError`` if the folder is there already, or the backup is damaged.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise KgError(f"{folder}: it is not empty. Restore into a new folder (-w NEW), then compare the two.")
    make_folder(folder.parent)
    with _opened(path) as archive:
        manifest = _read_manifest(archive, path)
        aside = make_folder_beside(folder)
        try:
            for name, file in manifest.files.items():
                _verify(archive, name, file, path, aside / name)
            sync_tree(aside)
            aside.replace(folder)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise
    return _summary(manifest)


def kept_files(layout: Layout) -> Iterator[tuple[str, Path]]:
    """The files that a backup covers, by their path in the workspace, sorted."""
    for path in sorted(layout.folder.rglob("*")):
        name = path.relative_to(layout.folder).as_posix()
        if _KEPT.fullmatch(name) and path.is_file() and not path.is_symlink():
            yield name, path


def _measure(path: Path) -> BackupFile:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return BackupFile(path.stat().st_size, digest)


def _entry(name: str) -> zipfile.ZipInfo:
    # No date and no name of this machine: the same workspace gives the same bytes.
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry


def _opened(path: Path) -> zipfile.ZipFile:
    require_regular_file(path)
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile:
        raise KgError(f"{path}: not a backup, or it was cut short. Use another copy of it.") from None


def _read_manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    try:
        too_long = archive.getinfo(_MANIFEST).file_size > _LONGEST_MANIFEST
        manifest = msgspec.json.decode(b"" if too_long else archive.read(_MANIFEST), type=Manifest)
    except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError):
        raise KgError(f"{path}: it has no list of its files, so it is not a backup. Use another copy of it.") from None
    if manifest.format != FORMAT:
        raise KgError(f"{path}: a newer kg made this backup. Install the newer version to restore it.")
    entries = [name for name in archive.namelist() if name != _MANIFEST]
    strange = next((name for name in manifest.files if not _is_kept(name)), None)
    if strange is not None or sorted(entries) != sorted(manifest.files) or _REQUIRED not in manifest.files:
        raise KgError(f"{path}: its list and its files differ. It was changed. Use another copy of it.")
    return manifest


def _is_kept(name: str) -> bool:
    return _KEPT.fullmatch(name) is not None and not {"", ".", ".."} & set(name.split("/"))


def _verify(archive: zipfile.ZipFile, name: str, file: BackupFile, path: Path, target: Path | None) -> None:
    """Read one file, to ``target`` where one is given. Raises ``KgError`` if it is not what the manifest says."""
    digest, size = hashlib.sha256(), 0
    try:
        with archive.open(name) as source:
            for chunk in iter(lambda: source.read(_CHUNK), b""):
                size += len(chunk)
                if size > file.size:
                    break
                digest.update(chunk)
                if target is not None:
                    _append(target, chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError):
        size = -1
    if size != file.size or digest.hexdigest() != file.sha256:
        raise KgError(f"{path}: the file {name} in it is damaged. Use another copy of it.")
    if target is not None and size == 0:
        _append(target, b"")


def _append(target: Path, chunk: bytes) -> None:
    make_folder(target.parent)
    with target.open("ab") as file:
        file.write(chunk)
    target.chmod(0o600)


def _summary(manifest: Manifest) -> Backup:
    records = sum(name.startswith("reports/") and name.endswith(".json") for name in manifest.files)
    return Backup(len(manifest.files), sum(file.size for file in manifest.files.values()), records)
