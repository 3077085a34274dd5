"""Names that only some reports have, and the files that contain them."""

import mmap
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from ingest.facts import EntryFacts, ReportFacts

_SHORTEST = 4
"""Letters. A shorter part of a name is in many words."""


def names_only_in(reports: Iterable[ReportFacts], others: Iterable[str]) -> frozenset[str]:
    """The people's names as reports spell and as they sort them, and each part, without what stands in any other text.

    Capitals make no difference.
    """
    names = {name for report in reports for entry in report.entries for name in _names_in(entry)}
    for text in others:
        folded = text.casefold()
        names = {name for name in names if name.casefold() not in folded}
    return frozenset(names)


def files_with(names: Collection[str], paths: Iterable[Path]) -> list[Path]:
    """The files that contain one of the names, as bytes of UTF-8, in the order given."""
    wanted = [name.encode() for name in names]
    return [path for path in paths if _contains(path, wanted)]


def _names_in(entry: EntryFacts) -> Iterator[str]:
    for person in entry.persons:
        spelt = [entry.entry.text[span.start : span.end] for span in person.evidence.spans]
        for name in (person.name, *spelt):
            yield from (part for part in (name, *name.split()) if len(part.strip(".,")) >= _SHORTEST)


def _contains(path: Path, wanted: Collection[bytes]) -> bool:
    if not path.stat().st_size:
        return False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return any(content.find(name) >= 0 for name in wanted)
