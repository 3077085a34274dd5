"""Which marks make a quotation, and who speaks it. Invented people."""

import pytest

from ingest.analysis.quotations import find_quotations
from ingest.analysis.words import analysis_words
from ingest.jurisdictions.packs import load_jurisdiction

WORDS = analysis_words(load_jurisdiction("velmoria"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the “Harbour” newspaper and the «Dawn» party", ["Harbour", "Dawn"]),
        ('a straight "one" and "another"', ["one", "another"]),
        ("German „marks“ too", ["marks"]),
        ("“He read “Dawn” aloud”", ["He read “Dawn” aloud", "Dawn"]),
        ('opened “in one way" and closed in another', ["in one way"]),
        ("“doubled” marks: ““Title””", ["doubled", "“Title”", "Title"]),
        ("never closed: “Freedom for all! The court", []),
        ("closed” and never opened", []),
        ("“First is left open, “Second” is not", ["Second"]),
    ],
)
def test_quotations(text: str, words: list[str]) -> None:
    assert [text[slice(*q.words)] for q in find_quotations(text, WORDS)] == words


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is a lie”, said Mirev A", "Mirev A"),
        ("“It is a lie” — reports the lawyer Mirev", "the lawyer Mirev"),
        ("Dolkina B. left. The lawyer Mirev said: “It is a lie.”", "The lawyer Mirev"),
        ("the “Dawn” party was refused", None),
        ("The subject: “Water for all”", None),
    ],
)
def test_who_speaks_is_told_beside_a_verb_of_saying(text: str, speaker: str | None) -> None:
    (quotation,) = find_quotations(text, WORDS)
    found = quotation.speaker and text[slice(*quotation.speaker)].strip()
    assert found == speaker
