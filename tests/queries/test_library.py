"""What single questions of the library find, where the bundled sample has too little of it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.stores.arcadedb import ENGINE
from kg.workspace import Workspace
from queries.catalogue import load_queries
from queries.execute import ask, bind_parameters
from tests.kg.rows.penalties.test_sanction_accounts import NAME, account, days, graph
from tests.kg.scenes import charge, sanction


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


@pytest.mark.parametrize(
    ("words", "held"),
    [("got 900 days and was released", False), ("was released and got 900 days", True), ("got 900 days", True)],
)
def test_a_term_that_its_own_entry_calls_served_holds_nobody(tmp_path: Path, words: str, held: bool) -> None:
    acts = [("sentence", "got", {"date": "2031-03-02"})]
    if "released" in words:
        acts.append(("release", "released", {"date": "2031-03-02"}))

    def term(text: str) -> tuple[Any, ...]:
        return (sanction(text, 0, "imprisonment", "900 days", duration="P900D"),)

    ENGINE.load(graph(account(1, 2, words, *acts, sanctions=term)), tmp_path / "store")
    assert bool(answers("held_on_date", tmp_path, date="2031-04-01")) is held


def test_articles_of_defendants_without_names_or_number_travel_together_too(tmp_path: Path) -> None:
    told = account(1, 5, "said of the defendants under Article 272 and Article 269", ("statement", "said", {}))
    charges = tuple(charge(told.entry.text, None, "CC", number) for number in ("272", "269"))
    ENGINE.load(graph(replace(told, charges=charges)), tmp_path / "store")
    (row,) = answers("articles_together", tmp_path)
    assert (row["articles"], row["people"], row["unnamed"], row["names"]) == (["CC:269", "CC:272"], 0, None, [])
    assert {place.split("#")[0] for place in row["evidence"]} == {"2031-03/1"}


def answers(name: str, folder: Path, **given: str) -> list[dict[str, Any]]:
    """The rows of a saved query over the store in a folder."""
    store, query = ENGINE.open(folder / "store"), load_queries()[name]
    try:
        answer = ask(query, bind_parameters(query, given, store), store)
    finally:
        store.close()
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
