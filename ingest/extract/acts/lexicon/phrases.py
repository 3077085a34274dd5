"""Words that tell how the phrases of a clause hang together, from ``phrases.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import msgspec

from ingest.jurisdictions.packs import Jurisdiction


class VerbOrderWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that say who the subject of a clause is: of another verb, or of their own when it stands behind them."""

    causing: frozenset[str]
    own_reason: frozenset[str]
    inverted: frozenset[str]
    completed_by_of: frozenset[str]
    receiving: frozenset[str]
    judging: frozenset[str]
    judged: frozenset[str]


class TimePhraseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The first and the last words of phrases that say when, and the adverbs behind which a subject begins."""

    first: frozenset[str]
    last: frozenset[str]
    before_subject: frozenset[str]


class EmployeeWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns for those who work for what "of" or "from" governs, and those who do so only behind "from"."""

    always: frozenset[str]
    behind_from: frozenset[str]


class PhraseWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``phrases.yaml``."""

    prepositions: dict[str, tuple[str, ...]]
    verbs: VerbOrderWords
    time: TimePhraseWords
    employees: EmployeeWords
    trailing: frozenset[str]
    second_objects: frozenset[str]
    header_facilities: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """``prepositions`` of several words, by the first of them, each with its slot; the rest as in ``phrases.yaml``."""

    prepositions: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    verbs: VerbOrderWords
    time: TimePhraseWords
    employees: EmployeeWords
    trailing: frozenset[str]
    second_objects: frozenset[str]
    header_facilities: frozenset[str]


@cache
def load_phrases(jurisdiction: Jurisdiction) -> Phrases:
    """Read ``phrases.yaml`` and what the pack adds. Raises ``LexiconError`` naming file and mistake."""
    words = jurisdiction.lexicon("phrases", PhraseWords)
    return Phrases(
        _by_first_word(words.prepositions),
        words.verbs,
        words.time,
        words.employees,
        words.trailing,
        words.second_objects,
        words.header_facilities,
    )


def _by_first_word(prepositions: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for slot, phrases in prepositions.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, slot))
    return {first: tuple(phrases) for first, phrases in found.items()}
