"""The words of an entry that few others of its report have: they say what its matter is about."""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from ingest.facts import Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.stems import stem
from kg.entries.active import ActiveEntry

# A word is rare that at most one in so many entries has, and in a small report at most so few.
_ONE_IN, _AT_MOST = 25, 3


class CommonWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``common_words.yaml``, explained there."""

    bodies: frozenset[str]
    hearings: frozenset[str]


def common_words(jurisdiction: Jurisdiction) -> CommonWords:
    """The stems of words that do not show that two entries are about one thing. Raises ``LexiconError``."""
    words = jurisdiction.lexicon("common_words", CommonWords)
    return CommonWords(frozenset(map(stem, words.bodies)), frozenset(map(stem, words.hearings)))


def rare_words(entries: Sequence[ActiveEntry]) -> dict[str, frozenset[str]]:
    """The stems of each entry's rare words, by entry id."""
    stems = {entry.id: frozenset(word.stem for word in entry.facts.words) for entry in entries}
    of_report: dict[str, list[str]] = {}
    for entry in entries:
        of_report.setdefault(entry.report, []).append(entry.id)
    rare: dict[str, frozenset[str]] = {}
    for ids in of_report.values():
        used = Counter(stem for id in ids for stem in stems[id])
        most = max(_AT_MOST, len(ids) // _ONE_IN)
        rare.update((id, frozenset(stem for stem in stems[id] if used[stem] <= most)) for id in ids)
    return rare


def shared(words: Mapping[str, frozenset[str]], a: ActiveEntry, b: ActiveEntry) -> int:
    """How many rare words two entries have in common."""
    return len(words[a.id] & words[b.id])


def without(words: Mapping[str, frozenset[str]], common: frozenset[str]) -> dict[str, frozenset[str]]:
    """The words of each entry but these."""
    return {id: stems - common for id, stems in words.items()}


def spans_of(entry: ActiveEntry, stems: frozenset[str]) -> tuple[Span, ...]:
    """Where words with these stems first occurs in an entry, in the order of the text."""
    return tuple(word.span for word in entry.facts.words if word.stem in stems)
