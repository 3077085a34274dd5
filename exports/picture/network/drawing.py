"""The network as a drawing: signs with their names, lines under them, marks of what several took part in."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from exports.picture.captions import kind_of, name_of
from exports.picture.choice.ties import Ties, date_of
from exports.picture.markup import element, width_of
from exports.picture.network.layout import Layout, Place, Size, lay_out
from exports.picture.network.names import Box, place_names
from exports.picture.network.strokes import (
    KINDS,
    NEXT,
    SAID,
    STATEMENTS,
    WORDS,
    colour_of_lines,
    draw_line,
    first_date,
    is_unproven,
    kind_of_line,
    words_on,
)
from exports.picture.network.things import Shown, draw_thing, show_mark, show_thing
from exports.picture.page import Drawing, Item, LegendEntry
from exports.picture.signs import legend_line, legend_sign
from exports.picture.tooltips import Tooltips
from kg.graph.value import Graph, Key
from kg.schema.schema import Schema

WINDOW = Size(1400, 770)
"""What a window of 1400 × 900 leaves for the drawing."""
# Larger letters would not be easier to read.
_LARGEST = 1.5
_MARGIN = 12
# The relationships that say whether one is a target or accused.
_WITH_PARTS = frozenset({"FACES", "PARTY_TO"})


def draw_network(graph: Graph, keys: Sequence[Key], ties: Ties, schema: Schema) -> Drawing:
    """The drawing of these things with these lines and marks."""
    tooltips = Tooltips(graph, schema)
    marks = {mark.key: mark for mark in ties.marks}
    accused = _accused(graph, frozenset(keys))
    shown = [show_thing(graph.by_key[key], schema) for key in keys if key not in marks]
    shown += [show_mark(mark, schema) for mark in ties.marks]
    number = {thing.key: i for i, thing in enumerate(shown)}
    layout = lay_out([s.size for s in shown], [(number[line.start], number[line.end]) for line in ties.lines], WINDOW)
    first = _first_dates(ties)
    items = [_item_of(thing, graph, first, tooltips, schema) for thing in shown]
    drawn: list[str] = []
    signs = [thing.sign_at(at) for at, thing in zip(layout.places, shown, strict=True)]
    between = [(signs[number[line.start]].middle, signs[number[line.end]].middle) for line in ties.lines]
    names = place_names(signs, between, layout.room)
    taken = [sign.box for sign in signs] + [name.box for name in names]
    for line in ties.lines:
        ends = (number[line.start], number[line.end])
        places = [signs[end].middle for end in ends]
        words = _fitting_words(words_on(line, marks), places, taken)
        drawn.append(draw_line(line, len(items), places, [shown[end] for end in ends], marks, schema, words))
        items.append(Item(kind_of_line(line, marks), tooltips.of_line(line), first_date(line, marks), ends))
    for i, thing in enumerate(shown):
        drawn.append(draw_thing(thing, i, signs[i].middle, names[i], thing.key in accused, schema))
    dashed = any(is_unproven(line, marks) for line in ties.lines)
    legend = [*_legend_of_things(shown, accused, schema), *_legend_of_lines(items, dashed, schema)]
    return Drawing(_svg(drawn, layout), tuple(items), tuple(legend))


def _fitting_words(words: str, places: Sequence[Place], taken: list[Box]) -> str:
    """The words on a line if nothing is where they would stand; then that place is ``taken``."""
    a, b = places
    box = Box.around(Place((a.x + b.x) / 2, (a.y + b.y) / 2), Size(width_of(words, WORDS), WORDS * 1.2))
    if not words.strip() or any(box.overlaps(other) for other in taken):
        return ""
    taken.append(box)
    return words


def _item_of(thing: Shown, graph: Graph, first: Mapping[Key, str], tooltips: Tooltips, schema: Schema) -> Item:
    label = thing.key.label
    if thing.mark:
        date = min(map(date_of, thing.mark.facts))
        return Item(label, tooltips.of_mark(thing.mark), date, name=" ".join(thing.lines), mark=True)
    node = graph.by_key[thing.key]
    return Item(label, tooltips.of_thing(node), first.get(thing.key, ""), name=name_of(node, schema))


def _first_dates(ties: Ties) -> dict[Key, str]:
    """The first date of each thing's lines; none where one of them has no date: it is always there."""
    marks = {mark.key: mark for mark in ties.marks}
    dates: dict[Key, list[str]] = defaultdict(list)
    for line in ties.lines:
        for key in (line.start, line.end) if line.told else ():
            dates[key].append(first_date(line, marks))
    return {key: min(found) for key, found in dates.items()}


def _accused(graph: Graph, keys: Collection[Key]) -> frozenset[Key]:
    """Of these, the people who stand in cases and charges only as accused of what was done to others.

    All cases and charges count, not those of the picture alone: an officer is no target where only the act is drawn.
    """
    roles: dict[Key, set[bool]] = defaultdict(set)
    for relationship in graph.relationships:
        if relationship.type in _WITH_PARTS and relationship.start in keys:
            roles[relationship.start].add(relationship.properties.get("role") == "perpetrator")
    return frozenset(key for key, found in roles.items() if found == {True})


def _legend_of_things(shown: Sequence[Shown], accused: Collection[Key], schema: Schema) -> list[LegendEntry]:
    small = {thing.key.label: thing.is_small for thing in shown}
    person = schema.nodes["Person"].colour
    found = []
    for label, kind in schema.nodes.items():
        if label in small:
            shape = "dot" if small[label] and label != "Event" else kind.shape
            found.append(LegendEntry(label, kind_of(label), legend_sign(shape, fill=kind.colour)))
    if any(thing.radius > 8 for thing in shown):
        found.append(LegendEntry("", "larger: acts on more days", legend_sign("dot", fill=person)))
    if accused:
        hollow = legend_sign("dot", fill="#fff", stroke=person, stroke_width=3)
        found.append(LegendEntry("", "accused of having done it to others", hollow))
    return found


def _legend_of_lines(items: Sequence[Item], dashed: bool, schema: Schema) -> list[LegendEntry]:
    kinds = {item.kind for item in items if item.ends}
    found = [
        LegendEntry(kind, kind, legend_line(stroke=colour_of_lines(kind, schema), stroke_width=2))
        for kind in (*KINDS.values(), STATEMENTS, SAID, NEXT)
        if kind in kinds
    ]
    if dashed:
        dash = legend_line(stroke="#333", stroke_width=1.5, stroke_dasharray="5 4")
        found.append(LegendEntry("", "alleged, or denied where crossed", dash))
    return found


def _svg(drawn: Sequence[str], layout: Layout) -> str:
    """The drawing, as large as the window allows."""
    width, height = layout.room.width + 2 * _MARGIN, layout.room.height + 2 * _MARGIN
    scale = min(WINDOW.width / width, WINDOW.height / height, _LARGEST)
    room = Size(WINDOW.width / scale, WINDOW.height / scale)
    x, y = (layout.room.width - room.width) / 2, (layout.room.height - room.height) / 2
    box = f"{x:.1f} {y:.1f} {room.width:.1f} {room.height:.1f}"
    return element("svg", "".join(drawn), xmlns="http://www.w3.org/2000/svg", viewBox=box, class_="fitted", role="img")
