"""Odds of a day: a binomial tail, and the correction for all days that were compared."""

from collections import Counter
from fractions import Fraction
from math import comb
from typing import Any

import pytest

from kg.stores import Rows
from queries.time.bursts import answer, binomial_tail


@pytest.mark.parametrize(("least", "trials", "days"), [(3, 11, 61), (1, 1, 30), (9, 31, 61), (5, 5, 7), (40, 90, 7)])
def test_the_tail_is_the_exact_sum(least: int, trials: int, days: int) -> None:
    share = Fraction(1, days)
    exact = sum(comb(trials, n) * share**n * (1 - share) ** (trials - n) for n in range(least, trials + 1))
    assert binomial_tail(least, trials, 1 / days) == pytest.approx(float(exact), rel=1e-9)


def test_the_tail_at_its_ends() -> None:
    assert binomial_tail(0, 5, 0.1) == 1.0 and binomial_tail(3, 5, 1.0) == 1.0
    assert binomial_tail(2_000, 100_000, 0.01) < 1e-100


def asked(acts: list[tuple[str, str]], others: tuple[str, ...] = (), **given: Any) -> list[tuple[Any, ...]]:
    """The answer for acts given as (day, kind), in one series with reports for March and April 2031, beside others."""
    counted = [("", kind, day, number) for (day, kind), number in Counter(acts).items()]
    told_of: dict[str, list[str]] = {}
    for i, (day, kind) in enumerate(acts):
        told_of.setdefault(kind, []).extend(2 * [f"{day} act-{i}"])  # two accounts of one act

    def read(name: str, **further: Any) -> Rows:
        if name == "acts_of_days":
            told = [(i, day, kind) for i, (day, kind) in enumerate(acts) if day in further["days"]]
            return Rows((), tuple(("", kind, day, f"act-{i}", f"2031-03/{i}#0-5") for i, day, kind in told))
        rows = {
            "series": [("",), *((other,) for other in others)],
            "periods": [("", "2031-03-01", "2031-03-31"), ("", "2031-04-01", "2031-04-30")],
            "acts_by_day": counted if others else [],
            "days_of_acts": [] if others else [(days, kind) for kind, days in told_of.items()],
        }
        return Rows((), tuple(rows.get(name, ())))

    return list(answer(read, {"unit": "day", "type": "each", "chance": 0.05, "most": 200} | given))


def test_a_day_is_compared_with_the_rate_of_its_kind() -> None:
    spread = [(f"2031-04-{day:02}", "detention") for day in range(1, 21)]
    assert asked(spread) == []
    (row,) = asked([*spread, *[("2031-03-07", "detention")] * 6, ("2031-03-07", "search")])
    assert row[:4] == ("2031-03-07", "detention", 6, round(26 / 61, 2))
    assert len(row[8]) == len(row[10]) == 6
    assert row[7] == pytest.approx(2 * 61 * binomial_tail(6, 26, 1 / 61), rel=0.01)


def test_beside_another_series_acts_are_counted_by_their_reports() -> None:
    acts = [("2031-03-07", "detention")] * 4
    assert asked(acts, others=("acme",)) == asked(acts) != []


def test_acts_outside_the_reports_are_left_out() -> None:
    assert asked([("2031-02-28", "detention")] * 30) == []
    (row,) = asked([("2031-03-07", "detention")] * 4)
    assert row[2] == 4


def test_weeks_begin_on_monday_and_count_the_days_that_reports_cover() -> None:
    (row,) = asked([("2031-03-01", "threat")] * 6, unit="week")
    assert row[0] == "2031-02-24 to 2031-03-02"
    assert row[3] == round(6 * 2 / 61, 2)


def test_a_period_narrows_the_days() -> None:
    (row,) = asked([("2031-03-07", "detention")] * 6, filter_from="2031-03", filter_to="2031-03-10")
    assert row[3] == 0.6
