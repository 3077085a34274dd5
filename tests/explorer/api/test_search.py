"""Search, what is explored, and the documentation."""

from pathlib import Path
from typing import Any

import pytest

from explorer.app import make_app
from explorer.graphs.workspace_graphs import WorkspaceGraphs
from explorer.security.origins import origins_of
from explorer.security.sessions import Sessions
from kg import Workspace
from kg.schema.schema import load_schema
from tests.explorer.conftest import PORT, Client, client_of
from tests.kg.workspace.fake_rules import OTHER_RULES


def test_status_says_what_is_explored(ask: Any) -> None:
    status = ask("/api/status")
    assert [each["id"] for each in status["reports"]] == ["2031-03", "2031-04"]
    assert (status["first"], status["last"]) == ("2031-03-01", "2031-04-30")
    assert status["decides"] and status["counts"]["Entry"] == 98 and status["generation"].startswith("gen-")


def test_schema_has_words_in_both_languages(ask: Any) -> None:
    schema = ask("/api/schema")
    assert [kind["name"] for kind in schema["kinds"]] == list(load_schema().nodes)
    person = next(kind for kind in schema["kinds"] if kind["name"] == "Person")
    assert person["words"] == {"en": "person", "ru": "человек"} and person["colour"].startswith("#")
    involved = next(each for each in schema["relationships"] if each["name"] == "INVOLVED_IN")
    assert ["Person", "Event"] in involved["ends"] and involved["connects"]


@pytest.mark.parametrize("words", ["sathuvela", "Perrith S.", "perrith sath"])
def test_a_person_is_found_by_any_spelling(ask: Any, words: str) -> None:
    first = ask("/api/search", q=words)["hits"][0]
    assert first["thing"]["label"] == "Sathuvela Perrith" and first["thing"]["kind"] == "Person"
    assert first["where"] == "name" and any(piece["hit"] for piece in first["marked"])


def test_words_of_an_entry_are_marked(ask: Any) -> None:
    hits = ask("/api/search", q="empty sheet of paper")["hits"]
    entry = next(hit for hit in hits if hit["where"] == "text")
    assert entry["thing"]["kind"] == "Entry"
    assert {piece["text"].lower() for piece in entry["marked"] if piece["hit"]} >= {"empty", "sheet", "paper"}


def test_a_similar_name_is_offered_where_none_fits(ask: Any) -> None:
    answer = ask("/api/search", q="Sathuvelo Perith")
    assert answer["nearest"] and "Sathuvela Perrith" in [hit["thing"]["label"] for hit in answer["hits"]]


@pytest.mark.parametrize("words", ["", "   ", "\x00", '"', "%", "🙂", "a" * 500, "RETURN 1", "' OR 1=1"])
def test_any_words_can_be_searched_for(ask: Any, words: str) -> None:
    assert isinstance(ask("/api/search", q=words)["hits"], list)


@pytest.mark.parametrize("query", ["limit=0", "limit=x", "limit=101", f"q={'a' * 501}"])
def test_what_does_not_fit_is_refused_in_a_sentence(client: Client, query: str) -> None:
    answer = client.get(f"/api/search?{query}")
    assert answer.status_code == 400 and answer.json()["message"].startswith(query.partition("=")[0])


def test_the_documentation_lists_every_address(client: Client, ask: Any) -> None:
    document = ask("/api/openapi.json")
    page = client.get("/api/docs")
    assert page.headers["content-type"].startswith("text/html") and "<script" not in page.text
    assert document["paths"] and all(path in page.text for path in document["paths"])
    assert all("description" in each for methods in document["paths"].values() for each in methods.values())


def test_only_some_kinds_are_found_where_these_are_named(ask: Any) -> None:
    everything = {hit["thing"]["kind"] for hit in ask("/api/search", q="Marenth", limit=50)["hits"]}
    assert everything >= {"Place", "Court", "Entry"}
    for kinds in ({"Court"}, {"Place", "Court"}, {"Entry"}):
        found = ask("/api/search", q="Marenth", limit=50, kinds=",".join(kinds))["hits"]
        assert {hit["thing"]["kind"] for hit in found} == kinds
    similar = ask("/api/search", q="Marenth", kinds="Person")
    assert similar["nearest"] and {hit["thing"]["kind"] for hit in similar["hits"]} == {"Person"}


def test_a_kind_that_there_is_not_is_said(client: Client) -> None:
    answer = client.get("/api/search", params={"q": "Marenth", "kinds": "Persons"})
    assert answer.status_code == 400 and "Persons" in answer.json()["message"]


def test_a_graph_made_under_other_rules_is_said(own_client: Client, own_workspace: Path, sessions: Sessions) -> None:
    assert own_client.get("/api/status").json()["notice"] == ""
    later = WorkspaceGraphs(Workspace.open(own_workspace, OTHER_RULES))
    client = client_of(make_app(later, sessions, origins_of("127.0.0.1", PORT)), sessions.begin(""))
    assert "kg rebuild" in client.get("/api/status").json()["notice"]
    later.close()
