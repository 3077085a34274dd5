"""The words of sanctions against people, compiled for reading (``sanctions.yaml``)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple, TypeVar

import msgspec

from ingest.analysis.phrases import any_phrase, atoms_of
from ingest.analysis.tokens import find_words
from ingest.facts import Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import SanctionKind, SanctionStatus

# What is suspended where nobody is put on probation.
THINGS = re.compile(
    r"\b(?:licen[cs]es?|accreditation|permits?|membership|activit(?:y|ies)|broadcast\w*|publication|issue|edition|work|"
    r"operations?|registration)\b"
)
# `custody` and `sentence` leave the kind open.
TriggerKind = Literal[SanctionKind, "custody", "sentence"]
K = TypeVar("K")

_LISTS = (
    "fine",
    "damages",
    "awarded",
    "pays",
    "payees",
    "no_damages",
    "penalised",
    "changed",
    "no_triggers",
    "inside",
    "no_sanction_behind",
    "wanted",
    "unreal",
    "near_only",
    "past_time",
    "elapsed",
    "prosecutor",
    "asks",
    "before_judgement",
    "conditional",
    "remainder",
    "cancelled",
    "lapsed",
    "history",
    "over",
    "ordered",
    "joint",
    "body_undergoes",
    "body_fined",
    "body_behind",
    "gives",
    "opens_number",
    "judging",
    "names_term",
    "holding",
    "warned_by",
    "court",
    "administrative",
    "lasted",
    "leaving",
    "investigating",
    "bygone",
    "asks_custody",
)


class SanctionWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``sanctions.yaml``, explained there."""

    triggers: dict[TriggerKind, tuple[str, ...]]
    no_triggers: tuple[str, ...]
    standing: dict[SanctionKind, tuple[str, ...]]
    fine: tuple[str, ...]
    damages: tuple[str, ...]
    awarded: tuple[str, ...]
    pays: tuple[str, ...]
    payees: tuple[str, ...]
    no_damages: tuple[str, ...]
    grave: frozenset[str]
    inside: tuple[str, ...]
    penalised: tuple[str, ...]
    changed: tuple[str, ...]
    no_sanction_behind: tuple[str, ...]
    wanted: tuple[str, ...]
    unit: tuple[str, ...]
    between: frozenset[str]
    unreal: tuple[str, ...]
    near_only: tuple[str, ...]
    past_time: tuple[str, ...]
    elapsed: tuple[str, ...]
    prosecutor: tuple[str, ...]
    asks: tuple[str, ...]
    before_judgement: tuple[str, ...]
    conditional: tuple[str, ...]
    remainder: tuple[str, ...]
    cancelled: tuple[str, ...]
    lapsed: tuple[str, ...]
    history: tuple[str, ...]
    over: tuple[str, ...]
    ordered: tuple[str, ...]
    joint: tuple[str, ...]
    paying: frozenset[str]
    undergoing: frozenset[str]
    counted: frozenset[str]
    body_undergoes: tuple[str, ...]
    body_fined: tuple[str, ...]
    body_behind: tuple[str, ...]
    gives: tuple[str, ...]
    opens_number: tuple[str, ...]
    judging: tuple[str, ...]
    names_term: tuple[str, ...]
    code_words: frozenset[str]
    holding: tuple[str, ...]
    warned_by: tuple[str, ...]
    court: tuple[str, ...]
    administrative: tuple[str, ...]
    lasted: tuple[str, ...]
    leaving: tuple[str, ...]
    opining: frozenset[str]
    investigating: tuple[str, ...]
    bygone: tuple[str, ...]
    asks_custody: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Patterns:
    """The lexicon, compiled: each pattern matches whole words; ``kinds`` says which kind of sanction a phrase is."""

    words: SanctionWords
    triggers: re.Pattern[str]
    standing: re.Pattern[str]
    kinds: dict[str, TriggerKind]
    standing_kinds: dict[str, SanctionKind]
    lists: dict[str, re.Pattern[str]]


class Trigger(NamedTuple):
    """Words for a sanction: their span and its kind, ``custody`` and ``sentence`` still open.

    ``rule`` is the rule by which a term goes with them, empty before a term was found.
    """

    span: Span
    kind: TriggerKind
    rule: str = ""


class Reading(NamedTuple):
    """One sanction as the words give it, before anybody is tied to it.

    ``exact`` says that it has a term, a sum or a date; it then counts though nobody is named.
    ``rank`` and ``of`` are the place of a term in a list ("15 and 20 days"). ``rule`` read it, ``further`` settled its
    kind, status or term.
    """

    kind: SanctionKind
    span: Span
    rule: str
    duration: str | None = None
    amount: float | None = None
    index_units: float | None = None
    until: str | None = None
    duration_max: str | None = None
    status: SanctionStatus = "imposed"
    doubt: str = ""
    exact: bool = False
    rank: int = 0
    of: int = 1
    further: tuple[str, ...] = ()


@cache
def sanction_patterns(jurisdiction: Jurisdiction) -> Patterns:
    """The lexicon, compiled once for each jurisdiction. Raises ``LexiconError``."""
    words = jurisdiction.lexicon("sanctions", SanctionWords)
    triggers, kinds = _compile(words.triggers)
    standing, standing_kinds = _compile(words.standing)
    lists = {name: any_phrase(getattr(words, name)) for name in _LISTS}
    return Patterns(words, triggers, standing, kinds, standing_kinds, lists)


def find_triggers(text: str, patterns: Patterns) -> list[Trigger]:
    """Every word for a sanction that a term may go with, in the order of the text."""
    apart = [Span(*match.span()) for match in patterns.lists["no_triggers"].finditer(text)]
    found = [Trigger(Span(*m.span()), kind_of(m.group(), patterns.kinds)) for m in patterns.triggers.finditer(text)]
    return (
        [t for t in found if not any(a.start < t.span.end and t.span.start < a.end for a in apart)] if apart else found
    )


def last_word_ends(pattern: re.Pattern[str], text: str, within: Span) -> bool:
    """Whether a stretch of text ends with words of a pattern, with nothing but blanks behind them."""
    return any(not text[match.end() : within.end].strip() for match in pattern.finditer(text, *within))


def only_of(gap: str, allowed: frozenset[str]) -> bool:
    """Whether every word of a stretch of text is one of those allowed."""
    return all(word in allowed for word in find_words(gap))


def _compile(kinds: Mapping[K, tuple[str, ...]]) -> tuple[re.Pattern[str], dict[str, K]]:
    by_phrase = {phrase: kind for kind, phrases in kinds.items() for phrase in phrases}
    return any_phrase(by_phrase), by_phrase


def kind_of(words: str, kinds: Mapping[str, K]) -> K:
    """The kind of the phrase that matched, slots filled or not."""
    lowered = words.lower()
    if lowered in kinds:
        return kinds[lowered]
    return next(
        kind
        for phrase, kind in sorted(kinds.items(), key=lambda item: -len(item[0]))
        if "..." in phrase and re.fullmatch("".join(atoms_of(phrase)), lowered)
    )
