"""What identity answers about people."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.decisions.judgements import Answer
from kg.entries.mentions import MentionKey
from kg.identity.people.scores.rules import ScoreRule
from kg.identity.types import PersonIds


@dataclass(frozen=True)
class Verdict:
    """Whether two are one person, with what speaks for and against it, in words, and the rules that count."""

    answer: Answer
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    rules: tuple[ScoreRule, ...] = ()


@dataclass(frozen=True)
class Question:
    """Two persons left ``unsure``, each by its earliest mention; ``entries`` is how many entries a yes would join."""

    a: MentionKey
    b: MentionKey
    verdict: Verdict
    entries: int


@dataclass(frozen=True)
class People:
    """Every mention with the id of its person, the pairs to ask about (most valuable first)."""

    person: PersonIds
    questions: Sequence[Question] = ()
