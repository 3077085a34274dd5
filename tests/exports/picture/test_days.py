"""Days on a scale: exact where dates are, short where nothing is told."""

from itertools import pairwise

import pytest

from exports.picture.days import first_day, last_day, make_scale


@pytest.mark.parametrize(
    ("text", "days"), [("2031-03-05", 1), ("2031-02", 28), ("2032-02", 29), ("2031", 365), ("2031-12", 31)]
)
def test_a_date_as_exact_as_known_is_one_day_or_many(text: str, days: int) -> None:
    assert last_day(text) - first_day(text) + 1 == days


def test_days_keep_their_order_and_distance() -> None:
    days = [first_day(f"2031-03-{n:02}") for n in (1, 5, 9, 20)]
    scale = make_scale(days, 1000)
    at = [scale.at(day) for day in days]
    assert at == sorted(at) and at[1] - at[0] == pytest.approx(at[2] - at[1])
    assert at[0] > 0 and at[-1] < 1000


def test_a_long_time_without_entries_is_cut_short_and_marked() -> None:
    days = [first_day(text) for text in ("2030-10-01", "2030-10-30", "2031-06-01", "2031-06-30")]
    scale = make_scale(days, 1000)
    (cut,) = scale.cuts
    assert scale.at(days[1]) < cut < scale.at(days[2])
    assert scale.at(days[2]) - scale.at(days[1]) < 0.5 * (scale.at(days[1]) - scale.at(days[0]))
    within = [scale.at(day) for day in range(days[0], days[3], 10)]
    assert within == sorted(within)


def test_ticks_are_apart_and_every_span_has_one() -> None:
    days = [first_day(text) for text in ("2019-05-28", "2030-10-01", "2030-12-30", "2031-06-01", "2031-06-30")]
    ticks = make_scale(days, 1000).ticks(60)
    assert all(b - a >= 60 for (a, _), (b, _) in pairwise(ticks))
    assert {words[:4] for _, words in ticks} == {"2019", "2030", "2031"}


def test_one_day_alone_has_a_scale() -> None:
    day = first_day("2031-03-05")
    assert 0 < make_scale([day], 100).at(day) < 100
    assert make_scale([], 100).at(5) == 100
