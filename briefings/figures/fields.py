"""What can be counted, and by which fields.

Each kind of thing has a folder in ``queries/briefings/figures``: ``all`` are the things, ``people`` who stands in them,
``words`` what they rest on, and each ``by_FIELD`` is a field. A new file is a new field.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from ingest.errors import KgError
from queries.briefing_files import briefing_queries
from queries.catalogue import SavedQuery

Unit = Literal["people", "acts", "charges", "sanctions", "entries"]
"""What a figure counts."""

Kind = Literal["acts", "charges", "sanctions", "entries"]
"""Kinds of thing; people are counted in things of one kind."""

UNITS: tuple[Unit, ...] = get_args(Unit)
PART = "part"
"""The field that tells to whom an act was done and who did it."""

_KINDS_OF_PEOPLE: tuple[Kind, ...] = ("acts", "charges", "sanctions")
"""Where people are looked for: the first kind that has all fields."""
_FIELD = "by_"


class FieldRefused(KgError):
    """There is no such field, or no figure has it with the others; the message lists those that there are."""


@dataclass(frozen=True)
class Field:
    """A field by its name, with what it says; ``of_people`` where it belongs to somebody and not to the thing."""

    name: str
    about: str
    query: SavedQuery | None
    of_people: bool = False


@cache
def queries_of(kind: str) -> dict[str, SavedQuery]:
    """The queries about one kind of thing."""
    return briefing_queries(f"figures/{kind}")


def fields_of(kind: Kind) -> dict[str, Field]:
    """The fields of one kind of thing, by name, sorted."""
    fields = {field.name: field for field in _fields_in(kind)}
    if kind == "entries":
        return fields
    if kind == "acts":
        fields[PART] = Field(PART, "Whether it was done to somebody, or by somebody.", None, of_people=True)
    return dict(sorted((fields | {field.name: field for field in _fields_in("people")}).items()))


def all_fields() -> dict[str, tuple[str, list[Kind]]]:
    """Every field: what it says first, and the kinds of thing that have it."""
    found: dict[str, tuple[str, list[Kind]]] = {}
    for kind in get_args(Kind):
        for name, field in fields_of(kind).items():
            found.setdefault(name, (field.about, []))[1].append(kind)
    return dict(sorted(found.items()))


def kind_counted(unit: Unit, names: Sequence[str]) -> Kind:
    """The kind of thing in which a unit is counted by some fields.

    Raises ``FieldRefused`` for a field that there is not, or that the unit does not have with the others.
    """
    known = all_fields()
    for name in names:
        if name not in known:
            raise FieldRefused(f"There is no field '{name}'. There are: {', '.join(known)}.")
    kinds = _KINDS_OF_PEOPLE if unit == "people" else (unit,)
    for kind in kinds:
        if set(names) <= fields_of(kind).keys():
            return kind
    having = "; ".join(f"{name} is a field of {', '.join(known[name][1])}" for name in names)
    raise FieldRefused(f"No figure of {unit} has {' and '.join(names)} together: {having}. Count them one by one.")


def _fields_in(folder: str) -> list[Field]:
    return [
        Field(name.removeprefix(_FIELD), query.header.learns, query, folder == "people")
        for name, query in queries_of(folder).items()
        if name.startswith(_FIELD)
    ]
