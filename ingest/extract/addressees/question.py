"""What is asked about words of law or of a sanction, and the answer: whom they are about."""

from collections.abc import Collection
from typing import NamedTuple

from ingest.extract.addressees.scene import Group, Scene
from ingest.facts import Confidence, Span


class Addressees(NamedTuple):
    """Indexes into the entry's persons (none: nobody named), the rule that found them, and how sure that is."""

    persons: tuple[int, ...]
    rule: str = ""
    confidence: Confidence = "high"
    doubt: str = ""


class Question(NamedTuple):
    """What is asked: the words from ``start`` to ``end``, and those the entry has accused so far."""

    scene: Scene
    start: int
    end: int
    accused: Collection[int]

    @property
    def sentence(self) -> Span:
        """The sentence of the words."""
        return self.scene.sentence_at(self.start)

    @property
    def preceding(self) -> tuple[Group, ...]:
        """The lists before the words in their sentence."""
        return self.scene.groups_within(self.sentence.start, self.start)

    @property
    def following(self) -> tuple[Group, ...]:
        """The lists after the words in their sentence."""
        return self.scene.groups_within(self.end, self.sentence.end)
