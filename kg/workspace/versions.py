"""Under which version of the rules facts and graphs are derived.

To digest the syntax of all modules takes half a second. So a generation, and the cache, keep beside the two versions a
digest of the files as they stood: while that stays, so do the versions, and nothing is parsed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from ingest.version import PACKAGES, digest_rules, digest_sources, reading_version
from kg.workspace.files.versions import Versions

BUILD = ("kg.rows.build", "kg.rdf.stated")
"""The modules that turn facts, decisions and partners' files into a graph; what they import counts too."""


@dataclass(frozen=True)
class VersionSource:
    """How to find the versions of today; each function is the one of its name here."""

    sources: Callable[[], str]
    reading: Callable[[], str]
    build: Callable[[], str]

    def today(self, known: Iterable[Versions] = ()) -> Versions:
        """The versions of today; of those that are ``known``, the first whose files have not changed since."""
        sources = self.sources()
        for versions in known:
            if versions.sources == sources:
                return versions
        return Versions(self.reading(), self.build(), sources)


@cache
def build_version() -> str:
    """The version of the rules of identity and build."""
    return digest_rules(BUILD)


@cache
def source_digest() -> str:
    """A digest of all code and data that may belong to the rules, as it stands."""
    return digest_sources(PACKAGES)


PROJECT_VERSIONS = VersionSource(source_digest, reading_version, build_version)
