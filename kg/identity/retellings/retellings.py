"""Entries that tell again what another report's entry tells, and whatever of their facts is the same fact.

Weekly, daily and monthly series are read side by side, and one thing is counted once (design, rule 4). Of two entries
that tell one thing, that of the larger report tells it first. A report of which half or more is told in a larger one is
part of that: rules that compare entries see it as the same report, without what it tells again. Told twice, nothing
becomes likelier, and no hearing is another hearing. What a report that is no part of another tells again stays visible,
since rules tie it to what the report alone tells.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey
from kg.identity.links import RefusedLink
from kg.identity.retellings.alignment import align_acts, align_bodies, align_persons
from kg.identity.retellings.pairs import find_parts, pair_entries
from kg.identity.types import SameMentions

RULE = "same-entry"
"""The rule that makes two such entries one case; people refuse it by this name."""


@dataclass(frozen=True)
class Retellings:
    """``first``: the id of each entry that tells something again, with the id of the one that tells it first.

    ``persons``, ``bodies`` and ``acts`` are the mentions that are told again. ``part_of`` has the reports that are part
    of a larger one, each with that one. ``also_named_in``: reports that name a person again, by the mention told first.
    """

    first: Mapping[str, str] = field(default_factory=dict)
    persons: SameMentions = field(default_factory=dict)
    bodies: SameMentions = field(default_factory=dict)
    acts: SameMentions = field(default_factory=dict)
    part_of: Mapping[str, str] = field(default_factory=dict)
    also_named_in: Mapping[MentionKey, frozenset[str]] = field(default_factory=dict)

    def report_of(self, report: str) -> str:
        """The report that a report is part of, or itself."""
        return self.part_of.get(report, report)

    def seen_by_rules(self, entries: Sequence[ActiveEntry]) -> list[ActiveEntry]:
        """The entries that rules compare, each as one of the report that its own is part of; in their order."""
        seen = (entry for entry in entries if entry.id not in self.first or entry.report not in self.part_of)
        return [replace(e, report=self.part_of[e.report]) if e.report in self.part_of else e for e in seen]

    def pairs(self, entries: Sequence[ActiveEntry]) -> list[tuple[ActiveEntry, ActiveEntry]]:
        """The entries that tell something again, each with the one that tells it first."""
        by_id = {entry.id: entry for entry in entries} if self.first else {}
        return [(by_id[again], by_id[first]) for again, first in self.first.items()]


NOTHING_AGAIN = Retellings()


def find_retellings(entries: Sequence[ActiveEntry], refused: Sequence[RefusedLink] = ()) -> Retellings:
    """Find what is told again among entries in the order of time; not between two that people said are not one."""
    apart = {frozenset((link.a, link.b)) for link in refused if link.rule == RULE}
    first = {id: other for id, other in pair_entries(entries).items() if frozenset((id, other)) not in apart}
    if not first:
        return NOTHING_AGAIN
    pairs = Retellings(first).pairs(entries)
    part_of = find_parts(pairs, Counter(entry.report for entry in entries))
    persons: dict[MentionKey, MentionKey] = {}
    bodies: dict[MentionKey, MentionKey] = {}
    acts: dict[MentionKey, MentionKey] = {}
    for entry, told in pairs:
        of_persons, of_bodies = align_persons(entry, told), align_bodies(entry, told)
        persons |= {(entry.id, i): (told.id, j) for i, j in of_persons.items()}
        bodies |= {(entry.id, i): (told.id, j) for i, j in of_bodies.items()}
        acts |= {(entry.id, i): (told.id, j) for i, j in align_acts(entry, told, of_persons, of_bodies).items()}
    return Retellings(first, persons, bodies, acts, part_of, _also_named_in(persons, part_of))


def _also_named_in(persons: SameMentions, part_of: Mapping[str, str]) -> dict[MentionKey, frozenset[str]]:
    found: dict[MentionKey, frozenset[str]] = {}
    for (entry, _), first in persons.items():
        report = entry.rpartition("/")[0]
        if part_of.get(report) != first[0].rpartition("/")[0]:
            found[first] = found.get(first, frozenset()) | {report}
    return found
