"""Which columns of a saved query's answer its pictures are made of. ``docs/queries.md`` describes the keys."""

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

Columns = str | tuple[str, ...]
"""One column, or several whose values name something together."""

_PLOTS = ("bar", "line")


class NetworkLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """Lines from the things in one column to those in another column of the same row.

    With a ``label``, a column, the row itself is the line; otherwise it is what the graph has between the two.
    """

    start: str
    end: str
    label: str | None = None


class Network(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A network of the things in the columns that lines lead from and to."""

    lines: tuple[NetworkLine, ...]


class Timeline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A lane for each value of ``lane``, with the acts of the column ``acts``, or a bar from ``start`` to ``end``.

    Bars have the words of ``label`` and the colours of ``kind``, and look alleged or denied by ``standing``.
    """

    lane: str
    start: str | None = None
    end: str | None = None
    label: str | None = None
    kind: str | None = None
    standing: str | None = None
    acts: str | None = None
    open: bool = False
    """Whether what has no end goes on."""
    told: str | None = None
    """The column with a day on which it was told, for what has no start."""


class Matrix(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table with a row for each value of ``down``, a column for each of ``across``, and sums of ``value``."""

    down: Columns
    across: Columns
    value: str


class Map(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A circle at each place of the column ``place``, by the sum of ``value``."""

    place: str
    value: str


class Plot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bars or a line of ``y`` over ``x``, one or more columns, in a series for each value of ``by``."""

    kind: Literal["bar", "line"]
    x: Columns
    y: str
    by: str | None = None


Spec = Network | Timeline | Matrix | Map | Plot


def columns_of(spec: Spec) -> Iterator[str]:
    """The columns that a picture is made of."""
    if isinstance(spec, Network):
        for line in spec.lines:
            yield from filter(None, (line.start, line.end, line.label))
        return
    for name in spec.__struct_fields__:
        value = getattr(spec, name)
        if isinstance(value, str) and value not in _PLOTS:
            yield value
        elif isinstance(value, tuple):
            yield from value


def drawing_problems(specs: Mapping[str, Spec], keys: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """What is wrong with a header's pictures: the picture's key, and what is said of it.

    ``keys`` are the columns that the header declares, with the key that each holds.
    """
    for name, spec in specs.items():
        for column in columns_of(spec):
            if column not in keys:
                yield name, f"{name} is made of a column '{column}' that is not declared under columns"
        if isinstance(spec, Timeline) and spec.start is None and spec.acts is None:
            yield name, "timeline has neither acts nor a start"
        for column, label in _with_keys(spec):
            key = keys.get(column, label)
            if key is None or not key.startswith(label):
                yield (
                    name,
                    f"{name} needs things in column {column}; write `key: {label or 'Person.'}id` beside its label",
                )


def _with_keys(spec: Spec) -> Iterator[tuple[str, str]]:
    """The columns that have to hold keys, and how the key begins."""
    if isinstance(spec, Network):
        yield from ((column, "") for line in spec.lines for column in (line.start, line.end))
    elif isinstance(spec, Map):
        yield spec.place, "Place."
    elif isinstance(spec, Timeline) and spec.acts:
        yield spec.acts, "Event."
