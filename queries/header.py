"""What the header of a saved query says: its values, and what is wrong with them.

Every key is described in ``docs/queries.md``. ``header_text`` reads one.
"""

import re
from collections.abc import Container, Iterator
from typing import Literal

import msgspec

from kg.schema.schema import Schema
from queries.drawings import Map, Matrix, Network, Plot, Spec, Timeline, drawing_problems

SCALARS = ("string", "integer", "float", "date")
EVIDENCE = "evidence"
"""The column that lists the words a row rests on, each as ``ENTRY#START-END``."""
SORTED = frozenset({EVIDENCE, "unordered"})
"""Columns whose collected lists are put in order when a query is answered, not by the engine."""

ANY = "any"
"""The ``key`` of a column that holds ids of things of several kinds."""

View = Literal["table", "network", "timeline", "matrix", "map"]
PICTURES = ("network", "timeline", "matrix", "map", "plot")
"""The kinds of picture that can be made of an answer."""
Path = tuple[str, ...]
"""Keys from the top of a header down to a value."""

_PRIORITIES = (1, 2, 3)


class Parameter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A typed parameter of a saved query."""

    type: str
    about: str
    default: str | int | float | None = None
    suggest: str | None = None
    cuts: bool = False

    @property
    def label(self) -> str | None:
        """The label of the node it stands for, ``None`` for a plain value."""
        return None if self.type in SCALARS else self.type


class Column(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A column of the answer: its heading, the key it holds, and how soon a narrow terminal leaves it out (3 first)."""

    label: str | None = None
    key: str | None = None
    priority: int = 2


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An answer on the bundled sample: the options given, and some columns of some of its rows, in their order."""

    rows: list[dict[str, str | int | float | bool | list[str] | None]]
    given: dict[str, str | int | float] = {}


class Header(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a query file says of itself."""

    title: str
    learns: str
    reading: str | None = None
    limits: str | None = None
    view: View = "table"
    network: Network | None = None
    timeline: Timeline | None = None
    matrix: Matrix | None = None
    map: Map | None = None
    plot: Plot | None = None
    parameters: dict[str, Parameter] = {}
    columns: dict[str, Column] = {}
    example: Example | None = None
    formerly: str | None = None
    inputs: tuple[str, ...] = ()

    @property
    def drawings(self) -> dict[str, Spec]:
        """The pictures that can be made of the answer, by kind, the one that fits it first."""
        specs = {name: getattr(self, name) for name in sorted(PICTURES, key=lambda name: name != self.view)}
        return {name: spec for name, spec in specs.items() if spec is not None}

    @property
    def cutting(self) -> str | None:
        """The name of the parameter that cuts the rows, if there is one."""
        return next((name for name, parameter in self.parameters.items() if parameter.cuts), None)

    def label_of(self, column: str) -> str | None:
        """The label of the nodes whose keys stand in a column."""
        key = self.columns[column].key if column in self.columns else None
        return key.split(".")[0] if key and key != ANY else None

    def holds_ids(self, column: str, schema: Schema) -> bool:
        """Whether a column holds ids, which say nothing to a reader; a court's name or an article is no id."""
        if column in self.columns and self.columns[column].key == ANY:
            return True
        label = self.label_of(column)
        return label is not None and schema.nodes[label].caption != schema.nodes[label].key

    def heading_of(self, column: str) -> str:
        """What stands above a column."""
        label = self.columns[column].label if column in self.columns else None
        return label or column.replace("_", " ")

    def priority_of(self, column: str) -> int:
        """How soon a narrow terminal leaves a column out: 1 never, 3 first."""
        return self.columns[column].priority if column in self.columns else Column().priority


def problems_of(header: Header, schema: Schema, suggestions: Container[str]) -> Iterator[tuple[Path, str]]:
    """What is wrong with a header, and where."""
    for name, parameter in header.parameters.items():
        for said in _parameter_problems(parameter, schema, suggestions):
            yield ("parameters", name), f"parameter {name} {said}"
    if sum(parameter.cuts for parameter in header.parameters.values()) > 1:
        yield ("parameters",), "more than one parameter cuts the rows"
    for name, column in header.columns.items():
        if column.key is not None and not _is_key(column.key, schema):
            yield ("columns", name), f"column {name} holds no key of the schema: '{column.key}'"
        if column.priority not in _PRIORITIES:
            yield ("columns", name), f"column {name} has the priority {column.priority}; it takes 1, 2 or 3"
    for name, said in drawing_problems(header.drawings, {name: column.key for name, column in header.columns.items()}):
        yield (name,), said


def _parameter_problems(parameter: Parameter, schema: Schema, suggestions: Container[str]) -> Iterator[str]:
    if parameter.type not in (*SCALARS, *schema.nodes):
        yield f"has an unknown type '{parameter.type}'"
    if parameter.default is None and parameter.suggest is None:
        yield "has neither a default nor suggestions"
    if parameter.cuts and parameter.type != "integer":
        yield "cuts the rows, so its type has to be integer"
    if parameter.suggest and parameter.suggest not in suggestions:
        yield f"takes unknown suggestions '{parameter.suggest}'"


def _is_key(key: str, schema: Schema) -> bool:
    if key == ANY:
        return True
    label, _, prop = key.partition(".")
    return label in schema.nodes and prop == schema.key_of(label)


def unknown_field(said: str) -> str | None:
    """The key that a message of msgspec calls unknown."""
    found = re.search(r"unknown field `(.*?)`", said)
    return found[1] if found else None
