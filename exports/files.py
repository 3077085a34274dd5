"""Writing a file that the user named: whole or not at all, and one sentence where it cannot be."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from ingest.errors import KgError
from kg.system.durable_files import replace_durably


def write_export(path: Path, data: bytes) -> None:
    """Replace a file in one step, open to its owner alone. Raises ``KgError`` naming it when it cannot be written."""
    with replace_export(path) as file:
        file.write(data)


@contextmanager
def replace_export(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of ``path`` at the end, if nothing fails. Raises as ``write_export``."""
    path = path.resolve()  # a link stays a link: what it leads to is replaced
    if path.exists() and not path.is_file():
        raise KgError(f"{path} is not a regular file, so it is not replaced; name another.")
    try:
        with replace_durably(path) as file:
            yield file
    except OSError as error:
        raise KgError(
            f"{path} cannot be written ({error.strerror}); name a file in a folder that you can write to."
        ) from None
