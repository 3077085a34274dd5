"""A thing, and its facts with their words."""

from typing import Any
from urllib.parse import quote

import pytest

from explorer.answers.evidence import is_web_address
from kg.schema.schema import load_schema
from tests.explorer.conftest import Client


def find(ask: Any, words: str) -> str:
    """The id of what a search finds first."""
    return str(ask("/api/search", q=words)["hits"][0]["thing"]["id"])


def test_a_person_comes_with_facts_and_their_words(ask: Any) -> None:
    details = ask(f"/api/things/{find(ask, 'Sathuvela Perrith')}")
    assert details["thing"]["label"] == "Sathuvela Perrith" and details["thing"]["days"] >= 1
    charge = next(fact for fact in details["facts"] if fact["kind"] == "Charge")
    assert "CAO 61/1" in charge["sentence"]
    assert [q["words"] for q in charge["quotes"]] and all(q["before"] or q["after"] for q in charge["quotes"])
    assert charge["quotes"][0]["sources"][0]["url"].startswith("https://")


def test_an_accusation_is_no_finding(ask: Any) -> None:
    """Only what a court or an inquiry found is ``found``."""
    facts = [f for hit in ask("/api/search", q="a", limit=100)["hits"] for f in details_of(ask, hit)["facts"]]
    alleged = [fact for fact in facts if "ALLEGED" in fact["standing_words"]]
    open_ = ("convicted", "administrative penalty")
    charged = [f for f in facts if f["kind"] == "Charge" and not f["standing_words"].startswith(open_)]
    assert alleged and {fact["standing"] for fact in alleged} == {"alleged"}
    assert charged and {fact["standing"] for fact in charged} == {"accused"}


def details_of(ask: Any, hit: dict[str, Any]) -> Any:
    return ask(f"/api/things/{quote(hit['thing']['id'], safe='')}")


def test_no_fact_is_without_its_words(ask: Any, graphs: Any) -> None:
    """On the page of any thing, also of an entry, where the text itself has the marks."""
    claims = {"Person", "Event", "Charge", "Sanction", "Stay"}
    with graphs.reading() as graph:
        for label, kind in load_schema().nodes.items():
            rows = graph.store.query(f"MATCH (n:{label}) RETURN n.{kind.key} AS id ORDER BY id LIMIT 4").rows
            for (id,) in rows:
                facts = ask(f"/api/things/{quote(id, safe='')}")["facts"]
                assert not [f for f in facts if f["kind"] in claims and not (f["quotes"] or f["known"] == "pack")], id


def test_the_first_facts_come_under_each_heading_and_all_of_one_when_asked(ask: Any, graphs: Any) -> None:
    """How many there are is said; what is asked for by its heading is the whole of it, in the same order."""
    with graphs.reading() as graph:
        rows = graph.store.query("MATCH (n:Person) RETURN n.id AS id ORDER BY n.days_targeted DESC, id LIMIT 3").rows
    several = 0
    for (id,) in rows:
        whole = ask(f"/api/things/{id}", most=1_000)
        by_group = {
            group["title"]: [f for f in whole["facts"] if f["group"] == group["title"]] for group in whole["groups"]
        }
        assert [group["facts"] for group in whole["groups"]] == [len(facts) for facts in by_group.values()]
        first = ask(f"/api/things/{id}", most=1)
        assert first["groups"] == whole["groups"]
        assert first["facts"] == [facts[0] for facts in by_group.values()]
        for title, facts in by_group.items():
            assert ask(f"/api/things/{id}", most=1_000, group=title)["facts"] == facts
            several += len(facts) > 1
    assert several > 5


def test_every_counted_fact_is_given(ask: Any, graphs: Any) -> None:
    with graphs.reading() as graph:
        for label, kind in load_schema().nodes.items():
            rows = graph.store.query(f"MATCH (n:{label}) RETURN n.{kind.key} AS id ORDER BY id LIMIT 12").rows
            for (id,) in rows:
                details = ask(f"/api/things/{quote(id, safe='')}", most=1_000)
                assert sum(group["facts"] for group in details["groups"]) == len(details["facts"]), id


@pytest.mark.parametrize("id", ["CAO:61/1", "2031-03/1", "2031-03", "marenth", "https://bureau.example/news/3103051"])
def test_any_kind_of_id_is_one_part_of_a_path(ask: Any, id: str) -> None:
    assert ask(f"/api/things/{quote(id, safe='')}")["thing"]["id"] == id


def test_every_kind_of_thing_has_details(ask: Any, graphs: Any) -> None:
    with graphs.reading() as graph:
        for label, kind in load_schema().nodes.items():
            (row,) = graph.store.query(f"MATCH (n:{label}) RETURN n.{kind.key} AS id ORDER BY id LIMIT 1").rows
            assert ask(f"/api/things/{quote(row[0], safe='')}")["thing"]["kind"] == label


@pytest.mark.parametrize("id", ["nothing", "person-0000000000000000", "%2e%2e", "a%2Fb", "x" * 900, "%00", "'"])
def test_what_is_not_there_is_said(client: Client, id: str) -> None:
    answer = client.get(f"/api/things/{id}")
    assert answer.status_code == 404 and "search" in answer.json()["message"]


@pytest.mark.parametrize(
    ("url", "may"),
    [
        ("https://news.example/1", True),
        ("http://news.example", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//news.example", False),
        ("https://", False),
        ("https://[", False),
    ],
)
def test_only_addresses_of_the_web_are_links(url: str, may: bool) -> None:
    assert is_web_address(url) is may
