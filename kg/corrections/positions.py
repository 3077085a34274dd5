"""Facts that point at persons and bodies of their entry by position, once some of these are gone.

A charge or sanction of somebody who is no person is held against nobody named. What ties two together goes with either.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ingest.facts import Act, Affiliation, Charge, EntryFacts, Matter, Party, Relation


@dataclass(frozen=True)
class Positions:
    """Where each person and body of an entry is now, by where it was; one that is gone is not in it."""

    persons: Mapping[int, int]
    bodies: Mapping[int, int]

    def move(self, facts: EntryFacts) -> EntryFacts:
        """Facts, but for persons and bodies themselves, that point at the new positions."""
        return replace(
            facts,
            charges=tuple(replace(charge, person=self._person(charge)) for charge in facts.charges),
            sanctions=tuple(replace(sanction, to=self._parties(sanction.to)) for sanction in facts.sanctions),
            acts=tuple(self._move_act(act) for act in facts.acts),
            relations=tuple(self._move_relations(facts.relations)),
            affiliations=tuple(self._move_affiliations(facts.affiliations)),
            matters=tuple(self._move_matters(facts.matters)),
        )

    def party(self, party: Party) -> Party | None:
        """Where a person or body is now; ``None`` if it is gone."""
        index = (self.persons if party.kind == "person" else self.bodies).get(party.index)
        return None if index is None else Party(party.kind, index)

    def _person(self, charge: Charge) -> int | None:
        return None if charge.person is None else self.persons.get(charge.person)

    def _parties(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        return tuple(now for party in parties if (now := self.party(party)))

    def _move_act(self, act: Act) -> Act:
        return replace(
            act,
            to=self._parties(act.to),
            by=self._parties(act.by),
            at=None if act.at is None else self.bodies.get(act.at),
        )

    def _move_relations(self, relations: Iterable[Relation]) -> Iterable[Relation]:
        for relation in relations:
            source, target = self.persons.get(relation.source), self.persons.get(relation.target)
            if source is not None and target is not None:
                yield replace(relation, source=source, target=target)

    def _move_affiliations(self, affiliations: Iterable[Affiliation]) -> Iterable[Affiliation]:
        for affiliation in affiliations:
            person, body = self.persons.get(affiliation.person), self.bodies.get(affiliation.body)
            if person is not None and body is not None:
                yield replace(affiliation, person=person, body=body)

    def _move_matters(self, matters: Iterable[Matter]) -> Iterable[Matter]:
        for matter in matters:
            person = None if matter.person is None else self.persons.get(matter.person)
            body = None if matter.body is None else self.bodies.get(matter.body)
            if (matter.person is None) == (person is None) and (matter.body is None) == (body is None):
                yield replace(matter, person=person, body=body)
