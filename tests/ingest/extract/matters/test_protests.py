"""Protests in the street, what they are about, people who had come together, and strikes of workers."""

import pytest

from tests.ingest.extract.matters.reading import entry, matters_of, values


@pytest.mark.parametrize(
    "text, protest, crowd",
    [
        ("Villagers picketed the dam.", ["picketed"], []),
        ("The protesters marched along the river.", ["protesters"], ["marched"]),
        ("Those who had come out were detained.", [], ["had come out"]),
        ("He protects the river and gathers herbs.", [], []),
    ],
)
def test_protests_and_crowds(text: str, protest: list[str], crowd: list[str]) -> None:
    facts = entry(text)
    assert (values("street_protest", facts), values("crowd", facts)) == (protest, crowd)


def test_a_header_is_no_protest() -> None:
    text = "March 8, Rally village, people went home."
    assert values("street_protest", entry(text, body=text.index("people"))) == []


@pytest.mark.parametrize(
    "text, causes",
    [
        ("They stood against the new dam.", ["the new dam"]),
        ("They demanded that the mill be closed.", ["the mill be closed"]),
        ("A picket in defence of the old library, with the demand to reopen it.", ["the old library", "reopen it"]),
        ("They demanded higher wages.", []),
        ("He leaned again on the wall.", []),
    ],
)
def test_what_a_protest_is_about(text: str, causes: list[str]) -> None:
    assert values("protest_cause", entry(text)) == causes


def test_a_cause_is_compared_by_its_content_words_and_no_names() -> None:
    facts = entry("They stood against the quarry near Zarech.")
    (cause,) = (m for m in matters_of(facts) if m.kind == "protest_cause")
    assert cause.value == "the quarry near zarech" and [stem[:5] for stem in cause.stems] == ["quarr"]


@pytest.mark.parametrize(
    "text, words",
    [
        ("Workers of a mine went on strike.", ["strike"]),
        ("The strikers asked for higher wages.", ["strikers"]),
        ("The hunger strike of two workers went on.", []),
        ("A missile strike hit the depot.", []),
        ("The workers asked for higher wages.", []),
        ("The lawyer was struck by the wages named.", []),
    ],
)
def test_a_strike_of_workers(text: str, words: list[str]) -> None:
    assert values("strike", entry(text)) == words


def test_the_header_tells_no_strike() -> None:
    text = "March 8, Strike village, workers asked for higher wages."
    assert values("strike", entry(text, body=text.index("workers"))) == []
