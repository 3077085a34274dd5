"""The header of every query of the project is whole, and its example is what the bundled sample answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.schema.schema import load_schema
from kg.stores import Store
from kg.workspace import Workspace
from queries.catalogue import SavedQuery, load_queries
from queries.execute import ask, bind_parameters
from queries.header import EVIDENCE

OURS = load_queries()
# No two accounts of the sample disagree; test_library.py has two that do.
NOTHING_IN_THE_SAMPLE = ("accounts_that_disagree",)


@pytest.fixture(scope="module")
def store(sample_workspace: Path) -> Iterator[Store]:
    with Workspace.open(sample_workspace).reader() as store:
        yield store


@pytest.mark.parametrize("query", OURS.values(), ids=OURS)
def test_a_header_is_whole(query: SavedQuery) -> None:
    header = query.header
    assert header.reading and header.limits
    assert header.example or query.name in NOTHING_IN_THE_SAMPLE
    nodes = load_schema().nodes
    for column in query.columns:
        label = header.label_of(column)
        is_id = label is not None and nodes[label].key != nodes[label].caption
        assert column == EVIDENCE or is_id or header.columns[column].label, column
    assert set(header.columns) <= set(query.columns)
    shown = [column for column in header.columns.values() if column.label]
    assert any(column.priority == 1 for column in shown) and len(shown) > 1


@pytest.mark.parametrize("query", OURS.values(), ids=OURS)
def test_a_row_says_what_it_rests_on(query: SavedQuery, store: Store) -> None:
    """Every row that speaks of people names words of entries that are there."""
    speaks_of_people = any(query.header.label_of(column) == "Person" for column in query.header.columns)
    columns = query.columns
    assert EVIDENCE in columns or not speaks_of_people
    if EVIDENCE not in columns:
        return
    answer = ask(query, bind_parameters(query, {}, store), store)
    texts = dict(store.query("MATCH (n:Entry) RETURN n.id AS id, n.text AS text ORDER BY id").rows)
    for row in answer.rows:
        assert row[answer.columns.index(EVIDENCE)]
        for place in row[answer.columns.index(EVIDENCE)]:
            entry, _, span = place.rpartition("#")
            start, end = map(int, span.split("-"))
            assert 0 <= start < end <= len(texts[entry])


@pytest.mark.parametrize("query", OURS.values(), ids=OURS)
def test_an_example_is_what_the_sample_answers(query: SavedQuery, store: Store) -> None:
    example = query.header.example
    if example is None:
        pytest.skip("nothing in the sample")
    assert example.rows
    given = {name: str(value) for name, value in example.given.items()}
    answer = ask(query, bind_parameters(query, given, store), store)
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    ahead = iter(rows)
    for wanted in example.rows:
        found = any({name: row[name] for name in wanted} == wanted for row in ahead)
        assert found, f"{wanted} is not among the rows, or not in that order"
