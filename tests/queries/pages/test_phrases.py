"""Facts in words that cannot be misread."""

import pytest

from queries.pages.phrases import date_act, date_mentions, format_duration, list_words, name_provision, standing_of


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("P15D", "15 days"),
        ("P1D", "1 day"),
        ("P2M", "2 months"),
        ("P3Y2M20D", "3 years, 2 months and 20 days"),
        ("P1Y6M", "1 year and 6 months"),
        ("PT3H", "3 hours"),
        ("P1W", "1 week"),
        ("life", "life"),
    ],
)
def test_a_duration_is_read_as_words(iso: str, words: str) -> None:
    assert format_duration(iso) == words


@pytest.mark.parametrize(
    ("date", "reported", "said"),
    [
        ("2031-03-02", "2031-03-02", ("reported 2031-03-02",)),
        ("2031-02", "2031-03-02", ("happened 2031-02", "first reported 2031-03-02")),
        (None, "2031-03-02", ("reported 2031-03-02",)),
        (None, None, ("undated",)),
    ],
)
def test_the_date_of_a_report_is_not_the_day_of_an_act(
    date: str | None, reported: str | None, said: tuple[str, ...]
) -> None:
    assert date_act(date, reported) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2031-03-02", "2031-04-28", ("first mentioned 2031-03-02", "last mentioned 2031-04-28")),
        ("2031-03-02", "2031-03-02", ("mentioned 2031-03-02",)),
        (None, None, ("mentioned in undated entries",)),
    ],
)
def test_dates_of_mentions_say_so(first: str | None, last: str | None, said: tuple[str, ...]) -> None:
    assert date_mentions(first, last) == said


@pytest.mark.parametrize(
    ("id", "name"), [("CC:405/2", "CC 405/2"), ("CC", "CC"), ("?:918", "article 918 of a code not named")]
)
def test_a_provision_has_a_name(id: str, name: str) -> None:
    assert name_provision(id) == name


@pytest.mark.parametrize(
    ("standing", "begins"), [(None, "stated"), ("alleged", "ALLEGED"), ("denied", "DENIED"), ("found", "FOUND")]
)
def test_every_standing_is_said(standing: str | None, begins: str) -> None:
    assert standing_of(standing).startswith(begins)


def test_a_long_list_is_cut_with_a_count() -> None:
    assert list_words([]) == "" and list_words(["a"]) == "a" and list_words(["a", "b", "c"]) == "a, b and c"
    assert list_words(map(str, range(12)), 3) == "0, 1, 2 and 9 others"
