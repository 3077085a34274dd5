"""The map: places, where things are, and answers on it."""

from typing import Any

from tests.explorer.conftest import Client, find_id


def test_places_and_the_outline_of_the_country(ask: Any) -> None:
    answer = ask("/api/places")
    points = [point for ring in answer["outline"]["rings"] for point in ring]
    west, east = min(lon for lon, _ in points), max(lon for lon, _ in points)
    south, north = min(lat for _, lat in points), max(lat for _, lat in points)
    within = {
        each["place"]["label"]
        for each in answer["places"]
        if west <= each["lon"] <= east and south <= each["lat"] <= north
    }
    assert "Licence" in answer["outline"]["source"] and within >= {"Pessarin", "Marenth"}
    assert {each["place"]["kind"] for each in answer["places"]} == {"Place"}
    assert not {"country"} & {each["place"]["detail"] for each in answer["places"]}


def test_every_kind_of_thing_that_is_somewhere_is_put_there(ask: Any, client: Client, graphs: Any) -> None:
    with graphs.reading() as graph:
        (pessarin,) = graph.store.query("MATCH (p:Place) WHERE p.name = 'Pessarin' RETURN p.id").rows[0]
        kinds = ("Person", "Event", "Charge", "Sanction", "Stay", "Case", "Court", "Facility", "Entry", "Provision")
        ids = [id for kind in kinds for (id,) in graph.store.query(f"MATCH (n:{kind}) RETURN n.id ORDER BY n.id").rows]
        ((court, place),) = graph.store.query(
            "MATCH (c:Court)-[:LOCATED_IN]->(p:Place) WHERE p.lat IS NOT NULL AND p.kind <> 'country' "
            "RETURN c.id, p.id ORDER BY c.id LIMIT 1"
        ).rows
    answer = client.post("/api/places", json={"ids": [*ids, pessarin, "nothing"]}).json()
    at = {each["thing"]: each["place"] for each in answer["of"]}
    assert at[court] == place and at[pessarin] == pessarin
    assert {each["place"]["id"] for each in answer["places"]} == set(at.values())
    assert set(at) | set(answer["nowhere"]) == {*ids, pessarin} and not set(at) & set(answer["nowhere"])
    assert {id.partition("-")[0] for id in at if "-" in id} >= {"person", "event", "charge", "sanction", "stay", "case"}
    assert all(":" not in id for id in at), "an article is nowhere"
    assert at[find_id(client, "Ombreth Jorvan")]


def test_an_answer_with_places_is_drawn_on_the_map(ask: Any) -> None:
    answer = ask("/api/queries/acts_by_place/answer")
    times = [column["name"] for column in answer["columns"]].index("times")
    circles = answer["map"]["circles"]
    assert answer["view"] == "map" and answer["map"]["nowhere"] == 0 and len(circles) > 1
    assert [each["value"] for each in circles] == sorted((each["value"] for each in circles), reverse=True)
    for circle in circles:
        assert circle["value"] == sum(answer["rows"][row][times] for row in circle["rows"])
        assert (circle["lon"] is None) == (circle["lat"] is None)
    assert any(circle["lon"] for circle in circles)
    assert ask("/api/queries/tried_together/answer")["map"] is None
