"""What is said before a server is asked."""

from pathlib import Path

import pytest

from kg.stores.neo4j import read_address
from tests.compose import services
from tests.conftest import Kg

WARNING = "cross the network unencrypted"


@pytest.mark.parametrize(
    ("uri", "near", "warned"),
    [
        ("bolt://graph.invalid", "", True),
        ("neo4j://graph.invalid", "", True),
        ("bolt+s://graph.invalid", "", False),
        ("neo4j+ssc://graph.invalid", "", False),
        ("bolt://graph.invalid", "graph.invalid", False),
        ("bolt://graph.invalid", "other, graph.invalid", False),
        ("bolt://graph.invalid", "invalid graph", True),
        ("bolt://localhost:1", "", False),
        ("bolt://[::1]:1", "", False),
    ],
)
def test_a_network_that_is_read_along_is_said(
    uri: str, near: str, warned: bool, kg: Kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_NEO4J_PASSWORD", "a-password")
    monkeypatch.setenv("KG_NEO4J_ON_THIS_MACHINE", near)
    result = kg("--store", uri, "status", workspace=tmp_path)
    assert "no Neo4j answers there" in str(result.exception)
    assert (WARNING in result.output) is warned


def test_the_compose_file_names_the_host_that_it_makes() -> None:
    near = services()["kg"]["environment"]["KG_NEO4J_ON_THIS_MACHINE"]
    assert near in services()
    assert not read_address(f"bolt://{near}:7687").in_the_clear([near])
