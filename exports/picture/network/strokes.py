"""The lines of a network: what kind each is, and how it is drawn."""

import textwrap
from collections.abc import Mapping, Sequence

from exports.picture.captions import UNPROVEN
from exports.picture.choice.ties import Line, Mark, date_of
from exports.picture.markup import element, text_lines
from exports.picture.network.layout import Place
from exports.picture.network.things import Shown
from kg.graph.value import Key
from kg.schema.schema import Schema
from queries.pages.phrases import plain

KINDS = {"Event": "acts", "Charge": "charges", "Sanction": "sanctions", "Stay": "custody", "Case": "in one case"}
"""What lines are called that tell of facts or cases of a kind."""
STATEMENTS, NEXT, SAID = "family, lawyers, members, parts", "next in time", "as the lines say"
_STATED = {"REPRESENTS": "lawyer of", "PART_OF": " ", "LOCATED_IN": " "}
_COLOURS = {STATEMENTS: "#6c757d", NEXT: "#b8bec5", SAID: "#444444"}

# What a line is called that tells of several kinds.
_WEIGHTIEST = ("Sanction", "Charge", "Stay", "Event", "Case")

WORDS = 10.0
"""The size of the words on a line."""

Marks = Mapping[Key, Mark]


def kind_of_line(line: Line, marks: Marks) -> str:
    """What a line tells of, in words."""
    if line.said:
        return SAID
    if not line.told:
        return NEXT
    mark = _mark_of(line, marks)
    facts = mark.facts if mark else [told.fact for told in line.told if told.fact]
    labels = {fact.label for fact in facts}
    return next((KINDS[label] for label in _WEIGHTIEST if label in labels), STATEMENTS)


def colour_of_lines(kind: str, schema: Schema) -> str:
    """The colour of the lines of a kind."""
    label = next((label for label, words in KINDS.items() if words == kind), None)
    return schema.nodes[label].colour if label else _COLOURS[kind]


def words_on(line: Line, marks: Marks) -> str:
    """The words that stand on a line: who one is to the other, where a report says it."""
    if line.said:
        return textwrap.shorten("; ".join(line.said.words), 44, placeholder=" …")
    if not line.told or _mark_of(line, marks):
        return ""
    said = (r for told in line.told if told.fact is None for r in told.relationships)
    words = (_STATED.get(r.type) or r.properties.get("kind") or r.properties.get("as") for r in said)
    return ", ".join(dict.fromkeys(textwrap.shorten(plain(word), 22, placeholder="…") for word in words if word))


def first_date(line: Line, marks: Marks) -> str:
    """The date from which on there is a line; empty if it has none."""
    mark = _mark_of(line, marks)
    facts = mark.facts if mark else [told.fact for told in line.told]
    return min((date_of(fact) if fact else "" for fact in facts), default="")


def is_unproven(line: Line, marks: Marks) -> bool:
    """Whether all that a line tells is alleged or denied."""
    standings = _standings(line, marks)
    return bool(standings) and standings <= UNPROVEN


def draw_line(
    line: Line,
    number: int,
    places: Sequence[Place],
    ends: Sequence[Shown],
    marks: Marks,
    schema: Schema,
    words: str = "",
) -> str:
    """A line as an element with its number: dashed where all is alleged or denied, crossed where some is denied."""
    colour = colour_of_lines(kind_of_line(line, marks), schema)
    a, b = places
    length = max(((b.x - a.x) ** 2 + (b.y - a.y) ** 2) ** 0.5, 0.1)
    short = (ends[1].radius + 2.5 if ends[1].radius else 12) / length
    b = Place(b.x - (b.x - a.x) * short, b.y - (b.y - a.y) * short)
    between = {"x1": a.x, "y1": a.y, "x2": b.x, "y2": b.y}
    look = {"stroke": colour, "stroke_dasharray": "5 4" if is_unproven(line, marks) else None, "class_": "shaft"}
    shaft = element("line", **between, stroke_width=min(1.2 + 0.5 * max(len(line.told) - 1, 0), 4), **look)
    # A wider one that cannot be seen is easier to point at.
    reach = element("line", **between, stroke="#fff", stroke_opacity="0", stroke_width=9)
    head = _draw_arrow(a, b, colour) if line.arrow else ""
    cross = _draw_cross((a.x + b.x) / 2, (a.y + b.y) / 2) if "denied" in _standings(line, marks) else ""
    middle = Place((a.x + b.x) / 2, (a.y + b.y) / 2 + WORDS * 0.35)
    said = text_lines([words], *middle, WORDS, text_anchor="middle", class_="halo quiet") if words else ""
    return element("g", reach + shaft + head + cross + said, data_i=str(number), class_="line")


def _mark_of(line: Line, marks: Marks) -> Mark | None:
    return marks.get(line.start) or marks.get(line.end)


def _standings(line: Line, marks: Marks) -> set[str]:
    """The standings of what a line tells. Who is said to have done something has one of its own, which comes first."""
    if line.said:
        return _standings_said(line.said.words)
    if not line.told:
        return set()
    mark = _mark_of(line, marks)
    facts = mark.facts if mark else [told.fact for told in line.told if told.fact]
    own = {str(r.properties.get("standing")) for told in line.told for r in told.relationships}
    return own & UNPROVEN or {str(fact.properties.get("standing", "stated")) for fact in facts}


def _standings_said(words: Sequence[str]) -> set[str]:
    """The standings that rows add to their words in brackets, as ``attack (alleged)``; ``stated`` for words without."""
    return {next((standing for standing in sorted(UNPROVEN) if f"({standing})" in said), "stated") for said in words}


def _draw_arrow(a: Place, b: Place, colour: str) -> str:
    length = max(((b.x - a.x) ** 2 + (b.y - a.y) ** 2) ** 0.5, 0.1)
    dx, dy = (b.x - a.x) / length * 8, (b.y - a.y) / length * 8
    points = [(b.x, b.y), (b.x - dx - dy * 0.45, b.y - dy + dx * 0.45), (b.x - dx + dy * 0.45, b.y - dy - dx * 0.45)]
    return element("polygon", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in points), fill=colour)


def _draw_cross(x: float, y: float) -> str:
    path = f"M{x - 5:.1f} {y - 5:.1f}l10 10m0 -10l-10 10"
    return element("path", d=path, stroke="#000", stroke_width=1.6, fill="none", class_="denied")
