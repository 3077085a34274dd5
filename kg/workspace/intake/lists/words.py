"""The lexicon ``lists``: what the columns of a list are called, and which sentences its rows become."""

from functools import cache
from typing import Literal, get_args

import msgspec

from ingest.jurisdictions.packs import Jurisdiction
from kg.review.sheet_rows import write_rows

ColumnName = Literal[
    "name", "date", "place", "article", "term", "court", "sentenced", "facility", "since", "note", "source"
]  # fmt: skip
COLUMN_NAMES: tuple[ColumnName, ...] = get_args(ColumnName)


class ListWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``lists.yaml``, explained there."""

    columns: dict[ColumnName, tuple[str, ...]]
    days: frozenset[ColumnName]
    sentences: dict[str, str]
    parts: dict[str, str]
    units: dict[str, tuple[str, str]]
    provision: dict[str, str]


@cache
def list_words(jurisdiction: Jurisdiction) -> ListWords:
    """The lexicon ``lists`` of a pack. Raises ``LexiconError``."""
    return jurisdiction.lexicon("lists", ListWords)


def write_template(jurisdiction: Jurisdiction) -> bytes:
    """A sheet with the names of the columns and no row."""
    words = list_words(jurisdiction)
    return write_rows([words.columns[name][0] for name in COLUMN_NAMES], [])
