"""Saved queries as cards, and as forms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from kg.stores import Store
from queries.catalogue import SavedQuery
from queries.execute import bind_parameters, suggest
from queries.header import EVIDENCE, Parameter
from queries.wording.words import Said, say_question


@dataclass(frozen=True)
class ThingAsked:
    """A parameter or filter that stands for a thing of a kind; a ``filter`` may be left out."""

    name: str
    type: str
    filter: bool


@dataclass(frozen=True)
class QueryCard:
    """A saved query: what an investigator learns from it, and the pictures that fit its answer, the best first.

    ``own`` says that it is one of the workspace's, and no one else checked it. ``asks`` are the parameters that stand
    for a thing, so that the query can be asked about one.
    """

    name: str
    theme: str
    title: str
    says: str
    view: str
    pictures: tuple[str, ...]
    own: bool
    asks: tuple[ThingAsked, ...]


@dataclass(frozen=True)
class Suggestion:
    """A value for a parameter, and what it is called."""

    value: str
    caption: str


@dataclass(frozen=True)
class QueryParameter:
    """A field of a query's form; ``label`` is its name in words.

    ``type`` is ``string``, ``integer``, ``float``, ``date``, or the kind of thing that it stands for. ``default`` is
    what it is without a value. A ``filter`` may be left out; ``cuts`` says that it is the largest number of rows.
    """

    name: str
    label: str
    type: str
    about: str
    default: str | None
    suggestions: tuple[Suggestion, ...]
    filter: bool
    cuts: bool


@dataclass(frozen=True)
class QueryColumn:
    """A column of the answer. ``kind`` is that of the things whose ids it holds; it is then not meant to be read."""

    name: str
    heading: str
    kind: str | None
    priority: int


@dataclass(frozen=True)
class QueryForm:
    """All that a query says of itself. ``drawings`` says, picture by picture, which columns it is made of."""

    card: QueryCard
    reading: str
    limits: str
    parameters: tuple[QueryParameter, ...]
    columns: tuple[QueryColumn, ...]
    drawings: dict[str, dict[str, Any]]


def make_card(query: SavedQuery) -> QueryCard:
    """A saved query as a card."""
    header, said = query.header, say_question(query)
    return QueryCard(
        name=query.name,
        theme=said.theme,
        title=said.title,
        says=said.learns,
        view=header.view,
        pictures=tuple(header.drawings),
        own=query.is_own,
        asks=(*_things_in(header.parameters, False), *_things_in(query.filters, True)),
    )


def _things_in(parameters: Mapping[str, Parameter], are_filters: bool) -> list[ThingAsked]:
    return [ThingAsked(name, each.type, are_filters) for name, each in parameters.items() if each.label]


def make_form(query: SavedQuery, store: Store) -> QueryForm:
    """A saved query with what can be given to it, and what may be given."""
    header, said = query.header, say_question(query)
    bound = bind_parameters(query, {}, store)
    own = _parameters(header.parameters, said, bound, store)
    filters = _parameters(query.filters, said, {}, store, are_filters=True)
    return QueryForm(
        card=make_card(query),
        reading=said.reading,
        limits=said.limits,
        parameters=(*own, *filters),
        columns=make_columns(query, query.columns),
        drawings={name: msgspec.to_builtins(spec) for name, spec in header.drawings.items()},
    )


def make_columns(query: SavedQuery, names: Iterable[str]) -> tuple[QueryColumn, ...]:
    """The columns of a query's answer but the words it rests on."""
    header, headings = query.header, say_question(query).headings
    return tuple(
        QueryColumn(name, headings[name], header.label_of(name), header.priority_of(name))
        for name in names
        if name != EVIDENCE
    )


def _parameters(
    parameters: Mapping[str, Parameter], said: Said, bound: Mapping[str, Any], store: Store, are_filters: bool = False
) -> tuple[QueryParameter, ...]:
    found = []
    for name, parameter in parameters.items():
        suggested = suggest(parameter, bound, store)
        default = bound.get(name)
        found.append(
            QueryParameter(
                name=name,
                label=said.names[name],
                type=parameter.type,
                about=said.abouts[name],
                default=None if default is None else str(default),
                suggestions=tuple(Suggestion(str(value), str(caption)) for value, caption in suggested),
                filter=are_filters,
                cuts=parameter.cuts,
            )
        )
    return tuple(found)
