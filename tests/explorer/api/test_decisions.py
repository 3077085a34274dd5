"""Decisions made on the page: the journal has them, the picture changes, and they can be taken back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from explorer.app import make_app
from explorer.graphs.workspace_graphs import WorkspaceGraphs
from explorer.security.origins import origins_of
from explorer.security.sessions import Sessions
from kg import Workspace
from tests.explorer.conftest import PORT, Client, client_of, find_id
from tests.kg.workspace.partners.stated_files import stated_graph, write_stated


def charge_of(client: Client, name: str) -> dict[str, Any]:
    """The first charge of a person."""
    details = client.get(f"/api/things/{find_id(client, name)}").json()
    return next(dict(fact) for fact in details["facts"] if fact["kind"] == "Charge")


def test_a_wrong_fact_leaves_the_picture_and_comes_back(own_client: Client, own_workspace: Path) -> None:
    charge = charge_of(own_client, "Sathuvela Perrith")
    assert charge["decidable"] and charge["decision"] is None
    before = own_client.get("/api/status").json()["generation"]
    asked = {"verb": "wrong", "id": charge["id"], "why": "another woman"}
    job = own_client.post("/api/decisions", json=asked).json()
    assert job["state"] == "done" and job["decisions"] and job["generation"] != before
    assert own_client.get(f"/api/things/{charge['id']}").status_code == 404
    gone = own_client.get(f"/api/facts/{charge['id']}").json()
    assert gone["decision"]["verb"] == "wrong" and gone["decision"]["why"] == "another woman" and gone["quotes"]
    assert [d.why for d in Workspace.open(own_workspace).decisions()] == ["another woman"] * len(job["decisions"])
    for decision in job["decisions"]:
        assert own_client.delete(f"/api/decisions/{decision}").json()["state"] == "done"
    assert charge_of(own_client, "Sathuvela Perrith")["id"] == charge["id"]


def test_a_field_is_corrected_and_the_fact_says_who_decided(own_client: Client) -> None:
    charge = charge_of(own_client, "Sathuvela Perrith")
    fact = own_client.get(f"/api/facts/{charge['id']}").json()
    fields = {field["field"]: field for field in fact["correctable"]}
    assert "provision" in fields or "article" in fields
    assert fact["confidence"] and all(quote["rule"] for quote in fact["quotes"])
    stage = next(field for field in fact["correctable"] if field["choices"])
    other = next(choice for choice in stage["choices"] if choice not in ("", stage["value"]))
    asked = {"verb": "correct", "id": charge["id"], "fields": {stage["field"]: other}}
    answer = own_client.post("/api/decisions", json=asked)
    assert answer.status_code == 200, answer.text
    assert answer.json()["decisions"]


def test_deciding_the_same_again_records_nothing(own_client: Client) -> None:
    id = charge_of(own_client, "Sathuvela Perrith")["id"]
    first = own_client.post("/api/decisions", json={"verb": "confirm", "id": id}).json()
    again = own_client.post("/api/decisions", json={"verb": "right", "id": id}).json()
    assert first["decisions"] and again["state"] == "done" and not again["decisions"]
    assert charge_of(own_client, "Sathuvela Perrith")["decision"]["verb"] == "right"


def test_a_note_changes_nothing_but_is_shown(own_client: Client) -> None:
    person = find_id(own_client, "Ombreth Jorvan")
    asked = {"verb": "note", "id": person, "why": "ask the lawyer"}
    assert len(own_client.post("/api/decisions", json=asked).json()["decisions"]) == 1
    assert own_client.get(f"/api/facts/{person}").json()["decision"]["why"] == "ask the lawyer"


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ({"verb": "wrong", "id": "nothing"}, 404, "follows from facts"),
        ({"verb": "wrong", "id": "case-0000000000000000"}, 404, "follows from facts"),
        ({"verb": "destroy", "id": "x"}, 400, "verb"),
        ({"verb": "wrong"}, 400, "id"),
        ({"verb": "correct", "id": "CHARGE"}, 400, "field"),
        ({"verb": "correct", "id": "CHARGE", "fields": {"colour": "red"}}, 400, "colour"),
    ],
)
def test_what_cannot_be_decided_is_said(client: Client, asked: dict[str, Any], status: int, said: str) -> None:
    if asked.get("id") == "CHARGE":
        asked = {**asked, "id": charge_of(client, "Sathuvela Perrith")["id"]}
    answer = client.post("/api/decisions", json=asked)
    assert answer.status_code == status and said in answer.json()["message"], answer.text


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '{"verb": 1}', '{"verb": "wrong", "id": {}}'])
def test_a_body_that_is_no_decision_is_refused(client: Client, body: str) -> None:
    assert client.post("/api/decisions", content=body, headers={"Content-Type": "application/json"}).status_code == 400


def test_an_unknown_decision_and_job_are_said(client: Client) -> None:
    assert client.delete("/api/decisions/nothing").status_code == 400
    assert client.get("/api/jobs/nothing").status_code == 404
    assert client.delete("/api/jobs/nothing").status_code == 404


@pytest.fixture
def partners_client(own_workspace: Path, sessions: Sessions, tmp_path: Path) -> Iterator[Client]:
    """A browser on a workspace into which a partner's graph came."""
    workspace = Workspace.open(own_workspace)
    people = {"person-p": "Brio Tamselvor", "person-q": "Lem Ashavor"}
    graph = stated_graph(people, "Brio Tamselvor was detained by guards in Lomar.")
    (added,) = workspace.ingest([write_stated(tmp_path, "graph.nq", graph)], series="tasel").files
    assert added.outcome == "added", added.reason
    opened = WorkspaceGraphs(workspace)
    yield client_of(make_app(opened, sessions, origins_of("127.0.0.1", PORT)), sessions.begin(""))
    opened.close()


@pytest.mark.parametrize("id", ["event-person-p", "person-p"])
def test_an_earlier_decision_about_what_a_partner_states_is_shown(partners_client: Client, id: str) -> None:
    before = partners_client.get(f"/api/facts/{id}").json()
    assert before["decidable"] and before["decision"] is None and before["correctable"]
    for verb in ("right", "note"):
        answer = partners_client.post("/api/decisions", json={"verb": verb, "id": id, "why": f"{verb}, she says"})
        assert answer.status_code == 200 and len(answer.json()["decisions"]) == 1, answer.text
        fact = partners_client.get(f"/api/facts/{id}").json()
        assert (fact["decision"]["verb"], fact["decision"]["why"]) == (verb, f"{verb}, she says")
    person = partners_client.get("/api/things/person-p").json()
    shown = {fact["id"]: fact["decision"] for fact in person["facts"]}
    assert shown["event-person-p"] == (fact["decision"] if id == "event-person-p" else None)


def test_what_a_partner_states_and_is_wrong_is_shown_so_and_comes_back(partners_client: Client) -> None:
    id = "event-person-q"
    asked = {"verb": "wrong", "id": id, "why": "another day"}
    (decision,) = partners_client.post("/api/decisions", json=asked).json()["decisions"]
    assert partners_client.get(f"/api/things/{id}").status_code == 404
    gone = partners_client.get(f"/api/facts/{id}").json()
    assert (gone["decision"]["verb"], gone["decision"]["why"], gone["standing"]) == ("wrong", "another day", "denied")
    assert not partners_client.post("/api/decisions", json=asked).json()["decisions"]
    assert partners_client.delete(f"/api/decisions/{decision}").json()["state"] == "done"
    assert partners_client.get(f"/api/facts/{id}").json()["decision"] is None


def test_an_earlier_decision_about_a_court_is_shown(own_client: Client) -> None:
    """Mentions of bodies have ids apart from the body's own."""
    courts = own_client.get("/api/search", params={"q": "court", "kind": "Court"}).json()["hits"]
    court = courts[0]["thing"]["id"]
    own_client.post("/api/decisions", json={"verb": "note", "id": court, "why": "ask there"})
    assert own_client.get(f"/api/facts/{court}").json()["decision"]["why"] == "ask there"
