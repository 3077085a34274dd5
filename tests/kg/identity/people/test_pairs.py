"""Pairs of invented people against the expected answer: the figures that issue 5 asks for."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from ingest.analysis.document import analyse
from ingest.extract.matters.matters import find_matters
from ingest.facts import Act, Body, Charge, Entry, EntryFacts, Evidence, Party, Person, Place, Report, ReportFacts, Span
from ingest.jurisdictions.gazetteer import which_place
from ingest.jurisdictions.packs import load_jurisdiction
from kg.entries.active import ActiveReport, collect_entries
from kg.identity.people.people import compare_people
from kg.identity.people.values import Verdict

JURISDICTION = load_jurisdiction("kazakhstan")
FILE = Path(__file__).parent / "pairs.csv"
Row = dict[str, str]


@cache
def rows() -> tuple[Row, ...]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(line for line in file if not line.startswith("#")))


class Scene:
    """One entry's text and facts, put together name by name."""

    def __init__(self, place: str) -> None:
        self.text = f"March 3, {place}, "
        known, _ = which_place(place, None, frozenset(), JURISDICTION)
        self.places = (Place(place, "city", self._evidence(9, 9 + len(place)), known.id if known else None),)
        self.persons: list[Person] = []
        self.charges: list[Charge] = []
        self.acts: list[Act] = []
        self.bodies: list[Body] = []

    def add(self, who: Row) -> int:
        surname, _, given = (part.strip() for part in who["name"].partition(","))
        if who.get("age"):
            self.text += f"{who['age']}-year-old "
        name = self._say(f"{surname} {given}".strip())
        job = who.get("occupation", "")
        occupations = ((job, self._say(job).spans[0]),) if job else ()
        person = Person(
            surname or None, given or None, who.get("role") or "target", name, who.get("office") or None, occupations
        )
        self.persons.append(person)
        index = len(self.persons) - 1
        if who.get("charge"):
            code, article = who["charge"].split()
            number, _, part = article.partition("/")
            self.charges.append(Charge(index, code, number, self._say(article), part or None))
        if who.get("facility"):
            self.bodies.append(Body("facility", who["facility"], "prison", self._say(who["facility"])))
            self.acts.append(Act("remand", name, (Party("person", index),), at=len(self.bodies) - 1))
        if who.get("beside"):
            self.add({"name": who["beside"]})
        return index

    def facts(self, number: int) -> EntryFacts:
        entry = Entry(number, self.text, number, f"2031-03-{number:02}")
        facts = EntryFacts(
            entry,
            self.places,
            tuple(self.persons),
            tuple(self.bodies),
            charges=tuple(self.charges),
            acts=tuple(self.acts),
        )
        return replace(facts, matters=find_matters(analyse(entry, JURISDICTION), facts, JURISDICTION))

    def _say(self, words: str) -> Evidence:
        start = len(self.text)
        self.text += words + ", "
        return self._evidence(start, start + len(words))

    @staticmethod
    def _evidence(start: int, end: int) -> Evidence:
        return Evidence((Span(start, end),), "tests.by_hand")


def report(period: str, entries: list[EntryFacts]) -> ActiveReport:
    active = Report("", period, f"{period}-01", f"{period}-28", "given", tuple(e.entry for e in entries))
    return ActiveReport("", period * 8, ReportFacts(active, tuple(entries)))


def verdict_of(row: Row) -> Verdict:
    a, b = ({key[2:]: value for key, value in row.items() if key.startswith(side)} for side in ("a_", "b_"))
    first = Scene(a["place"])
    position = first.add(a)
    if row["where"] == "same entry":
        other = first.add(b)
        active = collect_entries([report("2031-03", [first.facts(1)])])
        return compare_people(active, JURISDICTION, ("2031-03/1", position), ("2031-03/1", other))
    here = [first.facts(1)]
    for number, words in enumerate(filter(None, row["others"].split(";")), 2):
        name, charge, place = words.split("|")
        scene = Scene(place)
        scene.add({"name": name, "charge": charge})
        here.append(scene.facts(number))
    second = Scene(b["place"])
    other = second.add(b)
    if row["where"] == "same report":
        here.append(second.facts(len(here) + 1))
        active = collect_entries([report("2031-03", here)])
        return compare_people(active, JURISDICTION, ("2031-03/1", position), (f"2031-03/{len(here)}", other))
    active = collect_entries([report("2031-03", here), report("2031-04", [second.facts(1)])])
    return compare_people(active, JURISDICTION, ("2031-03/1", position), ("2031-04/1", other))


@cache
def answers() -> Counter[tuple[str, str]]:
    return Counter((row["expected"], verdict_of(row).answer) for row in rows())


def share(expected: str, *given: str) -> float:
    counts = answers()
    return sum(counts[expected, g] for g in given) / sum(n for (e, _), n in counts.items() if e == expected)


def test_there_are_as_many_same_as_different_and_each_says_why() -> None:
    expected = Counter(row["expected"] for row in rows())
    assert expected["same"] == expected["different"] >= 150
    assert all(row["why"] and row["shape"] for row in rows())
    assert len({(row["a_name"], row["b_name"], row["where"]) for row in rows()}) == len(rows())


def test_hardly_anybody_is_taken_for_somebody_else() -> None:
    false = [row["a_name"] + " / " + row["b_name"] for row in different() if verdict_of(row).answer == "same"]
    assert len(false) <= 1, false


def different() -> Iterator[Row]:
    return (row for row in rows() if row["expected"] == "different")


def test_the_same_person_is_found_and_never_far() -> None:
    assert share("same", "same") >= 0.85
    assert share("same", "same", "unsure") >= 0.97


def test_few_different_ones_are_left_open() -> None:
    assert share("different", "unsure") <= 0.15


@pytest.mark.parametrize("shape", sorted({row["shape"] for row in rows()}))
def test_every_shape_is_right_more_often_than_not(shape: str) -> None:
    right = [row["expected"] == verdict_of(row).answer for row in rows() if row["shape"] == shape]
    assert 2 * sum(right) > len(right)


def test_the_points_are_those_of_the_answer() -> None:
    scored = [verdict for verdict in map(verdict_of, rows()) if verdict.rules]
    assert {verdict.answer for verdict in scored} == {"same", "unsure", "different"}
    for verdict in scored:
        points = sum(rule.points for rule in verdict.rules)
        assert verdict.answer == "same" or (points < 0) == (verdict.answer == "different")


def test_reasons_are_in_words() -> None:
    for row in rows():
        verdict = verdict_of(row)
        reasons = verdict.reasons_for if verdict.answer == "same" else verdict.reasons_against
        assert reasons or verdict.answer == "unsure"
        assert all(reason[0].islower() for reason in (*verdict.reasons_for, *verdict.reasons_against))
