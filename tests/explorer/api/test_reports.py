"""The start page and the reading room."""

from typing import Any
from urllib.parse import quote

import pytest

from tests.explorer.conftest import Client


def test_the_start_page_has_what_is_new_and_what_stayed_silent(ask: Any) -> None:
    start = ask("/api/start")
    new, due = start["whatsnew"], start["due"]
    assert (new["since"], new["until"]) == ("2031-04-01", "2031-04-30") and due["until"] == "2031-04-30"
    assert {line["group"] for line in new["lines"]} >= {"new_people", "sentenced"} and due["lines"]
    for line in [*new["lines"], *due["lines"]]:
        assert line["heading"] and line["what"] and line["quotes"], line


def test_every_block_is_a_query_with_an_answer(ask: Any) -> None:
    for block in ask("/api/start")["blocks"]:
        assert ask(f"/api/queries/{block['query']}/answer")["columns"], block


def test_a_report_is_read_entry_by_entry_with_every_fact_marked(ask: Any) -> None:
    listed = ask("/api/reports")
    assert [report["id"] for report in listed] == ["2031-03", "2031-04"]
    page = ask("/api/reports/2031-03", count=500)
    assert [entry["number"] for entry in page["entries"]] == sorted(entry["number"] for entry in page["entries"])
    assert len(page["entries"]) == listed[0]["entries"]
    kinds = {mark["kind"] for entry in page["entries"] for mark in entry["marks"]}
    assert kinds >= {"Person", "Event", "Charge", "Sanction", "Court", "Place", "Provision"}
    assert all(0 <= m["start"] < m["end"] <= len(e["text"]) for e in page["entries"] for m in e["marks"])
    named = next(
        m for e in page["entries"] for m in e["marks"] if m["label"] == "Sathuvela Perrith" or m["kind"] == "Person"
    )
    assert ask(f"/api/things/{quote(named['id'], safe='')}")["thing"]["label"] == named["label"]


def test_what_was_not_read_is_there(ask: Any) -> None:
    unread = [each for id in ("2031-03", "2031-04") for each in ask(f"/api/reports/{id}")["unread"]]
    assert unread and all(each["line"] > 0 and each["words"] for each in unread)


def test_a_page_begins_near_an_entry(ask: Any) -> None:
    page = ask("/api/reports/2031-04", entry="2031-04/20", count=9)
    assert "2031-04/20" in [entry["id"] for entry in page["entries"]] and 0 < page["skipped"] < 20
    assert ask("/api/reports/2031-04", entry="2031-04/20", count=1)["entries"][0]["id"] == "2031-04/20"
    assert ask("/api/reports/2031-04", skip=45, count=25)["skipped"] == 45


@pytest.mark.parametrize("address", ["/api/reports/2030-01", "/api/reports/..%2f..%2fkg.toml"])
def test_an_unknown_report_is_said(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404
