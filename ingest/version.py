"""The version of the rules: a digest of the files that make them, so that no one can forget to raise it.

Facts are cached, and graphs are derived, under the version of the rules; when a line of code or a word of a lexicon
changes, so does the version, and what was derived before is derived again.
"""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

_KINDS = (".py", ".yaml", ".csv")


def digest_files(places: Iterable[Path]) -> str:
    """Twelve hexadecimal digits for files, and the code and data files below folders, by relative path and content."""
    digest = hashlib.sha256()
    for place in places:
        folder = place.parent if place.is_file() else place
        for path in [place] if place.is_file() else sorted(p for p in place.rglob("*") if p.suffix in _KINDS):
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


@cache
def reading_version() -> str:
    """The version of the rules and lexicons of reading, jurisdiction packs included."""
    return digest_files([Path(__file__).parent])
