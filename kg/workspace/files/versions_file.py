"""The versions of the rules that were found last, so that the next command need not digest every module again."""

from collections.abc import Iterator
from contextlib import suppress

import msgspec

from kg.system.durable_files import make_folder, write_durably
from kg.workspace.files.layout import Layout
from kg.workspace.versions import Versions


def load_versions(layout: Layout) -> Iterator[Versions]:
    """The versions found last; none where the file is missing or damaged: they can be found again."""
    with suppress(OSError, msgspec.DecodeError):
        yield msgspec.json.decode(layout.rule_versions.read_bytes(), type=Versions)


def keep_versions(layout: Layout, versions: Versions) -> None:
    """Keep them for the next command; a medium that cannot be written goes without."""
    with suppress(OSError):
        content = msgspec.json.encode(versions)
        if not layout.rule_versions.exists() or layout.rule_versions.read_bytes() != content:
            make_folder(layout.cache)
            write_durably(layout.rule_versions, content)
