"""The text that is read, and the way back to the text as it came."""

import pytest

from ingest.facts import Span
from ingest.language.clean_text import CleanText, clean_text
from tests.processor_limit import processor_limit


def kinds(text: CleanText) -> list[str]:
    return [change.kind for change in text.changes if change.kind != "plain"]


@pytest.mark.parametrize(
    ("source", "read", "found"),
    [
        ("Dovanov", "Dovanov", []),
        ("Do\u00advan\u00adov", "Dovanov", ["invisible characters"] * 2),
        ("Do\u200b\u2060van", "Dovan", ["invisible characters"]),
        ("\u202aDovan\u202c", "Dovan", ["invisible characters"] * 2),
        ("Do\x00van, Ta\ufe0fsel", "Dovan, Tasel", ["invisible characters"] * 2),
        ("Dovan\ufeff Tasel", "Dovan Tasel", ["invisible characters"]),
        # A sign of its own that nobody takes for a letter is nothing to tell.
        ("Dovan. \u21a9\ufe0e", "Dovan. \u21a9", []),
        ("Dovan\u00a0T.\u202f5", "Dovan T. 5", []),
        ("Tas\u2011Orvin", "Tas-Orvin", []),
        ("Andre\u0301", "André", ["unusual letters"]),
        ("До\u0301ванов", "Дованов", ["unusual letters"]),
        ("Ｄｏvan", "Dovan", ["unusual letters"] * 2),
        ("con\ufb01rmed", "confirmed", ["unusual letters"]),
        ("D\u043evan", "Dovan", ["look-alike letters"]),
        ("in \u041carch", "in March", ["look-alike letters"]),
        ("Дoвaнoв", "Дованов", ["look-alike letters"] * 3),
        ("Дованов", "Дованов", []),
        ("Dжvan", "Dжvan", ["mixed alphabets"]),
        ("Dovan \u0410.\u0412. said", "Dovan A.B. said", ["look-alike letters"] * 2),
        ("Дованов A. сказал", "Дованов А. сказал", ["look-alike letters"]),
        ("https://d\u043evan.example/a", "https://d\u043evan.example/a", []),
        ("footnotes¹ and №\u00a05", "footnotes¹ and № 5", []),
        ("a\tb\nc", "a b\nc", []),
        ("a" + "\u200b " * 20 + "b", "a" + " " * 8 + "b", ["invisible characters"]),
        ("a" + "\u00ad" * 20 + "b", "ab", ["invisible characters"]),
        ("a" + " \n" * 20 + "b", "a" + "\n" * 8 + "b", []),
    ],
)
def test_each_kind_is_read_as_a_reader_sees_it(source: str, read: str, found: list[str]) -> None:
    text = clean_text(source)
    assert text.text == read
    assert kinds(text) == found


@pytest.mark.parametrize(
    ("source", "word", "printed"),
    [
        ("on Do\u00advan\u200bov, said", "Dovanov", "Do\u00advan\u200bov"),
        ("of \u200bDovan\u200b said", "Dovan", "Dovan"),
        ("by Andre\u0301 said", "André", "Andre\u0301"),
        ("was con\ufb01rmed now", "confirmed", "con\ufb01rmed"),
        ("of Sabri-\nnov now", "Sabrinov", "Sabri-\nnov"),
        ("x" + " " * 30 + "Dovan said", "Dovan", "Dovan"),
        ("\u00ad" * 9 + "D\u043evan", "Dovan", "D\u043evan"),
    ],
)
def test_words_lead_back_to_what_was_printed(source: str, word: str, printed: str) -> None:
    text = clean_text(source)
    start = text.text.index(word)
    found = text.original(Span(start, start + len(word)))
    assert source[slice(*found)] == printed


def test_every_character_leads_back_in_order() -> None:
    source = "A\u00ad\ufb01\u0301 e\u0301\n" + " " * 20 + "S\u0430b-\nrin \u200b\u200bx Ｙ\u0301\n\n\n"
    text = clean_text(source)
    starts = [text.original(Span(i, i + 1)) for i in range(len(text.text))]
    assert starts == sorted(starts)
    assert all(0 <= start < end <= len(source) for start, end in starts)
    assert text.original(Span(0, len(text.text))).end == len(source)


def test_a_divided_word_is_joined_and_the_lines_are_counted_as_before() -> None:
    source = "a trial of Sabri-\nnov under a well-\nknown article, pre-\ntrial and Tas-\nOrvin too, well-known"
    text = clean_text(source).text
    assert text == "a trial of Sabrinov\nunder a well-known\narticle, pre-trial\nand Tas-Orvin\ntoo, well-known"


def test_an_address_divided_at_a_line_keeps_its_hyphen() -> None:
    source = "[1] https://news.example/some-\nthing and\n"
    assert clean_text(source).text == source


def test_lines_are_those_of_the_text_as_it_came() -> None:
    source = "one\n" + "\n" * 50 + "two\nthree"
    text = clean_text(source)
    lines = text.text.split("\n")
    assert [text.original_line(lines.index(word) + 1) for word in ("one", "two", "three")] == [1, 52, 53]


@pytest.mark.parametrize(
    "unit", [" ", "\n", "\u00ad", "\u0301", "a\u0301", "\u0430a", "А.", "А. ", "a-\n", "\ufb01", "x\u200b "]
)
def test_a_long_text_of_one_piece_ends(unit: str) -> None:
    with processor_limit():
        clean_text("Dovan " + unit * 300_000)
