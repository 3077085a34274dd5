"""All facts of an entry, and of a report."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.facts.acts import Act, Charge, Party, Sanction
from ingest.facts.evidence import Evidence
from ingest.facts.matters import ContentWord, Matter, MatterKind, Occasion
from ingest.facts.people import Affiliation, Body, Person, Place, Relation
from ingest.facts.reports import Entry, Report


@dataclass(frozen=True, slots=True)
class EntryFacts:
    """An entry and all facts read in it."""

    entry: Entry
    places: tuple[Place, ...] = ()
    persons: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    charges: tuple[Charge, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    acts: tuple[Act, ...] = ()
    relations: tuple[Relation, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    matters: tuple[Matter, ...] = ()
    words: tuple[ContentWord, ...] = ()

    def matters_of(self, kind: MatterKind) -> Iterator[Matter]:
        """The matters of one kind, in the order of the text."""
        return (matter for matter in self.matters if matter.kind == kind)

    def has_matter(self, kind: MatterKind) -> bool:
        """Whether there is a matter of a kind."""
        return any(matter.kind == kind for matter in self.matters)

    def evidences(self) -> Iterator[Evidence]:
        """The evidence of every fact, in no order that matters."""
        for facts in (self.places, self.persons, self.bodies, self.charges, self.sanctions, self.acts):
            yield from (fact.evidence for fact in facts)
        yield from (r.evidence for r in self.relations)
        yield from (a.evidence for a in self.affiliations)
        yield from (o.evidence for o in self.occasions)
        yield from (m.evidence for m in self.matters)


def party_name(facts: EntryFacts, party: Party) -> str:
    """The name of a person or body of an entry."""
    return facts.persons[party.index].name if party.kind == "person" else facts.bodies[party.index].name


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A report and the facts of its entries, in document order."""

    report: Report
    entries: tuple[EntryFacts, ...] = field(default=())
