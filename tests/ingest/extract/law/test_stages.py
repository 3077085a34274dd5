"""How far a charge has come by the words beside its article. Invented people."""

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report

CONVICTED = [
    "Mirev Olzhas, who was convicted under Article 174 of the Criminal Code, reports that he was beaten.",
    "Mirev Olzhas, serving a sentence under Article 174 of the Criminal Code, went on hunger strike.",
    "Mirev Olzhas, Article 174 of the Criminal Code, serving his term in a colony, wrote a letter.",
    "The court found guilty under Article 174 of the Criminal Code the activist Mirev Olzhas.",
    "Mirev Olzhas was earlier sentenced under Article 174, Part 2 of the Criminal Code.",
    "The regional court upheld the verdict against Mirev Olzhas, Article 174 of the Criminal Code.",
]
NOT_CONVICTED = [
    "Mirev Olzhas, Article 174 of the Criminal Code, wrote a letter.",
    "Mirev Olzhas may be convicted under Article 174 of the Criminal Code, says his lawyer.",
    "Mirev Olzhas was convicted in 2019 of theft; now he is charged under Article 174 of the Criminal Code.",
    "A criminal case was opened against the convict Mirev Olzhas under Article 174 of the Criminal Code.",
    "The prosecutor asked to find guilty under Article 174 of the Criminal Code the activist Mirev Olzhas.",
    "The regional court dismissed the appeal of Mirev Olzhas, Article 174 of the Criminal Code, against his remand.",
    "Mirev Olzhas was not convicted under Article 174 of the Criminal Code.",
]
OTHERS = [
    ("Mirev Olzhas is suspected under Article 174 of the Criminal Code.", "suspected"),
    ("Mirev Olzhas became a suspect under Article 174 of the Criminal Code.", "suspected"),
    ("Mirev Olzhas was acquitted under Article 174 of the Criminal Code.", "acquitted"),
    ("Mirev Olzhas is charged under Article 174 of the Criminal Code.", "charged"),
    ("Mirev Olzhas is on trial under Article 174 of the Criminal Code.", "tried"),
    ("Mirev Olzhas, suspected of theft, was charged under Article 174 of the Criminal Code.", "charged"),
    ("Mirev Olzhas pleaded not guilty under Article 174 of the Criminal Code.", None),
    ("Mirev Olzhas was detained under Article 174 of the Criminal Code.", None),
]


def _stage(text: str) -> str | None:
    (facts,) = read_report(f"March 4, Almaty, {text}", load_jurisdiction("kazakhstan"), "2031-03").entries
    (charge,) = facts.charges
    return charge.stage


@pytest.mark.parametrize("text", CONVICTED)
def test_a_conviction_has_words(text: str) -> None:
    assert _stage(text) == "convicted"


@pytest.mark.parametrize("text", NOT_CONVICTED)
def test_nothing_else_is_a_conviction(text: str) -> None:
    assert _stage(text) != "convicted"


@pytest.mark.parametrize(("text", "stage"), OTHERS)
def test_the_last_word_before_the_article_counts(text: str, stage: str | None) -> None:
    assert _stage(text) == stage
