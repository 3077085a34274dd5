"""Numbers in words and digits."""

import pytest

from ingest.language.numbers import find_numbers, read_count, read_number, read_ordinal


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("fifteen", 15),
        ("Twenty-five", 25),
        ("a", 1),
        ("another", 1),
        ("two and a half", 2.5),
        ("1.5", 1.5),
        ("1,5", 1.5),
        ("72,450", 72_450),
        ("72 450", 72_450),
        ("dozen", 12),
        ("several", None),
        ("", None),
    ],
)
def test_a_number(words: str, value: float | None) -> None:
    assert read_number(words) == value


def test_numbers_of_a_text_with_their_scale_and_place() -> None:
    text = "20 million tenge, three of twelve people, house 155/4, room A12"
    found = find_numbers(text)
    assert [(text[slice(*n.span)], n.value) for n in found] == [("20 million", 2e7), ("three", 3), ("twelve", 12)]


@pytest.mark.parametrize(("digits", "count"), [("39", 39), ("1,500", 1500), ("1,000,000", 1_000_000)])
def test_people_are_counted(digits: str, count: int) -> None:
    assert read_count(digits) == count


@pytest.mark.parametrize("digits", ["40817810099910004312", "9" * 4400, "1000001", "1.5", "²"])
def test_what_counts_no_people_is_no_count(digits: str) -> None:
    assert read_count(digits) is None


def test_a_row_of_digits_is_no_number() -> None:
    assert read_number("40817810099910004312") is None and read_number("9" * 4400) is None
    assert read_number("172 500 000") == 172_500_000


@pytest.mark.parametrize(
    ("words", "number"), [("4th", 4), ("21 st", 21), ("Third", 3), ("twenty-first", 21), ("four", None), ("²th", None)]
)
def test_numbers_in_order(words: str, number: int | None) -> None:
    assert read_ordinal(words) == number
