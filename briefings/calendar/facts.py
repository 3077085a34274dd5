"""What the calendar looks at: terms, planned steps, hunger strikes, custody."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefings.lines import Person


@dataclass(frozen=True)
class Term:
    """A sanction of somebody: from ``start`` for ``duration`` (ISO 8601), or ``until`` a day; each may be empty.

    Contradicting accounts of one have one ``account``; ``otherwise`` are the lengths in the other accounts.
    ``accused``: its case is about what was done to others.
    """

    person: Person
    fact: str
    account: str
    kind: str
    start: str
    duration: str
    until: str
    accused: bool
    places: tuple[str, ...]
    otherwise: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """An act of a ``day`` whose words say what is due next, and when."""

    fact: str
    type: str
    day: str
    due: str
    people: tuple[Person, ...]
    cases: tuple[str, ...]
    places: tuple[str, ...]


@dataclass(frozen=True)
class HungerStrike:
    """A hunger strike between the entries that tell it; ``unnamed`` counts people whom the text does not name."""

    fact: str
    people: tuple[Person, ...]
    unnamed: int
    first: str
    last: str
    ended: bool
    places: tuple[str, ...]


@dataclass(frozen=True)
class Custody:
    """Somebody's imprisonment (``facility`` is empty), or custody in a facility."""

    person: Person
    fact: str
    facility: str
    term: Term | None
    until: str
    places: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """What may come due; ``replaced`` are the sanctions in whose place others stand, and the day of those."""

    terms: tuple[Term, ...]
    replaced: Mapping[str, str]
    steps: tuple[Step, ...]
    strikes: tuple[HungerStrike, ...]
    custodies: tuple[Custody, ...]

    @property
    def people(self) -> list[str]:
        """The ids of everybody in it, sorted."""
        alone = {fact.person for facts in (self.terms, self.custodies) for fact in facts}
        together = {person for facts in (self.steps, self.strikes) for fact in facts for person in fact.people}
        return sorted(person.id for person in alone | together)

    @property
    def cases(self) -> list[str]:
        """The cases of the steps, sorted."""
        return sorted({case for step in self.steps for case in step.cases})
