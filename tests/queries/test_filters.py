"""Filters that all queries share: written once, portable, and the same for every query that marks them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.errors import LexiconError
from kg.stores import Store
from kg.workspace import Workspace
from queries.catalogue import SavedQuery, load_queries, read_query
from queries.dialect.check import check
from queries.execute import ParameterRefused, ask, bind_parameters
from queries.filters import filters_of, with_filters

ALL = ("from", "to", "person", "place", "series", "standing")
HEAD = "// title: Mine\n// learns: Something.\n"


@pytest.fixture(scope="module")
def store(sample_workspace: Path) -> Iterator[Store]:
    with Workspace.open(sample_workspace).reader() as store:
        yield store


def answer(name: str, store: Store, **given: str) -> list[dict[str, Any]]:
    query = load_queries()[name]
    asked = {name.rstrip("_"): value for name, value in given.items()}
    rows = ask(query, bind_parameters(query, asked, store), store)
    return [dict(zip(rows.columns, row, strict=True)) for row in rows.rows]


@pytest.mark.parametrize("query", load_queries().values(), ids=load_queries())
def test_a_query_with_all_its_filters_is_portable(query: SavedQuery) -> None:
    asked = set()
    for text in query.texts:
        filtered = with_filters(text.cypher, ALL)
        assert check(filtered) == ()
        asked |= set(re.findall(r"\$filter_(\w+)", filtered))
        assert with_filters(text.cypher, ()) == text.cypher
    assert asked >= set(query.filters)


def test_a_query_without_a_mark_has_no_filters_and_its_own_parameters_win() -> None:
    assert filters_of("MATCH (p:Person) RETURN p.id AS id", ()) == {}
    marked = "MATCH (p:Person) WHERE p.id <> '' /* filter: person p */ RETURN p.id AS id"
    assert list(filters_of(marked, ())) == ["person"]
    assert filters_of(marked, {"person": 1}) == {}


def test_days_and_times_are_those_of_the_period(store: Store) -> None:
    whole = {row["name"]: row for row in answer("repeated_targeting", store, at_least="1")}
    march = {
        row["name"]: row for row in answer("repeated_targeting", store, at_least="1", from_="2031-03", to="2031-03")
    }
    assert 0 < len(march) < len(whole)
    assert all(row["first"] >= "2031-03" and row["last"] < "2031-04" for row in march.values())
    assert march["Talidora Ilvane"]["on_days"] < whole["Talidora Ilvane"]["on_days"]


def test_a_person_s_pairs_alone_are_shown(store: Store) -> None:
    pairs = answer("tried_together", store, person="Ombreth Jorvan")
    assert pairs and all("Ombreth Jorvan" in (row["first_name"], row["second_name"]) for row in pairs)
    assert len(pairs) < len(answer("tried_together", store))


def test_a_place_has_what_happened_in_its_parts(store: Store) -> None:
    assert [row["place"] for row in answer("refusals_by_administration", store, place="Pessarin")] == ["Pessarin"]


def test_standing_and_series(store: Store) -> None:
    alleged = answer("path_through_system", store, person="Talidora Ilvane", standing="alleged")
    assert alleged and {row["standing"] for row in alleged} == {"alleged"}
    stated = answer("path_through_system", store, person="Talidora Ilvane", standing="stated")
    assert stated and {row["standing"] for row in stated} == {None}
    assert answer("shared_charges", store, series="") == answer("shared_charges", store)


# Paths between two people over anything, by the engine; shortest_paths takes the filters.
UNFILTERED = ("how_connected",)


@pytest.mark.parametrize("query", load_queries().values(), ids=load_queries())
def test_every_question_takes_every_filter_and_is_empty_where_nothing_fits(query: SavedQuery, store: Store) -> None:
    taken = {*query.filters, *query.header.parameters}
    assert query.name in UNFILTERED or taken >= set(ALL)
    for name, value in (("from", "2040-01-01"), ("to", "1990"), ("standing", "denied")):
        if name in query.filters:
            answered = ask(query, bind_parameters(query, {name: value}, store), store)
            assert not answered.rows, f"--{name} {value}"


def test_kin_are_those_of_the_entries_that_fit(store: Store) -> None:
    whole = answer("family_targeted", store)
    march = answer("family_targeted", store, from_="2031-03", to="2031-03")
    assert 0 < len(march) < len(whole)
    assert all(any(place.startswith("2031-03/") for place in row["evidence"]) for row in march)


@pytest.mark.parametrize(("option", "value"), [("standing", "true"), ("series", "none"), ("from_", "June")])
def test_a_value_that_no_filter_takes_is_refused(store: Store, option: str, value: str) -> None:
    with pytest.raises(ParameterRefused, match=f"--{option.rstrip('_')} takes"):
        answer("tried_together", store, **{option: value})


def test_an_unknown_kind_is_named_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "mine.cypher"
    path.write_text(HEAD + "MATCH (e:Event) WHERE e.id <> '' /* filter: acts e */\nRETURN e.id AS id", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"line 3, column 34: the filter 'acts e' is not known"):
        read_query(path)
