"""What single questions of the library find, where the bundled sample has too little of it."""

from dataclasses import replace
from pathlib import Path

from kg.stores.arcadedb import ENGINE
from kg.workspace import Workspace
from queries.catalogue import load_queries
from queries.execute import ask, bind_parameters
from tests.kg.rows.penalties.test_sanction_accounts import NAME, account, days, graph
from tests.kg.scenes import charge


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


def test_two_counts_of_the_days_of_a_hunger_strike_stand_side_by_side(tmp_path: Path) -> None:
    entries = [
        account(
            number, day, "is on hunger strike under Article 174", ("hunger_strike", "strike", {"day_number": count})
        )
        for number, day, count in ((1, 5, 4), (2, 19, 17))
    ]
    charged = [replace(entry, charges=(charge(entry.entry.text, 0, "CC", "174"),)) for entry in entries]
    ENGINE.load(graph(*charged), tmp_path / "store")
    store = ENGINE.open(tmp_path / "store")
    query = load_queries()["accounts_that_disagree"]
    answer = ask(query, bind_parameters(query, {}, store), store)
    store.close()
    (row,) = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    assert (row["what"], row["first_account"], row["first_date"]) == (
        "hunger_strike",
        "day 4 on 2031-03-05",
        "2031-03-02",
    )
    assert (row["second_account"], row["second_date"]) == ("day 17 on 2031-03-19", "2031-03-03")


def test_an_article_is_found_as_a_reader_writes_it(sample_workspace: Path) -> None:
    query = load_queries()["sentences_under_article"]
    with Workspace.open(sample_workspace).reader() as store:
        assert bind_parameters(query, {"article": "CAO 61"}, store)["article"] == "CAO:61"
