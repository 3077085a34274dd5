"""What an earlier gathering found, so that a month can be added without comparing all with all again.

What a surname's block comes to is a function of its mentions alone, and what an entry tells of its people one of its
text. So both can be remembered, and the answer with a memory is that without one. A memory holds for one pack and one
version of the rules, in one process; it forgets everything when the order of any name's words is mended otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.identity.names.order import Printed
from kg.identity.people.signs import Shown, Signs

Ids = tuple[str, ...]


@dataclass(frozen=True)
class Settled:
    """What a block came to, in ids of mentions: the pairs joined, in their order, and the pairs left open."""

    joined: tuple[tuple[str, str], ...]
    open: tuple[tuple[str, str], ...]


@dataclass
class Memory:
    """Blocks by the ids of their mentions, signs by report, fingerprint and copy of the entry."""

    blocks: dict[Ids, Settled] = field(default_factory=dict)
    signs: dict[tuple[str, str, int], list[Signs]] = field(default_factory=dict)
    mended: Mapping[Printed, Printed] = field(default_factory=dict)
    shown: Shown = field(default_factory=Shown)

    def begin(self, mended: Mapping[Printed, Printed]) -> None:
        """Start a gathering; what was found under other orders of names is forgotten."""
        if mended != self.mended:
            self.blocks.clear()
            self.signs.clear()
            self.mended = mended
