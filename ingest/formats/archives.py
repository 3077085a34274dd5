"""Report files in a ``.zip``: each is read where it is, and nothing is written to the disk."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ingest.errors import ReportRefused
from ingest.formats.packages import open_zip, read_member
from ingest.formats.regular_files import NotRegular, require_regular_file

LARGEST = 64 * 1024 * 1024
"""Bytes of a zip file, packed."""


@dataclass(frozen=True, order=True)
class ArchivedFile:
    """A file in a zip file: ``member`` is its name there."""

    archive: Path
    member: str

    @property
    def suffix(self) -> str:
        """The ending of its name, with the full stop."""
        return PurePosixPath(self.member).suffix

    def __str__(self) -> str:
        return f"{self.archive}/{self.member}"

    def read(self, limit: int) -> bytes:
        """Its bytes. Raises ``ReportRefused`` for more than ``limit``, and where the zip file cannot be read."""
        with _opened(self.archive) as archive:
            return read_member(archive, self.member, str(self), limit)


def list_archive(path: Path) -> list[ArchivedFile]:
    """The files in a zip file by name, in all its folders, without hidden ones. Raises ``ReportRefused``."""
    with _opened(path) as archive:
        names = sorted({member.filename for member in archive.infolist() if not member.is_dir()})
    return [ArchivedFile(path, name) for name in names if not _is_hidden(name)]


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        require_regular_file(path)
        if path.stat().st_size > LARGEST:
            raise ReportRefused(f"{path}: larger than {LARGEST // 1024**2} MB. Give the reports in it one by one.")
        with path.open("rb") as file, open_zip(file, str(path)) as archive:
            yield archive
    except NotRegular as error:
        raise ReportRefused(str(error)) from None
    except FileNotFoundError:
        raise ReportRefused(f"{path}: there is no such file. Check the path.") from None
    except OSError:
        raise ReportRefused(f"{path}: it cannot be read. Check its permissions.") from None


def _is_hidden(name: str) -> bool:
    """Whether a file, or a folder it is in, is hidden, or was put there by macOS beside the real ones."""
    return any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in PurePosixPath(name).parts)
