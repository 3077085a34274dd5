"""The server says its sentences in the language that is asked for; what reports say stays as it is."""

import re
from typing import Any

import pytest

from explorer.language import choose_language
from tests.explorer.conftest import Client, find_id

RU = {"Accept-Language": "ru-KZ,ru;q=0.9,en;q=0.5"}


def is_russian(text: str) -> bool:
    return bool(re.search("[а-яё]", text, re.IGNORECASE))


@pytest.mark.parametrize(
    ("asked", "accepted", "language"),
    [
        ("", "", "en"),
        ("", "ru", "ru"),
        ("", "kk,ru;q=0.8,en;q=0.6", "ru"),
        ("", "en-GB,en;q=0.9,ru;q=0.8", "en"),
        ("", "ru;q=0,en", "en"),
        ("", "en;q=0.1,ru;q=0.9", "ru"),
        ("en", "ru", "en"),
        ("ru", "en", "ru"),
        ("xx", "", "en"),
        ("", ";;q=,ru;q=x,\xff", "en"),
    ],
)
def test_which_language_is_spoken(asked: str, accepted: str, language: str) -> None:
    assert choose_language(asked, accepted) == language


def test_a_person_is_told_of_in_russian(client: Client, ask: Any) -> None:
    person = find_id(client, "Ombreth Jorvan")
    english = ask(f"/api/things/{person}")
    russian = client.get(f"/api/things/{person}", headers=RU).json()
    assert russian["thing"]["label"] == english["thing"]["label"] == "Ombreth Jorvan"
    for one, other in zip(english["facts"], russian["facts"], strict=True):
        assert (one["id"], one["standing"], one["quotes"]) == (other["id"], other["standing"], other["quotes"])
        assert is_russian(other["group"]) and one["group"] != other["group"]
        assert not one["standing_words"] or is_russian(other["standing_words"]), other
        if one["kind"] in ("Event", "Sanction", "Stay"):
            assert is_russian(other["sentence"]) and is_russian(other["date"]), other
    assert all(is_russian(field["label"]) for field in russian["fields"])
    assert client.get(f"/api/things/{person}?language=ru").json() == russian
    assert client.get(f"/api/things/{person}?language=en", headers=RU).json() == english


def test_ways_lines_and_lanes_are_told_in_russian(client: Client) -> None:
    at = f"/api/things/{find_id(client, 'Ombreth Jorvan')}"
    assert all(is_russian(way["label"]) for way in client.get(f"{at}/neighbours", headers=RU).json())
    network = client.get(f"{at}/network?relationship=INVOLVED_IN", headers=RU).json()
    assert all(is_russian(line["label"]) for line in network["lines"])
    assert all(is_russian(thing["label"]) for thing in network["things"][1:])
    lane = client.get(at.replace("things", "people") + "/lane", headers=RU).json()
    assert all(is_russian(each["label"]) for each in lane)


def test_the_start_page_is_told_in_russian(client: Client) -> None:
    start = client.get("/api/start", headers=RU).json()
    for line in [*start["whatsnew"]["lines"], *start["due"]["lines"]]:
        assert is_russian(line["heading"]), line
    assert start["due"]["lines"] and all(is_russian(line["what"]) for line in start["due"]["lines"])


@pytest.mark.parametrize(
    ("method", "address", "body"),
    [
        ("GET", "/api/things/nothing", None),
        ("GET", "/api/people/marenth/lane", None),
        ("GET", "/api/queries/nothing", None),
        ("POST", "/api/cypher", {"text": "CREATE (:Person)"}),
        ("POST", "/api/cypher", {"text": ""}),
        ("POST", "/api/decisions", {"verb": "correct", "id": "marenth"}),
        ("POST", "/api/export", {"things": [], "format": "html"}),
        ("GET", "/api/investigations/nothing", None),
    ],
)
def test_errors_are_told_in_russian(client: Client, method: str, address: str, body: object) -> None:
    answer = client.request(method, address, json=body, headers=RU)
    assert answer.status_code in (400, 404) and is_russian(answer.json()["message"]), answer.text
    assert not is_russian(client.request(method, address, json=body).json()["message"])


def test_who_is_not_let_in_is_told_in_russian(client: Client) -> None:
    client.cookies.clear()
    assert is_russian(client.get("/api/status", headers=RU).json()["message"])


def test_saved_questions_are_asked_in_russian_where_russian_is_asked_for(client: Client, ask: Any) -> None:
    for card in client.get("/api/queries", headers=RU).json():
        assert is_russian(card["title"]) and is_russian(card["says"]) and is_russian(card["theme"]), card
    english, russian = ask("/api/queries/tried_together"), client.get("/api/queries/tried_together", headers=RU).json()
    for kind in ("columns", "parameters"):
        assert [each["name"] for each in russian[kind]] == [each["name"] for each in english[kind]]
    assert all(is_russian(field["label"]) and is_russian(field["about"]) for field in russian["parameters"])
    assert all(is_russian(column["heading"]) for column in russian["columns"])
    assert not any(is_russian(column["heading"]) for column in english["columns"])
    table = client.get("/api/queries/tried_together/csv", headers=RU).text
    assert is_russian(table.splitlines()[0])
