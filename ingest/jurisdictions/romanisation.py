"""Folding a name's word: every way of writing one name, in any romanisation or in Cyrillic, becomes one key.

The rules are data, ``romanisation.yaml`` of the shared lexicons and of the pack, each row with its standard. The cost
is linear in the word.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import groupby
from typing import Literal

import msgspec

from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.folding import without_accents

# No name is longer; what follows is only compared letter by letter.
LONGEST = 200


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule: ``write`` stands for ``as``, where it is in a word, and the standard that says so."""

    write: str
    as_: str = msgspec.field(name="as")
    standard: str = ""
    where: Literal["anywhere", "start", "end", "closing", "behind_consonant"] = "anywhere"


class Romanisation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``romanisation.yaml``, explained there."""

    letters: tuple[Row, ...]
    reductions: tuple[Row, ...] = ()
    lookalikes: tuple[Row, ...] = ()
    openings: tuple[Row, ...] = ()


_PLACES = {
    "anywhere": "{}",
    "start": "^{}",
    "end": "{}$",
    "closing": "(?<=[aeiouy]){}(?![aeiouyâû])",
    "behind_consonant": "(?<=[bcdfghjklmnpqrstvwxz]){}",
}


@dataclass
class Folding:
    """A pack's table, ready for use. ``key`` remembers the words it has seen."""

    table: Romanisation
    _seen: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _letters(self) -> Callable[[str], str]:
        return _replacing(self.table.letters)

    @cached_property
    def _reductions(self) -> list[Callable[[str], str]]:
        return [_replacing([row]) for row in self.table.reductions]

    def fine(self, word: str) -> str:
        """The key that still tells kh from k: ``Zhanbolat``, ``Janbolat`` and ``Жанболат`` are ``janbolat``."""
        found = self._seen.get(word)
        if found is None:
            found = self._seen[word] = self._fold(word)
        return found

    def key(self, word: str) -> str:
        """The key two spellings of one name share: kh, h, q and k are one letter."""
        fine = self.fine(word)
        return _single(fine.replace("h", "k")) if "h" in fine else fine

    def _fold(self, word: str) -> str:
        text = self._letters(unicodedata.normalize("NFC", word[:LONGEST]).lower())
        text = _single("".join(c for c in without_accents(text) if c.isalpha()))
        for reduce in self._reductions:
            text = reduce(text)
        return _single(text) + word[LONGEST:].lower()

    @cached_property
    def initials(self) -> dict[str, frozenset[str]]:
        """For an initial as printed (``Y``), what else a name it stands for may begin with."""
        return _beginnings(self.table.openings)

    @cached_property
    def lookalikes(self) -> dict[str, frozenset[str]]:
        """For an initial as printed (``B``), what a name may begin with if the letter was misread."""
        return _beginnings(self.table.lookalikes)


@cache
def folding_of(jurisdiction: Jurisdiction) -> Folding:
    """The folding of a pack."""
    return Folding(jurisdiction.lexicon("romanisation", Romanisation))


def _replacing(rows: Sequence[Row]) -> Callable[[str], str]:
    # The narrower rows of one spelling first, the longest spelling before all.
    ordered = sorted(rows, key=lambda row: (-len(row.write), row.where == "anywhere"))
    pattern = re.compile("|".join(f"({_PLACES[row.where].format(re.escape(row.write))})" for row in ordered))
    values = [row.as_ for row in ordered]
    return lambda text: pattern.sub(lambda m: values[(m.lastindex or 1) - 1], text)


def _single(text: str) -> str:
    return "".join(letter for letter, _ in groupby(text))


def _beginnings(rows: Sequence[Row]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.write, set()).add(row.as_)
    return {write: frozenset(values) for write, values in found.items()}
