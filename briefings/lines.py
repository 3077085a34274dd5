"""Lines of a briefing: what is said of whom on which day, and the entries it rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.stores import Rows
from queries.header import EVIDENCE, Column, Header


@dataclass(frozen=True)
class Person:
    """Somebody by id and name."""

    id: str
    name: str


@dataclass(frozen=True)
class Line:
    """One line: its group, its day (ISO, as exact as known), who, and what is said.

    ``fact`` is the id of the act, sanction, charge or custody; empty if it is about somebody and no single fact.
    ``places`` are the words it rests on, each as ``ENTRY#START-END``.
    """

    group: str
    day: str
    people: tuple[Person, ...]
    what: str
    fact: str
    places: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """The names of the people."""
        return [person.name for person in self.people]

    @property
    def entries(self) -> list[str]:
        """The entries it rests on, in their order."""
        return list(dict.fromkeys(place.partition("#")[0] for place in self.places))


def rows_of(lines: Iterable[Line]) -> Rows:
    """Lines as an answer."""
    columns = ("group", "day", "names", "what", "entries", "people", "fact", EVIDENCE)
    return Rows(columns, tuple(_row(line) for line in lines))


def _row(line: Line) -> tuple[object, ...]:
    people = [person.id for person in line.people]
    return (line.group, line.day, line.names, line.what, line.entries, people, line.fact, list(line.places))


def header_of(title: str, day: str) -> Header:
    """The headings of such an answer; ``day`` says what the days are."""
    columns = {
        "day": Column(label=day, priority=1),
        "names": Column(label="who", priority=1),
        "what": Column(label="what", priority=1),
        "entries": Column(label="entries", priority=1),
        "people": Column(key="Person.id"),
        "fact": Column(key="Event.id"),
    }
    return Header(title=title, learns="", columns=columns)


def grouped(lines: Sequence[Line], order: Sequence[str]) -> list[tuple[str, list[Line]]]:
    """The lines of each group, those groups that have some, in an order."""
    groups = [(name, [line for line in lines if line.group == name]) for name in order]
    return [(name, found) for name, found in groups if found]


def joined(lines: Iterable[Line]) -> list[Line]:
    """Lines that say one thing of one fact of several people, such as a sum that they pay together, as one."""
    together: dict[tuple[str, ...], Line] = {}
    for line in lines:
        key = (line.group, line.day, line.what, line.fact or line.people[0].id)
        known = together.get(key)
        if known is None:
            together[key] = line
        else:
            people = tuple(dict.fromkeys((*known.people, *line.people)))
            together[key] = replace(known, people=people, places=tuple(dict.fromkeys((*known.places, *line.places))))
    return list(together.values())


def day_of(iso: str) -> date | None:
    """The day of a date; ``None`` where only its month or year is known."""
    return date.fromisoformat(iso) if len(iso) == len("2031-03-05") else None
