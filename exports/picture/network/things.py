"""Things and marks of a network: their names, how much room they need, and how they are drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from exports.picture.captions import name_marked, name_of
from exports.picture.choice.ties import Mark
from exports.picture.markup import element, text_lines, width_of, wrap
from exports.picture.network.layout import Place, Size
from exports.picture.network.names import Name, Sign
from exports.picture.signs import draw_sign, is_light
from kg.graph.value import Key, Node
from kg.schema.schema import Schema

_LETTERS, _SMALL = 12.0, 10.0
_CHARACTERS, _SMALL_CHARACTERS = 19, 18
_MARK = 4.0
_MOST_DAYS = 30


@dataclass(frozen=True)
class Shown:
    """A thing or mark with the words under its sign, and the room for both. One without a ``radius`` is a box."""

    key: Key
    lines: tuple[str, ...]
    radius: float
    letters: float
    size: Size
    mark: Mark | None = None

    @property
    def is_small(self) -> bool:
        """Whether it is a small mark with small words."""
        return self.letters == _SMALL

    def sign_at(self, middle: Place) -> Sign:
        """Its sign where its room has this middle."""
        if not self.radius:
            return Sign(middle, 0, self.size)
        below = Size(max(width_of(line, self.letters) for line in self.lines), len(self.lines) * self.letters * 1.2)
        return Sign(Place(middle.x, middle.y - self.size.height / 2 + 1.2 * self.radius), self.radius, below)


def show_thing(node: Node, schema: Schema) -> Shown:
    """A thing with its name. People are larger for each day with an act against them; a case is a small mark."""
    name = name_of(node, schema)
    if node.label == "Case":
        return _small(node.key, [name])
    lines = tuple(wrap(name, _CHARACTERS, 3))
    width = max(width_of(line, _LETTERS) for line in lines)
    if schema.nodes[node.label].shape == "box":
        return Shown(node.key, lines, 0, _LETTERS, Size(width + 10, len(lines) * _LETTERS * 1.2 + 6))
    days = int(str(node.properties.get("days_targeted", 0)))
    radius = 5 + 2.2 * min(days, _MOST_DAYS) ** 0.5 if node.label == "Person" else 6.5
    return Shown(node.key, lines, radius, _LETTERS, _room(radius, width, len(lines), _LETTERS))


def show_mark(mark: Mark, schema: Schema) -> Shown:
    """A small mark with what it stands for and when."""
    return _small(mark.key, name_marked(mark.facts, schema), mark)


def draw_thing(shown: Shown, number: int, sign: Place, name: Name, accused: bool, schema: Schema) -> str:
    """A thing or mark as an element with its number. A person who is only ``accused`` is hollow."""
    kind = schema.nodes[shown.key.label]
    if not shown.radius:
        drawn = _draw_box(shown, sign, kind.colour)
    else:
        shape = "dot" if shown.is_small and shown.key.label != "Event" else kind.shape
        filled = {"fill": "#fff", "stroke": kind.colour, "stroke_width": "3"} if accused else {"fill": kind.colour}
        line = name.box.top + shown.letters * 0.95
        look = "halo quiet" if shown.is_small else "halo"
        words = text_lines(list(shown.lines), name.x, line, shown.letters, text_anchor=name.anchor, class_=look)
        drawn = draw_sign(shape, sign.x, sign.y, shown.radius, **filled) + words
    return element("g", drawn, data_i=str(number), class_="thing")


def _draw_box(shown: Shown, middle: Place, colour: str) -> str:
    width, height = shown.size
    left, top = middle.x - width / 2, middle.y - height / 2
    box = element("rect", x=left, y=top, width=width, height=height, rx=3, fill=colour, class_="sign")
    ink = "#222" if is_light(colour) else "#fff"
    line = top + shown.letters * 1.1 + 2
    return box + text_lines(list(shown.lines), middle.x, line, shown.letters, text_anchor="middle", fill=ink)


def _small(key: Key, names: Sequence[str], mark: Mark | None = None) -> Shown:
    lines = tuple(part for name in names for part in wrap(name, _SMALL_CHARACTERS, 2))
    width = max(width_of(line, _SMALL) for line in lines)
    return Shown(key, lines, _MARK, _SMALL, _room(_MARK, width, len(lines), _SMALL), mark)


def _room(radius: float, width: float, lines: int, letters: float) -> Size:
    return Size(max(width, 2.4 * radius), 2.4 * radius + 2 + lines * letters * 1.2)
