"""What may come due in a window, read from the graph: of a large archive only what concerns the people in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from briefings.calendar.facts import Custody, Facts, HungerStrike, Step, Term
from briefings.calendar.rules import PRISONER, STRIKE, load_rules
from briefings.calendar.terms import people_of_terms
from briefings.calendar.window import Window
from briefings.lines import Person
from kg.stores import Store
from queries.briefing_files import briefing_queries
from queries.execute import ask_all

Bound = Mapping[str, Any]


def read_facts(store: Store, filters: Bound, window: Window) -> Facts:
    """Read what fits the filters and may come due in a window, and all terms and custody of the people in it."""
    queries = briefing_queries("calendar")
    replaced = read_replaced(store)
    standing = (term for term in read_lengths(store, filters) if term.fact not in replaced)
    prisoners = _prisoners(store, window)
    terms = read_terms(store, filters, [*people_of_terms(standing, window), *prisoners])
    by_fact = {(term.fact, term.person.id): term for term in terms}
    held = ask_all(queries["custody"], {**filters, "people": prisoners}, store, ("person", "fact"))
    return Facts(
        terms,
        replaced,
        tuple(_step(row) for row in ask_all(queries["steps"], {**filters, **asdict(window)}, store)),
        tuple(_read_strikes(store, filters, window)),
        tuple(_custody(row, by_fact) for row in held),
    )


def read_terms(store: Store, filters: Bound, people: Iterable[str]) -> tuple[Term, ...]:
    """The terms of some people that fit the filters, by their first day."""
    query = briefing_queries("calendar")["terms"]
    rows = ask_all(query, {**filters, "people": sorted(set(people))}, store, ("start", "person", "fact"))
    return tuple(_term(row) for row in rows)


def read_lengths(store: Store, filters: Bound) -> tuple[Term, ...]:
    """All terms that fit the filters, without names and words."""
    return tuple(_term(row) for row in ask_all(briefing_queries("calendar")["lengths"], filters, store))


def read_replaced(store: Store) -> dict[str, str]:
    """The sanctions in whose place others stand, with the day of those."""
    return {row["fact"]: row["day"] or "" for row in ask_all(briefing_queries("calendar")["replaced"], {}, store)}


def _prisoners(store: Store, window: Window) -> list[str]:
    """The people in custody who may have been unnamed for a year in a window, sorted."""
    query, rule = briefing_queries("calendar")["prisoners"], load_rules().rules[PRISONER]
    return sorted(row["person"] for row in ask_all(query, asdict(window.moved_back(rule.days)), store))


def _read_strikes(store: Store, filters: Bound, window: Window) -> Iterator[HungerStrike]:
    """The hunger strikes of which nothing is told since the days that make them due in a window."""
    told = window.moved_back(load_rules().rules[STRIKE].days)
    strikes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in ask_all(briefing_queries("calendar")["strikes"], filters, store):
        strikes[row["fact"]].append(row)
    return (strike for strike in map(_strike, strikes.values()) if strike.last in told)


def _term(row: Mapping[str, Any]) -> Term:
    return Term(
        Person(row["person"], row.get("name", "")),
        row["fact"],
        row["account"] or row["fact"],
        row["kind"],
        row["start"] or "",
        row["duration"] or "",
        row["until"] or "",
        row.get("accused", False),
        tuple(row.get("evidence", ())),
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
