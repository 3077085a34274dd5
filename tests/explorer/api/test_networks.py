"""What is around a thing, the lines between things, and what they rest on."""

from typing import Any
from urllib.parse import quote

import pytest

from queries.networks.neighbours import ways_from
from tests.explorer.conftest import Client, find_id


@pytest.fixture
def person(client: Client) -> str:
    return find_id(client, "Ombreth Jorvan")


def test_counts_come_first_and_are_what_expanding_gives(ask: Any, person: str) -> None:
    ways = ask(f"/api/things/{person}/neighbours")
    assert [way["count"] for way in ways] == sorted((way["count"] for way in ways), reverse=True) and len(ways) >= 4
    for way in ways:
        asked = {name: way[name] for name in ("relationship", "direction", "kind")}
        network = ask(f"/api/things/{person}/network", **asked)
        assert len(network["things"]) - 1 + network["left_out"] == way["count"]
        assert {line["kind"] for line in network["lines"]} >= {way["relationship"]}


def test_no_more_than_the_limit_comes_and_the_rest_is_counted(ask: Any, person: str) -> None:
    network = ask(f"/api/things/{person}/network", relationship="INVOLVED_IN", limit=2)
    assert len(network["things"]) == 3 and network["left_out"] == 5
    dates = [thing["last"] for thing in network["things"][1:]]
    assert dates == sorted(dates, reverse=True)


def test_what_is_left_out_comes_page_by_page(ask: Any, person: str) -> None:
    address = f"/api/things/{person}/network"
    whole = [thing["id"] for thing in ask(address, limit=1000)["things"][1:]]
    paged, skip, left = [], 0, None
    while skip is not None:
        page = ask(address, limit=4, skip=skip)
        assert left is None or page["left_out"] == max(0, left - 4)
        paged += [thing["id"] for thing in page["things"][1:]]
        skip, left = page["next"], page["left_out"]
    assert len(whole) > 12 and set(paged) == set(whole) and left == 0
    beyond = ask(address, relationship="INVOLVED_IN", skip=1000)
    assert (len(beyond["things"]), beyond["left_out"], beyond["next"]) == (1, 0, None)


def test_who_was_tried_together_with_somebody_is_two_steps_away(ask: Any, client: Client, person: str) -> None:
    cases = ask(f"/api/things/{person}/network", relationship="PARTY_TO")
    others = set()
    for case in cases["things"][1:]:
        around = ask(f"/api/things/{case['id']}/network", relationship="PARTY_TO", direction="in")
        others |= {thing["label"] for thing in around["things"]}
    assert "Gavinuvel Th" in others


def test_the_lines_among_the_things_of_a_canvas(client: Client, ask: Any, person: str) -> None:
    around = ask(f"/api/things/{person}/network", relationship="INVOLVED_IN")
    ids = [thing["id"] for thing in around["things"]]
    whole = client.post("/api/network", json={"ids": [*ids, "nothing", ids[0]]}).json()
    assert [thing["id"] for thing in whole["things"]] == ids
    assert {line["id"] for line in whole["lines"]} >= {line["id"] for line in around["lines"]}
    ends = {end for line in whole["lines"] for end in (line["source"], line["target"])}
    assert ends <= set(ids) and len({line["id"] for line in whole["lines"]}) == len(whole["lines"])


def test_every_line_rests_on_words(ask: Any, person: str) -> None:
    lines = ask(f"/api/things/{person}/network", limit=100)["lines"]
    assert {line["kind"] for line in lines} >= {"INVOLVED_IN", "FACES", "PARTY_TO", "RECEIVED"}
    for line in lines:
        facts = ask(f"/api/lines/{quote(line['source'], safe='')}/{quote(line['target'], safe='')}")
        assert facts and all(fact["quotes"] or fact["known"] == "pack" for fact in facts), line
        assert line["count"] >= 1


def test_what_somebody_claims_is_a_line_of_that_standing(ask: Any, graphs: Any) -> None:
    with graphs.reading() as graph:
        ((event, standing),) = graph.store.query(
            "MATCH (e:Event) WHERE e.standing = 'alleged' RETURN e.id AS id, e.standing AS standing ORDER BY id LIMIT 1"
        ).rows
    around = ask(f"/api/things/{event}/network", relationship="INVOLVED_IN")
    assert around["things"][0]["standing"] == standing
    assert around["lines"] and all(line["standing"] == standing for line in around["lines"])
    assert all(fact["standing"] == standing for fact in ask(f"/api/lines/{around['lines'][0]['source']}/{event}"))


def test_a_charge_is_an_accusation_until_somebody_is_convicted(ask: Any, graphs: Any) -> None:
    with graphs.reading() as graph:
        rows = graph.store.query("MATCH (c:Charge)<-[:FACES]-() RETURN c.id AS id, c.stage AS stage ORDER BY id").rows
    seen = set()
    for id, stage in rows:
        lines = ask(f"/api/things/{id}/network", relationship="FACES")["lines"]
        accused = {"accused"} if stage != "convicted" else {"found", "accused"}
        assert {line["standing"] for line in lines} <= accused, stage
        seen.add(stage)
    assert len(seen) > 2


def test_a_lane_is_in_the_order_of_time_with_arrests_of_their_length(ask: Any, person: str) -> None:
    lane = ask(f"/api/people/{person}/lane")
    assert [each["since"] for each in lane] == sorted(each["since"] for each in lane)
    arrest = next(each for each in lane if each["what"] == "administrative_arrest")
    assert (arrest["since"], arrest["until"]) == ("2031-03-05", "2031-03-10")
    assert all(each["quotes"] for each in lane)


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/things/nothing/neighbours", 404),
        ("/api/things/marenth/network?relationship=FACES", 400),
        ("/api/things/marenth/network?direction=up", 400),
        ("/api/things/marenth/network?limit=0", 400),
        ("/api/people/marenth/lane", 400),
        ("/api/people/nothing/lane", 404),
        ("/api/lines/marenth/nothing", 404),
        ("/api/facts/nothing", 404),
    ],
)
def test_what_cannot_be_answered_is_said(client: Client, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status and answer.json()["message"]


def test_ways_are_those_of_the_vocabulary() -> None:
    ways = {(way.relationship, way.direction, way.kind) for way in ways_from("Person")}
    assert {("FACES", "out", "Charge"), ("RELATED_TO", "in", "Person"), ("RELATED_TO", "out", "Person")} <= ways
