"""Populations of invented people as reports would name them, with the truth beside: for the benchmark of identity.

A person has a city, a role, a calling, an article and companions, and is named in one report or many.

``WIDE`` has people in many cities and each in one role. ``FAMILIES`` is closer to two months of real reports, and
punishes joining too much: more people, half of them named once, some of them relatives, some of frequent surnames,
some victims who speak for others another time, and companions mostly of one city.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from benchmarks.generators.people import (
    CALLINGS,
    CITIES,
    FREQUENT,
    SCHEME_WEIGHTS,
    SCHEMES,
    WOMEN,
    Human,
    make_human,
    write_name,
)
from ingest.facts import Act, Charge, Entry, EntryFacts, Evidence, Party, Person, Place, Report, ReportFacts, Span
from kg.entries.active import ActiveEntry, ActiveReport, collect_entries

ENTRIES_A_REPORT = 120


@dataclass(frozen=True)
class Habits:
    """How people are named: mentions for each who may be named, and how often something is so (0 to 1)."""

    mentions_each: float = 4
    elsewhere: float = 0.1
    beside_others: float = 0.3
    frequent: float = 0
    family: float = 0
    speaking: float = 0
    in_capitals: float = 0


WIDE = Habits()
FAMILIES = Habits(1.3, 0.06, 0.06, 0.07, 0.04, 0.05, 0.35)


def populate(
    mentions: int, seed: int = 1, habits: Habits = WIDE
) -> tuple[list[ActiveEntry], dict[tuple[str, int], int]]:
    """About so many mentions in monthly reports, and which human (a number) each is."""
    rng = random.Random(seed)
    total = max(20, int(mentions / habits.mentions_each))
    people: list[Human] = []
    for number in range(total):
        people.append(_among(rng, make_human(rng, number, total), people[-1:], habits))
    all_entries: list[ActiveEntry] = []
    truth: dict[tuple[str, int], int] = {}
    made = 0
    for month in count():
        entries = []
        who: list[list[int]] = []
        for number in range(1, ENTRIES_A_REPORT + 1):
            humans = _named_together(rng, people, habits)
            named = [_speaking(rng, people[h], habits) for h in humans]
            entries.append(_entry(rng, number, month, named, habits))
            who.append(humans)
            made += len(humans)
        report = _report(month, entries)
        for entry in collect_entries([report]):
            truth.update({(entry.id, i): h for i, h in enumerate(who[entry.facts.entry.number - 1])})
            all_entries.append(entry)
        if made >= mentions:
            return all_entries, truth
    raise AssertionError("months never end")


def _among(rng: random.Random, human: Human, before: Sequence[Human], habits: Habits) -> Human:
    """The human with a frequent surname, or of the family of the one before, or in one of the two great cities."""
    woman, chance = human.given in WOMEN, rng.random() if habits.frequent or habits.family else 1.0
    if chance < habits.frequent:
        human = replace(human, surname=rng.choice(FREQUENT) + ("а" if woman else ""))
    elif chance < habits.frequent + habits.family and before:
        man = before[0].surname.removesuffix("а") if before[0].given in WOMEN else before[0].surname
        surname = man + "а" if woman and man.endswith(("ов", "ев", "ин")) else man
        human = replace(human, surname=surname, city=before[0].city, role=rng.choice((human.role, before[0].role)))
    if habits.in_capitals and rng.random() < habits.in_capitals:
        human = replace(human, city=rng.choice(("almaty", "astana")))
    return human


def _speaking(rng: random.Random, human: Human, habits: Habits) -> Human:
    if habits.speaking and human.role in ("target", "subject") and rng.random() < habits.speaking:
        return replace(human, role="speaker")
    return human


def _named_together(rng: random.Random, people: Sequence[Human], habits: Habits) -> list[int]:
    # A few are named again and again, most once or twice.
    first = int(len(people) * rng.random() ** 3)
    beside, city = people[first].companions, people[first].city
    others = [h for h in beside if people[h].city == city or rng.random() < habits.beside_others]
    return [first, *rng.sample(others, min(len(others), rng.choice((0, 0, 1, 2))))]


def _entry(rng: random.Random, number: int, month: int, humans: Sequence[Human], habits: Habits) -> EntryFacts:
    scheme = rng.choices(range(len(SCHEMES)), SCHEME_WEIGHTS)[0]
    date = f"{2000 + month // 12}-{month % 12 + 1:02}-{number * 28 // (ENTRIES_A_REPORT + 1) + 1:02}"
    names = [write_name(rng, human, scheme) for human in humans]
    city = humans[0].city if rng.random() < 1 - habits.elsewhere else rng.choice(CITIES)
    text, spans = f"{date}, {city.capitalize()}, No. {number}: ", []
    for surname, given in names:
        name = f"{surname} {given}"
        spans.append(Span(len(text), len(text) + len(name)))
        text += name + ", "
    persons = tuple(
        Person(
            surname,
            given,
            human.role,
            Evidence((span,), "benchmark"),
            "judge" if human.role == "official" else None,
            ((CALLINGS[human.role], span),) if human.role in CALLINGS and rng.random() < 0.4 else (),
        )
        for (surname, given), human, span in zip(names, humans, spans, strict=True)
    )
    charged = [i for i, human in enumerate(humans) if human.role in ("target", "perpetrator") and rng.random() < 0.6]
    charges = tuple(_charge(i, humans[i], persons[i].evidence) for i in charged)
    acts = tuple(Act("trial", persons[i].evidence, (Party("person", i),)) for i in charged)
    place = Place(city.capitalize(), "city", Evidence((Span(12, 12 + len(city)),), "benchmark"), f"kz-{city}")
    return EntryFacts(Entry(number, text, number, date), (place,), persons, charges=charges, acts=acts)


def _charge(index: int, human: Human, evidence: Evidence) -> Charge:
    code, article = human.article.split()
    return Charge(index, code, article, evidence, human.part)


def _report(month: int, entries: Sequence[EntryFacts]) -> ActiveReport:
    period = f"{2000 + month // 12}-{month % 12 + 1:02}"
    report = Report("", period, f"{period}-01", f"{period}-28", "given", tuple(e.entry for e in entries))
    return ActiveReport("", period * 8, ReportFacts(report, tuple(entries)))


def spellings(entries: Sequence[ActiveEntry]) -> Iterator[tuple[tuple[str, int], str]]:
    """Every mention with its name as printed."""
    for entry in entries:
        for index, person in enumerate(entry.facts.persons):
            yield (entry.id, index), person.name
