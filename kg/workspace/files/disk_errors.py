"""What the disk refuses, as a message for the user."""

from collections.abc import Iterator
from contextlib import contextmanager

from ingest.errors import KgError
from kg.workspace.files.layout import Layout


@contextmanager
def explain_disk_errors(layout: Layout) -> Iterator[None]:
    """Turn what the disk refused into a ``KgError``."""
    try:
        yield
    except OSError as error:
        where = error.filename or layout.folder
        reason = (error.strerror or type(error).__name__).lower()
        raise KgError(
            f"{where}: {reason}. Nothing was changed. Free disk space or fix the permissions, and try again."
        ) from None
