"""A fact as people see it when they decide about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.corrections.kinds.kind import FactKind
from kg.entries.active import ActiveEntry
from kg.entries.mentions import Mention


@dataclass(frozen=True)
class Fact:
    """A fact of an entry, or one that a partner states (``mention.stated``).

    ``values`` are its fields as text. ``decisions`` (ids) agree on it, none where the rules read it or a partner states
    it. ``gone``: somebody decided that it is wrong.
    """

    mention: Mention
    kind: FactKind
    value: Any
    values: Mapping[str, str]
    decisions: tuple[str, ...] = ()
    gone: bool = False

    @property
    def id(self) -> str:
        """Its id, by which a person can decide about it."""
        return self.mention.id

    @property
    def entry(self) -> ActiveEntry:
        """The entry that says it."""
        return self.mention.entry
