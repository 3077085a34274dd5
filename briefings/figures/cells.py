"""Counting: which things, named people and unnamed people stand in each cell, each once."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from briefings.figures.fields import PART, Field
from briefings.figures.things import Party, Thing, Things, Value

STANDINGS = ("stated", "requested", "alleged", "denied")
"""What figures keep apart. Who stands in two of them is counted in the first; what a court found is stated."""

Where = Mapping[str, str]
"""Fields, and the value that each must have."""


@dataclass
class Cell:
    """What is counted in one row: accounts and people by id, each with its standing, and the unnamed by crowd.

    ``words`` are those of everything, ``words_of_people`` those of what people stand in, or numbers of people.
    """

    accounts: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    accused: dict[str, str] = field(default_factory=dict)
    unnamed: dict[str, tuple[int, str]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)
    words_of_people: set[str] = field(default_factory=set)

    def add(self, thing: Thing, party: Party | None, words: Sequence[str]) -> None:
        """Count a thing, and somebody in it, or without anybody those whom the text does not name."""
        _keep_first(self.accounts, thing.account, _standing(thing.standing))
        self.words.update(words)
        if party or thing.unnamed:
            self.words_of_people.update(words)
        if party is None:
            standing = self.accounts[thing.account]
            _, known = self.unnamed.get(thing.crowd, (0, standing))
            self.unnamed[thing.crowd] = (thing.unnamed, min(standing, known, key=STANDINGS.index))
        else:
            counted = self.accused if party.accused else self.people
            _keep_first(counted, party.person, _standing(party.standing or thing.standing))

    def things_by_standing(self) -> Counter[str]:
        """How many things there are of each standing."""
        return Counter(self.accounts.values())

    def named_by_standing(self) -> Counter[str]:
        """How many named people there are of each standing, without those only accused of what was done to others."""
        return Counter(self.people.values())

    def unnamed_by_standing(self) -> Counter[str]:
        """How many people the texts count and do not name, by standing."""
        found: Counter[str] = Counter()
        for number, standing in self.unnamed.values():
            found[standing] += number
        return found

    def only_accused(self) -> set[str]:
        """Those who stand here only as accused of what was done to others."""
        return self.accused.keys() - self.people.keys()


@dataclass(frozen=True)
class Table:
    """The rows of a figure, by the values of its fields, and the whole, in which everything is counted once."""

    rows: Mapping[tuple[Value, ...], Cell]
    total: Cell


def count(things: Things, by: Sequence[Field], where: Where, among: Sequence[Field]) -> Table:
    """Count things by some fields. ``among`` are the fields of ``where``.

    People are those to whom something was done, unless the part in an act is one of the fields.
    """
    both_parts = any(each.name == PART for each in (*by, *among))
    rows: dict[tuple[Value, ...], Cell] = defaultdict(Cell)
    total = Cell()
    for thing in things.things:
        for party in _parties(thing, both_parts, any(each.of_people for each in (*by, *among))):
            if not _fits(things, thing, party, where, among):
                continue
            total.add(thing, party, things.words.get(thing.id, ()))
            for values in product(*(things.values_of(each, thing, party) for each in by)):
                rows[values].add(thing, party, things.words.get(thing.id, ()))
    return Table(rows, total)


def _parties(thing: Thing, both_parts: bool, by_people: bool) -> Iterator[Party | None]:
    """Those in a thing who are counted; nobody, once, for the thing itself and those whom the text does not name."""
    counted = [party for party in thing.people if both_parts or party.part == "to"]
    yield from counted
    if not counted or thing.unnamed or not by_people:
        yield None


def _fits(things: Things, thing: Thing, party: Party | None, where: Where, among: Sequence[Field]) -> bool:
    for each in among:
        wanted = where[each.name].casefold()
        values = things.values_of(each, thing, party)
        if not any(wanted in (value.key.casefold(), value.words.casefold()) for value in values):
            return False
    return True


def _standing(standing: str) -> str:
    return "stated" if standing == "found" else standing


def _keep_first(counted: dict[str, str], id: str, standing: str) -> None:
    """Count something, in the first of the standings that it has."""
    counted[id] = min(standing, counted.get(id, standing), key=STANDINGS.index)
