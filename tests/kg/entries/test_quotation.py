"""Quotations are the words of the text, cut between words, with ellipses where the text goes on."""

import pytest

from ingest.facts import Span
from kg.entries.quotation import Quotation, quote

TEXT = "On 4 May Orvan Teld was fined by a court in Sarn."


@pytest.mark.parametrize(
    ("around", "quotation"),
    [
        (100, Quotation("On 4 May ", "Orvan Teld", " was fined by a court in Sarn.")),
        (6, Quotation("…May ", "Orvan Teld", " was…")),
        (1, Quotation("…", "Orvan Teld", "…")),
    ],
)
def test_a_quotation_is_cut_between_words(around: int, quotation: Quotation) -> None:
    assert quote(TEXT, Span(9, 19), around) == quotation


def test_a_quotation_as_text_is_one_line() -> None:
    assert quote("He  was\nheld.", Span(4, 7), 20).text == "He was held."
