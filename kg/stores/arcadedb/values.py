"""What may go into a query and come out of it: values that are the same in every engine."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

from kg.stores import QueryRefused

# The engine gives a path as a text; no report has a text of this form.
_STEP = r"<?-\[#\d{1,9}:\d{1,19}\]->?\(#\d{1,9}:\d{1,19}\)"
_PATH = re.compile(rf"\(#\d{{1,9}}:\d{{1,19}}\)(?:{_STEP})*")
_WIDEST = 2**63


def plain(value: Any) -> Any:
    """A value of an answer: scalars, lists and maps, dates and times as ISO text.

    Raises ``QueryRefused`` for a node, a relationship or a path.
    """
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        if value.startswith("(#") and _PATH.fullmatch(value):
            raise QueryRefused(
                "The query returns a path. Return ids and properties of what lies on it, such as "
                "[n IN nodes(p) | n.id]."
            )
        return value
    if isinstance(value, Mapping):
        if "@rid" in value:
            raise QueryRefused(
                "The query returns a node or a relationship as a whole. Return its properties, such as n.id, or all of "
                "them with properties(n)."
            )
        return {str(key): plain(v) for key, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(v) for v in value]
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def bindable(name: str, value: Any) -> Any:
    """A parameter as the engine may have it: dates become ISO text.

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
            raise QueryRefused(f"The parameter {name} is no valid text (half of a character stands in it).")
        return value
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [bindable(name, v) for v in value]
    if isinstance(value, Mapping):
        # The engine reads a map with a control character for a key as one of its own records.
        if all(isinstance(key, str) and key.isprintable() and not key.startswith("@") for key in value):
            return {key: bindable(name, v) for key, v in value.items()}
        raise QueryRefused(f"The parameter {name} has a key that is no plain word.")
    raise QueryRefused(
        f"The parameter {name} is a {type(value).__name__}; texts, numbers, lists and maps can be given."
    )
