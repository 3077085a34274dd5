"""How two things are connected, and what says so."""

from typing import Any

import pytest

from queries.networks.paths import path_types
from tests.explorer.conftest import Client, find_id


@pytest.fixture
def ends(client: Client) -> dict[str, str]:
    return {"from": find_id(client, "Gavinuvel Th"), "to": find_id(client, "Ombreth Jorvan")}


def test_each_step_of_a_shortest_path_says_what_it_rests_on(ask: Any, ends: dict[str, str]) -> None:
    paths = ask("/api/paths", k=3, **ends)
    assert len(paths) == 3
    for path in paths:
        assert path["steps"][0]["source"]["id"] == ends["from"] and path["steps"][-1]["target"]["id"] == ends["to"]
        assert all(step["quotes"] and step["facts"] for step in path["steps"])
        assert len(path["network"]["things"]) == len(path["steps"]) + 1
        assert len(path["network"]["lines"]) >= len(path["steps"])


def test_the_kinds_of_relationship_can_be_chosen(ask: Any, ends: dict[str, str]) -> None:
    paths = ask("/api/paths", kinds="FACES,UNDER", **ends)
    assert paths
    kinds = {line["kind"] for path in paths for line in path["network"]["lines"]}
    assert {"FACES", "UNDER"} <= kinds and "PARTY_TO" not in kinds


def test_rare_connections_come_first(ask: Any, ends: dict[str, str]) -> None:
    paths = ask("/api/paths", rare="true", k=2, **ends)
    assert [path["distance"] for path in paths] == sorted(path["distance"] for path in paths)
    step = paths[0]["steps"][0]
    assert step["shared_by"] == 2 and step["quotes"] and step["sentence"].startswith("Gavinuvel Th: assembly_refusal")
    only = ask("/api/paths", rare="true", kinds="provision", **ends)
    assert all("charged under" in step["sentence"] for path in only for step in path["steps"])


def test_being_named_in_one_entry_is_no_connection() -> None:
    assert not {"MENTIONS", "RECORDS", "CITES", "IN_REPORT"} & set(path_types()) and "PARTY_TO" in path_types()


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"to": "nothing"}, 404),
        ({"to": "SAME"}, 400),
        ({"to": "marenth", "rare": "true"}, 400),
        ({"kinds": "MENTIONS"}, 400),
        ({"kinds": "x|y*..9"}, 400),
        ({"kinds": "x", "rare": "true"}, 400),
        ({"k": "0"}, 400),
    ],
)
def test_what_cannot_be_looked_for_is_said(
    client: Client, ends: dict[str, str], asked: dict[str, str], status: int
) -> None:
    given = ends | asked
    given["to"] = ends["from"] if given["to"] == "SAME" else given["to"]
    answer = client.get("/api/paths", params=given)
    assert answer.status_code == status and answer.json()["message"], answer.text
