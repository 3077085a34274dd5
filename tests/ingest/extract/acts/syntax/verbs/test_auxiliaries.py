"""Which words before a verb belong to it."""

import pytest

from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.auxiliaries import find_helpers


@pytest.mark.parametrize(
    ("words", "start", "helpers"),
    [
        ("had not been detained", 0, ["been", "not", "had"]),
        ("he was later detained", 1, ["was"]),
        ("he later fled", 2, []),
        ("refused not to have been heard", 1, ["been", "have", "to", "not"]),
        ("came to court and fled", 4, []),
    ],
)
def test_the_helpers_of_the_last_word(words: str, start: int, helpers: list[str]) -> None:
    tokens = [Token(k, k + 1, word, "word") for k, word in enumerate(words.split())]
    assert find_helpers(tokens, len(tokens) - 1) == (start, helpers)
