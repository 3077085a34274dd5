"""Places of things: none over another, in the window's form, the same each time."""

import random

import pytest

from exports.picture.network.layout import Layout, Size, lay_out

WINDOW = Size(1400, 770)


def overlaps(layout: Layout, sizes: list[Size]) -> list[tuple[int, int]]:
    places = layout.places
    return [
        (i, j)
        for i in range(len(sizes))
        for j in range(i)
        if abs(places[i].x - places[j].x) < (sizes[i].width + sizes[j].width) / 2
        and abs(places[i].y - places[j].y) < (sizes[i].height + sizes[j].height) / 2
    ]


def lines_of(shape: str, count: int) -> list[tuple[int, int]]:
    chance = random.Random(count)
    if shape == "star":
        return [(0, i) for i in range(1, count)]
    if shape == "chain":
        return [(i, i + 1) for i in range(count - 1)]
    if shape == "none":
        return []
    if shape == "all":
        return [(i, j) for i in range(count) for j in range(i)]
    return [(chance.randrange(count), chance.randrange(count)) for _ in range(count)]


@pytest.mark.parametrize("shape", ["star", "chain", "none", "all", "some"])
@pytest.mark.parametrize("count", [1, 2, 3, 40, 150])
def test_nothing_overlaps_and_all_is_inside_of_the_room(shape: str, count: int) -> None:
    chance = random.Random(count)
    sizes = [Size(chance.randrange(20, 130), chance.randrange(15, 45)) for _ in range(count)]
    layout = lay_out(sizes, lines_of(shape, count), WINDOW)
    assert overlaps(layout, sizes) == []
    for at, size in zip(layout.places, sizes, strict=True):
        assert size.width / 2 <= at.x <= layout.room.width - size.width / 2 + 0.1
        assert size.height / 2 <= at.y <= layout.room.height - size.height / 2 + 0.1


def test_the_check_for_overlaps_sees_one() -> None:
    sizes = [Size(10, 10), Size(10, 10)]
    layout = lay_out(sizes, [], WINDOW)
    assert overlaps(Layout([layout.places[0]] * 2, layout.room), sizes) == [(1, 0)]


@pytest.mark.parametrize("shape", ["star", "none"])
def test_a_hundred_and_fifty_things_fit_the_window_at_a_readable_size(shape: str) -> None:
    sizes = [Size(100, 40)] * 150
    room = lay_out(sizes, lines_of(shape, 150), WINDOW).room
    assert max(room.width / WINDOW.width, room.height / WINDOW.height) < 1.25


def test_the_same_things_stand_in_the_same_places() -> None:
    sizes = [Size(80, 30)] * 60
    assert lay_out(sizes, lines_of("some", 60), WINDOW) == lay_out(sizes, lines_of("some", 60), WINDOW)


def test_what_has_a_line_is_nearer_than_what_has_none() -> None:
    sizes = [Size(60, 30)] * 40
    lines = lines_of("chain", 40)
    places = lay_out(sizes, lines, WINDOW).places

    def distance(i: int, j: int) -> float:
        return float(((places[i].x - places[j].x) ** 2 + (places[i].y - places[j].y) ** 2) ** 0.5)

    tied = sum(distance(i, j) for i, j in lines) / len(lines)
    every = [distance(i, j) for i in range(40) for j in range(i)]
    assert tied < 0.5 * sum(every) / len(every)
