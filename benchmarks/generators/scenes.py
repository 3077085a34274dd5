"""What a scene of a made archive is."""

from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.generators.entries import EntryBuilder
from ingest.jurisdictions.packs import GazetteerPlace

Places = tuple[GazetteerPlace, ...]
Describe = Callable[[EntryBuilder], None]
Article = tuple[str | None, str, str | None]


@dataclass(frozen=True)
class Scene:
    """What one entry reports: how many months after the story began, and where.

    ``again`` is how likely another entry reports it too (0 to 1).
    """

    later: int
    places: Places
    describe: Describe
    again: float = field(default=0.0)
