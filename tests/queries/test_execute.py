"""What a saved query is asked with, and where its answer is cut."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.stores import Store
from kg.workspace import Workspace
from queries.catalogue import SavedQuery, load_queries, read_query
from queries.execute import ParameterRefused, ask, bind_parameters

CUTTING = """// title: Everybody
// learns: Who is there.
// parameters:
//   most: {type: integer, default: 2, cuts: true, about: How many}
MATCH (p:Person) RETURN p.id AS person ORDER BY person LIMIT $most
"""


@pytest.fixture(scope="module")
def store(sample_workspace: Path) -> Iterator[Store]:
    with Workspace.open(sample_workspace).reader() as store:
        yield store


@pytest.fixture
def cutting(tmp_path: Path) -> SavedQuery:
    path = tmp_path / "everybody.cypher"
    path.write_text(CUTTING, encoding="utf-8")
    return read_query(path)


def test_an_answer_is_cut_only_where_there_is_more(cutting: SavedQuery, store: Store) -> None:
    people = ask(cutting, {"most": 10_000}, store)
    number = len(people.rows)
    assert number > 2 and not people.cut
    exactly, fewer = ask(cutting, {"most": number}, store), ask(cutting, {"most": number - 1}, store)
    assert (exactly.rows, exactly.cut) == (people.rows, False)
    assert (fewer.rows, fewer.cut) == (people.rows[:-1], True)


@pytest.mark.parametrize("name", ["repeated_targeting", "tried_together", "held_on_date"])
def test_what_a_query_cuts_is_the_end_of_its_answer(name: str, store: Store) -> None:
    query = load_queries()[name]
    bound = bind_parameters(query, {}, store)
    whole = ask(query, bound, store)
    assert len(whole.rows) > 2 and not whole.cut
    for most in range(1, len(whole.rows)):
        assert ask(query, {**bound, "most": most}, store).rows == whole.rows[:most]


@pytest.mark.parametrize("most", ["0", "-3", "many"])
def test_a_number_of_rows_is_one_at_least(cutting: SavedQuery, store: Store, most: str) -> None:
    with pytest.raises(ParameterRefused, match="--most takes a number"):
        bind_parameters(cutting, {"most": most}, store)


def test_the_days_said_of_a_person_are_those_of_the_acts_shown(store: Store) -> None:
    query = load_queries()["repeated_targeting"]
    rows = ask(query, {"at_least": 1, "most": 10_000}, store)
    said, shown = rows.columns.index("on_days"), rows.columns.index("events")
    days = "UNWIND $events AS id MATCH (e:Event) WHERE e.id = id RETURN count(DISTINCT e.date) AS days"
    assert len(rows.rows) > 9
    for row in rows.rows:
        assert store.query(days, {"events": row[shown]}).rows == ((row[said],),)
