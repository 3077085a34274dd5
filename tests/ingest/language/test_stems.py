"""Content words and their stems."""

import pytest

from ingest.language.stems import find_content_words, stem


@pytest.mark.parametrize(
    "text, words",
    [
        ("The quarry was searched by the Police.", ["quarry", "searched"]),
        ("A non-fishing village: the fishermen’s boats, fishermen said.", ["village", "fishermen", "boats"]),
        ("A bee can fly.", []),
        ("", []),
    ],
)
def test_content_words_are_long_and_no_names(text: str, words: list[str]) -> None:
    found = list(find_content_words(text))
    assert [text[word.span.start : word.span.end] for word in found] == words
    assert [word.stem for word in found] == [stem(word) for word in words]


def test_words_before_the_start_are_left_out() -> None:
    text = "quarry, searched"
    assert [text[w.span.start : w.span.end] for w in find_content_words(text, text.index(","))] == ["searched"]


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("detained", "detaining", True),
        ("refusal", "refusals", True),
        ("villages", "village", True),
        ("searched", "searches", True),
        ("station", "stationary", False),
        ("general", "generation", False),
        ("contract", "contradict", False),
    ],
)
def test_inflected_forms_share_a_stem(one: str, other: str, same: bool) -> None:
    assert (stem(one) == stem(other)) is same
