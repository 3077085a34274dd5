"""Periods in the words of titles, and their names in ids."""

import pytest

from ingest.language.periods.keys import period_key, read_period_key
from ingest.language.periods.words import find_periods


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("REVIEW FROM JULY 1 TO JULY 31, 2021", "2021-07"),
        ("from 1 to July 31, 2021", "2021-07"),
        ("(July 3–31, 2021)", "2021-07"),
        ("1-31 July 2021", "2021-07"),
        ("01.07.2021 - 31.07.2021", "2021-07"),
        ("Bulletin No. 7, July 2021", "2021-07"),
        ("Issue 7 July 2021", "2021-07"),
        ("Digest (07/2021)", "2021-07"),
        ("07.2021", "2021-07"),
        ("July 12–18, 2021", "2021-07-12--2021-07-18"),
        ("12 to 18 July 2021", "2021-07-12--2021-07-18"),
        ("from 12.07 to 18.07.2021", "2021-07-12--2021-07-18"),
        ("the 12th to the 18th of July, 2021", "2021-07-12--2021-07-18"),
        ("week ending July 18, 2021", "2021-07-12--2021-07-18"),
        ("week of 12 July 2021", "2021-07-12--2021-07-18"),
        ("Week 28, 2021", "2021-07-12--2021-07-18"),
        ("Digest #28: June 28 – July 4, 2021", "2021-06-28--2021-07-04"),
        ("FROM DECEMBER 27 TO JANUARY 2, 2022", "2021-12-27--2022-01-02"),
        ("27 December 2021 – 2 January", "2021-12-27--2022-01-02"),
        ("December 27, 2021 to January 2, 2022", "2021-12-27--2022-01-02"),
        ("for May and June 2021", "2021-05--2021-06"),
        ("April, May and June 2021", "2021-04--2021-06"),
        ("November 2021 – February 2022", "2021-11--2022-02"),
        ("Q2 2021", "2021-04--2021-06"),
        ("second quarter of 2021", "2021-04--2021-06"),
        ("the second half of 2021", "2021-07--2021-12"),
        ("Annual report 2021", "2021"),
        ("2020-2021", "2020--2021"),
        ("Daily digest, July 5, 2021", "2021-07-05"),
    ],
)
def test_a_period_is_read_and_named(words: str, key: str) -> None:
    (period,) = find_periods(words)
    assert period_key(period.start, period.end) == key
    assert read_period_key(key) is not None and period_key(*read_period_key(key)) == key  # type: ignore[misc]


@pytest.mark.parametrize("words", ["Report No. 5", "14 cases of pressure", "July in the south", "Article 405, Part 2"])
def test_what_names_no_year_is_no_period_by_itself(words: str) -> None:
    assert find_periods(words) == []


def test_a_year_from_elsewhere_is_marked() -> None:
    (period,) = find_periods("from July 3 to 9", 2021)
    assert (period.start, period.end, period.yearless) == ("2021-07-03", "2021-07-09", True)


def test_words_between_two_dates_divide_them() -> None:
    assert [period.start for period in find_periods("July 2021, published on August 4, 2021")] == [
        "2021-07-01",
        "2021-08-04",
    ]


@pytest.mark.parametrize(
    "key", ["2021-13", "2021-06-31", "2021-06--2021-05", "June 2021", "", "21-06", "2021-06/2021-07"]
)
def test_other_words_are_no_key(key: str) -> None:
    assert read_period_key(key) is None


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("Persecution in summer 2019", "2019-06-01", "2019-08-31"),
        ("Autumn of 2019: a review", "2019-09-01", "2019-11-30"),
        ("Winter 2020–2021", "2020-12-01", "2021-02-28"),
        ("Winter 2019/20", "2019-12-01", "2020-02-29"),
        ("fall 2019 - winter 2019/20", "2019-09-01", "2020-02-29"),
    ],
)
def test_a_season_takes_three_months(words: str, start: str, end: str) -> None:
    (period,) = find_periods(words)
    assert (period.start, period.end) == (start, end)


def test_a_winter_of_one_year_is_no_more_than_the_year() -> None:
    assert all(period.is_year for period in find_periods("Report, winter 2021"))
