"""Names stand beside their signs where lines pass, and over nothing else."""

import random
from itertools import combinations

import pytest

from exports.picture.network.layout import Place, Size, lay_out
from exports.picture.network.names import Box, Name, Sign, length_within, place_names

WINDOW = Size(1400, 770)


def drawn(count: int, shape: str) -> tuple[list[Sign], list[tuple[Place, Place]], Size]:
    """Signs with names as the layout places them, and lines between them; each third sign is a box."""
    chance = random.Random(count)
    names = [Size(chance.randrange(30, 130), chance.choice((14.4, 28.8))) for _ in range(count)]
    radii = [0.0 if i % 3 == 0 else chance.uniform(4, 15) for i in range(count)]
    pairs = [(0, i) if shape == "star" else (i - 1, i) for i in range(1, count)]
    room = [
        Size(max(name.width, 2.4 * radius), name.height + (2.4 * radius + 2 if radius else 0))
        for name, radius in zip(names, radii, strict=True)
    ]
    layout = lay_out(room, pairs, WINDOW)
    signs = [
        Sign(Place(at.x, at.y - size.height / 2 + 1.2 * radius) if radius else at, radius, name)
        for at, size, radius, name in zip(layout.places, room, radii, names, strict=True)
    ]
    return signs, [(signs[a].middle, signs[b].middle) for a, b in pairs], layout.room


def covered(names: list[Name], signs: list[Sign], lines: list[tuple[Place, Place]]) -> float:
    """How much of all lines is under the names of signs that are no boxes."""
    beside = [name.box for name, sign in zip(names, signs, strict=True) if sign.radius]
    return sum(length_within(box, *line) for box in beside for line in lines)


@pytest.mark.parametrize("shape", ["star", "chain"])
@pytest.mark.parametrize("count", [2, 30, 150])
def test_names_stand_over_nothing_and_leave_lines_free(count: int, shape: str) -> None:
    signs, lines, room = drawn(count, shape)
    below = place_names(signs, [], room)
    names = place_names(signs, lines, room)
    for (a, sign), (b, other) in combinations(zip(names, signs, strict=True), 2):
        assert not a.box.overlaps(b.box)
        assert not a.box.overlaps(other.box) and not b.box.overlaps(sign.box)
    assert all(name.box.is_within(room) for name in names)
    assert all(name.anchor == "middle" for name in below)
    assert covered(names, signs, lines) < 0.8 * covered(below, signs, lines) + 1


def test_a_name_goes_to_the_side_where_no_line_is() -> None:
    sign = Sign(Place(100, 100), 6, Size(60, 14))
    room = Size(200, 200)
    down, up = (sign.middle, Place(100, 200)), (sign.middle, Place(100, 0))
    assert place_names([sign], [], room)[0].box.top > 100
    assert place_names([sign], [down], room)[0].box.bottom < 100
    (beside,) = place_names([sign], [down, up], room)
    assert (beside.anchor, beside.x) == ("start", beside.box.left)
    assert beside.box.left > 106
    left = (sign.middle, Place(200, 100))
    assert place_names([sign], [down, up, left], room)[0].anchor == "end"


def test_the_length_of_a_line_in_a_box() -> None:
    box = Box(0, 0, 10, 10)
    assert length_within(box, Place(-5, 5), Place(15, 5)) == 10
    assert length_within(box, Place(5, 5), Place(5, 30)) == 5
    assert length_within(box, Place(-5, 11), Place(15, 11)) == 0
    assert length_within(box, Place(20, 0), Place(20, 10)) == 0
