"""The matrix: a field for each pair of two columns' values, darker for more, with its number."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from exports.picture.answer import Answer
from exports.picture.markup import element, text, text_lines, width_of
from exports.picture.page import Drawing, Item
from exports.picture.tooltips import Tooltips
from ingest.errors import KgError
from queries.drawings import Matrix

MOST = 60
"""The most lines, and columns, of a matrix."""
_FIELD, _HIGH, _LETTERS = 38.0, 24.0, 12.0
_LONGEST = 48
_COLOUR = "#9d0208"
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


@dataclass
class _Field:
    value: float = 0
    lines: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def draw_matrix(answer: Answer, matrix: Matrix, tooltips: Tooltips) -> tuple[Drawing, str | None]:
    """The drawing, and a sentence on the lines and columns that were left out. Those with most come first.

    Raises ``KgError`` if the values are no numbers.
    """
    fields = _fields_of(answer, matrix)
    down, across = _ordered(fields, 0), _ordered(fields, 1)
    more = max(len(down) - MOST, 0), max(len(across) - MOST, 0)
    down, across = down[:MOST], across[:MOST]
    left = max((width_of(_short(name), _LETTERS) for name in down), default=0) + 12
    top = max((width_of(_short(name), _LETTERS) for name in across), default=0) * 0.72 + 24
    most = max((found.value for found in fields.values()), default=1)
    items: list[Item] = []
    drawn = [_heading(name, left + (i + 0.5) * _FIELD, top) for i, name in enumerate(across)]
    for i, name in enumerate(down):
        y = top + i * _HIGH
        drawn.append(text_lines([_short(name)], left - 6, y + _HIGH * 0.68, _LETTERS, text_anchor="end"))
        for j, other in enumerate(across):
            found = fields.get((name, other))
            if found:
                heading = f"{name}, {other}: {found.value:g}"
                items.append(Item("", tooltips.of_words(heading, found.lines, found.words), name=f"{name}, {other}"))
                drawn.append(_draw_field(found, left + j * _FIELD, y, most, len(items) - 1))
    width = left + len(across) * _FIELD + top * 0.75
    height = top + len(down) * _HIGH + 10
    svg = element(
        "svg",
        "".join(drawn),
        xmlns="http://www.w3.org/2000/svg",
        width=f"{width:.0f}",
        height=f"{height:.0f}",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        role="img",
    )
    said = f"{more[0]} lines and {more[1]} columns with less were left out." if any(more) else None
    return Drawing(svg, tuple(items)), said


def _fields_of(answer: Answer, matrix: Matrix) -> dict[tuple[str, str], _Field]:
    fields: dict[tuple[str, str], _Field] = defaultdict(_Field)
    for row in answer:
        for a in row.names_in(matrix.down):
            for b in row.names_in(matrix.across):
                found = fields[a, b]
                found.value += row.number(matrix.value)
                found.lines += row.said()
                found.words += row.words
    if not fields:
        raise KgError("Nothing to draw: no row has a value for both sides of the matrix. Try other options.")
    return fields


def _ordered(fields: Mapping[tuple[str, str], _Field], side: int) -> list[str]:
    """The values of one side, those with the largest sums first; dates in their order."""
    sums: dict[str, float] = defaultdict(float)
    for names, found in fields.items():
        sums[names[side]] += found.value
    if all(_DATE.fullmatch(name) for name in sums):
        return sorted(sums)
    return sorted(sums, key=lambda name: (-sums[name], name))


def _heading(name: str, x: float, top: float) -> str:
    turned = f"rotate(-45 {x:.1f} {top - 8:.1f})"
    return element("text", text(_short(name)), x=x, y=top - 8, font_size=_LETTERS, transform=turned)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"


def _draw_field(found: _Field, x: float, y: float, most: float, number: int) -> str:
    strength = 0.15 + 0.85 * found.value / most if most else 0.15
    box = element(
        "rect",
        x=x + 1,
        y=y + 1,
        width=_FIELD - 2,
        height=_HIGH - 2,
        fill=_COLOUR,
        fill_opacity=f"{strength:.2f}",
        class_="sign",
    )
    ink = "#fff" if strength > 0.5 else "#222"
    number_shown = text_lines(
        [f"{found.value:g}"], x + _FIELD / 2, y + _HIGH * 0.68, _LETTERS, text_anchor="middle", fill=ink
    )
    return element("g", box + number_shown, data_i=str(number), class_="thing")
