import pytest

from ingest.language.dates import find_dates, month_number, year_near

CASES = [
    ("recessed until October 28", "2022-10", [("October 28", "2022-10-28")]),
    ("on 28 October the court", "2022-10-04", [("28 October", "2022-10-28")]),
    ("on the 28th of October", "2022-10-04", [("28th of October", "2022-10-28")]),
    ("since January 10, 2022, and", None, [("January 10, 2022", "2022-01-10")]),
    ("on Jan. 5 2022 he", None, [("Jan. 5 2022", "2022-01-05")]),
    ("JAN. 2, 2025 — A", None, [("JAN. 2, 2025", "2025-01-02")]),
    ("the January 2022 events", None, [("January 2022", "2022-01")]),
    ("on 5 January", "2022-10-04", [("5 January", "2022-01-05")]),
    ("in prison since 2018", None, [("2018", "2018")]),
    ("sentenced in 2019 to 7 years", None, [("2019", "2019")]),
    ("detained in March and", "2022-10", [("March", "2022-03")]),
    ("on May 3, 4 people", "2022-10", [("May 3", "2022-05-03")]),
    ("from October 5-7, 2022", None, [("October 5", "2022-10-05"), ("7, 2022", "2022-10-07")]),
    ("on 05.10.2022 and 2022-10-06", None, [("05.10.2022", "2022-10-05"), ("2022-10-06", "2022-10-06")]),
    ("on December 30", "2025-01", [("December 30", "2024-12-30")]),
    ("on January 3", "2024-12-29", [("January 3", "2025-01-03")]),
    ("on June 31 the", "2023-06", []),
    ("on February 29, 2023", None, []),
    ("they may 5 times march 8 km", "2023-06", []),
    ("on October 28", None, []),
    ("a fine of 2019 tenge, from 2 to 16 years", "2022", []),
    ("a fine of 2019 dravels, 2020 penalty units", "2022", []),
    ("October 5, 2000 people", "2022-10", [("October 5", "2022-10-05")]),
    ("Article 2022-1, facility 10.10, of 2018-2", "2022", []),
]


@pytest.mark.parametrize(("text", "near", "expected"), CASES)
def test_find_dates(text: str, near: str | None, expected: list[tuple[str, str]]) -> None:
    assert [(text[d.span.start : d.span.end], d.iso) for d in find_dates(text, near)] == expected


def test_a_lean_decides_a_day_without_a_year() -> None:
    assert [d.iso for d in find_dates("on December 16", "2022-10-04", "past")] == ["2021-12-16"]
    assert [d.iso for d in find_dates("on January 16", "2022-10-04", "future")] == ["2023-01-16"]
    assert year_near(10, 4, "2022-10-04", "past") == year_near(10, 4, "2022-10-04", "future") == 2022


def test_month_number() -> None:
    assert [month_number(w) for w in ("October", "OCT.", "sept", "Octopus")] == [10, 10, 9, None]


def test_cost_is_linear() -> None:
    assert find_dates("October 1,1,1," * 40_000 + "of 20" * 40_000, "2022-10")
