"""Press conferences, the same meeting again, and meetings of a body in which somebody took part."""

from dataclasses import replace

import pytest

from ingest.facts import Body, Evidence, Span
from tests.ingest.extract.matters.reading import entry, matters_of, values


@pytest.mark.parametrize(
    "text, bodies",
    [
        ("He was fined for taking part in a meeting of “New Wind”.", ["New Wind"]),
        ("She attended the congress of the movement «New Wind».", ["New Wind"]),
        ("The barn where “New Wind” gathered was locked.", ["New Wind"]),
        ("The barn of “New Wind”, who gathered there, was locked.", []),
        ("He took part in the work of “New Wind”.", []),  # no meeting is mentioned
        ("The leaders of “New Wind” called a meeting.", []),
    ],
)
def test_meetings_of_a_body_in_quotation_marks(text: str, bodies: list[str]) -> None:
    assert values("meeting_of", entry(text)) == bodies


@pytest.mark.parametrize("generic", [False, True])
def test_meetings_of_a_body_that_was_read(generic: bool) -> None:
    text = "He was fined for his speech at the congress of the Assembly of Millers."
    at = text.index("Assembly")
    millers = Body("organisation", "Assembly of Millers", "ngo", Evidence((Span(at, len(text) - 1),), "test"), generic)
    found = [m for m in matters_of(replace(entry(text), bodies=(millers,))) if m.kind == "meeting_of"]
    assert [(m.value, m.body) for m in found] == ([] if generic else [("Assembly of Millers", 0)])


@pytest.mark.parametrize(
    "text, words",
    [
        ("He was fined for it.", ["fined"]),
        ("It is punishable by law.", ["punishable"]),
        ("He is a reliable, refined man.", []),
    ],
)
def test_words_of_being_made_to_answer(text: str, words: list[str]) -> None:
    assert values("punishment", entry(text)) == words


@pytest.mark.parametrize(
    "text, press, same",
    [
        ("The lawyers held a press conference.", ["press conference"], []),
        ("He said so at the same press-conference.", ["press-conference"], ["at the same press-conference"]),
        ("During the same round table another member spoke.", [], ["during the same round table"]),
        ("They spoke at a conference of the press union.", [], []),
        ("He was heard on the same day as the meeting.", [], []),
    ],
)
def test_meetings(text: str, press: list[str], same: list[str]) -> None:
    facts = entry(text)
    assert (values("press_conference", facts), values("same_meeting", facts)) == (press, same)
