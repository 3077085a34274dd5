"""What is counted, read from the graph: things, the people in them, their values, and the words they rest on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from briefings.figures.fields import PART, Field, Kind, queries_of
from kg.stores import Store
from queries.execute import ask_all

Bound = Mapping[str, Any]
"""The values of filters, as ``queries.execute.bind_filters`` gives them."""


class Value(NamedTuple):
    """A value of a field: the key that tells it from others, and the words for it."""

    key: str
    words: str


NOT_TOLD = Value("", "not told")
PARTS = {"to": Value("to", "done to them"), "by": Value("by", "done by them")}


@dataclass(frozen=True)
class Party:
    """Somebody in a thing.

    ``standing`` is of the tie (a reported beating, an alleged author); empty where the thing's holds. ``accused`` is
    one who stands in it as accused of what was done to others.
    """

    person: str
    part: str
    standing: str
    accused: bool


@dataclass(frozen=True)
class Thing:
    """An act, charge, sanction or entry; contradicting accounts of one have one ``account``.

    ``unnamed`` is how many people the text counts and does not name. Things of one ``crowd`` are about the same people.
    """

    id: str
    account: str
    standing: str
    unnamed: int
    people: tuple[Party, ...] = ()
    crowd: str = ""


@dataclass(frozen=True)
class Things:
    """All things of a kind that the filters leave, and the values of their fields, by field and by what has them."""

    kind: Kind
    things: tuple[Thing, ...]
    values: Mapping[str, Mapping[str, Sequence[Value]]]
    words: Mapping[str, Sequence[str]]

    def values_of(self, field: Field, thing: Thing, party: Party | None) -> Sequence[Value]:
        """The values of a field in a thing, for somebody in it where the field is of people."""
        if not field.of_people:
            return self.values[field.name].get(thing.id, (NOT_TOLD,))
        if party is None:
            return (NOT_TOLD,)
        if field.name == PART:
            return (PARTS[party.part],)
        return self.values[field.name].get(party.person, (NOT_TOLD,))


def read_things(store: Store, kind: Kind, fields: Iterable[Field], filters: Bound) -> Things:
    """Read the things of a kind that fit the filters, with the values of some fields."""
    queries = queries_of(kind)
    people: dict[str, list[Party]] = defaultdict(list)
    for row in ask_all(queries["people"], filters, store) if "people" in queries else ():
        party = Party(row["person"], row["part"], row["standing"] or "", row["accused"])
        people[row["thing"]].append(party)
    things = tuple(
        Thing(row["thing"], row["account"], row["standing"], row["unnamed"] or 0, tuple(people[row["thing"]]))
        for row in ask_all(queries["all"], filters, store)
    )
    values = {field.name: _values(store, field) for field in fields}
    words: dict[str, list[str]] = defaultdict(list)
    for row in ask_all(queries["words"], {}, store):
        words[row["thing"]].append(f"{row['entry']}#{row['span']}")
    return Things(kind, with_crowds(things, words), values, words)


def with_crowds(things: Sequence[Thing], words: Mapping[str, Sequence[str]]) -> tuple[Thing, ...]:
    """Things with the crowd of their unnamed people: one number in one entry is of the same people.

    So 18 people accused of four articles are 18, and five women who were detained and released are five. Contradicting
    accounts have the largest number of any.
    """
    largest: dict[str, Thing] = {}
    for thing in things:
        known = largest.get(thing.account, thing)
        largest[thing.account] = thing if thing.unnamed > known.unnamed else known
    told = []
    for thing in things:
        of = largest[thing.account]
        entry = min((place.partition("#")[0] for place in words.get(of.id, ())), default=of.id)
        told.append(replace(thing, unnamed=of.unnamed, crowd=f"{entry} {of.unnamed}" if of.unnamed else ""))
    return tuple(told)


def _values(store: Store, field: Field) -> Mapping[str, Sequence[Value]]:
    found: dict[str, list[Value]] = defaultdict(list)
    for row in ask_all(field.query, {}, store) if field.query else ():
        found[row["thing"]].append(Value(row["key"], row["value"]))
    return found
