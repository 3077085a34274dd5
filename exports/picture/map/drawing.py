"""The map as a drawing: the outline, circles by value with their names, and a list of what is not on it."""

import math
from collections.abc import Sequence

from exports.picture.map.outlines import Outline
from exports.picture.map.places import Told
from exports.picture.markup import element, text, text_lines, width_of
from exports.picture.network.layout import Place, Size
from exports.picture.page import Drawing, Item
from exports.picture.tooltips import Tooltips

WINDOW = Size(1400, 700)
_MARGIN = 40.0
_LETTERS = 11.0
_LARGEST, _SMALLEST = 30.0, 4.0
_COLOUR = "#2a9d8f"
_TURNS = 16
Box = tuple[float, float, float, float]


def draw_map(places: Sequence[Told], nowhere: float, outline: Outline | None, tooltips: Tooltips) -> Drawing:
    """The drawing of places. Without an outline, or coordinates, they are listed, which the page says."""
    rings = outline.rings if outline else ()
    points = [told.at for told in places if told.at]
    projection = _Projection([point for ring in rings for point in ring] or points)
    located = [told for told in places if told.at and projection.holds(*told.at)]
    unlocated = [told for told in places if told not in located]
    most = max((told.value for told in places), default=1) or 1
    drawn = [_draw_outline(rings, projection)]
    items: list[Item] = []
    circles = [
        (projection.at(*told.at), max(_LARGEST * math.sqrt(told.value / most), _SMALLEST))
        for told in located
        if told.at
    ]
    taken: list[Box] = [(at.x - 5, at.y - 5, at.x + 5, at.y + 5) for at, _ in circles]
    labels = [
        _place_words(f"{told.name} {told.value:g}", circle, taken)
        for told, circle in zip(located, circles, strict=True)
    ]
    for told, (at, radius), label in zip(located, circles, labels, strict=True):
        circle = element(
            "circle", cx=at.x, cy=at.y, r=radius, fill=_COLOUR, fill_opacity="0.55", stroke="#fff", class_="sign"
        )
        heading = f"{told.name}: {told.value:g}"
        drawn.append(element("g", circle + label, data_i=str(len(items)), class_="thing"))
        items.append(Item("", tooltips.of_words(heading, told.lines[:12], told.words), name=told.name))
    svg = element(
        "svg",
        "".join(drawn),
        xmlns="http://www.w3.org/2000/svg",
        width=f"{WINDOW.width:.0f}",
        height=f"{WINDOW.height:.0f}",
        viewBox=f"0 0 {WINDOW.width:.0f} {WINDOW.height:.0f}",
        role="img",
    )
    return Drawing(svg if located else "", tuple(items), below=_below(unlocated, nowhere, outline, bool(located)))


class _Projection:
    """Degrees to places in the window: distances are true along the middle parallel."""

    def __init__(self, ground: Sequence[tuple[float, float]]) -> None:
        """Fit these points."""
        lons, lats = [x for x, _ in ground] or [0.0], [y for _, y in ground] or [0.0]
        self._left, self._top = min(lons), max(lats)
        self._narrow = math.cos(math.radians((min(lats) + max(lats)) / 2))
        wide, high = max((max(lons) - self._left) * self._narrow, 0.5), max(self._top - min(lats), 0.5)
        self._scale = min((WINDOW.width - 2 * _MARGIN) / wide, (WINDOW.height - 2 * _MARGIN) / high)
        self._shift = (WINDOW.width - wide * self._scale) / 2

    def at(self, lon: float, lat: float) -> Place:
        """The place of a point in the window."""
        x = self._shift + (lon - self._left) * self._narrow * self._scale
        return Place(x, _MARGIN + (self._top - lat) * self._scale)

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a point is in the window."""
        at = self.at(lon, lat)
        return 0 <= at.x <= WINDOW.width and 0 <= at.y <= WINDOW.height


def _draw_outline(rings: Sequence[Sequence[tuple[float, float]]], projection: _Projection) -> str:
    parts = []
    for ring in rings:
        points = [projection.at(*point) for point in ring]
        parts.append("M" + "L".join(f"{at.x:.1f} {at.y:.1f}" for at in points) + "Z")
    return element("path", d="".join(parts), fill="#f3f1ea", stroke="#b9b29b", class_="outline") if parts else ""


def _place_words(words: str, circle: tuple[Place, float], taken: list[Box]) -> str:
    """The words beside a circle where nothing is, further away with a line to it where they have to be."""
    at, radius = circle
    width = width_of(words, _LETTERS)
    for step in range(40):
        distance = radius + 4 + 9 * (step // 2)
        for turn in range(_TURNS):
            angle = 2 * math.pi * turn / _TURNS
            x = at.x + math.cos(angle) * (distance + width / 2)
            y = at.y + math.sin(angle) * (distance + 6)
            box = (x - width / 2, y - 7, x + width / 2, y + 7)
            if _is_free(box, taken):
                taken.append(box)
                line = element(
                    "line", x1=at.x, y1=at.y, x2=x - math.cos(angle) * width / 2, y2=y, stroke="#777", stroke_width=0.6
                )
                return (line if step > 3 else "") + text_lines(
                    [words], x, y + 4, _LETTERS, text_anchor="middle", class_="halo"
                )
    return ""


def _is_free(box: Box, taken: Sequence[Box]) -> bool:
    inside = box[0] > 2 and box[1] > 2 and box[2] < WINDOW.width - 2 and box[3] < WINDOW.height - 2
    return inside and not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )


def _below(unlocated: Sequence[Told], nowhere: float, outline: Outline | None, has_map: bool) -> str:
    """What is not on the map, and where the outline comes from."""
    parts = []
    if unlocated:
        listed = "".join(element("li", text(f"{told.name}: {told.value:g}")) for told in unlocated)
        why = "Not on the map, because it does not reach there, no coordinates are known, or they are no single place:"
        parts.append(element("p", why if has_map else "No coordinates are known for these places, so there is no map:"))
        parts.append(element("ul", listed))
    if nowhere:
        parts.append(element("p", f"Without a place: {nowhere:g}."))
    if has_map:
        said = f"Outline: {outline.source}" if outline else "There is no outline of this country."
        parts.append(
            element(
                "p", text(f"{said} A circle is larger for more; its place is exact to about 10 km."), class_="quiet"
            )
        )
    return element("div", "".join(parts), class_="below") if parts else ""
