"""What the calendar looks at, read from the graph: terms, planned steps, hunger strikes, custody."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefings.calendar.rules import load_rules
from briefings.lines import Person
from kg.stores import Store
from queries.briefing_files import briefing_queries
from queries.execute import ask_all

Bound = Mapping[str, Any]


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
    """All that may come due; ``replaced`` are the sanctions in whose place others stand, and the day of those."""

    terms: tuple[Term, ...]
    replaced: Mapping[str, str]
    steps: tuple[Step, ...]
    strikes: tuple[HungerStrike, ...]
    custodies: tuple[Custody, ...]


def read_facts(store: Store, filters: Bound) -> Facts:
    """Read what fits the filters."""
    queries = briefing_queries("calendar")
    terms, replaced = read_terms(store, filters)
    steps = tuple(_step(row) for row in ask_all(queries["steps"], filters, store))
    strikes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in ask_all(queries["strikes"], filters, store):
        strikes[row["fact"]].append(row)
    by_fact = {(term.fact, term.person.id): term for term in terms}
    held = sorted(ask_all(queries["custody"], filters, store), key=lambda row: (row["person"], row["fact"]))
    custodies = tuple(_custody(row, by_fact) for row in held)
    return Facts(terms, replaced, steps, tuple(map(_strike, strikes.values())), custodies)


def read_terms(store: Store, filters: Bound) -> tuple[tuple[Term, ...], dict[str, str]]:
    """The terms that fit the filters, and the sanctions in whose place others stand, with the day of those."""
    queries = briefing_queries("calendar")
    terms = tuple(_term(row) for row in ask_all(queries["terms"], filters, store, ("start", "person", "fact")))
    return terms, {row["fact"]: row["day"] or "" for row in ask_all(queries["replaced"], {}, store)}


def _term(row: Mapping[str, Any]) -> Term:
    return Term(
        Person(row["person"], row["name"]),
        row["fact"],
        row["account"] or row["fact"],
        row["kind"],
        row["start"] or "",
        row["duration"] or "",
        row["until"] or "",
        row["accused"],
        tuple(row["evidence"]),
    )


def _step(row: Mapping[str, Any]) -> Step:
    people, cases, places = _people(row), tuple(row["cases"]), tuple(row["evidence"])
    return Step(row["fact"], row["type"], row["day"], row["due"], people, cases, places)


def _strike(rows: list[dict[str, Any]]) -> HungerStrike:
    """A hunger strike from the rows of its entries, which are in the order of days."""
    first, last = rows[0], rows[-1]
    words = last["words"]
    # Where a profile or a partner leaves out the words, nobody can say that they tell no end.
    ended = words is None or any(word.lower() in load_rules().ending for word in words.split())
    places = tuple(row["place"] for row in rows)
    return HungerStrike(first["fact"], _people(first), first["unnamed"] or 0, first["day"], last["day"], ended, places)


def _custody(row: Mapping[str, Any], terms: Mapping[tuple[str, str], Term]) -> Custody:
    term = terms.get((row["fact"], row["person"]))
    person = Person(row["person"], row["name"])
    return Custody(person, row["fact"], row["facility"] or "", term, row["until"] or "", tuple(row["evidence"]))


def _people(row: Mapping[str, Any]) -> tuple[Person, ...]:
    return tuple(Person(id, name) for id, name in zip(row["people"], row["names"], strict=True))
