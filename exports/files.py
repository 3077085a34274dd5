"""Writing a file that the user named: whole or not at all, and one sentence where it cannot be."""

from pathlib import Path

from ingest.errors import KgError
from kg.system.durable_files import write_durably


def write_export(path: Path, data: bytes) -> None:
    """Replace a file in one step, open to its owner alone. Raises ``KgError`` naming it when it cannot be written."""
    path = path.resolve()  # a link stays a link: what it leads to is replaced
    if path.exists() and not path.is_file():
        raise KgError(f"{path} is not a regular file, so it is not replaced; name another.")
    try:
        write_durably(path, data)
    except OSError as error:
        raise KgError(
            f"{path} cannot be written ({error.strerror}); name a file in a folder that you can write to."
        ) from None
