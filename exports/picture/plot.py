"""Bars and lines of an answer's numbers, as SVG or PNG, drawn by matplotlib."""

import io
from collections import defaultdict
from typing import Literal

from exports.picture.answer import Answer
from ingest.errors import KgError
from queries.drawings import Plot

Format = Literal["svg", "png"]
MOST = 40
"""The most bars; those with most are drawn."""
_COLOUR = "#9d0208"
_LONGEST = 40


def draw_plot(answer: Answer, plot: Plot, title: str, format: Format) -> tuple[bytes, str | None]:
    """The plot as a file, and a sentence on what was left out.

    Bars lie, the longest at the top, so that names can be read; a line goes over its values in order. Raises
    ``KgError`` where no row has a number.
    """
    series = _series_of(answer, plot)
    names = _ordered(series, plot)
    more = len(names) - MOST if plot.kind == "bar" else 0
    names = names[:MOST] if plot.kind == "bar" else names
    said = f"{more} of {len(names) + more} with less were left out." if more > 0 else None
    return _drawn(series, names, plot, title, answer, format), said


def _series_of(answer: Answer, plot: Plot) -> dict[str, dict[str, float]]:
    """The sums of the values, by series and by what they are of."""
    series: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in answer:
        for group in row.words_in(plot.by) if plot.by else [""]:
            for name in row.names_in(plot.x):
                series[group][name] += row.number(plot.y)
    if not series:
        raise KgError("Nothing to draw: no row has a value to plot. Try other options.")
    return series


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
        for group, values in sorted(series.items()):
            numbers = [values.get(name, 0.0) for name in names]
            label = group or None
            if plot.kind == "bar":
                bars = axes.barh(range(len(names)), numbers, left=start, label=label, color=None if group else _COLOUR)
                if len(series) == 1:
                    axes.bar_label(bars, fmt="%g", padding=3)
                start = [a + b for a, b in zip(start, numbers, strict=True)]
            else:
                axes.plot(range(len(names)), numbers, marker="o", label=label, color=None if group else _COLOUR)
        if plot.kind == "bar":
            axes.set_yticks(range(len(names)), short)
            axes.invert_yaxis()
            axes.set_xlabel(answer.header.heading_of(plot.y))
        else:
            axes.set_xticks(range(len(names)), short, rotation=45, ha="right")
            axes.set_ylim(bottom=0)
            axes.set_ylabel(answer.header.heading_of(plot.y))
        axes.spines[["top", "right"]].set_visible(False)
        axes.set_title(title, loc="left")
        if len(series) > 1:
            axes.legend()
        file = io.BytesIO()
        figure.savefig(file, format=format, dpi=150, metadata={"Date": None} if format == "svg" else {"Software": None})
    return file.getvalue()
