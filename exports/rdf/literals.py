"""Values of the graph as RDF literals."""

import re
from typing import Any

from rdflib import XSD, Literal

from kg.schema.schema import Property

_DATES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), XSD.date),
    (re.compile(r"\d{4}-\d{2}"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
)
_NUMBERS = {"integer": XSD.integer, "float": XSD.double, "boolean": XSD.boolean}


def make_literal(value: Any, declared: Property) -> Literal:
    """The literal of a value, typed as the schema declares it; a date as exact as it is known."""
    if declared.type == "date":
        kind = next((kind for shape, kind in _DATES if shape.fullmatch(str(value))), None)
        return Literal(str(value), datatype=kind)
    if declared.type == "boolean":
        return Literal("true" if value else "false", datatype=XSD.boolean)
    return Literal(str(value), datatype=_NUMBERS.get(declared.type))
