"""An entry's people in the lists that its text has them in: what the rules for addressees ask."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from ingest.analysis.document import Document
from ingest.extract.addressees.words import AddresseeWords, addressee_words, joins_names
from ingest.facts import Person, Span
from ingest.jurisdictions.lexicons import GenderEndings, name_words
from ingest.jurisdictions.packs import Jurisdiction

# How far apart two names of one list may stand.
LIST_GAP = 60
_KIN = re.compile(
    r",\s(?:the\s|an?\s)?(?:mother|father|wife|husband|widow|son|daughter|brother|sister|parents?|relatives?|friend|"
    r"supporters?|lawyer|colleague|companion|follower)s?\sof\s(?:[a-z’'-]{1,20}\s){0,3}$"
)
# `The mother of X, Y, was fined`: two people, and Y is the one spoken of.
_OWNER = re.compile(
    r"\b(?:mother|father|wife|husband|widow|son|daughter|brother|sister|relative|friend|supporter|lawyer|defender|"
    r"attorney|advocate|colleague|counsel|representative)\sof\s(?:[a-z’'-]{1,20}\s){0,4}$"
)
GOES_ON = re.compile(
    r"[\s,(]{0,3}(?:who|whose|sentenced|convicted|accused|arrested|detained|charged|serving|imprisoned)\b"
)


class Group(NamedTuple):
    """Names that are in one list: where it begins and ends, and the indexes of its people, in order."""

    start: int
    end: int
    members: tuple[int, ...]


@dataclass(frozen=True)
class Scene:
    """An entry's document with its people in lists, for asking :func:`find_addressees`."""

    document: Document
    persons: tuple[Person, ...]
    groups: tuple[Group, ...]
    words: AddresseeWords
    endings: GenderEndings

    @property
    def text(self) -> str:
        """The entry's text."""
        return self.document.text

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds a position."""
        return self.document.sentence_at(position)

    def groups_within(self, start: int, end: int) -> tuple[Group, ...]:
        """The lists of people that lie wholly between two positions."""
        first = bisect_left(self.groups, start, key=lambda g: g.start)
        last = bisect_right(self.groups, end, key=lambda g: g.end)
        return self.groups[first:last]

    def group_before(self, position: int) -> Group | None:
        """The last list of people that ends before a position."""
        at = bisect_right(self.groups, position, key=lambda g: g.end)
        return self.groups[at - 1] if at else None

    def eligible(self, group: Group) -> tuple[int, ...]:
        """Those of a list whose role lets a charge or a sanction be theirs."""
        return tuple(i for i in group.members if self.persons[i].role in self.words.roles)

    def all_eligible(self, groups: Iterable[Group]) -> list[tuple[int, ...]]:
        """The eligible people of each list that has any, in the order of the lists."""
        return [members for group in groups if (members := self.eligible(group))]

    def gender(self, index: int) -> str:
        """``m`` or ``f`` where a person's name tells it, else empty."""
        person = self.persons[index]
        return self.endings.gender_of(person.surname, person.given)

    def targets(self) -> tuple[int, ...]:
        """The persons of the entry who are targets."""
        return tuple(i for i, person in enumerate(self.persons) if person.role == "target")


def set_scene(document: Document, persons: tuple[Person, ...], jurisdiction: Jurisdiction) -> Scene:
    """Put the people of an entry into the lists that the text has them in."""
    words = addressee_words(jurisdiction)
    mentions = sorted((*span, i) for i, person in enumerate(persons) for span in person.evidence.spans)
    groups: list[Group] = []
    for start, end, person in mentions:
        last = groups[-1] if groups else None
        if last is None or not _goes_on(document, last, start, words):
            if last is None or start >= last.end:
                groups.append(Group(start, end, (person,)))
            continue
        members = last.members if person in last.members else (*last.members, person)
        groups[-1] = Group(last.start, end, members)
    return Scene(document, persons, tuple(groups), words, name_words(jurisdiction).gender_endings)


def is_owner(scene: Scene, group: Group) -> bool:
    """`The mother of X`, `X’s lawyer`: whether somebody stands there only to say who another person is."""
    if scene.document.is_possessive(group.end):
        return True
    return _OWNER.search(scene.text, max(0, group.start - LIST_GAP), group.start) is not None


def _goes_on(document: Document, last: Group, start: int, words: AddresseeWords) -> bool:
    """Whether a name that begins at ``start`` is in the same list as the names before it."""
    gap = document.text[last.end : start]
    # `Mirev’s wife, Dolkina` are no list, and a list is in one line.
    if not last.end <= start <= last.end + LIST_GAP or document.is_possessive(last.end) or "\n" in gap:
        return False
    if _holds_term(document, last.end, start):
        return False
    if gap == ", " and _OWNER.search(document.text, max(0, last.start - LIST_GAP), last.start):
        return False
    return joins_names(document.tokens_within(last.end, start), words)


def _holds_term(document: Document, start: int, end: int) -> bool:
    """ "X, six years; Y": the term is X's, and the list ends with it."""
    return any(start <= term.span.start < end for term in document.durations)


def described_by(scene: Scene, group: Group, start: int) -> Group:
    """The list that another one only describes: X of "X, mother of Y, was fined". Else the list itself.

    "X, mother of Y, who was sentenced" goes on about Y.
    """
    text = scene.text
    if not _KIN.search(text, max(0, group.start - LIST_GAP), group.start) or GOES_ON.match(text, group.end, start):
        return group
    earlier = scene.group_before(group.start - 1)
    if earlier is None or group.start - earlier.end > LIST_GAP or not scene.eligible(earlier):
        return group
    return earlier if earlier.start >= scene.sentence_at(start).start else group
