"""Cues of how a predicate stands to what happened, from ``assertion.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar

import msgspec

from ingest.errors import LexiconError
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.lexicons import lexicon_files
from ingest.vocabulary import ActType

Category = Literal[
    "asserted", "caused", "attempted", "wanted", "planned", "refused", "denied", "feared", "conditional", "purpose",
    "modal", "prevented", "identifying", "decided",
]  # fmt: skip
# What a word anywhere in the clause adds, whatever the category.
Hint = Literal["claimed", "feared", "past"]

C = TypeVar("C", Category, Hint)


class AssertionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``assertion.yaml``; its comments say what each direction means."""

    governors: dict[Category, tuple[str, ...]]
    openers: dict[Category, tuple[str, ...]]
    helpers: dict[Category, tuple[str, ...]]
    beside: dict[Hint, tuple[str, ...]]
    nouns: dict[Category, tuple[str, ...]]
    claims: tuple[str, ...]
    wrongdoing: tuple[ActType, ...]
    carried_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """The cues by where they stand, each word with what it says."""

    governors: Mapping[str, Category]
    openers: Mapping[str, Category]
    helpers: Mapping[str, Category]
    beside: Mapping[str, Hint]
    nouns: Mapping[str, Category]


@cache
def load_assertion(jurisdiction: Jurisdiction) -> Cues:
    """Read the cues once for each jurisdiction. Raises ``LexiconError`` naming the files and the mistake."""
    words = jurisdiction.lexicon("assertion", AssertionWords)
    cues = Cues(
        governors=_by_word(words.governors),
        openers=_by_word(words.openers),
        helpers=_by_word(words.helpers),
        beside=_by_word(words.beside),
        nouns=_by_word(words.nouns),
    )
    for cue in (*cues.governors, *cues.openers, *cues.helpers, *cues.beside, *cues.nouns, *words.claims):
        if " " in cue:
            files = " + ".join(map(str, lexicon_files("assertion", jurisdiction.folder)))
            raise LexiconError(f"{files}: '{cue}' has several words and would never be found; give one word.")
    return cues


def _by_word(groups: Mapping[C, tuple[str, ...]]) -> dict[str, C]:
    return {word: category for category, words in groups.items() for word in words}
