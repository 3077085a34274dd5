"""Bars and lines of an answer's numbers, as SVG or PNG, drawn by matplotlib."""

import io
import math
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from exports.picture.answer import Answer
from exports.picture.days import first_day
from ingest.errors import KgError
from queries.drawings import Plot

Format = Literal["svg", "png"]
MOST = 40
"""The most bars; those with most are drawn."""
_COLOUR = "#9d0208"
_LONGEST = 40
MOST_LINES = 8
"""The most lines, and colours, that can be told apart; those with most are drawn."""
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
# What part of the width two dates below a line are apart at least.
_APART = 0.03


def draw_plot(answer: Answer, plot: Plot, title: str, format: Format) -> tuple[bytes, str | None]:
    """The plot as a file, and a sentence on what was left out.

    Bars lie, the longest at the top, so that names can be read; a line goes over its values in order, dates as far
    apart as they are, and breaks where it has none. Raises ``KgError`` where no row has a number.
    """
    series = _series_of(answer, plot)
    if plot.kind == "line":
        return _lines(series, plot, title, answer, format)
    names = _ordered(series, plot)
    more = len(names) - MOST
    names = names[:MOST]
    said = f"{more} of {len(names) + more} with less were left out." if more > 0 else None
    return _drawn(series, names, plot, title, answer, format), said


def _lines(
    series: dict[str, dict[str, float]], plot: Plot, title: str, answer: Answer, format: Format
) -> tuple[bytes, str | None]:
    ordered = sorted(series, key=lambda group: (-sum(series[group].values()), group))
    kept = {group: series[group] for group in ordered[:MOST_LINES]}
    more = len(ordered) - len(kept)
    said = f"{more} of {len(ordered)} lines with less were left out." if more else None
    return _drawn(kept, _ordered(kept, plot), plot, title, answer, format), said


def _series_of(answer: Answer, plot: Plot) -> dict[str, dict[str, float]]:
    """The sums of the values, by series and by what they are of."""
    series: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in answer:
        for group in row.words_in(plot.by) if plot.by else [""]:
            for name in row.names_in(plot.x):
                series[group][name] += row.number(plot.y)
    if not series:
        raise KgError("Nothing to draw: no row has a value to plot. Try other options.")
    return dict(sorted(series.items()))


def _ordered(series: dict[str, dict[str, float]], plot: Plot) -> list[str]:
    names = dict.fromkeys(name for values in series.values() for name in values)
    if plot.kind == "line":
        return sorted(names)
    return sorted(names, key=lambda name: (-sum(values.get(name, 0) for values in series.values()), name))


def _drawn(
    series: dict[str, dict[str, float]], names: list[str], plot: Plot, title: str, answer: Answer, format: Format
) -> bytes:
    import matplotlib as mpl  # noqa: PLC0415 (half a second, and only a plot needs it)
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    short = [name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…" for name in names]
    # Texts are what reports say: no `$` in them is mathematics. No date and no random ids, so that files are alike.
    with mpl.rc_context({"text.parse_math": False, "svg.hashsalt": "kg", "svg.fonttype": "none", "font.size": 10}):
        figure = Figure(
            figsize=(11, max(3.0, 0.24 * len(names) + 1.4) if plot.kind == "bar" else 5), layout="constrained"
        )
        FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        start = [0.0] * len(names)
        at = _places_of(names) if plot.kind == "line" else list(range(len(names)))
        for group, values in series.items():
            label = group or None
            if plot.kind == "bar":
                numbers = [values.get(name, 0.0) for name in names]
                bars = axes.barh(range(len(names)), numbers, left=start, label=label, color=None if group else _COLOUR)
                if len(series) == 1:
                    axes.bar_label(bars, fmt="%g", padding=3)
                start = [a + b for a, b in zip(start, numbers, strict=True)]
            else:
                numbers = [values.get(name, math.nan) for name in names]
                axes.plot(at, numbers, marker="o", label=label, color=None if group else _COLOUR)
        if plot.kind == "bar":
            axes.set_yticks(range(len(names)), short)
            axes.invert_yaxis()
            axes.set_xlabel(answer.header.heading_of(plot.y))
        else:
            ticks = _apart(at)
            axes.set_xticks([at[i] for i in ticks], [short[i] for i in ticks], rotation=45, ha="right")
            axes.set_ylim(bottom=0)
            axes.locator_params(axis="y", integer=True)
            axes.set_ylabel(answer.header.heading_of(plot.y))
        axes.spines[["top", "right"]].set_visible(False)
        axes.set_title(title, loc="left")
        if len(series) > 1:
            axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False)
        file = io.BytesIO()
        figure.savefig(file, format=format, dpi=150, metadata={"Date": None} if format == "svg" else {"Software": None})
    return file.getvalue()


def _places_of(names: Sequence[str]) -> list[int]:
    """Where names stand from left to right: dates as far apart as they are, others one after the other."""
    dated = all(_DATE.fullmatch(name) for name in names)
    return [first_day(name) for name in names] if dated else list(range(len(names)))


def _apart(at: Sequence[int]) -> list[int]:
    """The positions of names that have room below the axis, from the last one back."""
    room = (at[-1] - at[0]) * _APART
    shown: list[int] = []
    for i in reversed(range(len(at))):
        if not shown or at[shown[-1]] - at[i] >= room:
            shown.append(i)
    return shown[::-1]
