"""Where in an entry's text a fact stands, which rule read it, and how sure it is."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Confidence = Literal["high", "medium", "low"]


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of an entry's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a fact rests on, the rules that read it, and how sure it is.

    ``spans`` is in the order of the text, and never empty but for a place that a heading above the entry names.
    ``rule`` is the name of a rule of ``ingest.rules``, as in ``charges.accused_under``, or for an act the id of its
    pattern, as in ``detain/person``. ``further`` are the rules that decided the rest, in the order in which they did:
    whose a charge is, what role a person has. ``doubt`` says in words why ``confidence`` is not ``high``.
    """

    spans: tuple[Span, ...]
    rule: str
    confidence: Confidence = "high"
    doubt: str = ""
    further: tuple[str, ...] = ()

    @property
    def rules(self) -> tuple[str, ...]:
        """Every rule that took part, first the one that read the words."""
        return (self.rule, *self.further)
