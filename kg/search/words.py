"""The words of a text, folded: one key for every romanisation, script and accent in which a word is written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ingest.jurisdictions.romanisation import Folding
from ingest.language.folding import lower

# Letters with apostrophes between them (but for a genitive's), or a number such as `73-3`.
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ](?!s\b)[^\W\d_]+)*|\d+(?:-\d+)*")
# Letters of an initial, at most: `Zh.`, `Sch.`
_LONGEST_INITIAL = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word at its place in a text: as written, and folded to its key.

    ``initial``: it has a few letters and a full stop behind them.
    """

    written: str
    start: int
    key: str
    initial: bool

    @property
    def end(self) -> int:
        """The position after its last letter."""
        return self.start + len(self.written)

    @property
    def exact(self) -> str:
        """As written, without capitals."""
        return lower(self.written)


class WordFolder:
    """Finds and folds the words of texts, by the romanisation of a jurisdiction. Remembers the words it has seen."""

    def __init__(self, folding: Folding) -> None:
        self.folding = folding
        self._keys: dict[str, str] = {}

    def words(self, text: str, keys: Iterable[str] | None = None) -> Iterator[Word]:
        """The words of a text in their order; ``keys`` are theirs, where they are known."""
        matches = _WORD.finditer(text)
        for match, key in zip(matches, keys or iter(lambda: "", None), strict=False):
            written, end = match[0], match.end()
            initial = len(written) <= _LONGEST_INITIAL and text[end : end + 1] == "." and written.isalpha()
            yield Word(written, match.start(), key or self._key(written), initial)

    def keys(self, text: str) -> list[str]:
        """The keys of a text's words, in their order; faster than ``words``."""
        known, key = self._keys, self._key
        return [known.get(written) or key(written) for written in _WORD.findall(text)]

    def beginnings(self, initial: str) -> frozenset[str]:
        """What the key of a name may begin with that an initial stands for: ``Y`` for ``i``, ``iu``, ``ia``."""
        return frozenset({self._key(initial), *self.folding.initials.get(initial, ())})

    def _key(self, written: str) -> str:
        found = self._keys.get(written)
        if found is None:
            # Scripts that the romanisation does not know fold to nothing, numbers too.
            found = self._keys[written] = self.folding.key(written) or lower(written)
        return found
