"""A term of an entry, between the terms and the words for sanctions beside it."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extract.addressees.scene import Scene
from ingest.extract.sanctions.lexicon.words import Patterns, Trigger
from ingest.facts import Span
from ingest.language.durations import DurationWords

# "15 days of punishment cell", "10 days in the isolator"
_LINK = re.compile(r"\s(?:of|in)\s(?:a\s|the\s)?")
# So many triggers before or after a term are looked at.
_NEAR = 45


@dataclass(frozen=True)
class TermInText:
    """A term of an entry between the terms beside it, with every word for a sanction that the entry has.

    ``earlier`` are the words that the term before it in its sentence belongs to.
    """

    scene: Scene
    term: DurationWords
    previous: DurationWords | None
    following: DurationWords | None
    triggers: Sequence[Trigger]
    patterns: Patterns
    earlier: Trigger | None = None

    @property
    def text(self) -> str:
        """The entry's text."""
        return self.scene.text

    @property
    def sentence(self) -> Span:
        """The sentence of the term."""
        return self.scene.sentence_at(self.term.span.start)

    def back(self, reach: int) -> int:
        """So many characters before the term, or the start of its sentence."""
        return max(self.sentence.start, self.term.span.start - reach)

    def triggers_before(self) -> list[Trigger]:
        """The words for a sanction before the term in its sentence, nearest first."""
        return [t for t in reversed(self.triggers[max(0, self._at - _NEAR) : self._at]) if self._is_inside(t)]

    def triggers_behind(self) -> list[Trigger]:
        """The words for a sanction after the term's beginning in its sentence, nearest first."""
        return [t for t in self.triggers[self._at : self._at + _NEAR] if self._is_inside(t)]

    @property
    def _at(self) -> int:
        return bisect_left(self.triggers, self.term.span.start, key=lambda t: t.span.start)

    def _is_inside(self, trigger: Trigger) -> bool:
        return self.sentence.start <= trigger.span.start < self.sentence.end

    def is_judged(self) -> bool:
        """Whether the sentence of the term has a word for a court or a verdict."""
        return self.patterns.lists["judging"].search(self.text, *self.sentence) is not None

    def is_for_something(self) -> bool:
        """ "Given ten days to answer", "34 years old": no term of a sanction."""
        behind = self.term.span.end + 1
        if self.patterns.lists["no_sanction_behind"].match(self.text, behind):
            return True
        link = _LINK.match(self.text, self.term.span.end)
        return link is not None and self.patterns.lists["no_triggers"].match(self.text, link.end()) is not None
