"""The timeline as a drawing: lanes one under the other, nothing in a lane over anything else."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from exports.picture.days import Scale, make_scale
from exports.picture.markup import element, text, text_lines, width_of
from exports.picture.page import Drawing, Item, LegendEntry
from exports.picture.signs import draw_sign, legend_line, legend_sign
from exports.picture.timeline.lanes import Lane, Span

WIDTH = 1372
"""The width of a timeline, in a window of 1400."""
_NAMES, _TOP, _ROW, _PAD, _LETTERS = 190.0, 30.0, 15.0, 8.0, 10.0
_DOT = 4.5
# The most that is left for words at the right; and the days that are shown after the last beginning.
_WORDS, _AHEAD = 340.0, 183
# Okabe and Ito's colours, which can be told apart by everybody, and darker ones.
_COLOURS = (
    "#0072b2",
    "#d55e00",
    "#009e73",
    "#cc79a7",
    "#e69f00",
    "#56b4e9",
    "#8c564b",
    "#6a4c93",
    "#b58900",
    "#444444",
    "#7fb800",
    "#c2185b",
)
# A lane higher than this shows no words beside its dots, only the dots.
_HIGH = 9


def draw_timeline(lanes: Sequence[Lane], spans: Sequence[Span]) -> Drawing:
    """The drawing of lanes with what is in them."""
    spans, scale = _clipped(spans)
    kinds = sorted({span.kind for span in spans})
    colours = {kind: _COLOURS[i % len(_COLOURS)] for i, kind in enumerate(kinds)}
    items: list[Item] = []
    drawn: list[str] = []
    top = _TOP
    for i, lane in enumerate(lanes):
        own = [span for span in spans if span.lane == lane.id]
        rows, with_words = _rows(own, scale)
        high = (max(rows, default=0) + 1) * _ROW + _PAD
        if i % 2:
            drawn.append(element("rect", x=0, y=top, width=WIDTH, height=high, fill="#000", fill_opacity="0.035"))
        drawn.append(_draw_name(lane, top, len(items)))
        items.append(Item("", lane.tooltip, name=lane.name))
        for span, row in zip(own, rows, strict=True):
            middle = top + _PAD / 2 + (row + 0.5) * _ROW
            drawn.append(_draw_span(span, middle, scale, colours[span.kind], len(items), with_words))
            items.append(Item(span.kind, span.tooltip, span.date))
        top += high
    drawn.insert(0, _axis(scale, top))
    svg = element(
        "svg",
        "".join(drawn),
        xmlns="http://www.w3.org/2000/svg",
        width=str(WIDTH),
        height=f"{top + 20:.0f}",
        viewBox=f"0 0 {WIDTH} {top + 20:.0f}",
        role="img",
    )
    return Drawing(svg, tuple(items), tuple(_legend(kinds, spans, colours, bool(scale.cuts))))


def _clipped(spans: Sequence[Span]) -> tuple[list[Span], Scale]:
    """What is drawn, and the scale. A term that ends long after all that is told leads out of it and says its end."""
    horizon = max(span.start for span in spans) + _AHEAD
    clipped = [_clip(span, horizon) for span in spans]
    days = (day for span in clipped for day in (span.start, span.end) if day is not None)
    words = min(max(width_of(span.words, _LETTERS) for span in clipped) + 24, _WORDS)
    return clipped, make_scale(days, WIDTH - _NAMES - words)


def _clip(span: Span, horizon: int) -> Span:
    if span.end is None and span.is_bar:
        return replace(span, words=", ".join(filter(None, (span.words, "no end told"))))
    if span.end is not None and span.end > horizon:
        return replace(span, end=None, words=f"{span.words} until {date.fromordinal(span.end)}".strip())
    return span


def _rows(spans: Sequence[Span], scale: Scale) -> tuple[list[int], bool]:
    """The row of each span in its lane, the uppermost that is free, and whether there is room for words."""
    rows = _free_rows(spans, scale, words=True)
    if max(rows, default=0) < _HIGH:
        return rows, True
    return _free_rows(spans, scale, words=False), False


def _free_rows(spans: Sequence[Span], scale: Scale, words: bool) -> list[int]:
    reached: list[float] = []
    found = []
    for span in spans:
        left, right = _reach(span, scale, words)
        row = next((i for i, end in enumerate(reached) if end + 3 <= left), len(reached))
        reached[row : row + 1] = [right]
        found.append(row)
    return found


def _reach(span: Span, scale: Scale, words: bool) -> tuple[float, float]:
    """From where to where something is drawn, its words among it."""
    left, right = _ends(span, scale)
    return left, right + (width_of(span.words, _LETTERS) + 5 if words and span.words else 0)


def _ends(span: Span, scale: Scale) -> tuple[float, float]:
    left = scale.at(span.start)
    right = scale.at(span.end) if span.end is not None else scale.width
    if span.is_bar or not span.is_exact:
        return left, max(right, left + 4)
    return left - _DOT, left + _DOT


def _draw_span(span: Span, y: float, scale: Scale, colour: str, number: int, with_words: bool) -> str:
    left, right = (at + _NAMES for at in _ends(span, scale))
    if span.is_bar or not span.is_exact:
        dash = "4 3" if span.unproven or not span.is_exact else None
        sign = element(
            "rect",
            x=left,
            y=y - 5,
            width=right - left,
            height=10,
            rx=2,
            fill=colour,
            class_="sign",
            fill_opacity="0.25" if not span.is_exact else "0.75",
            stroke=colour,
            stroke_dasharray=dash,
        )
        if span.end is None:
            right += 8
            points = f"{right - 8:.1f},{y - 5:.1f} {right:.1f},{y:.1f} {right - 8:.1f},{y + 5:.1f}"
            sign += element("polygon", points=points, fill=colour)
    else:
        look = {"fill": "#fff", "stroke": colour, "stroke_dasharray": "2 1.5"} if span.unproven else {"fill": colour}
        sign = draw_sign("dot", left + _DOT, y, _DOT, **look)
    words = ""
    if with_words and span.words:
        words = text_lines([span.words], right + 3, y + _LETTERS * 0.35, _LETTERS, class_="halo")
    return element("g", sign + words, data_i=str(number), class_="thing")


def _axis(scale: Scale, height: float) -> str:
    lines = []
    for at, words in scale.ticks(62):
        x = at + _NAMES
        lines.append(element("line", x1=x, y1=_TOP - 8, x2=x, y2=height, stroke="#dde1e6"))
        lines += [text_lines([words], x + 3, y, _LETTERS, class_="quiet") for y in (_TOP - 12, height + 12)]
    for at in scale.cuts:
        x = at + _NAMES
        # Not over the words of the axis.
        ends = {"x1": x, "y1": _TOP - 8, "x2": x, "y2": height}
        lines.append(element("line", **ends, stroke="#888", stroke_width=5, stroke_dasharray="1 5"))
    return "".join(lines)


def _draw_name(lane: Lane, top: float, number: int) -> str:
    words = lane.name
    while width_of(words, 12) > _NAMES - 12:
        words = words.removesuffix("…")[:-1].rstrip() + "…"
    at = top + (_PAD + _ROW) / 2 + 4
    return element("g", element("text", text(words), x=6, y=at, font_size=12), data_i=str(number), class_="thing lane")


def _legend(
    kinds: Sequence[str], spans: Sequence[Span], colours: Mapping[str, str], has_cuts: bool
) -> list[LegendEntry]:
    bars: dict[str, bool] = defaultdict(bool)
    for span in spans:
        bars[span.kind] |= span.is_bar
    found = [LegendEntry(k, k, legend_sign("box" if bars[k] else "dot", fill=colours[k])) for k in kinds]
    if any(span.unproven for span in spans):
        hollow = legend_sign("dot", fill="#fff", stroke="#444", stroke_dasharray="2 1.5")
        found.append(LegendEntry("", "alleged or denied", hollow))
    if any(not span.is_exact for span in spans):
        pale = legend_sign("box", fill="#444", fill_opacity="0.25", stroke="#444")
        found.append(LegendEntry("", "day not known", pale))
    if has_cuts:
        cut = legend_line(stroke="#888", stroke_width=5, stroke_dasharray="1 5")
        found.append(LegendEntry("", "time without entries, cut short", cut))
    return found
