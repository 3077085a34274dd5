"""Entries that go on with a case in other words, or without the name of whom it is about. All people are invented."""

from dataclasses import replace

import pytest

from ingest.facts import EntryFacts
from tests.kg.identity.cases.test_features import joined, telling


def replace_day(facts: EntryFacts) -> EntryFacts:
    """The entry on the day before, as the next one of that day."""
    return replace(facts, entry=replace(facts.entry, date=f"2031-03-{facts.entry.number - 1:02}"))


STRIKE = telling(
    2,
    "Orvin Tasel is on hunger strike, 7 years under Article 174[2].",
    ["hunger_strike hunger strike >p0"],
    ["Orvin Tasel"],
    articles=["p0 CC 174"],
)
DEATH = telling(
    2,
    "Orvin Tasel died in AK-1/1[2].",
    ["death died >p0"],
    ["Orvin Tasel"],
    ["AK-1/1: facility colony"],
)
DOCK = telling(
    2,
    "there are seven people in the dock of the Dawn Court over a fire[2].",
    ["trial dock"],
    bodies=["Dawn Court: court city"],
)
BEATEN = telling(3, "Orvin Tasel, who films herons, was beaten[3].", ["attack beaten >p0"], ["Orvin Tasel"])
LICENCE = telling(3, "Orvin Tasel was tried over a licence[3].", ["trial tried >p0"], ["Orvin Tasel"])
ARRESTED = telling(
    2,
    "Orvin Tasel got 7 days under Article 489[2].",
    ["sentence got >p0"],
    ["Orvin Tasel"],
    articles=["p0 CAO 489"],
)
TALK = telling(3, "lawyers gathered reporters[3].", ["threat gathered"])
AFTER_TALK = replace_day(
    telling(4, "Mirel Dovan spoke at the same meeting with the press[4].", ["statement spoke <p0"], ["Mirel Dovan"])
)

RELEASED = telling(
    2,
    "Orvin Tasel of “Dawn Post” was held for hours and let go[2].",
    ["detention held >p0", "release let go >p0"],
    ["Orvin Tasel"],
)
STRUCK = telling(
    3,
    "drillers of Dawn Oil are on strike for wages[3].",
    ["statement strike"],
    bodies=["Dawn Oil: organisation company"],
)

CASES = [
    pytest.param(
        telling(2, "the court examines the case of six fishermen over barrels from a granary[2].", ["statement case"]),
        telling(20, "the term was cut in the case on the granary and its barrels[20].", ["appeal cut"]),
        True,
        id="a court that examines a case, in other words",
    ),
    pytest.param(
        telling(2, "Orvin Tasel is charged over barrels from a granary[2].", ["charge charged >p0"], ["Orvin Tasel"]),
        telling(20, "a granary and barrels burnt, a case was opened[20].", ["charge opened"]),
        False,
        id="a charge that names nobody is no hearing",
    ),
    pytest.param(
        RELEASED,
        telling(19, "at “Dawn Post” Orvin Tasel was searched[19].", ["search searched >p0"], ["Orvin Tasel"]),
        True,
        id="let go, and searched in the newsroom called by the same name",
    ),
    pytest.param(
        RELEASED,
        telling(19, "at home Orvin Tasel was searched[19].", ["search searched >p0"], ["Orvin Tasel"]),
        False,
        id="let go, and searched elsewhere",
    ),
    pytest.param(
        telling(
            2,
            "Orvin Tasel was fined under Article 489 over “Dawn Club”[2].",
            ["sentence fined >p0"],
            ["Orvin Tasel"],
            articles=["p0 CAO 489"],
        ),
        telling(
            19,
            "Orvin Tasel was fined under Article 434 over “Dawn Club”[19].",
            ["sentence fined >p0"],
            ["Orvin Tasel"],
            articles=["p0 CAO 434"],
        ),
        False,
        id="two fines of one person over one club",
    ),
    pytest.param(
        STRUCK, telling(9, "the strike of workers was called unlawful[9].", ["complaint called"]), True, id="a strike"
    ),
    pytest.param(
        STRUCK,
        telling(
            9, "workers of Dusk Gas are on strike[9].", ["statement strike"], bodies=["Dusk Gas: organisation company"]
        ),
        False,
        id="strikes of two firms",
    ),
    pytest.param(
        STRUCK,
        telling(9, "a lightning strike burnt the barn[9].", ["statement burnt"]),
        False,
        id="lightning",
    ),
    pytest.param(
        LICENCE,
        telling(9, "a verdict on Orvin Tasel was appealed[9].", ["appeal appealed"], ["Orvin Tasel: subject"]),
        True,
        id="somebody named at a court's step",
    ),
    pytest.param(
        LICENCE,
        telling(9, "a verdict was appealed, said Orvin Tasel[9].", ["appeal appealed"], ["Orvin Tasel: speaker"]),
        False,
        id="somebody who only speaks of a court's step",
    ),
    pytest.param(
        LICENCE,
        telling(9, "a verdict was appealed, said Orvin Tasel[9].", ["appeal appealed"], ["Orvin Tasel: lawyer"]),
        False,
        id="a lawyer named at a court's step",
    ),
    pytest.param(
        STRIKE,
        telling(
            9, "Orvin Tasel went on with the hunger strike[9].", ["hunger_strike hunger strike >p0"], ["Orvin Tasel"]
        ),
        True,
        id="one person's hunger strike",
    ),
    pytest.param(
        STRIKE, telling(9, "the poet ended a hunger strike[9].", ["hunger_strike hunger strike"]), True, id="the poet's"
    ),
    pytest.param(
        STRIKE,
        telling(9, "a poet ended a hunger strike[9].", ["hunger_strike hunger strike"], place="Astana"),
        False,
        id="a hunger strike elsewhere",
    ),
    pytest.param(
        DEATH,
        telling(9, "a torture is looked into at AK-1/1[9].", ["torture torture"], bodies=["AK-1/1: facility colony"]),
        True,
        id="a harm in the same colony",
    ),
    pytest.param(
        DEATH,
        telling(9, "a torture is looked into at AK-2/2[9].", ["torture torture"], bodies=["AK-2/2: facility colony"]),
        False,
        id="a harm in another colony",
    ),
    pytest.param(
        DOCK,
        telling(
            20,
            "of seven defendants two denied it at the Dawn Court[20].",
            ["trial denied"],
            bodies=["Dawn Court: court city"],
        ),
        True,
        id="seven accused of one court",
    ),
    pytest.param(
        DOCK,
        telling(
            20,
            "of six defendants two denied it at the Dawn Court[20].",
            ["trial denied"],
            bodies=["Dawn Court: court city"],
        ),
        False,
        id="six accused of one court",
    ),
    pytest.param(
        DOCK,
        telling(
            20,
            "of seven defendants two denied it at the Dusk Court[20].",
            ["trial denied"],
            bodies=["Dusk Court: court city"],
        ),
        False,
        id="seven accused of another court",
    ),
    pytest.param(
        BEATEN,
        telling(13, "ten days later many asked about the herons[13].", ["summons asked"]),
        True,
        id="days later",
    ),
    pytest.param(
        BEATEN,
        telling(13, "nine days later many asked about the herons[13].", ["summons asked"]),
        False,
        id="of another day",
    ),
    pytest.param(
        LICENCE,
        telling(
            9, "Orvin Tasel wrote a post; the licence is at stake[9].", ["statement wrote"], ["Orvin Tasel: lawyer"]
        ),
        True,
        id="somebody named again, and a rare word",
    ),
    pytest.param(
        LICENCE,
        telling(9, "Orvin Tasel wrote a post on herons[9].", ["statement wrote"], ["Orvin Tasel: lawyer"]),
        False,
        id="somebody named again in another matter",
    ),
    pytest.param(
        LICENCE,
        telling(9, "official Orvin Tasel spoke of a licence[9].", ["statement spoke"], ["Orvin Tasel: official"]),
        False,
        id="an official named again",
    ),
    pytest.param(
        ARRESTED,
        telling(28, "the ruling on Orvin Tasel was changed[28].", ["charge changed >p0 ^changed"], ["Orvin Tasel"]),
        True,
        id="what became of a verdict",
    ),
    pytest.param(
        ARRESTED,
        telling(28, "a paper on Orvin Tasel was drawn up[28].", ["charge drawn up >p0"], ["Orvin Tasel"]),
        False,
        id="another charge behind a verdict",
    ),
    pytest.param(
        TALK,
        AFTER_TALK,
        True,
        id="at the same meeting",
    ),
]


@pytest.mark.parametrize(("first", "second", "one"), CASES)
def test_an_entry_without_a_name_goes_on_with_a_case(first: EntryFacts, second: EntryFacts, one: bool):
    assert joined(first, second) == ([[first.entry.number, second.entry.number]] if one else [])


def test_a_harm_without_a_name_is_of_neither_of_two_cases():
    other = telling(
        5, "Mirel Dovan died in AK-1/1[5].", ["death died >p0"], ["Mirel Dovan"], ["AK-1/1: facility colony"]
    )
    nameless = telling(
        9, "a torture is looked into at AK-1/1[9].", ["torture torture"], bodies=["AK-1/1: facility colony"]
    )
    assert joined(DEATH, other, nameless) == []


@pytest.mark.parametrize(("date", "one"), [("2031-03-09", True), ("2031-03", False)])
def test_what_happened_in_one_month_is_not_what_happened_on_one_day(date: str, one: bool) -> None:
    body = ["Dawn Oil: organisation company"]
    scenes = [
        telling(day, f"drivers were beaten at Dawn Oil[{day}].", ["attack beaten"], bodies=body) for day in (9, 10)
    ]
    dated = [replace(facts, entry=replace(facts.entry, date=date)) for facts in scenes]
    assert bool(joined(*dated)) is one
