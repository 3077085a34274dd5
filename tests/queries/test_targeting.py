"""How targeting changes from month to month."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from kg.graph.value import Graph
from kg.stores import Store
from kg.workspace import Workspace
from queries.catalogue import load_queries
from queries.execute import ask, bind_parameters


@pytest.fixture(scope="module")
def workspace(sample_workspace: Path) -> Workspace:
    return Workspace.open(sample_workspace)


@pytest.fixture(scope="module")
def store(workspace: Workspace) -> Iterator[Store]:
    with workspace.reader() as opened:
        yield opened


def rows_of(name: str, store: Store, **given: str) -> list[dict[str, Any]]:
    query = load_queries()[name]
    rows = ask(query, bind_parameters(query, given, store), store)
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]


def acts_of(graph: Graph) -> set[tuple[str, str, str]]:
    """Person, month and account of each act against somebody whose month is known."""
    dated = {node.id: node.properties for node in graph.nodes if node.label == "Event" and "date" in node.properties}
    return {
        (each.start.id, str(dated[each.end.id]["date"])[:7], str(dated[each.end.id]["account_of"]))
        for each in graph.relationships
        if each.type == "INVOLVED_IN" and each.properties.get("against") and each.end.id in dated
    }


def test_people_are_new_in_the_month_of_their_first_act(workspace: Workspace, store: Store) -> None:
    acts = {each for each in acts_of(workspace.graph()) if len(each[1]) == 7}
    first: dict[str, str] = {}
    for person, month, _ in sorted(acts, key=lambda act: act[1]):
        first.setdefault(person, month)
    wanted = {}
    for month in {month for _, month, _ in acts if month >= "2031-03"}:
        people = {person for person, on, _ in acts if on == month}
        wanted[month, "new"] = sorted(person for person in people if first[person] == month)
        wanted[month, "known"] = sorted(person for person in people if first[person] < month)
    rows = rows_of("new_and_known", store)
    assert {(row["month"], row["what"]): row["persons"] for row in rows} == {k: v for k, v in wanted.items() if v}
    assert all(row["people"] == len(row["persons"]) <= row["times"] for row in rows)


def test_a_filter_makes_nobody_new(store: Store) -> None:
    whole = [row for row in rows_of("new_and_known", store) if row["month"] == "2031-04"]
    later = rows_of("new_and_known", store, **{"from": "2031-04-01"})
    assert _told(later) == _told(whole)


def _told(rows: Sequence[dict[str, Any]]) -> list[tuple[str, int]]:
    return [(row["what"], row["people"]) for row in rows]


def test_the_most_targeted_are_counted_month_by_month(workspace: Workspace, store: Store) -> None:
    acts = acts_of(workspace.graph())
    rows = rows_of("targeting_by_month", store, people="3")
    assert len({row["person"] for row in rows}) == 3
    for row in rows:
        accounts = {account for person, month, account in acts if (person, month) == (row["person"], row["month"])}
        assert row["times"] == len(accounts) and row["evidence"] and row["acts"], row
