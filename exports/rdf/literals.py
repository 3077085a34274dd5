"""Values of the graph as RDF terms, and statements made of them."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import XSD, Terms
from kg.schema.schema import Property

Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]
"""Subject, predicate, object. It becomes a triple or a quad where it is written: making those twice costs most."""

_DATES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), NamedNode(f"{XSD}date")),
    (re.compile(r"\d{4}-\d{2}"), NamedNode(f"{XSD}gYearMonth")),
    (re.compile(r"\d{4}"), NamedNode(f"{XSD}gYear")),
)
_TYPES = {
    "integer": NamedNode(f"{XSD}integer"),
    "float": NamedNode(f"{XSD}double"),
    "duration": NamedNode(f"{XSD}duration"),
}
_BOOLEAN = NamedNode(f"{XSD}boolean")
_POSITION = NamedNode(f"{XSD}nonNegativeInteger")
_KEPT = 1 << 14
"""So many dates and positions are kept: they come again and again."""


def value_maker(declared: Property, terms: Terms) -> Callable[[Any], Literal | NamedNode]:
    """What makes the term of a property's value: a concept of a closed list, or a literal typed as the schema says."""
    if (values := declared.values) is not None:
        return cache(lambda value: terms.concept(values, str(value)))
    if declared.type == "date":
        return lambda value: make_date(str(value))
    if declared.type == "boolean":
        return lambda value: Literal("true" if value else "false", datatype=_BOOLEAN)
    datatype = _TYPES.get(declared.format or declared.type)
    return lambda value: Literal(str(value), datatype=datatype)


@lru_cache(_KEPT)
def make_date(value: str) -> Literal:
    """A date as exact as it is known: a day, a month, a year; anything else is plain text."""
    kind = next((kind for shape, kind in _DATES if shape.fullmatch(value)), None)
    return Literal(value, datatype=kind)


@lru_cache(_KEPT)
def make_position(value: int) -> Literal:
    """A count of characters from the start of a text."""
    return Literal(str(value), datatype=_POSITION)
