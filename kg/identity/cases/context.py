"""What the rules of cases see: the entries, who and what stands in them, and which cases there are so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.jurisdictions.packs import Jurisdiction
from kg.entries.active import ActiveEntry
from kg.identity.cases.rare_words import rare_words
from kg.identity.disjoint_sets import DisjointSets
from kg.identity.types import BodyKeys, PersonIds


@dataclass(frozen=True)
class CaseContext:
    """``clusters`` holds the entries that are one so far; a stage's rules see it before any of them joined."""

    entries: Sequence[ActiveEntry]
    people: PersonIds
    bodies: BodyKeys
    jurisdiction: Jurisdiction
    clusters: DisjointSets[str]

    @cached_property
    def by_id(self) -> Mapping[str, ActiveEntry]:
        """The entries by id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def rare(self) -> Mapping[str, frozenset[str]]:
        """The beginnings of each entry's rare words, by entry id."""
        return rare_words(self.entries)
