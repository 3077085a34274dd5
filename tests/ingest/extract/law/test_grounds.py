"""On which articles a sanction rests. Invented people."""

import pytest

from ingest.jurisdictions.packs import load_jurisdiction
from ingest.pipeline import read_report

CASES = [
    # An administrative arrest and an article of the criminal code, or the reverse, have nothing to do with each other.
    ("Mirev Olzhas, Article 272 of the Criminal Code, told that he had got 15 days of administrative arrest.", []),
    (
        "Mirev Olzhas was sentenced to 3 years of imprisonment. Earlier he was fined under Article 488 of the CAO.",
        ["488 fine"],
    ),
    ("After 10 days of administrative arrest Mirev Olzhas was charged under Article 405 of the Criminal Code.", []),
    # The words put the two side by side.
    (
        "Mirev Olzhas was sentenced to 15 days of administrative arrest under Article 378 of the Criminal Code.",
        ["378 administrative_arrest"],
    ),
    (
        "Mirev Olzhas, Article 488 of the CAO, was sentenced to 15 days of administrative arrest.",
        ["488 administrative_arrest"],
    ),
    ("Mirev Olzhas, Article 174 of the Criminal Code, got 5 years of imprisonment.", ["174 imprisonment"]),
    # Of several articles those of the clause or sentence count.
    (
        "Mirev Olzhas was fined 20 MCI, Article 488 of the CAO; he is tried under Article 405 of the Criminal Code.",
        ["488 fine"],
    ),
    (
        "Mirev Olzhas was sentenced to 5 years of imprisonment under Article 174 of the Criminal Code. A case under "
        "Article 405 of the Criminal Code is still under way against him.",
        ["174 imprisonment"],
    ),
    (
        "Mirev Olzhas, Articles 174 and 405 of the Criminal Code, got 5 years of imprisonment.",
        ["174 imprisonment", "405 imprisonment"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_grounds(text: str, expected: list[str]) -> None:
    (facts,) = read_report(f"March 4, Almaty, {text}", load_jurisdiction("kazakhstan"), "2031-03").entries
    found = [
        f"{charge.article} {sanction.kind}"
        for sanction in facts.sanctions
        for charge in facts.charges
        if charge.evidence.spans[0] in sanction.grounds
    ]
    assert sorted(found) == sorted(expected)
