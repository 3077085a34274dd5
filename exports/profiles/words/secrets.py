"""What a profile took out, and the search for it in what leaves.

A secret is found in any spelling: capitals, accents and signs make no difference, nor does the order of a name's words,
nor whether they stand apart, joined by signs (``orvane_marta``) or in one word (``martaorvane``). Names are
also found in another script (``exports.profiles.words.scripts``).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, permutations
from string import digits
from typing import Literal

from exports.profiles.words.scripts import NamesAcrossScripts, Scripts, names_across_scripts
from ingest.language.folding import without_accents

SecretKind = Literal["name", "id", "address", "number"]

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 4
"""Letters. A shorter surname alone is in too many words to be looked for."""
_LONGEST = 4
"""Words. Those of a longer name are looked for in the order in which they stand."""

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    """The words of a text, folded: letters and digits alone."""
    return tuple(_words_in(text))


def _words_in(text: str) -> list[str]:
    """The words as ``fold`` makes them, without putting the text together again."""
    plain = text.lower() if text.isascii() else without_accents(text).replace("’", "").casefold()
    return _WORD.findall(plain.replace("'", ""))


@dataclass(frozen=True)
class Secrets:
    """Sequences of words to look for, each with what kind of secret it is, and names in another script."""

    sequences: dict[Words, SecretKind] = field(default_factory=dict)
    across: NamesAcrossScripts | None = None

    def __len__(self) -> int:
        """How many sequences there are."""
        return len(self.sequences)

    def find(self, text: str) -> Iterator[SecretKind]:
        """The kind of each secret in a text."""
        for _ in self.across.find(text) if self.across else ():
            yield "name"
        words = _words_in(text)
        hits = self._hits(set(words))
        if not hits:
            return
        for position, word in enumerate(words):
            if word in hits:
                yield from self._at(position, words)

    def is_in(self, text: str) -> bool:
        """Whether a text has any secret."""
        return next(self.find(text), None) is not None

    def _hits(self, words: set[str]) -> set[str]:
        """The words at which a secret may stand; a text has far fewer different words than words."""
        hits = {word for word in words if self._joined_kind(word)}
        return hits | (self._by_longest.keys() & words)

    def _at(self, position: int, words: Sequence[str]) -> Iterator[SecretKind]:
        """The secrets that have the word at a position as their longest."""
        if kind := self._joined_kind(words[position]):
            yield kind
        for place, sequence in self._by_longest.get(words[position], ()):
            start = position - place
            if start >= 0 and tuple(words[start : start + len(sequence)]) == sequence:
                yield self.sequences[sequence]

    def _joined_kind(self, word: str) -> SecretKind | None:
        return self._joined.get(word.rstrip(digits)) or self._joined.get(word)

    @cached_property
    def _by_longest(self) -> dict[str, list[tuple[int, Words]]]:
        """Sequences by their longest word, with its place in them: fewer texts have it than ``person`` or ``https``."""
        found = defaultdict[str, list[tuple[int, Words]]](list)
        for sequence in self.sequences:
            longest = max(sequence, key=len)
            found[longest].append((sequence.index(longest), sequence))
        return dict(found)

    @cached_property
    def _joined(self) -> dict[str, SecretKind]:
        """Names of several words in one word; initials stand with a surname in many words."""
        return {
            "".join(sequence): kind
            for sequence, kind in self.sequences.items()
            if len(sequence) > 1 and min(map(len, sequence)) > 2
        }


@dataclass(frozen=True)
class Names:
    """The names of a person: each spelling, and surnames that may stand alone."""

    spellings: frozenset[str]
    surnames: frozenset[str]


def secrets_of_names(protected: Iterable[Names], public: Iterable[str], scripts: Scripts | None = None) -> Secrets:
    """What to look for so that no protected name leaves, in another script too where ``scripts`` are given.

    ``public`` are texts that leave anyway: names of those who stay named, of places and courts. A word or a spelling
    that these have is nobody's secret, in whatever order: cells of a table stand beside each other.
    """
    hidden, texts = list(protected), list(public)
    outside = set(map(words_of, texts))
    whole = outside | set(chain.from_iterable(map(_orders, outside)))
    known = set(chain.from_iterable(outside))
    sequences: dict[Words, SecretKind] = {}
    for names in hidden:
        orders = chain.from_iterable(_orders(words_of(spelling)) for spelling in names.spellings)
        words = map(words_of, names.surnames | names.spellings)
        alone = (each for each in words if _tells_alone(each) and each[0] not in known)
        for sequence in chain((order for order in orders if order not in whole), alone):
            sequences[sequence] = "name"
            if (owner := _owner(sequence)) not in whole and owner[0] not in known:
                sequences[owner] = "name"
    return Secrets(sequences, _across(hidden, texts, scripts) if scripts else None)


def _across(hidden: Sequence[Names], public: Sequence[str], scripts: Scripts) -> NamesAcrossScripts:
    spellings = [spelling for names in hidden for spelling in names.spellings]
    surnames = [surname for names in hidden for surname in names.surnames]
    return names_across_scripts(scripts, spellings, [*surnames, *spellings], public)


def _owner(words: Words) -> Words:
    """A name with the ’s of who owns something: signs are folded away, and the letter would make it another word."""
    return (*words[:-1], f"{words[-1]}s")


def _tells_alone(words: Words) -> bool:
    return len(words) == 1 and len(words[0]) >= _SHORTEST


def other_secrets(kind: SecretKind, texts: Iterable[str]) -> Secrets:
    """Ids, addresses or numbers to look for, as they stand."""
    return Secrets({words: kind for text in texts if (words := words_of(text))})


def joined(*parts: Secrets) -> Secrets:
    """All secrets of several; of one sequence the first kind counts, and of names in another script the first ones."""
    sequences = {words: kind for part in reversed(parts) for words, kind in part.sequences.items()}
    return Secrets(sequences, next((part.across for part in parts if part.across), None))


def _orders(words: Words) -> Iterable[Words]:
    """The orders in which a name of several words is looked for; none for one of a few letters in all."""
    if len(words) < 2 or sum(map(len, words)) <= _SHORTEST:
        return []
    return permutations(words) if len(words) <= _LONGEST else [words]
