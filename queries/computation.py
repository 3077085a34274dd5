"""What a Python query is: a function over the rows of named Cypher queries.

A module ``queries/<theme>/<name>.py`` has a header in ``#`` comments and a function ``answer`` of this type. It sees
rows alone, so both engines give it the same. It is imported when the query runs, not when queries are listed.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any, Protocol, cast

from kg.stores import Rows
from queries.catalogue import SavedQuery

Row = tuple[Any, ...]
"""Values in the order of the header's columns, and after them the list of the words that the row rests on."""

Given = Mapping[str, Any]
"""The values of the query's parameters."""

Answer = Callable[["Read", Given], Iterator[Row]]


class Read(Protocol):
    """Reads an input of the header by its name, filtered as the user asked."""

    def __call__(self, name: str, **further: Any) -> Rows:
        """All its rows. ``further`` are values of parameters that the user does not give."""


def load_function(query: SavedQuery) -> Answer:
    """The function of a Python query. Rows come in their order, and no more are made than are taken."""
    return cast(Answer, import_module(f"queries.{query.theme}.{query.name}").answer)
