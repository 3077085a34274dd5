"""Whether a bundle is what its sender made: nothing missing, changed or added, and by whom it is signed.

A bundle comes from outside, so it is read with care: nothing is unpacked to the disk, and no more is read than its
manifest announces.
"""

import hashlib
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec

from ingest.errors import KgError
from ingest.formats.regular_files import require_regular_file
from kg.rdf.bundle.manifest import MANIFEST, SIGNATURE, VERSION, BundleFile, Manifest
from kg.rdf.bundle.signature import signer_of

_CHUNK = 1 << 20
_MOST_FILES = 1_000
_LONGEST_MANIFEST = 4 << 20
_LONGEST_SIGNATURE = 64 << 10
# RDF shrinks to a twentieth or so; what shrinks to a five-hundredth was made to fill a disk.
_MOST_SHRUNK = 500
_SMALL = 1 << 20


@dataclass(frozen=True)
class Verified:
    """A whole bundle. ``signer`` is the key, and its owner where known; empty if there is no signature."""

    manifest: Manifest
    signer: str


@dataclass(frozen=True)
class OpenBundle:
    """A whole bundle, open for reading."""

    verified: Verified
    archive: zipfile.ZipFile

    def read(self, name: str) -> bytes:
        """A file of it. Raises ``KgError`` where it is not as the manifest says any more."""
        data = self.archive.read(name)
        if hashlib.sha256(data).hexdigest() != self.verified.manifest.files[name].sha256:
            raise KgError(
                f"{self.archive.filename}: {name!r} changed while it was read. Copy the bundle and try again."
            )
        return data


def verify_bundle(path: Path, signers: Path | None = None) -> Verified:
    """Verify a bundle; ``signers`` is an ``allowed_signers`` file of OpenSSH, and the bundle must be signed then.

    Raises ``KgError`` that names the file of the bundle which is missing, changed or added, or what else is wrong.
    """
    with opened_bundle(path, signers) as bundle:
        return bundle.verified


@contextmanager
def opened_bundle(path: Path, signers: Path | None = None) -> Iterator[OpenBundle]:
    """A bundle to read from, once it is verified; see :func:`verify_bundle`."""
    try:
        require_regular_file(path)
        with zipfile.ZipFile(path) as archive:
            entries = _entries(path, archive)
            data = _read_small(path, archive, entries, MANIFEST, _LONGEST_MANIFEST)
            manifest = _manifest(path, data)
            for problem in _problems(archive, entries, manifest):
                raise KgError(f"{path}: {problem}. Do not use it; ask the sender for the bundle again.")
            yield OpenBundle(Verified(manifest, _signer(path, archive, entries, data, signers)), archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise KgError(f"{path}: not a whole zip archive ({error}). Ask the sender for the bundle again.") from None
    except OSError as error:
        raise KgError(f"{path}: cannot be read ({error.strerror}). Check the path and the permissions.") from None


def _entries(path: Path, archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The files of an archive by name, if there is nothing in it that a bundle never has."""
    entries: dict[str, zipfile.ZipInfo] = {}
    listed = archive.infolist()
    if len(listed) > _MOST_FILES:
        raise KgError(f"{path}: no bundle; it has {len(listed):,} files.")
    for entry in listed:
        problem = _entry_problem(entry)
        if problem or entry.filename in entries:
            raise KgError(f"{path}: {entry.filename!r} {problem or 'is in it twice'}. Nothing of it was used.")
        entries[entry.filename] = entry
    return entries


def _entry_problem(entry: zipfile.ZipInfo) -> str:
    name, kind = entry.filename, stat.S_IFMT(entry.external_attr >> 16)
    if name != entry.orig_filename or "\\" in name or ":" in name or any(p in ("", ".", "..") for p in name.split("/")):
        return "is no path inside a bundle"
    if kind not in (0, stat.S_IFREG):
        return "is a link or another thing that is no file"
    if entry.flag_bits & 1:
        return "is encrypted"
    if entry.file_size > _SMALL and entry.file_size > entry.compress_size * _MOST_SHRUNK:
        return f"would unpack to {entry.file_size:,} bytes, out of proportion to what is in the archive"
    return ""


def _manifest(path: Path, data: bytes) -> Manifest:
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise KgError(f"{path}: its {MANIFEST} is damaged ({error}). Ask the sender for the bundle again.") from None
    if manifest.format != VERSION:
        raise KgError(f"{path}: made by another kg (layout {manifest.format}, this one knows {VERSION}). Update kg.")
    return manifest


def _problems(archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], manifest: Manifest) -> Iterator[str]:
    yield from (f"{name!r} is missing" for name in sorted(manifest.files.keys() - entries.keys()))
    added = entries.keys() - manifest.files.keys() - {MANIFEST, SIGNATURE}
    yield from (f"{name!r} was added" for name in sorted(added))
    for name, file in sorted(manifest.files.items()):
        if not _is_unchanged(archive, entries[name], file):
            yield f"{name!r} was changed"


def _is_unchanged(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, file: BundleFile) -> bool:
    if entry.file_size != file.size:
        return False
    digest, size = hashlib.sha256(), 0
    try:
        with archive.open(entry) as source:
            while size <= file.size and (chunk := source.read(_CHUNK)):
                digest.update(chunk)
                size += len(chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return False
    return size == file.size and digest.hexdigest() == file.sha256


def _read_small(
    path: Path, archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], name: str, limit: int
) -> bytes:
    if name not in entries:
        raise KgError(f"{path}: no bundle of `kg export bundle`; it has no {name}.")
    with archive.open(entries[name]) as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise KgError(f"{path}: its {name} is larger than {limit:,} bytes. Nothing of it was used.")
    return data


def _signer(
    path: Path, archive: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], manifest: bytes, signers: Path | None
) -> str:
    if SIGNATURE not in entries:
        if signers is not None:
            raise KgError(f"{path}: it is not signed. Ask the sender for a signed bundle.")
        return ""
    return signer_of(manifest, _read_small(path, archive, entries, SIGNATURE, _LONGEST_SIGNATURE), signers)
