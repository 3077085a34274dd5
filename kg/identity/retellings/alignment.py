"""Which facts of an entry are those of the entry that it tells again."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence, Set
from typing import TypeVar

from ingest.facts import Act, Body, Party, Person
from ingest.language.folding import fold
from kg.entries.active import ActiveEntry

F = TypeVar("F")
Positions = Mapping[int, int]
"""Positions among an entry's facts of one kind, each with that of the same fact in the other entry."""


def align_persons(entry: ActiveEntry, first: ActiveEntry) -> Positions:
    """People who are spelled alike in both, whatever the order of the parts of their names."""
    return dict(_in_order(entry.facts.persons, first.facts.persons, _spelled))


def align_bodies(entry: ActiveEntry, first: ActiveEntry) -> Positions:
    """Bodies of one kind that are spelled alike in both."""
    return dict(_in_order(entry.facts.bodies, first.facts.bodies, _named))


def align_acts(entry: ActiveEntry, first: ActiveEntry, persons: Positions, bodies: Positions) -> dict[int, int]:
    """Acts of one type, one day and the same parties, in their order; then the only ones of a type that are left.

    Of those, one may name more of the parties than the other.
    """

    def parties(act: Act) -> frozenset[Party]:
        return frozenset(_moved(act.to, persons, bodies))

    own = [(act.type, _day(act, entry), parties(act)) for act in entry.facts.acts]
    other = [(act.type, _day(act, first), frozenset(act.to)) for act in first.facts.acts]
    found = dict(_in_order(own, other, lambda key: key))
    left = _by_type(own, found.keys())
    left_there = _by_type(other, set(found.values()))
    for type in left.keys() & left_there.keys():
        if len(left[type]) == len(left_there[type]) == 1:
            (i,), (j,) = left[type], left_there[type]
            (_, day, to), (_, day_there, to_there) = own[i], other[j]
            if day == day_there and (to <= to_there or to_there <= to):
                found[i] = j
    return found


def _in_order(own: Sequence[F], other: Sequence[F], key: Callable[[F], Hashable]) -> Iterator[tuple[int, int]]:
    """Positions with equal keys: the first with the first, the second with the second."""
    there: dict[Hashable, list[int]] = defaultdict(list)
    for position, fact in enumerate(other):
        there[key(fact)].append(position)
    for position, fact in enumerate(own):
        if same := there[key(fact)]:
            yield position, same.pop(0)


def _spelled(person: Person) -> Hashable:
    return tuple(sorted(fold(person.name).split()))


def _named(body: Body) -> Hashable:
    return body.kind, fold(body.name)


def _day(act: Act, entry: ActiveEntry) -> str | None:
    return act.date or entry.date


def _moved(parties: Sequence[Party], persons: Positions, bodies: Positions) -> Iterator[Party]:
    """The parties as positions in the other entry; one that is not there has a position of its own."""
    for party in parties:
        there = persons if party.kind == "person" else bodies
        yield Party(party.kind, there.get(party.index, -1 - party.index))


def _by_type(acts: Sequence[tuple[str, str | None, frozenset[Party]]], done: Set[int]) -> dict[str, list[int]]:
    left: dict[str, list[int]] = defaultdict(list)
    for position, (type, *_) in enumerate(acts):
        if position not in done:
            left[type].append(position)
    return left
