"""Filters that every query has which speaks of acts or people: ``--from``, ``--to``, ``--person``, and others.

``filters.yaml`` says what each asks of each kind of thing. A query marks where they stand, with its own names of the
things: ``WHERE e.type = 'trial' /* filter: act e */``. ``person a|b`` is either of two.
"""

import re
from collections.abc import Container, Iterator
from functools import cache
from pathlib import Path

import msgspec

from ingest.yaml_text import parse_yaml
from queries.header import Parameter

PREFIX = "filter_"
"""What the names of the bound parameters of filters begin with."""

FILTERED = "$filtered"
"""The parameter that is true where a filter was given, bound where a query uses it."""
_MARK = re.compile(r"/\* filter: (.*?) \*/")
_THING = re.compile(r"(\w+) (\w+(?:\|\w+)*)")


class _Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    type: str
    about: str


class _Filters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    options: dict[str, _Option]
    standings: tuple[str, ...]
    kinds: dict[str, dict[str, str]]


def filters_of(cypher: str, own: Container[str]) -> dict[str, Parameter]:
    """The filters of a query, by name. A filter with the name of one of its ``own`` parameters is not among them."""
    filters = _load()
    known = {name for kind, _ in _things(cypher) for name in filters.kinds[kind]}
    return {
        name: Parameter(option.type, option.about)
        for name, option in filters.options.items()
        if name in known and name not in own
    }


def all_filters() -> dict[str, Parameter]:
    """Every filter by its name."""
    return {name: Parameter(option.type, option.about) for name, option in _load().options.items()}


def standings() -> tuple[str, ...]:
    """The values of ``--standing``."""
    return _load().standings


def with_filters(cypher: str, given: Container[str]) -> str:
    """The query with the conditions of the filters that were given; without any it is unchanged."""
    return _MARK.sub(lambda mark: "".join(_conditions(mark[1], given)) or mark[0], cypher)


def unknown_filter(cypher: str) -> tuple[int, str] | None:
    """The first mark that is not understood: its position in the text, and what it says."""
    for mark in _MARK.finditer(cypher):
        for part in mark[1].split(", "):
            thing = _THING.fullmatch(part)
            if not thing or thing[1] not in _load().kinds:
                return mark.start(), part
    return None


def _things(cypher: str) -> Iterator[tuple[str, list[str]]]:
    """The kinds of thing that a query filters, with its names of them."""
    for mark in _MARK.finditer(cypher):
        yield from _things_of(mark[1])


def _things_of(mark: str) -> Iterator[tuple[str, list[str]]]:
    for kind, names in _THING.findall(mark):
        yield kind, names.split("|")


def _conditions(mark: str, given: Container[str]) -> Iterator[str]:
    for kind, names in _things_of(mark):
        for option, condition in _load().kinds[kind].items():
            if option in given:
                yield " AND (" + " OR ".join(f"({condition.replace('{x}', name)})" for name in names) + ")"


@cache
def _load() -> _Filters:
    text = Path(__file__).with_name("filters.yaml").read_text(encoding="utf-8")
    return msgspec.convert(parse_yaml(text), _Filters)
