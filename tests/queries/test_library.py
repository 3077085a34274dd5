"""What single questions of the library find, where the bundled sample has too little of it."""

from pathlib import Path

from kg.stores.arcadedb import ENGINE
from kg.workspace import Workspace
from queries.catalogue import load_queries
from queries.execute import ask, bind_parameters
from tests.kg.rows.penalties.test_sanction_accounts import NAME, days, graph


def test_two_lengths_of_one_arrest_stand_side_by_side(tmp_path: Path) -> None:
    ENGINE.load(graph(days(1, 3, 10), days(2, 4, 15)), tmp_path / "store")
    store = ENGINE.open(tmp_path / "store")
    query = load_queries()["accounts_that_disagree"]
    answer = ask(query, bind_parameters(query, {}, store), store)
    store.close()
    (row,) = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert row["names"] == ["Orvin Tasel"] or row["names"] == [NAME]
    assert (row["what"], row["first_account"], row["second_account"]) == ("administrative_arrest", "P10D", "P15D")
    assert {place.split("#")[0] for place in row["evidence"]} == {"2031-03/1", "2031-03/2"}


def test_an_article_is_found_as_a_reader_writes_it(sample_workspace: Path) -> None:
    query = load_queries()["sentences_under_article"]
    with Workspace.open(sample_workspace).reader() as store:
        assert bind_parameters(query, {"article": "CAO 61"}, store) == {"article": "CAO:61"}
