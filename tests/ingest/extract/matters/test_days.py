"""The days an entry speaks of behind its header."""

from dataclasses import replace

import pytest

from ingest.analysis.document import analyse
from ingest.extract.matters.days import find_named_events
from ingest.jurisdictions.packs import load_jurisdiction
from tests.ingest.extract.matters.reading import entry, values


@pytest.mark.parametrize(
    "text, days",
    [
        ("The flat was searched on March 2.", ["2031-03-02"]),
        ("The search of February 27, 2031 was unlawful, said two of those searched in 2030.", ["2031-02-27", "2030"]),
        ("Ten days later the cameras have not been found.", ["2031-02-26"]),
        ("The cameras were taken 3 days ago.", ["2031-03-05"]),
        ("He was held for ten days.", []),
        ("Several days later the cameras were found.", []),
        ("The cameras were taken 300 days ago.", []),
        ("The cameras were taken 1.5 days ago.", []),
    ],
)
def test_days_that_are_spoken_of(text: str, days: list[str]) -> None:
    assert values("day", entry(text)) == days


def test_the_header_s_own_day_is_not_spoken_of() -> None:
    text = "March 8, Almaty, the flat was searched."
    assert values("day", entry(text, body=text.index("the flat"))) == []


def test_no_days_are_counted_back_from_an_entry_without_a_whole_date() -> None:
    facts = entry("Ten days later the cameras have not been found.")
    for date in (None, "2031-03"):
        assert values("day", replace(facts, entry=replace(facts.entry, date=date))) == []


@pytest.mark.parametrize(
    "text, times",
    [
        ("He was shot during the January events.", ["2022-01"]),
        ("The trial on the January Tragedy, as the January events are called, goes on.", ["2022-01"]),
        ("He was shot in January.", []),
        ("The events of a January night were told.", []),
    ],
)
def test_events_that_everybody_calls_by_name(text: str, times: list[str]) -> None:
    assert values("named_event", entry(text)) == times


def test_a_country_without_such_events_has_none() -> None:
    facts, velmoria = entry("He was shot during the January events."), load_jurisdiction("velmoria")
    assert list(find_named_events(analyse(facts.entry, velmoria), facts, velmoria)) == []
