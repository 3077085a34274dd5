"""Names that a text writes in another script than the reports: a name in Latin letters is found in Cyrillic ones.

Words are compared by the keys of the romanisation tables, without the endings that cases give them: ``Тессали`` and
``Гилмовым`` stand for Tessaly and Gilmov. In Latin words only those names are looked for here that are in another
script themselves; the others are found by ``exports.profiles.words.secrets``.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import permutations

from ingest.jurisdictions.romanisation import Folding

_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = re.compile("['’ʼ\u0300-\u036f]")
"""Apostrophes, and accents that no letter has of its own, such as the stress of a Russian word."""
_READABLE = frozenset({"LATIN", "MODIFIER"})
"""What the names of letters begin with that reports are written in."""
_VOWELS = "aeiou"
_SHORTEST = 4
"""Letters of a key. A shorter word alone is in too many words to be looked for."""
_LEFT = 3
"""Letters that are left of a word without its ending, at least."""
_AROUND = 80
"""Characters before and behind a letter of another script in which the rest of a name may stand."""
_LONGEST = 4
"""Words. A longer name is looked for by its first and its last word."""

Stem = str
Name = tuple[Stem, ...]


@dataclass(frozen=True)
class Scripts:
    """How names are compared across scripts: ``endings`` are those of cases, in the letters of the other script."""

    folding: Folding
    endings: tuple[str, ...] = ()
    _seen: dict[str, frozenset[Stem]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def letters(self) -> re.Pattern[str]:
        """A letter of another script that the tables can read."""
        written = {letter for row in self.folding.table.letters for letter in row.write if letter.isalpha()}
        foreign = sorted(c for c in written if unicodedata.name(c).partition(" ")[0] not in _READABLE)
        return re.compile(f"[{''.join(foreign)}]" if foreign else r"(?!)", re.IGNORECASE)

    def parts(self, text: str) -> Iterator[str]:
        """The parts of a text that have letters of another script, with the words around; large files have few."""
        if text.isascii():
            return
        start, end = 0, -1
        for match in self.letters.finditer(text):
            if end < 0 or match.start() > end + _AROUND:
                if end >= 0:
                    yield text[max(0, start - _AROUND) : end + _AROUND]
                start = match.start()
            end = match.end()
        if end >= 0:
            yield text[max(0, start - _AROUND) : end + _AROUND]

    def stems(self, word: str) -> frozenset[Stem]:
        """What a word in another script may stand for: its stem, and those of the word without an ending."""
        known = self._seen.get(word)
        if known is None:
            low = word.casefold()
            without = (low.removesuffix(ending) for ending in self.endings)
            forms = {low, *(form for form in without if len(form) >= _LEFT)}
            known = self._seen[word] = frozenset(map(self.stem, forms))
        return known

    def stem(self, word: str) -> Stem:
        """The key of a word without its last vowels, which cases change; the whole key of a short one."""
        key = self.folding.key(word)
        stem = key.rstrip(_VOWELS)
        return stem if len(stem) >= _LEFT else key


@dataclass(frozen=True)
class NamesAcrossScripts:
    """Names to look for, by the stems of their words. Those of ``everywhere`` are looked for in Latin words too."""

    scripts: Scripts
    names: frozenset[Name] = frozenset()
    everywhere: frozenset[Name] = frozenset()

    def find(self, text: str) -> Iterator[Name]:
        """Each name in a text."""
        for part in [text] if self.everywhere else self.scripts.parts(text):
            words = words_across(part)
            for position in range(len(words)):
                yield from self._at(position, words)

    def _at(self, position: int, words: Sequence[str]) -> Iterator[Name]:
        """The names that have the word at a position as their longest."""
        word = words[position]
        foreign = bool(self.scripts.letters.search(word))
        if not (foreign or self.everywhere):
            return
        for stem in self.scripts.stems(word) if foreign else [self.scripts.stem(word)]:
            for name in self._by_longest.get(stem, ()):
                if (foreign or name in self.everywhere) and self._is_around(position, words, name):
                    yield name

    def _is_around(self, position: int, words: Sequence[str], name: Name) -> bool:
        """Whether the words of a name stand together in any order, with at most one other, a patronymic, among them."""
        if len(name) == 1:
            return True
        starts = range(max(0, position - len(name)), position + 1)
        windows = ([self.scripts.stems(word) for word in words[at : at + len(name) + 1]] for at in starts)
        return any(all(any(stem in stems for stems in window) for stem in name) for window in windows)

    @cached_property
    def _by_longest(self) -> dict[Stem, list[Name]]:
        found = defaultdict[Stem, list[Name]](list)
        for name in sorted(self.names | self.everywhere):
            found[max(name, key=len)].append(name)
        return dict(found)


def words_across(text: str) -> list[str]:
    """The words of a text as romanisation tables read them: letters with their accents, no digits."""
    return _WORD.findall(_SIGNS.sub("", unicodedata.normalize("NFC", text)))


def names_across_scripts(
    scripts: Scripts, spellings: Iterable[str], alone: Iterable[str], public: Iterable[str]
) -> NamesAcrossScripts:
    """What to look for so that no name leaves in another script than its own.

    ``spellings`` are names, ``alone`` are words of names that tell by themselves who is meant. What would be found in
    a ``public`` text is nobody's secret, nor is a word alone that such a text has in its own script.
    """
    texts = list(public)
    known = {scripts.folding.fine(word) for text in texts for word in words_across(text)}
    names, everywhere = set[Name](), set[Name]()
    for spelling, is_alone in [*((name, False) for name in spellings), *((word, True) for word in alone)]:
        words = words_across(spelling)
        found = _alone(scripts, words, known) if is_alone else _whole(scripts, words)
        (everywhere if scripts.letters.search(spelling) else names).update(found)
    across = NamesAcrossScripts(scripts, frozenset(names), frozenset(everywhere))
    nobodys = {name for text in texts for name in across.find(text)}
    return NamesAcrossScripts(scripts, across.names - nobodys, across.everywhere - nobodys)


def _alone(scripts: Scripts, words: Sequence[str], known: set[str]) -> Iterator[Name]:
    if len(words) == 1 and scripts.folding.fine(words[0]) not in known:
        stem = scripts.stem(words[0])
        if len(stem) >= _SHORTEST:
            yield (stem,)


def _whole(scripts: Scripts, words: Sequence[str]) -> Iterator[Name]:
    """A name of several words, and all of them in one word."""
    if len(words) < 2 or sum(map(len, words)) <= _SHORTEST:
        return
    chosen = words if len(words) <= _LONGEST else (words[0], words[-1])
    yield tuple(map(scripts.stem, chosen))
    if min(map(len, chosen)) >= _LEFT:
        yield from ((scripts.stem("".join(order)),) for order in permutations(chosen))
