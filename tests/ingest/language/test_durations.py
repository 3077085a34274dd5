"""Lengths of time, in words and as ISO 8601."""

import pytest

from ingest.language.durations import days_in, find_durations, iso_duration


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
        ("two-and-a-half years", ["P2Y6M"]),
        ("half a year", ["P6M"]),
        ("a fortnight", ["P14D"]),
        ("RK,10 days", ["P10D"]),
        ("a five-year-old girl", []),
        ("twenty-five days", ["P25D"]),
        ("2 weeks", ["P14D"]),
        ("from 2 to 16 years", [None]),
        ("from six years to three years and two months", [None]),
        ("5 to 7 years", [None]),
        ("15 and 20 days", ["P15D", "P20D"]),
        ("in 2022 to 17 years", ["P17Y"]),
        ("on February 3 to 15 days", ["P15D"]),
        ("7 hours", []),
        ("Article 174, Part 2", []),
    ],
)
def test_terms(words: str, iso: list[str | None]) -> None:
    assert [term.iso for term in find_durations(words)] == iso


def test_a_term_knows_its_words_and_its_place_in_a_list() -> None:
    text = "sentenced to 10, 12 and 15 days of arrest"
    terms = find_durations(text)
    assert [text[t.span.start : t.span.end] for t in terms] == ["10", "12", "15 days"]
    assert [(t.rank, t.of) for t in terms] == [(0, 3), (1, 3), (2, 3)]


@pytest.mark.parametrize(("words", "days"), [("1 year", 365.0), ("2 months", 60.0), ("20 days", 20.0)])
def test_a_term_in_days(words: str, days: float) -> None:
    assert find_durations(words)[0].days == days


def test_a_range_has_an_upper_end() -> None:
    (found,) = find_durations("from 5 to 7 years")
    assert (found.iso, found.longest, found.days) == (None, "P7Y", None)


@pytest.mark.parametrize(("iso", "days"), [("P15D", 15), ("P2W", 14), ("P1Y6M", 545), ("P1Y2M3D", 428)])
def test_days_in_a_duration(iso: str, days: int) -> None:
    assert days_in(iso) == days


def test_what_is_no_duration_is_refused() -> None:
    with pytest.raises(ValueError, match="15 days"):
        days_in("15 days")


def test_a_duration_is_written_unit_by_unit() -> None:
    assert iso_duration(years=3, months=2, days=20) == "P3Y2M20D"
    assert iso_duration(months=18) == "P18M"
    assert iso_duration() is None
