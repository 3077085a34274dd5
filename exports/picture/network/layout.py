"""Where things stand: near what they have lines with, none over another, in the form of the window.

Each group of connected things is laid out by itself (forces as of Fruchterman and Reingold 1991), brought to the room
that its words need, pushed apart where boxes overlap, and the groups are packed like pictures on a wall. There is no
chance in it: the same things and lines give the same places.
"""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from numpy import floating
    from numpy.typing import NDArray

    Points = NDArray[floating]

_ROUNDS = 260
_GAP = 7.0
# How much more room than its boxes a group gets: as much as the window has.
_ROOMY = (9.0, 7.0, 5.5, 4.4, 3.5, 2.8, 2.2, 1.7)
_EVEN = 0.5
_TURN = math.pi * (3 - math.sqrt(5))


class Size(NamedTuple):
    """The room that something needs around its middle."""

    width: float
    height: float


class Place(NamedTuple):
    """The middle of something."""

    x: float
    y: float


class Layout(NamedTuple):
    """The middles of all boxes, and the room that all need from (0, 0) on."""

    places: list[Place]
    room: Size


def lay_out(sizes: Sequence[Size], lines: Sequence[tuple[int, int]], window: Size) -> Layout:
    """Places for boxes of these sizes, which have lines between them (by number), in a room of the window's form."""
    groups = [(group, _forces(group, lines)) for group in _groups(len(sizes), lines)]
    for roomy in _ROOMY:
        layout = _place(groups, sizes, window, roomy)
        if layout.room.width <= window.width and layout.room.height <= window.height:
            break
    return layout


def _place(groups: "Sequence[tuple[list[int], Points]]", sizes: Sequence[Size], window: Size, roomy: float) -> Layout:
    laid_out = [_place_group(points, [sizes[number] for number in group], window, roomy) for group, points in groups]
    corners, room = _pack([group.room for group in laid_out], window)
    places = [Place(0, 0)] * len(sizes)
    for corner, found, (numbers, _) in zip(corners, laid_out, groups, strict=True):
        for number, at in zip(numbers, found.places, strict=True):
            places[number] = Place(at.x + corner.x, at.y + corner.y)
    return Layout(places, room)


def _groups(count: int, lines: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The numbers of connected things, each group in the order in which lines lead on from its first."""
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for a, b in lines:
        neighbours[a].append(b)
        neighbours[b].append(a)
    groups, seen = [], set()
    for start in range(count):
        if start not in seen:
            group = [start]
            seen.add(start)
            for at in group:
                new = [other for other in dict.fromkeys(neighbours[at]) if other not in seen]
                group += new
                seen.update(new)
            groups.append(group)
    return groups


def _place_group(points: "Points", sizes: Sequence[Size], window: Size, roomy: float) -> Layout:
    import numpy as np  # noqa: PLC0415 (a tenth of a second, and only a picture needs it)

    boxes = np.array(sizes, dtype=float) + _GAP
    points = _spread(points, boxes, _form_of(len(sizes), window), roomy)
    while not _push_apart(points, boxes):
        points *= 1.08
    low = (points - boxes / 2).min(axis=0)
    high = (points + boxes / 2).max(axis=0)
    places = [Place(round(float(x), 1), round(float(y), 1)) for x, y in points - low]
    return Layout(places, Size(float(high[0] - low[0]), float(high[1] - low[1])))


def _form_of(count: int, window: Size) -> float:
    """Width to height: that of the window for a large group, rounder for a small one."""
    return min(window.width / window.height, 1 + count / 20)


def _forces(group: Sequence[int], lines: Sequence[tuple[int, int]]) -> "Points":
    """Points that lines pull together and that push each other away, in a unit of about one line's length."""
    import numpy as np  # noqa: PLC0415

    count = len(group)
    position = {number: i for i, number in enumerate(group)}
    own = sorted({(position[a], position[b]) for a, b in lines if a in position and a != b})
    numbers = np.arange(count)
    radius = np.sqrt(numbers + 0.5)
    points: Points = np.stack([radius * np.cos(_TURN * numbers), radius * np.sin(_TURN * numbers)], axis=1)
    if count < 2:
        return points
    ends = np.array(own, dtype=int).reshape(-1, 2)
    degree = np.bincount(ends.ravel(), minlength=count)
    for step in range(_ROUNDS):
        apart = points[:, None, :] - points[None, :, :]
        squared = (apart**2).sum(axis=2) + 0.01
        # What has many lines needs room for all that it is tied to.
        weight = (1 + degree[:, None] ** 0.5 / 4) * (1 + degree[None, :] ** 0.5 / 4)
        move = (apart * (weight / squared)[:, :, None]).sum(axis=1)
        along = points[ends[:, 0]] - points[ends[:, 1]]
        pull = along * np.sqrt((along**2).sum(axis=1))[:, None]
        np.add.at(move, ends[:, 0], -pull)
        np.add.at(move, ends[:, 1], pull)
        move -= points * 0.05
        length = np.sqrt((move**2).sum(axis=1))[:, None] + 1e-9
        points += move / length * np.minimum(length, 1.2 * (1 - step / _ROUNDS) + 0.02)
    return points


def _spread(points: "Points", boxes: "Points", form: float, roomy: float) -> "Points":
    """The points over the room that the boxes need, turned so that their long side lies."""
    import numpy as np  # noqa: PLC0415

    points = points - points.mean(axis=0)
    deviation = points.std(axis=0)
    if deviation[1] > deviation[0]:
        points = points[:, ::-1].copy()
        deviation = deviation[::-1]
    area = roomy * float((boxes[:, 0] * boxes[:, 1]).sum())
    sides = np.array([math.sqrt(area * form), math.sqrt(area / form)])
    # Points spread evenly over a side deviate by its twelfth's root.
    spread = points * np.where(deviation > 1e-6, sides / math.sqrt(12) / np.maximum(deviation, 1e-6), 1.0)
    # What few lines hold would drift far out, and leave the corners empty: half of each place is a place in the order.
    order = (points.argsort(axis=0, kind="stable").argsort(axis=0) + 0.5) / len(points) - 0.5
    return np.asarray(spread * (1 - _EVEN) + order * np.where(deviation > 1e-6, sides, 0.0) * _EVEN)


def _push_apart(points: "Points", boxes: "Points") -> bool:
    """Move boxes that overlap apart, where they overlap less; whether none overlaps in the end."""
    import numpy as np  # noqa: PLC0415

    reach = (boxes[:, None, :] + boxes[None, :, :]) / 2
    upper = np.triu(np.ones((len(points), len(points)), dtype=bool), k=1)
    for _ in range(200):
        apart = points[:, None, :] - points[None, :, :]
        over = reach - np.abs(apart)
        hit = upper & (over[:, :, 0] > 1e-6) & (over[:, :, 1] > 1e-6)
        if not hit.any():
            return True
        first, second = np.nonzero(hit)
        amount = over[first, second]
        sideways = amount[:, 0] < amount[:, 1]
        # Two of one place part by their order.
        sign = np.where(apart[first, second] >= 0, 1.0, -1.0)
        step = np.where(np.stack([sideways, ~sideways], axis=1), amount, 0.0) * sign * 0.52
        np.add.at(points, first, step)
        np.add.at(points, second, -step)
    return False


def _pack(rooms: Sequence[Size], window: Size) -> tuple[list[Place], Size]:
    """The corners of rectangles, in the width in which all of them are shown largest."""
    widest = max((room.width for room in rooms), default=1.0)
    total = math.sqrt(sum(room.width * room.height for room in rooms) * window.width / window.height)
    tries = [max(widest, window.width), *(max(widest, total * (1 + 0.12 * step)) for step in range(5))]
    packed = [_pack_within(rooms, width) for width in dict.fromkeys(tries)]
    return min(packed, key=lambda found: max(found[1].width / window.width, found[1].height / window.height))


def _pack_within(rooms: Sequence[Size], width: float) -> tuple[list[Place], Size]:
    """The highest rectangles first, each as high up as there is room for it, in a corner that others leave."""
    order = sorted(range(len(rooms)), key=lambda i: (-rooms[i].height, -rooms[i].width, i))
    corners: dict[int, Place] = {}
    free = [Place(0, 0)]
    for i in order:
        taken = [(corners[j], rooms[j]) for j in corners]
        fitting = (at for at in sorted(free, key=lambda at: (at.y, at.x)) if _fits(at, rooms[i], taken, width))
        at = next(fitting, Place(0, max((corner.y + room.height for corner, room in taken), default=0)))
        corners[i] = at
        free = [other for other in free if other != at]
        free += [Place(at.x + rooms[i].width, at.y), Place(at.x, at.y + rooms[i].height)]
    reached = max((corners[i].x + rooms[i].width for i in order), default=0)
    return [corners[i] for i in range(len(rooms))], Size(
        reached, max((corners[i].y + rooms[i].height for i in order), default=0)
    )


def _fits(at: Place, room: Size, taken: Sequence[tuple[Place, Size]], width: float) -> bool:
    if at.x and at.x + room.width > width:
        return False
    for corner, other in taken:
        beside = at.x + room.width <= corner.x + 1e-6 or corner.x + other.width <= at.x + 1e-6
        above = at.y + room.height <= corner.y + 1e-6 or corner.y + other.height <= at.y + 1e-6
        if not (beside or above):
            return False
    return True
