"""Pictures in a header: which columns they are made of, and what is wrong with them."""

import pytest

from queries.catalogue import load_queries
from queries.header import Header
from queries.header_text import HeaderMistake, read_header

COLUMNS = """columns:
  who: Person.id
  town: Place.id
  acts: Event.id
  name: {label: who}
  n: {label: n}""".splitlines()


def read(*keys: str) -> Header:
    return read_header([f"// {line}" for line in ("title: T", "learns: L", *keys, *COLUMNS)], ())


@pytest.mark.parametrize(
    "key",
    [
        "network: {lines: [{from: who, to: town}]}",
        "network: {lines: [{from: who, to: town, label: name}]}",
        "timeline: {lane: who, acts: acts}",
        "timeline: {lane: name, start: n, end: n, label: name, kind: name, open: true}",
        "matrix: {down: name, across: [name, n], value: n}",
        "map: {place: town, value: n}",
        "plot: {kind: line, x: [name, n], y: n, by: name}",
    ],
)
def test_a_picture_is_made_of_declared_columns(key: str) -> None:
    assert list(read(key).drawings) == [key.split(":", maxsplit=1)[0]]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("network: {lines: [{from: whom, to: town}]}", "made of a column 'whom' that is not declared"),
        ("network: {lines: [{from: name, to: town}]}", "needs things in column name; write `key: Person.id`"),
        ("timeline: {lane: who, acts: who}", "needs things in column who; write `key: Event.id`"),
        ("timeline: {lane: who}", "has neither acts nor a start"),
        ("map: {place: who, value: n}", "write `key: Place.id`"),
        ("matrix: {down: name, across: [name, m], value: n}", "made of a column 'm'"),
        ("plot: {kind: pie, x: name, y: n}", "the header is not valid"),
        ("network: {lines: [{from: who}]}", "the header is not valid"),
    ],
)
def test_a_mistake_in_a_picture_has_its_line(key: str, said: str) -> None:
    with pytest.raises(HeaderMistake) as caught:
        read(key)
    assert said in caught.value.said and caught.value.line == 3


def test_every_question_that_names_a_picture_says_what_it_is_made_of() -> None:
    queries = [query for query in load_queries().values() if query.header.view != "table"]
    assert len(queries) > 10
    assert [query.name for query in queries if query.header.view not in query.header.drawings] == []


def test_the_picture_that_fits_comes_first() -> None:
    both = ("view: timeline", "network: {lines: [{from: who, to: town}]}", "timeline: {lane: who, acts: acts}")
    assert list(read(*both).drawings) == ["timeline", "network"]
