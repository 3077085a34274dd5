"""What somebody says when reports come in."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict


@dataclass(frozen=True)
class IngestOptions:
    """What is said about the files of an ingest.

    ``period`` (such as ``2022-10``) is for a single report that does not state it, ``series`` is who publishes them,
    ``jurisdiction`` a pack's id. ``force`` reads a report of another country all the same; ``replace`` takes a report
    as a correction of the one that is there, however little they have in common. ``source`` is what an entry of the
    user's own rests on. ``signers`` is OpenSSH's list of whose bundles are accepted; an unsigned one is not, then.
    """

    period: str | None = None
    series: str = ""
    jurisdiction: str | None = None
    force: bool = False
    replace: bool = False
    source: str = ""
    signers: Path | None = None


class IngestKeywords(TypedDict, total=False):
    """``IngestOptions`` as keywords of a call."""

    period: str | None
    series: str
    jurisdiction: str | None
    force: bool
    replace: bool
    source: str
    signers: Path | None
