"""Which entries share a campaign, and which only look like it. People, bodies and topics are invented."""

import pytest

from ingest.facts import Charge, EntryFacts, Occasion
from ingest.jurisdiction import load_jurisdiction
from kg.identity.bodies import resolve_bodies
from kg.identity.campaigns import resolve_campaigns
from kg.identity.people import resolve_people
from kg.told import tell
from tests.kg.telling import act, body, entry, person, report, words

COUNTRY = load_jurisdiction("kazakhstan")
NAME, OTHER = "Orvin Tasel", "Mirel Dovan"


def together(*entries: EntryFacts) -> list[list[int]]:
    """The entries' numbers, campaign by campaign."""
    told = tell([report(*entries)])
    people = resolve_people(told, COUNTRY).person
    campaigns = resolve_campaigns(told, people, resolve_bodies(told, {}, COUNTRY))
    found: dict[str, list[int]] = {}
    for e in told:
        if e.id in campaigns:
            found.setdefault(campaigns[e.id].id, []).append(e.facts.entry.number)
    return sorted(sorted(numbers) for numbers in found.values())


def refused(
    number: int, day: int | None, who: str = NAME, topic: str = "", on: int = 2, place: str = "Almaty"
) -> EntryFacts:
    """A refusal told on March ``on`` for March ``day``."""
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
