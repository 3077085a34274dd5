"""Entries that tell again what another report's entry tells, and whatever of their facts is the same fact.

Weekly, daily and monthly series are read side by side, and one thing is counted once (design, rule 4). Rules that
compare entries see the first telling alone: told twice, nothing becomes likelier, and no hearing is another hearing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey
from kg.identity.links import RefusedLink
from kg.identity.retellings.alignment import align_acts, align_bodies, align_persons
from kg.identity.retellings.pairs import pair_entries
from kg.identity.types import SameMentions

RULE = "same-entry"
"""The rule that makes two such entries one case; people refuse it by this name."""


@dataclass(frozen=True)
class Retellings:
    """``first``: the id of each entry that tells something again, with the id of the one that tells it first."""

    first: Mapping[str, str] = field(default_factory=dict)
    persons: SameMentions = field(default_factory=dict)
    bodies: SameMentions = field(default_factory=dict)
    acts: SameMentions = field(default_factory=dict)

    def report_of(self, entry: ActiveEntry) -> str:
        """The report that tells first what an entry tells."""
        return self.first.get(entry.id, entry.id).rpartition("/")[0]

    def tellings(self, entries: Sequence[ActiveEntry]) -> list[ActiveEntry]:
        """The entries that tell nothing again, in their order."""
        return [entry for entry in entries if entry.id not in self.first]

    def pairs(self, entries: Sequence[ActiveEntry]) -> list[tuple[ActiveEntry, ActiveEntry]]:
        """The entries that tell something again, each with the one that tells it first."""
        by_id = {entry.id: entry for entry in entries} if self.first else {}
        return [(by_id[again], by_id[first]) for again, first in self.first.items()]


NOTHING_AGAIN = Retellings()


def find_retellings(entries: Sequence[ActiveEntry], refused: Sequence[RefusedLink] = ()) -> Retellings:
    """Find what is told again among entries in the order of time; not between two that people said are not one."""
    apart = {frozenset((link.a, link.b)) for link in refused if link.rule == RULE}
    first = {id: other for id, other in pair_entries(entries).items() if frozenset((id, other)) not in apart}
    persons: dict[MentionKey, MentionKey] = {}
    bodies: dict[MentionKey, MentionKey] = {}
    acts: dict[MentionKey, MentionKey] = {}
    for entry, told in Retellings(first).pairs(entries):
        of_persons, of_bodies = align_persons(entry, told), align_bodies(entry, told)
        persons |= {(entry.id, i): (told.id, j) for i, j in of_persons.items()}
        bodies |= {(entry.id, i): (told.id, j) for i, j in of_bodies.items()}
        acts |= {(entry.id, i): (told.id, j) for i, j in align_acts(entry, told, of_persons, of_bodies).items()}
    return Retellings(first, persons, bodies, acts)
