"""Spellings made comparable."""

import pytest

from ingest.language.folding import fold, fold_in_place, lower, without_accents


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“Orda.kz” ", "orda kz"),
        ("Court  No. 2", "court no 2"),
        ("Citizen’s Club", "citizens club"),
        ("Éva", "eva"),
        ("LA-155/4", "la 155/4"),
    ],
)
def test_names_as_wholes(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("words", ["İstanbul", "North‑West", "Citizen’s", ""])
def test_words_folded_in_place_keep_their_length(words: str) -> None:
    assert len(fold_in_place(words)) == len(words)


def test_a_word_as_a_lexicon_has_it() -> None:
    assert lower("Court’s") == "court's"
    assert without_accents("Žanar") == "Zanar"
