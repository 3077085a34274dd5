"""What a relationship rests on is read from its lists, or from the place of an entry's own words."""

from ingest.facts import Span
from kg.graph.evidence import PACK, Passage, format_span, parse_span, passages_of
from kg.graph.value import Key, Properties, Relationship

ENTRY, PERSON = Key("Entry", "2031-03/1"), Key("Person", "person-1")


def passages(start: Key, properties: Properties) -> list[Passage]:
    return passages_of(Relationship("ANY", start, PERSON, properties))


def test_spans_are_read_back() -> None:
    assert format_span(Span(12, 30)) == "12-30" and parse_span("12-30") == Span(12, 30)
    assert format_span(None) == "" and parse_span("") is None


def test_evidence_is_read_pair_by_pair() -> None:
    found = passages(PERSON, {"entries": ["2031-03/1", PACK], "spans": ["4-9", ""]})
    assert found == [Passage("2031-03/1", Span(4, 9)), Passage(PACK, None)]


def test_a_mention_rests_on_its_own_words_and_a_citation_on_a_position() -> None:
    assert passages(ENTRY, {"start": 4, "end": 9}) == [Passage("2031-03/1", Span(4, 9))]
    assert passages(ENTRY, {"start": 4}) == [Passage("2031-03/1", Span(4, 4))]
    assert passages(ENTRY, {}) == []
