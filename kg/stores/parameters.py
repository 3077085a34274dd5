"""Values that may be bound to a query's parameters."""

import datetime
from collections.abc import Mapping
from typing import Any

from kg.stores import QueryRefused

_WIDEST = 2**63


def bindable(name: str, value: Any) -> Any:
    """A parameter as an engine may have it: dates become ISO text.

    Raises ``QueryRefused`` naming the parameter for a value that would not arrive as it is.
    """
    if value is None or isinstance(value, bool | float):
        return value
    if isinstance(value, int):
        if -_WIDEST <= value < _WIDEST:
            return value
        raise QueryRefused(f"The parameter {name} is a whole number of more than 64 bits.")
    if isinstance(value, str):
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise QueryRefused(f"The parameter {name} is not valid text (it has half of a character).")
        return value
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [bindable(name, v) for v in value]
    if isinstance(value, Mapping):
        # The embedded engine reads a map with a control character for a key as one of its own records.
        if all(isinstance(key, str) and key.isprintable() and not key.startswith("@") for key in value):
            return {key: bindable(name, v) for key, v in value.items()}
        raise QueryRefused(f"The parameter {name} has a key that is not a plain word.")
    raise QueryRefused(
        f"The parameter {name} is a {type(value).__name__}; texts, numbers, lists and maps can be given."
    )
