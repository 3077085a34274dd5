"""A question as a reader sees it: both people with the words of their entries, and what speaks for and against."""

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
class EntryView:
    """An entry that names somebody: its text and where the names are in it."""

    id: str
    date: str | None
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class PersonView:
    """One of two people.

    ``id`` is that of the earliest mention. ``names`` are all spellings, the most used first. ``descriptions`` are
    roles, offices and occupations.
    """

    id: str
    names: tuple[str, ...]
    descriptions: tuple[str, ...]
    entries: tuple[EntryView, ...]

    @property
    def name(self) -> str:
        """The name used most."""
        return self.names[0]


@dataclass(frozen=True)
class QuestionView:
    """Are these two one? ``entries`` is how many entries a yes would join."""

    a: PersonView
    b: PersonView
    reasons_for: tuple[str, ...]
    reasons_against: tuple[str, ...]
    entries: int


def view_questions(
    entries: Sequence[ActiveEntry], resolution: Resolution, questions: Iterable[Question]
) -> list[QuestionView]:
    """The questions as a reader sees them, in their order."""
    ids = person_mention_ids(entries)
    by_id = {entry.id: entry for entry in entries}
    members: dict[str, list[MentionKey]] = defaultdict(list)
    for mention in ids:
        members[resolution.person[mention]].append(mention)

    def view(mention: MentionKey) -> PersonView:
        return view_person(ids[mention], [(by_id[id], i) for id, i in members[resolution.person[mention]]])

    return [
        QuestionView(view(q.a), view(q.b), q.verdict.reasons_for, q.verdict.reasons_against, q.entries)
        for q in questions
    ]


def view_person(id: str, mentions: Sequence[tuple[ActiveEntry, int]]) -> PersonView:
    """A person as a reader sees them; ``mentions`` are places of entries, the earliest first."""
    persons = [(entry, entry.facts.persons[index]) for entry, index in mentions]
    names = [person.name for _, person in persons]
    spans: dict[str, list[Span]] = defaultdict(list)
    for entry, person in persons:
        spans[entry.id].extend(person.evidence.spans)
    shown = [
        EntryView(entry.id, entry.date, entry.facts.entry.text, tuple(sorted(spans[entry.id])))
        for entry in {entry.id: entry for entry, _ in persons}.values()
    ]
    descriptions = chain.from_iterable(_describe(person) for _, person in persons)
    return PersonView(
        id,
        tuple(sorted(dict.fromkeys(names), key=lambda name: (-names.count(name), names.index(name)))),
        tuple(dict.fromkeys(descriptions)),
        tuple(shown),
    )


def _describe(person: Person) -> Iterator[str]:
    yield person.role
    if person.office:
        yield person.office
    yield from (text for text, _ in person.occupations)
