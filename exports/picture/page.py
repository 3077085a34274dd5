"""One page for every kind of picture: the drawing, a legend that filters, a slider of dates, a search, and tooltips.

The drawing is SVG made here, so it is the same each time, prints, and shows without a script. The one script of the
page is our own, and the page's policy allows it alone, by its hash: markup of a report could not run even if it were
not escaped. What the script reads are data; texts of tooltips become text nodes.
"""

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib import resources
from typing import Any

from exports.picture.markup import element, text


@dataclass(frozen=True)
class Item:
    """Something on the drawing with a tooltip. Its elements have its number in ``data-i``.

    It is hidden with its ``kind``, with an item among ``ends``, and while the slider stands before its ``date``. Things
    on both sides of a ``mark`` are beside each other.
    """

    kind: str
    tooltip: str
    date: str = ""
    ends: tuple[int, ...] = ()
    name: str = ""
    mark: bool = False


@dataclass(frozen=True)
class LegendEntry:
    """A kind of thing or line with a small drawing of it (markup); it filters if items have its ``kind``."""

    kind: str
    words: str
    sign: str


@dataclass(frozen=True)
class Drawing:
    """A drawing with its items and legend. ``svg`` is a whole element; ``below`` is markup that stands under it."""

    svg: str
    items: tuple[Item, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    below: str = ""


def make_page(drawing: Drawing, title: str, notes: Sequence[str]) -> str:
    """The whole page. ``notes`` are sentences on how to read the picture and what is not in it."""
    style, script = _part("page.css"), _part("page.js")
    filled = {
        "title": text(title),
        "style policy": _hash(style),
        "script policy": _hash(script),
        "style": style,
        "notes": "".join(element("p", text(note)) for note in notes if note),
        "legend": "".join(_legend_entry(entry, drawing.items) for entry in drawing.legend),
        "slider": _slider(drawing.items),
        "drawing": drawing.svg,
        "below": drawing.below,
        "items": _json([_as_data(item) for item in drawing.items]),
        "script": script,
    }
    # Cut at the template's own marks, so what is put in is never searched again.
    parts = _part("page.html").split("<!--")
    return parts[0] + "".join(filled[name.strip()] + rest for name, _, rest in (p.partition("-->") for p in parts[1:]))


def make_svg(drawing: Drawing) -> str:
    """The drawing alone, as a file that every program shows: no legend, no tooltips, its styles in it."""
    styles = "".join(line for line in _part("page.css").splitlines() if line.startswith("svg "))
    opening, closing, rest = drawing.svg.partition(">")
    return f"{opening}{closing}{element('style', styles)}{rest}"


def _legend_entry(entry: LegendEntry, items: Sequence[Item]) -> str:
    number = sum(item.kind == entry.kind for item in items if entry.kind)
    if not number:
        return element("span", entry.sign + text(entry.words), class_="key")
    box = element("input", type="checkbox", checked="", data_kind=entry.kind)
    return element("label", f"{box}{entry.sign}{text(f'{entry.words} ({number})')}", class_="key")


def _slider(items: Sequence[Item]) -> str:
    dates = sorted({item.date for item in items if item.date})
    if len(dates) < 2:
        return ""
    last = str(len(dates) - 1)
    slider = element("input", type="range", id="until", min="0", max=last, value=last, data_dates=" ".join(dates))
    return element("label", f"until {element('output', text(dates[-1]), id='day')}{slider}", class_="key")


def _as_data(item: Item) -> dict[str, Any]:
    known = asdict(item)
    return {name: value for name, value in known.items() if value}


def _part(name: str) -> str:
    return resources.files("exports.picture").joinpath(name).read_text(encoding="utf-8")


def _hash(source: str) -> str:
    return base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()


def _json(data: Any) -> str:
    """JSON that stands safely inside a script: no `<` that could end it, no line separators that end a statement."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
