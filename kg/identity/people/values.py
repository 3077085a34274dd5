"""What identity answers about people."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.decisions.judgements import Answer
from kg.entries.mentions import MentionKey
from kg.identity.types import PersonIds


@dataclass(frozen=True)
class Verdict:
    """Whether two are one person, with what speaks for and against it, in words."""

    answer: Answer
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """Two persons left ``unsure``, each by its earliest mention; ``entries`` is how many entries a yes would join."""

    a: MentionKey
    b: MentionKey
    verdict: Verdict
    entries: int


@dataclass(frozen=True)
class Conflict:
    """Judgements that contradict each other: ``same`` leads, through a chain, from ``a`` to ``b``, ``different`` parts.

    ``same`` and ``different`` are ids of decisions. What came last in the journal's order has not been done.
    """

    a: MentionKey
    b: MentionKey
    same: tuple[str, ...]
    different: str


@dataclass(frozen=True)
class People:
    """Every mention with the id of its person, the pairs to ask about (most valuable first), contradictions."""

    person: PersonIds
    questions: Sequence[Question] = ()
    conflicts: Sequence[Conflict] = ()
