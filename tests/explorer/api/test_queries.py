"""Saved queries as cards, forms and answers; typed Cypher."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from queries.catalogue import load_queries
from tests.explorer.conftest import Client, find_id

# Of the sample, with the values that the form suggests.
WITHOUT_ROWS = {"accounts_that_disagree", "bursts"}


def test_there_is_a_card_for_every_query(ask: Any) -> None:
    cards = ask("/api/queries")
    assert {card["name"] for card in cards} == set(load_queries())
    assert all(card["title"] and card["says"] and card["view"] for card in cards)
    asks = {card["name"]: card["asks"] for card in cards}
    assert {"name": "facility", "type": "Facility", "filter": False} in asks["held_in_facility"]
    assert {"name": "person", "type": "Person", "filter": True} in asks["tried_together"]


@pytest.mark.parametrize("name", sorted(load_queries()))
def test_every_query_has_a_form_and_an_answer(ask: Any, name: str) -> None:
    form = ask(f"/api/queries/{name}")
    assert form["reading"] and form["card"]["name"] == name
    answer = ask(f"/api/queries/{name}/answer")
    width = len(answer["columns"])
    assert answer["columns"] == form["columns"] and (answer["rows"] or name in WITHOUT_ROWS)
    assert all(len(row) == len(texts) == width for row, texts in zip(answer["rows"], answer["texts"], strict=True))
    assert len(answer["evidence"]) == len(answer["rows"])
    assert ("network" in form["drawings"]) is (answer["network"] is not None)


def test_a_form_has_people_to_choose_from_and_filters(ask: Any) -> None:
    form = ask("/api/queries/path_through_system")
    person = next(each for each in form["parameters"] if each["name"] == "person")
    assert person["type"] == "Person" and len(person["suggestions"]) > 3
    assert person["default"] == person["suggestions"][0]["value"]
    assert {each["name"] for each in form["parameters"] if each["filter"]} >= {"from", "to", "place"}


def test_parameters_and_filters_are_those_of_the_address(ask: Any, client: Client) -> None:
    person = find_id(client, "Ombreth Jorvan")
    whole = ask("/api/queries/path_through_system/answer", person=person)
    april = ask("/api/queries/path_through_system/answer", person=person, **{"from": "2031-04"})
    assert whole["asked"]["person"] == person and 0 < len(april["rows"]) < len(whole["rows"])
    assert all(row[0] >= "2031-04" for row in april["rows"])


def test_the_words_of_a_row_can_be_read(ask: Any, client: Client) -> None:
    answer = ask("/api/queries/tried_together/answer")
    quotes = client.post("/api/quotes", json={"places": [*answer["evidence"][0], "x", "#", "2031-03/1#a-b"]}).json()
    assert quotes and all(quote["words"] for quote in quotes)
    assert answer["network"]["things"] and all(line["count"] for line in answer["network"]["lines"])


def test_a_spreadsheet_gets_no_ids_and_no_formulas(client: Client) -> None:
    answer = client.get("/api/queries/tried_together/csv")
    assert answer.headers["content-disposition"] == 'attachment; filename="tried_together.csv"'
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][:2] == ["who", "with whom"] and not any("person-" in cell for row in rows for cell in row)


def test_the_csv_of_articles_names_the_articles(client: Client) -> None:
    answer = client.get("/api/queries/articles_together/csv")
    heading, first, *_ = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert "CC 132" in dict(zip(heading, first, strict=True))["articles"]


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("nothing", 404, "no saved query"),
        ("nothing/answer", 404, "no saved query"),
        ("..%2f..%2fsecret", 404, "no saved query"),
        ("tried_together/answer?most=x", 400, "most"),
        ("tried_together/answer?colour=red", 400, "colour"),
        ("path_through_system/answer?person=Nobody%20Known", 404, "Person"),
        ("tried_together/answer?from=tomorrow", 400, "from"),
    ],
)
def test_what_does_not_fit_is_said(client: Client, address: str, status: int, said: str) -> None:
    answer = client.get(f"/api/queries/{address}")
    assert answer.status_code == status and said in answer.json()["message"], answer.text


def test_a_query_of_the_workspace_is_marked_as_its_own(own_client: Client, own_workspace: Path) -> None:
    header = "// title: Courts\n// learns: All courts.\n// reading: A row is a court.\n// limits: None.\n"
    folder = own_workspace / "queries"
    folder.mkdir()
    (folder / "courts.cypher").write_text(
        f"{header}MATCH (c:Court) RETURN c.name AS name, [] AS evidence ORDER BY name"
    )
    card = next(card for card in own_client.get("/api/queries").json() if card["name"] == "courts")
    assert card["own"] and len(own_client.get("/api/queries/courts/answer").json()["rows"]) > 3
    (folder / "broken.cypher").write_text("no header")
    assert own_client.get("/api/queries").status_code == 200


def test_typed_cypher_is_answered(client: Client) -> None:
    asked = {"text": "MATCH (c:Court) WHERE c.kind = $kind RETURN c.name AS name", "parameters": {"kind": "city"}}
    answer = client.post("/api/cypher", json=asked).json()
    assert answer["columns"] == ["name"] and answer["rows"]


@pytest.mark.parametrize(
    "text",
    [
        "MATCH (n) DETACH DELETE n",
        "CREATE (n:Person) RETURN n.id",
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "CALL dbms.listConfig()",
        "MATCH (n:Person) RETURN n",
        "RETURN 1; RETURN 2",
        "",
        "nonsense",
    ],
)
def test_what_is_not_read_only_is_refused(client: Client, text: str) -> None:
    answer = client.post("/api/cypher", json={"text": text})
    assert answer.status_code == 400 and answer.json()["message"]


def test_a_mistake_is_said_with_its_place(client: Client) -> None:
    answer = client.post("/api/cypher", json={"text": "MATCH (n:Person)\nRETRUN n.id"}).json()
    assert answer["line"] == 2 and answer["column"]
