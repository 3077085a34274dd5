"""Versions of the rules, and those found last: the next command need not digest every module again."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import msgspec

from kg.system.durable_files import make_folder, write_durably
from kg.workspace.files.layout import Layout


@dataclass(frozen=True)
class Versions:
    """The versions of reading and of build, and the digest of the files they were found in (empty: not known)."""

    reading: str
    build: str
    sources: str = ""

    def same_rules(self, other: "Versions") -> bool:
        """Whether both would derive the same from the same."""
        return (self.reading, self.build) == (other.reading, other.build)


def load_versions(layout: Layout) -> Iterator[Versions]:
    """The versions found last; none if the file is missing or damaged: they can be found again."""
    with suppress(OSError, ValueError):
        yield msgspec.json.decode(layout.rule_versions.read_bytes(), type=Versions)


def keep_versions(layout: Layout, versions: Versions) -> None:
    """Keep them for the next command; a medium that cannot be written goes without."""
    with suppress(OSError):
        content = msgspec.json.encode(versions)
        if not layout.rule_versions.exists() or layout.rule_versions.read_bytes() != content:
            make_folder(layout.cache)
            write_durably(layout.rule_versions, content)
