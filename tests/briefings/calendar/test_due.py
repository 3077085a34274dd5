"""What the calendar reads for a window is all that comes due in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.calendar.due import find_silence
from briefings.calendar.window import Window
from kg.stores import Store
from kg.workspace import Workspace

MONTHS = [
    ("2031-03-01", "2031-03-31"),
    ("2031-03-31", "2031-04-30"),
    ("2031-04-30", "2031-12-31"),
    ("2031-12-31", "2036"),
]


@pytest.fixture(scope="module")
def store(sample_workspace: Path) -> Iterator[Store]:
    with Workspace.open(sample_workspace).reader() as store:
        yield store


@pytest.mark.parametrize(("after", "on"), MONTHS)
def test_a_part_of_a_time_has_its_lines(store: Store, after: str, on: str) -> None:
    whole = find_silence(store, {}, "1999-12-31", "2040-12-31").lines
    assert [line for line in whole if after < line.day <= on] == list(find_silence(store, {}, after, on).lines)


def test_the_whole_time_has_lines_of_several_rules(store: Store) -> None:
    assert len({line.group for line in find_silence(store, {}, "1999-12-31", "2040-12-31").lines}) > 3


def test_a_window_is_moved_by_days() -> None:
    assert Window("2031-03-10", "2031-04-10").moved_back(10) == Window("2031-02-28", "2031-03-31")
    assert Window("", "2031-04-10").moved_back(10) == Window("", "2031-03-31")
    window = Window("2031-03-10", "2031-04-10")
    assert [day in window for day in ("", "2031-03-10", "2031-03-11", "2031-04-10", "2031-04-11")] == [
        False,
        False,
        True,
        True,
        False,
    ]
