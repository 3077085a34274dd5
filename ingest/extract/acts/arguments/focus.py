"""Whom a phrase names, whom the telling is about at a point of the text, and whom a pronoun there may stand for.

A pronoun is given to somebody only where one person fits; a wrong tie is worse than a missing one.
"""

from dataclasses import dataclass, field
from typing import Any

from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.lexicon.nouns import Kinds
from ingest.facts import EntryFacts, Party
from ingest.vocabulary import PROFESSIONALS, Role

# Whose roles keep them from being whom a proceeding is about, where no word says whose it is.
NEVER_CONCERNED: frozenset[Role] = PROFESSIONALS | {"relative", "perpetrator"}
# Who may be named beside the one person whom an entry is about.
_BESIDE_THE_MATTER: frozenset[Role] = frozenset({"subject", "other", "perpetrator"})


@dataclass(slots=True)
class Who:
    """Whom a phrase names: its heads, the owners of its heads, and how many people it counts without naming them.

    ``other``: it means somebody unnamed who belongs to a named person; ``besides``: how many are counted beside heads.
    """

    heads: tuple[Party, ...] = ()
    owners: tuple[Party, ...] = ()
    count: int | None = None
    people: bool = False
    authority: bool = False
    other: bool = False
    besides: int | None = None


@dataclass(slots=True)
class Focus:
    """Whom the telling is about at a point of the text: ``topic`` from the header, ``recent`` latest first.

    ``told`` are the acts told of people who were only counted; ``counted`` people without names are told of;
    ``elsewhere``: it has gone over to somebody unnamed. ``listed`` are the people of the last list of names, ``harmed``
    those whom earlier sentences tell to have been beaten, tortured or killed. ``read`` and ``heads`` keep what was read
    of the phrases of this sentence.
    """

    facts: EntryFacts
    lexicon: Lexicon
    topic: tuple[int, ...] = ()
    header: bool = False
    recent: list[tuple[int, ...]] = field(default_factory=list)
    speaker: tuple[int, ...] = ()
    counted: int | None = None
    elsewhere: bool = False
    listed: tuple[int, ...] = ()
    harmed: set[int] = field(default_factory=set)
    told: list[Any] = field(default_factory=list)
    read: dict[Any, Who] = field(default_factory=dict)
    heads: dict[tuple[int, int], tuple[Kinds, frozenset[str]]] = field(default_factory=dict)

    def begin_sentence(self) -> None:
        """Forget what was read of the words of the sentence before."""
        self.read.clear()
        self.heads.clear()

    def state(self) -> tuple[object, ...]:
        """What a phrase's reading hangs on, apart from its words."""
        return (tuple(self.recent), self.speaker, self.counted, self.elsewhere)

    def note(self, persons: tuple[int, ...]) -> None:
        """Make these persons the ones a pronoun means."""
        if persons:
            self.elsewhere = False
        if persons and (not self.recent or self.recent[0] != persons):
            self.recent.insert(0, persons)
            self.counted = None
            del self.recent[4:]

    def matter_of(self, position: int) -> tuple[int, ...]:
        """Whose matter the words at ``position`` tell: that of those in the header, else of the only one it can be."""
        if self.elsewhere and not self.header:
            return ()  # the telling has gone over to "the supporter of X"
        if self.header:
            concerned = tuple(i for i in self.topic if self.facts.persons[i].role not in NEVER_CONCERNED)
            return concerned or self.topic
        eligible = [i for i, person in enumerate(self.facts.persons) if person.role not in NEVER_CONCERNED]
        told = [i for i in eligible if self.facts.persons[i].evidence.spans[0].start < position]
        together = len(told) == 1 or (bool(self.recent) and set(told) == set(self.recent[0]))
        return tuple(told) if len(told) == len(eligible) and together else ()

    def one(self, position: int, gender: str = "") -> tuple[int, ...]:
        """The one person a singular pronoun or description stands for, or nobody."""
        for group in (*self.recent, self.topic):
            if len(group) == 1 and self._fits(group[0], gender):
                return self.topic if self._only_beside(group[0], gender) else group
        fitting = [i for i in self._named(position) if self._fits(i, gender)]
        concerned = [i for i in fitting if self.facts.persons[i].role not in NEVER_CONCERNED]
        fitting = concerned or fitting  # the only one named before, whatever their part
        return tuple(fitting) if len(fitting) == 1 else ()

    def many(self, position: int, count: int | None = None) -> tuple[int, ...]:
        """The several persons a plural pronoun stands for (so many, where their number is told), or nobody."""
        groups = [group for group in (*self.recent, self.topic) if len(group) > 1 and count in (None, len(group))]
        concerned = [group for group in groups if not self._only_serve(group)]
        if concerned:
            return self._unharmed(concerned[0])
        named = self._several_named(position, count)
        if len(named) > 1 and count in (None, len(named)) and self.counted is None:
            return named
        return groups[0] if groups else ()

    def _several_named(self, position: int, count: int | None) -> tuple[int, ...]:
        """All who are named before and may be concerned: of victims and a list of others, the list.

        Nobody where it may be the list or all of them.
        """
        named = self._unharmed(self._concerned(position))
        if count is None and len(self.listed) > 1 and set(self.listed) < set(named):
            return ()
        return named

    def _unharmed(self, persons: tuple[int, ...]) -> tuple[int, ...]:
        """Without those who were harmed, where several others are there: those who did it are told of on."""
        others = tuple(i for i in persons if i not in self.harmed)
        return others if len(others) > 1 else persons

    def _only_serve(self, group: tuple[int, ...]) -> bool:
        """Whether all of a group act for the state: of whom they acted on, "they" is likelier."""
        officials = all(self.facts.persons[i].role == "official" for i in group)
        return officials and not (self.header and group == self.topic)

    def _only_beside(self, index: int, gender: str) -> bool:
        """Whether it is somebody beside the one person of a header, of whom all is told."""
        if not self.header or len(self.topic) != 1 or not self._fits(self.topic[0], gender):
            return False
        told = self._gender(index)
        return index not in self.topic and self.facts.persons[index].role in _BESIDE_THE_MATTER and told != "f"

    def _concerned(self, position: int) -> tuple[int, ...]:
        """Those named before the position to whom something may be done."""
        return tuple(i for i in self._named(position) if self.facts.persons[i].role not in NEVER_CONCERNED)

    def _named(self, position: int) -> list[int]:
        """Those named before the position."""
        return [i for i, person in enumerate(self.facts.persons) if person.evidence.spans[0].start < position]

    def _fits(self, index: int, gender: str) -> bool:
        person = self.facts.persons[index]
        if person.role == "official" and not (self.header and index in self.topic):
            return False
        if person.role == "perpetrator" and not gender:
            return False  # "the journalist", "the activist" is whom they did it to
        return not gender or self._gender(index) in ("", gender)

    def _gender(self, index: int) -> str:
        person = self.facts.persons[index]
        return self.lexicon.gender_endings.gender_of(person.surname, person.given)


def meant_by(word: str, focus: Focus, position: int, count: int | None = None) -> tuple[int, ...]:
    """The persons that a pronoun at the position means; ``count`` of them, where told."""
    if word in ("he", "him", "his"):
        return focus.one(position, "m")
    if word in ("she", "her"):
        return focus.one(position, "f")
    if word in ("they", "them", "their"):
        return focus.many(position, count)
    return focus.speaker or focus.one(position)
