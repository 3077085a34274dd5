"""Copies of sources: bytes under their SHA-256, and one file that records which address each is a copy of.

The record has what the Berkeley Protocol on Digital Open Source Investigations (2020, preservation) asks of a preserved
item: its address, its hash, its size, when and by whom it was added, and the name of the file. Lines are only added;
erasing a report is the exception. Each line has a checksum, chained to the line before.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from ingest.errors import KgError
from kg.system.digests import short_digest
from kg.system.durable_files import make_folder, write_durably
from kg.workspace.files.layout import Layout


@dataclass(frozen=True)
class Attachment:
    """A line of the record: ``sha256`` and ``size`` (bytes) of the copy of the source at ``url``.

    ``when`` is UTC, ISO with seconds; ``name`` is what the file was called, without its folder.
    """

    url: str
    sha256: str
    size: int
    when: str
    who: str
    name: str
    note: str = ""
    checksum: str = ""


def read_attachments(layout: Layout) -> tuple[Attachment, ...]:
    """The lines of the record, in the order they were added. Raises ``KgError`` naming the first that was changed."""
    attachments: list[Attachment] = []
    previous = ""
    for number, line in enumerate(_record(layout).splitlines(), 1):
        attachment = _decode(line)
        if attachment is None or _checksum(previous, attachment) != attachment.checksum:
            raise KgError(
                f"{layout.source_record}, line {number}: the line, or the one before it, was changed or removed. "
                "Restore the workspace from a backup into a new folder (`kg -w NEW restore BACKUP`)."
            )
        previous = attachment.checksum
        attachments.append(attachment)
    return tuple(attachments)


def add_attachment(layout: Layout, attachment: Attachment) -> None:
    """Add a line to the record, in one step."""
    write_durably(layout.source_record, encode_attachments([*read_attachments(layout), attachment]))


def encode_attachments(attachments: Iterable[Attachment]) -> bytes:
    """The record of these attachments, with fresh checksums."""
    lines, previous = [], ""
    for attachment in attachments:
        previous = _checksum(previous, attachment)
        lines.append(msgspec.json.encode(replace(attachment, checksum=previous)) + b"\n")
    return b"".join(lines)


def keep_copy(layout: Layout, data: bytes) -> str:
    """Write a copy, unless it is there and whole; gives its SHA-256."""
    sha256 = hashlib.sha256(data).hexdigest()
    if not is_whole(layout, sha256):
        make_folder(layout.sources)
        write_durably(copy_path(layout, sha256), data)
    return sha256


def copy_path(layout: Layout, sha256: str) -> Path:
    """Where the copy with a hash is."""
    return layout.sources / sha256


def is_whole(layout: Layout, sha256: str) -> bool:
    """Whether a copy is there and has its hash."""
    try:
        with copy_path(layout, sha256).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == sha256
    except FileNotFoundError:
        return False


def replace_record(layout: Layout, record: bytes) -> None:
    """Write the record anew, and delete every copy that it does not name. Can be done again after a crash."""
    if layout.sources.is_dir():
        write_durably(layout.source_record, record)
        for path in unrecorded_copies(layout):
            path.unlink()


def unrecorded_copies(layout: Layout) -> list[Path]:
    """The files that no line of the record names, sorted."""
    named = {copy_path(layout, attachment.sha256) for attachment in read_attachments(layout)}
    there = sorted(layout.sources.iterdir()) if layout.sources.is_dir() else []
    return [path for path in there if path not in named and path != layout.source_record]


def find_damaged_copies(layout: Layout) -> Iterator[str]:
    """What is wrong with the copies and their record, a sentence each."""
    try:
        attachments = read_attachments(layout)
    except KgError as error:
        yield str(error)
        return
    for sha256, url in {attachment.sha256: attachment.url for attachment in attachments}.items():
        if not is_whole(layout, sha256):
            path = copy_path(layout, sha256)
            yield f"{path}: the copy is missing or changed. `kg source attach {url} FILE` again, with the same file."
    for path in unrecorded_copies(layout):
        yield f"{path}: the record does not name this file. `kg source attach` the original again, or delete it."


def _record(layout: Layout) -> bytes:
    return layout.source_record.read_bytes() if layout.source_record.exists() else b""


def _decode(line: bytes) -> Attachment | None:
    try:
        return msgspec.json.decode(line, type=Attachment)
    except ValueError:
        return None


def _checksum(previous: str, attachment: Attachment) -> str:
    return short_digest(previous.encode() + msgspec.json.encode(replace(attachment, checksum="")))
