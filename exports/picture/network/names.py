"""Where the names of things stand: beside their signs where the least of any line is under them, and over nothing else.

The layout keeps room for each name under its sign, so there is always one place that is free.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from exports.picture.network.layout import Place, Size

# Steps to the right and down, the usual first, each with how much of a line under the name it must save.
_SIDES = ((0, 1, 0.0), (0, -1, 2.0), (1, 0, 4.0), (-1, 0, 4.0), (1, 1, 5.0), (-1, 1, 5.0), (1, -1, 5.0), (-1, -1, 5.0))
_GAP = 2.0
# What a name keeps from others where it is not under its sign.
_APART = 4.0
# One name's place frees another's.
_ROUNDS = 4
# How far a name may leave the room of the layout, which has a margin around it.
_OUTSIDE = 8.0


class Box(NamedTuple):
    """A rectangle of the drawing."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, middle: Place, size: Size) -> "Box":
        """The box of a size around a place."""
        half_width, half_height = size.width / 2, size.height / 2
        return cls(middle.x - half_width, middle.y - half_height, middle.x + half_width, middle.y + half_height)

    def overlaps(self, other: "Box") -> bool:
        """Whether the two have room in common."""
        beside = self.right <= other.left or other.right <= self.left
        above = self.bottom <= other.top or other.bottom <= self.top
        return not (beside or above)

    def widened(self, by: float) -> "Box":
        """The box with room on each side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def is_within(self, room: Size) -> bool:
        """Whether it is in a room from (0, 0) on, or a little outside of it."""
        right, bottom = room.width + _OUTSIDE, room.height + _OUTSIDE
        return min(self.left, self.top) >= -_OUTSIDE and self.right <= right and self.bottom <= bottom


@dataclass(frozen=True)
class Sign:
    """A sign with the size of its name. One without a ``radius`` is a box that has its name in it."""

    middle: Place
    radius: float
    name: Size

    @property
    def box(self) -> Box:
        """The room of the sign alone."""
        reach = Size(2.4 * self.radius, 2.4 * self.radius) if self.radius else self.name
        return Box.around(self.middle, reach)


class Name(NamedTuple):
    """The room of a name, and how its text is anchored: ``start``, ``middle`` or ``end``."""

    box: Box
    anchor: str

    @property
    def x(self) -> float:
        """Where its anchor is."""
        return {"start": self.box.left, "end": self.box.right}.get(self.anchor, (self.box.left + self.box.right) / 2)


def place_names(signs: Sequence[Sign], lines: Sequence[tuple[Place, Place]], room: Size) -> list[Name]:
    """A place for each name: that under its sign, or one beside it that has less of the lines under it."""
    names = [_name_of(sign, *_SIDES[0][:2]) for sign in signs]
    boxes = [sign.box for sign in signs]
    for _ in range(_ROUNDS):
        before = list(names)
        for i, sign in enumerate(signs):
            others = [name.box for name in names[:i] + names[i + 1 :]] + boxes[:i] + boxes[i + 1 :]
            free = list(_free(sign, others, room))
            if free:
                names[i], _ = min(free, key=lambda found: found[1] + _covered(found[0].box, lines))
        if names == before:
            break
    return names


def _free(sign: Sign, others: Sequence[Box], room: Size) -> Iterator[tuple[Name, float]]:
    """The places that a name may have, each with its cost."""
    for right, down, cost in _SIDES if sign.radius else ():
        name = _name_of(sign, right, down)
        wide = name.box.widened(_APART) if (right, down) != _SIDES[0][:2] else name.box
        if name.box.is_within(room) and not any(wide.overlaps(other) for other in others):
            yield name, cost


def _name_of(sign: Sign, right: int, down: int) -> Name:
    """The name of a sign on one of its sides."""
    if not sign.radius:
        return Name(sign.box, "middle")
    reach = 1.2 * sign.radius
    # At a corner the name begins where the sign's circle is already farther in.
    aside, away = (0.5 * reach, 0.7 * reach) if right and down else (reach + _GAP, reach)
    x = sign.middle.x + right * (aside + sign.name.width / 2)
    y = sign.middle.y + down * (away + _GAP + sign.name.height / 2)
    anchor = {1: "start", -1: "end"}.get(right, "middle")
    return Name(Box.around(Place(x, y), sign.name), anchor)


def _covered(box: Box, lines: Sequence[tuple[Place, Place]]) -> float:
    """How much of the lines is under a box."""
    return sum(length_within(box, start, end) for start, end in lines)


def length_within(box: Box, start: Place, end: Place) -> float:
    """The length of a line's part inside of a box (clipped as of Liang and Barsky 1984)."""
    across, down = end.x - start.x, end.y - start.y
    first, last = 0.0, 1.0
    edges = (
        (-across, start.x - box.left),
        (across, box.right - start.x),
        (-down, start.y - box.top),
        (down, box.bottom - start.y),
    )
    for step, distance in edges:
        if step == 0 and distance < 0:
            return 0.0
        if step < 0:
            first = max(first, distance / step)
        elif step > 0:
            last = min(last, distance / step)
    return float(max(last - first, 0.0) * (across**2 + down**2) ** 0.5)
