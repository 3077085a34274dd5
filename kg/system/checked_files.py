"""Files of a cache, each under the hash of its content: one that is missing or damaged says nothing."""

import hashlib
from contextlib import suppress
from pathlib import Path

from kg.system.durable_files import make_folder, write_durably


def write_checked(path: Path, content: bytes) -> None:
    """Keep bytes for the next time; nothing happens on a medium that cannot be written."""
    with suppress(OSError):
        make_folder(path.parent)
        write_durably(path, hashlib.sha256(content).hexdigest().encode() + b"\n" + content)


def read_checked(path: Path) -> bytes | None:
    """What was kept, if it is as it was written."""
    with suppress(OSError):
        digest, _, content = path.read_bytes().partition(b"\n")
        if hashlib.sha256(content).hexdigest().encode() == digest:
            return content
    return None
