"""Which columns of a saved query's answer its pictures are made of. ``docs/queries.md`` describes the keys."""

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec


class NetworkLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start": "from", "end": "to"}):
    """Lines from the things in one column to those in another column of the same row."""

    start: str
    end: str


class Network(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A network of the things in the columns that lines lead from and to."""

    lines: tuple[NetworkLine, ...]


class Timeline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One lane for each value of ``lane``, with a bar from ``start`` to ``end``, or the acts of the column ``acts``."""

    lane: str
    start: str | None = None
    end: str | None = None
    label: str | None = None
    acts: str | None = None


class Matrix(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table with a row for each value of ``down``, a column for each of ``across``, and sums of ``value``."""

    down: str
    across: str
    value: str


class Map(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A circle at each place of the column ``place``, by the sum of ``value``."""

    place: str
    value: str
    label: str | None = None


class Plot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bars or a line of ``y`` over ``x``, one for each value of ``by``."""

    kind: Literal["bar", "line"]
    x: str
    y: str
    by: str | None = None


Spec = Network | Timeline | Matrix | Map | Plot


def columns_of(spec: Spec) -> Iterator[str]:
    """The columns that a picture is made of."""
    if isinstance(spec, Network):
        for line in spec.lines:
            yield from (line.start, line.end)
        return
    for name in spec.__struct_fields__:
        value = getattr(spec, name)
        if value is not None and name != "kind":
            yield value


def drawing_problems(specs: Mapping[str, Spec], keys: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """What is wrong with a header's pictures: the picture's key, and what is said of it.

    ``keys`` are the columns that the header declares, with the key that each holds.
    """
    for name, spec in specs.items():
        for column in columns_of(spec):
            if column not in keys:
                yield name, f"{name} is made of a column '{column}' that is not declared under columns"
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
        yield from ((column, "") for column in columns_of(spec))
    elif isinstance(spec, Map):
        yield spec.place, "Place."
    elif isinstance(spec, Timeline) and spec.acts:
        yield spec.acts, "Event."
