"""Values of the graph as RDF terms."""

import re
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg.rdf.terms import XSD, Terms
from kg.schema.schema import Property

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


def make_value(value: Any, declared: Property, terms: Terms) -> Literal | NamedNode:
    """The term of a value: a concept of a closed list, or a literal typed as the schema declares it."""
    if declared.values is not None:
        return terms.concept(declared.values, str(value))
    if declared.type == "date":
        return make_date(str(value))
    if declared.type == "boolean":
        return Literal("true" if value else "false", datatype=_BOOLEAN)
    return Literal(str(value), datatype=_TYPES.get(declared.format or declared.type))


def make_date(value: str) -> Literal:
    """A date as exact as it is known: a day, a month, a year; anything else is plain text."""
    kind = next((kind for shape, kind in _DATES if shape.fullmatch(value)), None)
    return Literal(value, datatype=kind)


def make_position(value: int) -> Literal:
    """A count of characters from the start of a text."""
    return Literal(str(value), datatype=_POSITION)
