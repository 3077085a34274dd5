"""What the rules of cases see: the entries, who and what is in them, and which cases there are so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.jurisdictions.packs import Jurisdiction
from kg.entries.active import ActiveEntry
from kg.identity.cases.rare_words import CommonWords, common_words, rare_words, without
from kg.identity.disjoint_sets import DisjointSets
from kg.identity.types import BodyKeys, PersonIds


@dataclass(frozen=True)
class CaseContext:
    """``clusters`` holds the entries that are one so far; a stage's rules see it before any of them joined.

    ``told_again`` has entries that tell something again, each with the one that tells it first; they need not be among
    ``entries`` (``retellings``).
    """

    entries: Sequence[ActiveEntry]
    people: PersonIds
    bodies: BodyKeys
    jurisdiction: Jurisdiction
    clusters: DisjointSets[str]
    told_again: Sequence[tuple[ActiveEntry, ActiveEntry]] = ()

    @cached_property
    def by_id(self) -> Mapping[str, ActiveEntry]:
        """The entries by id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def rare(self) -> Mapping[str, frozenset[str]]:
        """The stems of each entry's rare words, by entry id."""
        return rare_words(self.entries)

    @cached_property
    def rare_in_hearings(self) -> Mapping[str, frozenset[str]]:
        """The rare words that distinguish one hearing from another: none that is in the news of any."""
        return without(self.rare, self._common.hearings)

    @cached_property
    def rare_beside_bodies(self) -> Mapping[str, frozenset[str]]:
        """The rare words that say what a body deals with, without those that only say what it is."""
        return without(self.rare, self._common.bodies)

    @cached_property
    def _common(self) -> CommonWords:
        return common_words(self.jurisdiction)
