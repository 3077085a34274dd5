"""What a reader needs to answer a question: both people with their entries' words, and what speaks for and against."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ingest.facts import Person, Span
from kg.entries.active import ActiveEntry
from kg.entries.mentions import MentionKey, person_mention_ids
from kg.identity.people.values import Question
from kg.identity.resolution import Resolution


@dataclass(frozen=True)
class Entry:
    """An entry that names somebody: its text and where the names stand in it."""

    id: str
    date: str | None
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class Side:
    """One of two people: ``id`` is that of the earliest mention, ``names`` are all spellings, the most used first."""

    id: str
    names: tuple[str, ...]
    described: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def name(self) -> str:
        """The name used most."""
        return self.names[0]


@dataclass(frozen=True)
class QuestionView:
    """Are these two one? ``entries`` is how many entries a yes would join."""

    a: Side
    b: Side
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    entries: int


def ask(told: Sequence[ActiveEntry], who: Resolution, questions: Iterable[Question]) -> list[QuestionView]:
    """The questions as a reader sees them, in their order."""
    ids = person_mention_ids(told)
    entries = {entry.id: entry for entry in told}
    members: dict[str, list[MentionKey]] = defaultdict(list)
    for entry in told:
        for index in range(len(entry.facts.persons)):
            members[who.person[entry.id, index]].append((entry.id, index))

    def side(mention: MentionKey) -> Side:
        return _side(ids[mention], [(entries[id], i) for id, i in members[who.person[mention]]])

    return [
        QuestionView(side(q.a), side(q.b), q.verdict.reasons_for, q.verdict.reasons_against, q.entries)
        for q in questions
    ]


def _side(id: str, mentions: Sequence[tuple[ActiveEntry, int]]) -> Side:
    persons = [(entry, entry.facts.persons[index]) for entry, index in mentions]
    names = [person.name for _, person in persons]
    spans: dict[str, list[Span]] = defaultdict(list)
    for entry, person in persons:
        spans[entry.id].extend(person.evidence.spans)
    shown = [
        Entry(entry.id, entry.date, entry.facts.entry.text, tuple(sorted(spans[entry.id])))
        for entry in {entry.id: entry for entry, _ in persons}.values()
    ]
    described = chain.from_iterable(_described(person) for _, person in persons)
    return Side(
        id,
        tuple(sorted(dict.fromkeys(names), key=lambda name: (-names.count(name), names.index(name)))),
        tuple(dict.fromkeys(described)),
        tuple(shown),
    )


def _described(person: Person) -> Iterator[str]:
    yield person.role
    if person.office:
        yield person.office
    yield from (text for text, _ in person.occupations)
