"""Times told from the day of the entry, and whose act they date; March 3, 2031 is a Monday."""

import pytest

from ingest.extract.acts.details.times import find_times
from tests.ingest.extract.acts.invented import acts_of, facts_of

TIMES = {
    "the day before": "2031-03-02",
    "yesterday": "2031-03-02",
    "the next day": "2031-03-04",
    "a week earlier": "2031-02-24",
    "two months ago": "2031-01",
    "3 years ago": "2028",
    "last week": "2031-02",
    "last year": "2030",
    "last May": "2030-05",
    "since Friday": "2031-02-28",
}


@pytest.mark.parametrize(("words", "iso"), TIMES.items(), ids=TIMES.keys())
def test_times_are_counted_from_the_day_of_the_entry(words: str, iso: str) -> None:
    assert [told.iso for told in find_times(f"They were released {words}.", "2031-03-03")] == [iso]


@pytest.mark.parametrize("reported", [None, "2031", "2031-03"])
def test_without_a_whole_day_nothing_is_counted(reported: str | None) -> None:
    assert find_times("They came yesterday.", reported) == []


DATED = {
    "before the verb": (
        "Orlan Timur was fined. The day before, he had been detained[1].",
        [("sentence", None), ("detention", "2031-03-02")],
    ),
    "of the nearest verb": (
        "Orlan Timur was detained on February 7 and fined[1].",
        [("detention", "2031-02-07"), ("sentence", None)],
    ),
    "since when a strike goes on": (
        "Orlan Timur has been on hunger strike since February 27[1].",
        [("hunger_strike", "2031-02-27")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), DATED.values(), ids=DATED.keys())
def test_a_time_dates_the_act_it_stands_beside(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(act.type, act.date) for act in acts_of(facts_of(text, "Orlan Timur"))] == expected


def test_a_claim_is_due_on_a_coming_day() -> None:
    text = "Orlan Timur filed a claim against the school. It will be heard on March 21[1]."
    assert [(act.type, act.next) for act in acts_of(facts_of(text, "Orlan Timur"))] == [("complaint", "2031-03-21")]
