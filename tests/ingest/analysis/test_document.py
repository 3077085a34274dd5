"""The document of an entry: what it is asked by position. Invented people."""

import dataclasses

import pytest

from ingest.analysis.document import Document, analyse
from ingest.facts import Entry
from ingest.jurisdictions.packs import load_jurisdiction
from tests.processor_limit import processor_limit

VELMORIA = load_jurisdiction("velmoria")


def document_of(text: str, date: str | None = "2031-03-03") -> Document:
    return analyse(Entry(1, text, 1, date), VELMORIA)


def test_positions_have_their_sentence() -> None:
    document = document_of("He was held. She was not.")
    assert [document.sentence_number(at) for at in (0, 11, 12, 24, 900)] == [0, 0, 1, 1, 1]
    assert document.in_one_sentence(13, 20) and not document.in_one_sentence(5, 15)


def test_tokens_and_words_of_a_stretch() -> None:
    document = document_of("Under Article 73-3, Part 2, the court’s clerk")
    assert [t.text for t in document.tokens_within(6, 26)] == ["Article", "73-3", ",", "Part", "2"]
    assert document.words_within(0, 90) == ["under", "article", "part", "the", "court’s", "clerk"]


def test_a_number_with_words_behind_hyphens_is_a_word() -> None:
    document = document_of("An 18-year-old from house 73-3, one of 12.")
    assert document.words_within(0, 90) == ["an", "18-year-old", "from", "house", "one", "of"]
    numbered = ["an", "18-year-old", "from", "house", "73-3", "one", "of", "12"]
    assert document.words_and_numbers_within(0, 90) == numbered


def test_dates_take_the_year_of_the_entry() -> None:
    document = document_of("He was held on February 3 and on May 5, 2029.")
    assert [(d.iso, d.yearless) for d in document.dates] == [("2031-02-03", True), ("2029-05-05", False)]
    assert document.dates[0].ahead_of("2031-03-03") == "2032-02-03"
    assert [d.iso for d in document_of("He was held on February 3.", None).dates] == []


def test_numbers_in_digits_and_words() -> None:
    document = document_of("Fifteen people paid 72,450 or 2 million each, house 155/4 was sealed for a day.")
    assert [n.value for n in document.numbers] == [15, 72_450, 2_000_000]


def test_the_innermost_quotation_and_its_speaker() -> None:
    document = document_of("“He read “Dawn” aloud”, said Mirev. Dolkina left.")
    inner = document.quotation_at(document.text.index("Dawn"))
    assert inner and document.text[slice(*inner.words)] == "Dawn"
    assert document.quotation_at(document.text.index("Mirev")) is None
    assert document.is_speaker(document.text.index("Mirev")) and not document.is_speaker(document.text.index("Dolkina"))


def test_a_document_is_not_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        document_of("He left.").dates = ()  # type: ignore[misc]


@pytest.mark.parametrize("unit", ["“a” said ", "“““", "Mr. A. B! ", "1,1.1,1 ", "said: “"])
def test_a_long_text_of_one_piece_ends(unit: str) -> None:
    with processor_limit():
        analyse(Entry(1, unit * (200_000 // len(unit)), 1, "2031-03-03"), VELMORIA)
