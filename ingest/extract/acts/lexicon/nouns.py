"""Nouns and the kinds of people and things they stand for, from ``nouns.yaml``."""

from dataclasses import dataclass
from functools import cache, lru_cache

import msgspec

from ingest.jurisdictions.packs import Jurisdiction

Kinds = frozenset[str]
NO_KINDS: Kinds = frozenset()


class PeopleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that stand for people: one, several, those who act for the state, those who run a prison, and pronouns."""

    pronouns: tuple[str, ...]
    singular: tuple[str, ...]
    plural: tuple[str, ...]
    authority: tuple[str, ...]
    staff: tuple[str, ...]


class NounWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``nouns.yaml``."""

    kinds: dict[str, tuple[str, ...]]
    partitive: tuple[str, ...]
    decisions: tuple[str, ...]
    light: tuple[str, ...]
    occurring: tuple[str, ...]
    negating: tuple[str, ...]
    people: PeopleWords


@dataclass(frozen=True)
class Nouns:
    """The kinds of nouns, by their words; ``last`` has the most words of a noun that ends in a word.

    ``names`` are the kinds there are.
    """

    kinds: dict[tuple[str, ...], Kinds]
    last: dict[str, int]
    partitive: frozenset[str]
    decisions: frozenset[str]
    light: frozenset[str]
    occurring: frozenset[str]
    negating: frozenset[str]
    names: frozenset[str]
    one: frozenset[str]
    many: frozenset[str]
    authority: frozenset[str]
    staff: frozenset[str]
    pronouns: frozenset[str]

    def at_end(self, words: list[str]) -> tuple[Kinds, int]:
        """The kinds of the noun that ends a phrase, and of how many words it is."""
        if not words:
            return NO_KINDS, 0
        longest = max(self.last.get(words[-1], 0), self.last.get(singular(words[-1]), 0))
        for size in range(min(len(words), longest), 0, -1):
            tail = words[len(words) - size :]
            found = self.kinds.get(tuple(tail), NO_KINDS) | self.kinds.get((*tail[:-1], singular(tail[-1])), NO_KINDS)
            if found:
                return found, size
        return NO_KINDS, 0


@cache
def load_nouns(jurisdiction: Jurisdiction) -> Nouns:
    """Read ``nouns.yaml`` and what the pack adds. Raises ``LexiconError`` naming file and mistake."""
    words = jurisdiction.lexicon("nouns", NounWords)
    kinds: dict[tuple[str, ...], set[str]] = {}
    for kind, nouns in words.kinds.items():
        for noun in nouns:
            kinds.setdefault(tuple(noun.lower().split()), set()).add(kind)
    last: dict[str, int] = {}
    for parts in kinds:
        last[parts[-1]] = max(last.get(parts[-1], 0), len(parts))
    return Nouns(
        kinds={parts: frozenset(found) for parts, found in kinds.items()},
        last=last,
        partitive=frozenset(words.partitive),
        decisions=frozenset(words.decisions),
        light=frozenset(words.light),
        occurring=frozenset(words.occurring),
        negating=frozenset(words.negating),
        names=frozenset(words.kinds),
        one=frozenset(words.people.singular),
        many=frozenset(words.people.plural),
        authority=frozenset(words.people.authority),
        staff=frozenset(words.people.staff),
        pronouns=frozenset(words.people.pronouns),
    )


@lru_cache(maxsize=1 << 15)
def singular(word: str) -> str:
    """A noun without the ending of its plural, so that lexicon words stand for both."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
