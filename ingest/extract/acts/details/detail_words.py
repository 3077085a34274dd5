"""The words that tell the details of acts, compiled into patterns."""

import re
from dataclasses import dataclass
from functools import cache

import msgspec

from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import ActType, Outcome


class DetailWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``details.yaml``, explained there."""

    reasons: frozenset[ActType]
    reason_openers: tuple[str, ...]
    reason_openers_for: dict[ActType, tuple[str, ...]]
    reason_deeds_behind: dict[ActType, tuple[str, ...]]
    reason_closers: tuple[str, ...]
    reason_ties: dict[str, tuple[str, ...]]
    grounds: tuple[str, ...]
    not_reasons: tuple[str, ...]
    deeds: tuple[str, ...]
    next_words: tuple[str, ...]
    due_words: tuple[str, ...]
    adjourned: frozenset[str]
    planned: tuple[str, ...]
    in_custody: frozenset[ActType]
    in_prison: frozenset[ActType]
    taken_there: frozenset[ActType]
    named_times: dict[str, str]
    reason_ends: tuple[str, ...]
    outcomes: dict[ActType, dict[Outcome, tuple[str, ...]]]
    dated: frozenset[ActType]
    counted_acts: dict[ActType, tuple[str, ...]]
    day_counts: tuple[str, ...]
    days_of_other_things: tuple[str, ...]
    notices: tuple[str, ...]


@dataclass(frozen=True)
class Patterns:
    """``details.yaml``, compiled."""

    opener: re.Pattern[str]
    opener_for: dict[ActType, re.Pattern[str]]
    closer: re.Pattern[str]
    ties: re.Pattern[str]
    ground: re.Pattern[str]
    not_reason: re.Pattern[str]
    planned: re.Pattern[str]
    adjourned: re.Pattern[str]
    named_time: re.Pattern[str] | None
    ends_reason: re.Pattern[str]
    outcomes: dict[ActType, tuple[tuple[Outcome, re.Pattern[str]], ...]]


@cache
def detail_words(jurisdiction: Jurisdiction) -> DetailWords:
    """Read the lexicon once for each jurisdiction. Raises ``LexiconError`` naming file and mistake."""
    return jurisdiction.lexicon("details", DetailWords)


@cache
def detail_patterns(jurisdiction: Jurisdiction) -> Patterns:
    """Compile the lexicon once for each jurisdiction."""
    words = detail_words(jurisdiction)
    named = _either(tuple(words.named_times)) if words.named_times else None
    return Patterns(
        _opener(words.reason_openers),
        {
            type: _opener(
                (*words.reason_openers, *words.reason_openers_for.get(type, ())),
                words.reason_deeds_behind.get(type, ()),
                words.deeds,
            )
            for type in sorted(words.reasons)
        },
        re.compile(rf"\s+{_either(words.reason_closers)}\b", re.IGNORECASE),
        _ties(words.reason_ties),
        re.compile(rf"\b{_either(words.grounds)}\b", re.IGNORECASE),
        re.compile(
            rf"(?!{_deed(words.deeds)}){_either(words.not_reasons)}\b|\d",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{_either(words.planned)}\b", re.IGNORECASE),
        re.compile(rf"\b{_either(tuple(words.adjourned))}\b", re.IGNORECASE),
        re.compile(rf"\b{named}\b", re.IGNORECASE) if named else None,
        re.compile(rf",?\s*(?<!\w){_either(words.reason_ends)}(?!\w)", re.IGNORECASE),
        {
            type: tuple((outcome, re.compile(rf"\b{_either(told)}\b", re.IGNORECASE)) for outcome, told in by.items())
            for type, by in words.outcomes.items()
        },
    )


def _ties(by: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    """`Connects … with`, `puts … down to`: a verb, the few words that it ties to something, and the word it does by."""
    each = (rf"{_either(verbs)}(?:\s[\w’'-]{{1,25}}){{1,6}}?\s{_either((word,))}" for word, verbs in sorted(by.items()))
    return re.compile(rf"\b(?:{'|'.join(each)})\b\s*", re.IGNORECASE)


def _deed(deeds: tuple[str, ...]) -> str:
    """`His post`, `a short video`: a word for a deed with what may stand before it."""
    return rf"(?:his|her|their|its|an?|the|one|two|three|several)\s(?:[\w’'-]{{1,20}}\s){{0,2}}?{_either(deeds)}\b"


def _opener(
    phrases: tuple[str, ...], before_deeds: tuple[str, ...] = (), deeds: tuple[str, ...] = ()
) -> re.Pattern[str]:
    opens = rf"\b{_either(phrases)}\b:?\s*"
    if before_deeds:
        opens += rf"|\b{_either(before_deeds)}\s(?={_deed(deeds)})"
    return re.compile(opens, re.IGNORECASE)


def _either(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return "(?:" + "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in longest_first) + ")"
