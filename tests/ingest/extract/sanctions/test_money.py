"""Sums and counts of units."""

import pytest

from ingest.extract.sanctions.sums.money import find_money, find_units


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
        ("7,292.5 tenge", 7_292.5, False),
        ("145 850,50 tenge", 145_850.5, False),
        ("one and a half million tenge", 1_500_000, False),
        ("half a million tenge", 500_000, False),
        ("1 million 200 thousand tenge", 1_200_000, False),
        ("145,850 (one hundred forty-five thousand) tenge", 145_850, False),
        ("Article 5, 300 thousand tenge", 300_000, False),
    ],
)
def test_sums(words: str, amount: float, odd: bool) -> None:
    assert [(m.amount, m.odd) for m in find_money(words, ("tenge",))] == [(amount, odd)]


def test_a_count_of_other_things_is_no_sum() -> None:
    assert find_money("158 thousand rounds of ammunition", ("tenge",)) == []


@pytest.mark.parametrize(
    ("words", "number"),
    [("5 MCIs", 5), ("fifty MCI", 50), ("27,780 tenge (10 MCI)", 10), ("fifty (50) MCI", 50), ("20 times the MCI", 20)],
)
def test_units(words: str, number: float) -> None:
    assert [u.number for u in find_units(words, ("mci", "mcis"))] == [number]
