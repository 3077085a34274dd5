"""The topic that a rally is announced under."""

import pytest

from tests.ingest.extract.matters.reading import entry, matters_of, values


@pytest.mark.parametrize(
    "text, topics",
    [
        (
            "He asked for a rally with the topic: Schools before stadiums. The reason for the refusal was a fair.",
            ["schools before stadiums"],
        ),
        ("Theme of the rally: Clean water for all the villages", ["clean water for all the villages"]),
        ("She stood under the slogan “Schools before stadiums!”.", ["schools before stadiums!"]),
        (
            "The topic he had named: “Schools before stadiums”. Reason for refusal: a fair.",
            ["schools before stadiums"],
        ),
        ("The subject of the talk was water. The reason is not known.", []),
        ("He was asked about the topic: water", []),
        ("She held a poster “Schools before stadiums!”.", []),
    ],
)
def test_the_topic_of_a_rally(text: str, topics: list[str]) -> None:
    assert values("rally_topic", entry(text)) == topics


def test_a_topic_is_compared_by_its_words_without_small_ones() -> None:
    facts = entry("Topic of the rally: Clean water for all the villages")
    (topic,) = (m for m in matters_of(facts) if m.kind == "rally_topic")
    assert len(topic.stems) == 3 and topic.stems[0].startswith("clean")
