"""What a rule of the portable dialect is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from queries.dialect.tokens import Query

Find = Callable[[Query], Iterator[int]]
"""Finds the places of a query that break a rule."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``name`` is its heading in ``queries/README.md``; ``why`` is what the engines make of the construct."""

    name: str
    construct: str
    instead: str
    why: str
    find: Find
