"""At which facility of the entry an act happened."""

from collections.abc import Sequence

from ingest.extract.acts.details.detail_words import detail_words
from ingest.facts import Act, EntryFacts, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import PRISONS, ActType

_BY_ONESELF: frozenset[ActType] = frozenset({"statement", "protest", "complaint"})


class FacilityReader:
    """Finds the facility of one entry's acts, as an index of its bodies."""

    def __init__(self, facts: EntryFacts, jurisdiction: Jurisdiction, sentences: Sequence[Span]) -> None:
        """Keep where the facilities are named."""
        self._facts, self._sentences, self._words = facts, sentences, detail_words(jurisdiction)
        self._mentions = [
            (span, i) for i, body in enumerate(facts.bodies) if body.kind == "facility" for span in body.evidence.spans
        ]

    def read(self, act: Act, here: int) -> int | None:
        """The facility of sentence number ``here`` or the next one; for a prisoner's acts, the header's."""
        taken_to = self._taken_to(act, here) if act.type in self._words.taken_there else None
        if taken_to is not None or act.type not in self._words.in_custody:
            return taken_to
        if not self._concerns_prisoner(act):
            return None
        header = self._of_header()
        return self._only_prison() if header is None and act.type in self._words.in_prison else header

    def _taken_to(self, act: Act, here: int) -> int | None:
        """`X was taken to the Northern police station`: the first that the sentence or the next one names."""
        for sentence in self._sentences[here : here + 2]:
            inside = [(span, i) for span, i in self._mentions if sentence.start <= span.start < sentence.end]
            if act.type == "detention":
                # Where somebody is put on remand or serves a term is not where the police took them.
                inside = [(span, i) for span, i in inside if self._facts.bodies[i].type not in PRISONS]
                if inside and self._is_of_another(act, inside[0][0]):
                    continue
            if inside:
                return min(inside)[1]
        return None

    def _is_of_another(self, act: Act, facility: Span) -> bool:
        """Whether another person is named between the verb and the facility: then somebody else was taken there."""
        mine = {p.index for p in act.to if p.kind == "person"}
        verb = act.evidence.spans[0]
        return any(
            verb.end < s.start < facility.start and index not in mine
            for index, person in enumerate(self._facts.persons)
            for s in person.evidence.spans
        )

    def _of_header(self) -> int | None:
        """The facility that the entry names before the first person."""
        first_name = min((p.evidence.spans[0].start for p in self._facts.persons), default=0)
        body = self._facts.entry.body
        header = [(span, i) for span, i in self._mentions if body <= span.start <= first_name]
        return min(header)[1] if header else None

    def _only_prison(self) -> int | None:
        """`X has refused food for six days in colony No. 3`: the prison that the entry names, if it names one."""
        prisons = {i for _, i in self._mentions if self._facts.bodies[i].type in PRISONS}
        return prisons.pop() if len(prisons) == 1 else None

    def _concerns_prisoner(self, act: Act) -> bool:
        """Whether somebody stands in the act; what people do for themselves only the prisoner does there."""
        if act.type not in _BY_ONESELF:
            return any(party.kind == "person" for party in (*act.to, *act.by))
        persons = self._facts.persons
        prisoner = min(range(len(persons)), key=lambda i: persons[i].evidence.spans[0].start, default=-1)
        return any(party.kind == "person" and party.index == prisoner for party in act.by)
