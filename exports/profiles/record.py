"""What a profile kept, changed and left out, counted, with samples."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Outcome = Literal["kept", "changed", "left out"]
_SAMPLES = 3


class Line(NamedTuple):
    """How often something happened to a kind of thing, why, and a few of these things."""

    outcome: Outcome
    what: str
    why: str
    number: int
    samples: tuple[str, ...]


@dataclass
class Record:
    """Counts as rows are gone through."""

    _counts: Counter[tuple[Outcome, str, str]] = field(default_factory=Counter)
    _samples: defaultdict[tuple[Outcome, str, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, outcome: Outcome, what: str, why: str, sample: str = "") -> None:
        """Count one thing."""
        key = (outcome, what, why)
        self._counts[key] += 1
        if sample and len(self._samples[key]) < _SAMPLES:
            self._samples[key].append(sample)

    def lines(self) -> Iterator[Line]:
        """Everything counted, in the order in which each was first met."""
        for key, count in self._counts.items():
            yield Line(*key, count, tuple(self._samples[key]))

    def count(self, outcome: Outcome, what: str) -> int:
        """How many things of a kind had an outcome, whatever the reason."""
        return sum(number for key, number in self._counts.items() if key[:2] == (outcome, what))
