"""Words after a number that make it a sum of money or of units of fines: ``2000 crowns`` is no year."""

from functools import cache
from pathlib import Path

import msgspec

from ingest.language.lexicons import SHARED, convert_lexicon, read_yaml

_PACKS = Path(__file__).parents[1] / "jurisdictions"


class _Units(msgspec.Struct, frozen=True):
    """What matters here of a ``terms.yaml``."""

    currency: tuple[str, ...] = ()
    index_unit: tuple[str, ...] = ()


@cache
def units_of_sums() -> tuple[str, ...]:
    """The words of all countries, sorted. Raises ``LexiconError`` naming the file."""
    files = [path for path in (SHARED / "terms.yaml", *sorted(_PACKS.glob("*/terms.yaml"))) if path.exists()]
    units: list[_Units] = [convert_lexicon(read_yaml(path), _Units, [path]) for path in files]
    return tuple(sorted({word for each in units for word in (*each.currency, *each.index_unit)}))
