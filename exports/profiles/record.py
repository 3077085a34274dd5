"""What a profile kept, changed and left out, counted, with samples."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from kg.graph.value import Key

Outcome = Literal["kept", "changed", "left out"]
_SAMPLES = 3


class Line(NamedTuple):
    """How often something happened to a kind of thing, why, and a few of these things."""

    outcome: Outcome
    what: str
    why: str
    number: int
    samples: tuple[str, ...]


class _Item(NamedTuple):
    """One thing that something happened to; ``keys`` are its node's, or those of a relationship's two ends."""

    outcome: Outcome
    what: str
    why: str
    sample: str
    keys: tuple[Key, ...]


@dataclass
class Record:
    """What happened to each thing, as rows are gone through."""

    _items: list[_Item] = field(default_factory=list)
    _keys: tuple[Key, ...] = ()

    def turn_to(self, *keys: Key) -> None:
        """Say which node, or which two ends, the next items are about."""
        self._keys = keys

    def add(self, outcome: Outcome, what: str, why: str, sample: str = "") -> None:
        """Record what happened to one thing."""
        self._items.append(_Item(outcome, what, why, sample, self._keys))

    def part(self, has: Callable[[Key], bool]) -> "Record":
        """What happened to the nodes that ``has`` says are in a part, and to what connects these."""
        return Record([item for item in self._items if all(map(has, item.keys))])

    def lines(self) -> Iterator[Line]:
        """Everything counted, in the order in which each was first met."""
        alike: dict[tuple[Outcome, str, str], list[str]] = defaultdict(list)
        for outcome, what, why, sample, _ in self._items:
            alike[outcome, what, why].append(sample)
        for key, samples in alike.items():
            yield Line(*key, len(samples), tuple(filter(None, samples))[:_SAMPLES])

    def count(self, outcome: Outcome, what: str) -> int:
        """How many things of a kind had an outcome, whatever the reason."""
        return sum((item.outcome, item.what) == (outcome, what) for item in self._items)
