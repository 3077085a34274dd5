"""Review on the page: who is who, and which facts are right."""

from typing import Any

from tests.explorer.conftest import Client


def test_people_who_may_be_one_stand_side_by_side(own_client: Client) -> None:
    asked = own_client.get("/api/review/people").json()
    (question,) = asked["questions"]
    assert asked["left"] == own_client.get("/api/status").json()["open_questions"]
    for side in (question["a"], question["b"]):
        names = [e["text"][n["start"] : n["end"]] for e in side["entries"] for n in e["names"]]
        assert side["names"] and names and question["reasons_for"]
    said = {"answer": "different", "a": question["a"]["id"], "b": question["b"]["id"], "why": "two villages"}
    job = own_client.post("/api/review/people", json=said).json()
    assert job["state"] == "done" and len(job["decisions"]) == 1
    assert own_client.get("/api/review/people").json()["left"] == asked["left"] - 1
    own_client.delete(f"/api/decisions/{job['decisions'][0]}")
    assert own_client.get("/api/review/people").json()["left"] == asked["left"]


def test_the_most_doubtful_facts_come_first(ask: Any) -> None:
    asked = ask("/api/review/facts", limit=5)
    assert len(asked["questions"]) == 5 < asked["left"]
    for question in asked["questions"]:
        fact = question["fact"]
        assert fact["quotes"] and fact["correctable"] and fact["decidable"] and fact["confidence"]
        assert question["doubt"] in fact["confidence"]
    later = ask("/api/review/facts", limit=2, skip=3)
    assert [q["fact"]["id"] for q in later["questions"]] == [q["fact"]["id"] for q in asked["questions"][3:]]


def test_a_charge_that_an_entry_tells_is_no_finding(ask: Any) -> None:
    facts = [question["fact"] for question in ask("/api/review/facts", limit=50)["questions"]]
    charges = [fact for fact in facts if fact["kind"] == "Charge"]
    assert charges and not [fact for fact in charges if fact["standing"] == "stated"]


def test_two_people_of_nothing_cannot_be_judged(client: Client) -> None:
    said = {"answer": "same", "a": "person-0000000000000000", "b": "nothing"}
    assert client.post("/api/review/people", json=said).status_code == 400
    assert client.post("/api/review/people", json=said | {"answer": "maybe"}).status_code == 400
