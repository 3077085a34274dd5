"""What a word, a number and a mark are."""

import pytest

from ingest.analysis.tokens import find_name_tokens, find_tokens, find_words


@pytest.mark.parametrize(
    "text, tokens",
    [
        ("The court’s clerk, 18-year-old", ["The", "court’s", "clerk", ",", "18-year-old"]),
        ("Articles 73-3, 74_", ["Articles", "73-3", ",", "74", "_"]),
        ("the U.S. and AB-161/1", ["the", "U", ".", "S", ".", "and", "AB", "-", "161", "/", "1"]),
        ("", []),
    ],
)
def test_words_numbers_and_marks(text: str, tokens: list[str]) -> None:
    found = find_tokens(text)
    assert [token.text for token in found] == tokens
    assert [text[token.start : token.end] for token in found] == tokens
    assert all(token.is_word + token.is_number + token.is_mark == 1 for token in found)


@pytest.mark.parametrize(
    "text, tokens",
    [
        ("the U.S. and AB-161/1", ["the", "U.S.", "and", "AB-161/1"]),
        (
            "“Ertis.Media”, the people’s Mir&Co. 2nd",
            ["“", "Ertis.Media", "”", ",", "the", "people’s", "Mir&Co", ".", "2nd"],
        ),
        ("a _ b", ["a", "b"]),
    ],
)
def test_tokens_of_names_of_bodies(text: str, tokens: list[str]) -> None:
    found = find_name_tokens(text)
    assert [token.text for token in found] == tokens
    assert [text[token.start : token.end] for token in found] == tokens


def test_words_alone() -> None:
    assert find_words("The 18-year-old, of house 73-3!") == ["the", "18-year-old", "of", "house"]
