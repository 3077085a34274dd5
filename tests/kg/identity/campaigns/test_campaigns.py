"""Which entries share a campaign, and which only look like it. People, bodies and topics are invented."""

import pytest

from ingest.facts import Charge, EntryFacts, Occasion
from ingest.jurisdictions.packs import load_jurisdiction
from kg.entries.active import collect_entries
from kg.identity.bodies.bodies import resolve_bodies
from kg.identity.campaigns.campaigns import resolve_campaigns
from kg.identity.people.people import resolve_people
from tests.kg.scenes import act, body, entry, person, report, words

COUNTRY = load_jurisdiction("kazakhstan")
NAME, OTHER = "Orvin Tasel", "Mirel Dovan"
OTHERWISE = "Savek Juliana"


def together(*entries: EntryFacts) -> list[list[int]]:
    """The entries' numbers, campaign by campaign."""
    collected = collect_entries([report(*entries)])
    people = resolve_people(collected, COUNTRY).person
    campaigns = resolve_campaigns(collected, people, resolve_bodies(collected, {}, COUNTRY)).of_entry
    found: dict[str, list[int]] = {}
    for e in collected:
        if e.id in campaigns:
            found.setdefault(campaigns[e.id].id, []).append(e.facts.entry.number)
    return sorted(sorted(numbers) for numbers in found.values())


def refused(
    number: int, day: int | None, who: str = NAME, topic: str = "", on: int = 2, place: str = "Almaty"
) -> EntryFacts:
    """A refusal reported on March ``on`` for March ``day``."""
    called = f" Topic: {topic}. Reason: works" if topic else ""
    text = f"March {on}, {place}, {who} was refused a rally.{called}[{number}]."
    planned = f"2031-03-{day:02}" if day else None
    acts = (act(text, "assembly_refusal", "refused", to="p0", next=planned),)
    return entry(number, f"2031-03-{on:02}", text, place, persons=(person(text, who),), acts=acts)


def held(number: int, on: int, who: str, type: str = "detention") -> EntryFacts:
    text = f"March {on}, Almaty, {who} was held[{number}]."
    return entry(
        number,
        f"2031-03-{on:02}",
        text,
        "Almaty",
        persons=(person(text, who),),
        acts=(act(text, type, "held", to="p0"),),
    )


def picket(number: int, on: int, place: str, telling: str, who: str = NAME) -> EntryFacts:
    """An entry of March ``on`` about somebody held in the street."""
    text = f"March {on}, {place}, {who} was held {telling}[{number}]."
    acts = (act(text, "detention", "held", to="p0"),)
    return entry(number, f"2031-03-{on:02}", text, place, persons=(person(text, who),), acts=acts)


def said(number: int, telling: str) -> EntryFacts:
    """An entry in which nothing but words was read."""
    text = f"March {number}, Almaty, {telling}[{number}]."
    return entry(number, f"2031-03-{number:02}", text, "Almaty", acts=(act(text, "statement", "told"),))


def over(number: int, telling: str, article: bool = True, day: str = "") -> EntryFacts:
    """An entry that names a body, with an article of law or without, and perhaps the day of a rally."""
    text = f"March {number}, {telling}[{number}]."
    return entry(
        number,
        f"2031-03-{number:02}",
        text,
        bodies=(body(text, "organisation", "New Wind", "movement"),),
        acts=(act(text, "statement", "Wind"),),
        charges=(Charge(None, "CAO", "489", words(text, "Wind")),) if article else (),
        occasions=(Occasion(day, words(text, "Wind")),) if day else (),
    )


CALLS = [
    pytest.param(refused(1, 8), refused(2, 8, OTHER), True, id="one day"),
    pytest.param(refused(1, 8), refused(2, 9, OTHER), False, id="two days"),
    pytest.param(
        refused(1, 8, topic="Free the prisoners of conscience now"),
        refused(2, 15, OTHER, topic="Freedom now to all prisoners of conscience"),
        True,
        id="two days, one topic",
    ),
    pytest.param(
        refused(1, 8, topic="Free the prisoners of conscience now"),
        refused(2, 15, OTHER, topic="Stop the building of the steppe dam"),
        False,
        id="two days, two topics",
    ),
    pytest.param(
        refused(1, None, topic="Free the prisoners of conscience now"),
        refused(2, 15, OTHER, topic="Freedom now to all prisoners of conscience"),
        True,
        id="a topic without a day",
    ),
    pytest.param(refused(1, 8), refused(2, None, OTHER, on=5), True, id="a refusal without a day, days ahead"),
    pytest.param(refused(1, 28), refused(2, None, OTHER, on=5), False, id="a refusal without a day, weeks ahead"),
    pytest.param(refused(1, 8), refused(2, None, OTHER, on=5, place="Astana"), False, id="without a day, elsewhere"),
    pytest.param(
        over(1, "fined for taking part in a meeting of New Wind"),
        over(2, "participants of the meetings of New Wind are persecuted", article=False),
        True,
        id="fines over a body's meetings",
    ),
    pytest.param(
        over(1, "fined for taking part in a meeting of New Wind"),
        over(2, "a meeting of New Wind spoke of water", article=False),
        False,
        id="a meeting that nobody is persecuted for",
    ),
    pytest.param(
        over(1, "fined for taking part in the affairs of New Wind"),
        over(2, "fined for taking part in the affairs of New Wind"),
        False,
        id="membership is no gathering",
    ),
    pytest.param(
        over(1, "fined for taking part in a meeting of New Wind"),
        over(2, "participants of two meetings of New Wind fined", day="2031-03-02"),
        True,
        id="a day that nobody else names counts less than the meetings",
    ),
    pytest.param(
        refused(1, 8, topic="Free the prisoners of conscience now"),
        said(2, "he was told that no rally is possible. Topic he had named: “Free the prisoners of conscience now!”"),
        True,
        id="a topic in quotation marks, words before it",
    ),
    pytest.param(
        refused(1, 8, topic="Free the prisoners of conscience now"),
        said(2, "a paper told of the rally with the topic “Free the prisoners of conscience now!”"),
        True,
        id="with the topic",
    ),
    pytest.param(
        refused(1, 8, topic="Free the prisoners of conscience now"),
        said(2, "he told that “Free the prisoners of conscience now” is a book"),
        False,
        id="a title that is no topic",
    ),
    pytest.param(
        over(1, "fined for attending the meeting of the club New Wind"),
        over(2, "fined for a speech at a meeting of New Wind"),
        True,
        id="attending and speaking is taking part",
    ),
    pytest.param(
        over(1, "fined for attending the meeting of the club New Wind"),
        over(2, "the owner of the barn where New Wind gathered was fined", article=False),
        True,
        id="where a body gathered",
    ),
    pytest.param(
        picket(1, 2, "Almaty", "at a picket against the price of lanterns"),
        picket(2, 4, "Astana", "at a protest against dear lanterns"),
        True,
        id="pickets of two cities against one thing",
    ),
    pytest.param(
        picket(1, 2, "Almaty", "at a picket against the price of lanterns"),
        picket(2, 4, "Almaty", "at a protest against dear lanterns"),
        False,
        id="pickets of one city",
    ),
    pytest.param(
        picket(1, 2, "Almaty", "at a picket against the price of lanterns"),
        picket(2, 20, "Astana", "at a protest against dear lanterns"),
        False,
        id="pickets weeks apart",
    ),
    pytest.param(
        picket(1, 2, "Almaty", "at a picket against the price of lanterns"),
        picket(2, 4, "Astana", "with a book against dear lanterns"),
        False,
        id="a word against one thing, but no protest",
    ),
]


@pytest.mark.parametrize(("first", "second", "one"), CALLS)
def test_two_entries_share_a_campaign(first: EntryFacts, second: EntryFacts, one: bool):
    assert together(first, second) == ([[1, 2]] if one else [])


def test_who_was_refused_a_rally_is_held_on_its_day():
    refusals = refused(1, 8), refused(2, 8, OTHER)
    assert together(*refusals, held(3, 8, NAME)) == [[1, 2, 3]]
    assert together(*refusals, held(3, 9, NAME)) == [[1, 2]]
    assert together(*refusals, held(3, 8, "Savek Juliana")) == [[1, 2]]
    assert together(refused(1, 8), held(3, 8, NAME)) == []


def test_a_refusal_without_a_day_is_for_the_days_of_its_topic():
    topic = "Free the prisoners of conscience now"
    refusals = refused(1, 8, topic=topic), refused(2, None, OTHER, topic=topic)
    assert together(*refusals, held(3, 8, OTHER)) == [[1, 2, 3]]
    assert together(*refusals, held(3, 9, OTHER)) == [[1, 2]]


def test_what_follows_for_whoever_was_persecuted_over_meetings_is_of_the_campaign():
    def report_of(number: int, who: str, telling: str) -> EntryFacts:
        text = f"March {number}, {who} {telling}[{number}]."
        return entry(
            number,
            f"2031-03-{number:02}",
            text,
            persons=(person(text, who),),
            bodies=(body(text, "organisation", "New Wind", "movement"),),
            acts=(act(text, "sentence", "fined" if "fined" in telling else "changed", to="p0"),),
        )

    first, second = (
        report_of(n, w, "was fined for attending a meeting of New Wind") for n, w in ((1, NAME), (2, OTHER))
    )
    assert together(first, second, report_of(3, NAME, "has a ruling on New Wind changed")) == [[1, 2, 3]]
    assert together(first, second, report_of(3, "Savek Juliana", "has a ruling on New Wind changed")) == [[1, 2]]


def test_who_gathered_on_the_day_of_refused_rallies_is_held_on_account_of_them():
    refusals = refused(1, 8), refused(2, 8, OTHER)
    assert together(*refusals, picket(3, 8, "Astana", "where people gathered", OTHERWISE)) == [[1, 2, 3]]
    assert together(*refusals, picket(3, 8, "Astana", "where people were asleep", OTHERWISE)) == [[1, 2]]
    assert together(*refusals, picket(3, 9, "Astana", "where people gathered", OTHERWISE)) == [[1, 2]]
