"""What the rules of campaigns see and give: the entries, and which calls each of them answers so far.

A call is what brings people together: a day for which rallies are called, a topic, a cause, the meetings of a body.
Entries that answer one call share a campaign. Of several calls an entry answers, the first counts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from ingest.facts import Party, Span
from kg.entries.active import ActiveEntry
from kg.identity.disjoint_sets import DisjointSets
from kg.identity.types import BodyKeys, PersonIds

CallKind = Literal["day", "topic", "cause", "meetings"]
Call = tuple[CallKind, str]
"""A kind, and which: an ISO day, or an id."""


@dataclass(frozen=True)
class Answer:
    """An entry answers a call: the words that say so, and what the call is called.

    ``joins``: this call and the first that the entry answers are one. ``first``: it counts before the others. ``peer``:
    the entry (id) whose words were compared, where it is not the first that answers the call.
    """

    entry: ActiveEntry
    call: Call
    spans: tuple[Span, ...]
    name: str
    joins: bool = False
    first: bool = False
    peer: str = ""


@dataclass
class CampaignContext:
    """``of_entry`` has the calls that each entry (id) answers; ``calls`` says which calls are one.

    ``first_told`` has the entries (ids) that tell again what another tells, each with that one:
    together they count once.
    """

    entries: Sequence[ActiveEntry]
    people: PersonIds
    bodies: BodyKeys
    first_told: Mapping[str, str] = field(default_factory=dict)
    calls: DisjointSets[Call] = field(default_factory=DisjointSets)
    of_entry: dict[str, list[Call]] = field(default_factory=dict)

    def calls_of(self, entry: ActiveEntry) -> list[Call]:
        """The calls that an entry answers, the one that counts first."""
        return self.of_entry.get(entry.id, [])

    def take(self, answer: Answer) -> None:
        """Let an entry answer a call."""
        self.calls.add(answer.call)
        calls = self.of_entry.setdefault(answer.entry.id, [])
        if answer.first:
            calls.insert(0, answer.call)
        else:
            calls.append(answer.call)
        if answer.joins:
            self.calls.join(calls[0], answer.call)

    def shared(self) -> set[Call]:
        """The leaders of the calls that several entries answer first."""
        first = {(self.calls.leader(calls[0]), self.telling(id)) for id, calls in self.of_entry.items() if calls}
        tellings = Counter(call for call, _ in first)
        return {call for call, number in tellings.items() if number > 1}

    def telling(self, entry: str) -> str:
        """The entry (id) that tells first what an entry tells."""
        return self.first_told.get(entry, entry)

    def people_in(self, entry: ActiveEntry, parties: Iterable[Party]) -> Iterator[str]:
        """The persons (ids) among the parties of an act."""
        yield from (self.people[entry.id, party.index] for party in parties if party.kind == "person")

    @cached_property
    def bodies_by_name(self) -> dict[tuple[str, str], str]:
        """The ids of bodies by report and name in lower case; of one name the last counts."""
        return {
            (entry.report, body.name.lower()): self.bodies[entry.id, index][0].id
            for entry in self.entries
            for index, body in enumerate(entry.facts.bodies)
        }
