"""Terms, sums and counts."""

import pytest

from ingest.extract.sanctions.quantities import find_money, find_terms, find_units


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("3 years, 2 months and 20 days of imprisonment", ["P3Y2M20D"]),
        ("1.5 years", ["P1Y6M"]),
        ("2.2 years", ["P2Y2M"]),
        ("an 8-year term", ["P8Y"]),
        ("15 days’ imprisonment", ["P15D"]),
        ("15-day arrest", ["P15D"]),
        ("15 (fifteen) days", ["P15D"]),
        ("two months", ["P2M"]),
        ("another month", ["P1M"]),
        ("a year and a half", ["P1Y6M"]),
        ("one and a half years", ["P1Y6M"]),
        ("twenty-five days", ["P25D"]),
        ("2 weeks", ["P14D"]),
        ("from 2 to 16 years", [None]),
        ("5 to 7 years", [None]),
        ("15 and 20 days", ["P15D", "P20D"]),
        ("in 2022 to 17 years", ["P17Y"]),
        ("on February 3 to 15 days", ["P15D"]),
        ("7 hours", []),
        ("Article 174, Part 2", []),
    ],
)
def test_terms(words: str, iso: list[str | None]) -> None:
    assert [term.iso for term in find_terms(words)] == iso


def test_a_term_knows_its_words_and_its_place_in_a_list() -> None:
    text = "sentenced to 10, 12 and 15 days of arrest"
    terms = find_terms(text)
    assert [text[t.span.start : t.span.end] for t in terms] == ["10", "12", "15 days"]
    assert [(t.rank, t.of) for t in terms] == [(0, 3), (1, 3), (2, 3)]


@pytest.mark.parametrize(("words", "days"), [("1 year", 365.0), ("2 months", 60.0), ("20 days", 20.0)])
def test_a_term_in_days(words: str, days: float) -> None:
    assert find_terms(words)[0].days == days


@pytest.mark.parametrize(
    ("words", "amount", "odd"),
    [
        ("fined 172500 tenge", 172_500, False),
        ("172500 thousand tenge", 172_500_000, True),
        ("72,450 tenge", 72_450, False),
        ("20 million tenge", 20_000_000, False),
        ("1.5 million tenge", 1_500_000, False),
        ("1 250 000 tenge", 1_250_000, False),
        ("tenge 50,000", 50_000, False),
    ],
)
def test_sums(words: str, amount: float, odd: bool) -> None:
    assert [(m.amount, m.odd) for m in find_money(words, ("tenge",))] == [(amount, odd)]


def test_a_count_of_other_things_is_no_sum() -> None:
    assert find_money("158 thousand rounds of ammunition", ("tenge",)) == []


@pytest.mark.parametrize(("words", "number"), [("5 MCIs", 5), ("fifty MCI", 50), ("27,780 tenge (10 MCI)", 10)])
def test_units(words: str, number: float) -> None:
    assert [u.number for u in find_units(words, ("mci", "mcis"))] == [number]
