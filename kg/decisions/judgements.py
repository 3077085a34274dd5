"""What a person decided about two mentions, as identity takes it: it outranks every rule.

A judgement is a decision whose words were found: ``a`` and ``b`` are ids of mentions (``ActiveEntry.mention_id``) of
one kind of thing. Which decisions are in effect, and where their words are now, is decided before identity runs.
"""

from dataclasses import dataclass
from typing import Literal

Answer = Literal["same", "different", "unsure"]


@dataclass(frozen=True)
class Judgement:
    """Two mentions, what was decided about them, and the id of the decision that says so."""

    answer: Answer
    a: str
    b: str
    decision: str
    link: str = ""
    """The name of a rule, where only its link of the two is refused (``answer`` is ``different`` then)."""
