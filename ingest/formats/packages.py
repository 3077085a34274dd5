"""Zip files are looked at before anything in them is taken out: how many files they hold, and how large."""

import zipfile
import zlib
from typing import BinaryIO

from ingest.errors import ReportRefused

MEMBERS = 2_000
"""Files in a zip file, at most."""
UNPACKED = 128 * 1024 * 1024
"""Bytes of all its files together, taken out."""


def open_zip(file: BinaryIO, name: str) -> zipfile.ZipFile:
    """Open a zip file that can be taken out within bounds. Raises ``ReportRefused`` naming the file for any other."""
    try:
        archive = zipfile.ZipFile(file)
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        raise ReportRefused(
            f"{name}: it cannot be read: damaged, or not what its name says. Save or copy it again."
        ) from None
    if len(members) > MEMBERS:
        raise ReportRefused(f"{name}: it contains more than {MEMBERS:,} files. Take out the reports, and give those.")
    if sum(member.file_size for member in members) > UNPACKED:
        raise ReportRefused(f"{name}: taken out, it is larger than {UNPACKED // 1024**2} MB. Divide it.")
    if any(member.flag_bits & 1 for member in members):
        raise ReportRefused(f"{name}: it has a password. Save it without one.")
    return archive


def read_member(archive: zipfile.ZipFile, member: str, name: str, limit: int = UNPACKED) -> bytes:
    """The bytes of a file in a zip file, never more than ``limit``. Raises ``ReportRefused`` for a damaged one."""
    try:
        with archive.open(member) as file:
            data = file.read(limit + 1)
    except (zipfile.BadZipFile, KeyError, EOFError, OSError, NotImplementedError, RuntimeError, zlib.error):
        raise ReportRefused(f"{name}: it cannot be read: damaged. Save or copy it again.") from None
    if len(data) > limit:
        raise ReportRefused(f"{name}: larger than {limit // 1024**2} MB. Split it into one file a month.")
    return data
