"""The explorer on a real Neo4j: every address answers as it does on the embedded store."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from explorer.app import make_app
from explorer.graphs.opened import Graphs
from explorer.graphs.server_graphs import ServerGraphs
from explorer.graphs.workspace_graphs import WorkspaceGraphs
from explorer.security.origins import origins_of
from explorer.security.sessions import Sessions
from kg.graph.value import Graph
from kg.schema.schema import load_schema
from kg.stores.neo4j import Connection, Neo4jStore, push
from kg.workspace import Workspace
from queries.catalogue import load_queries
from queries.networks.neighbours import ways_from
from tests.explorer.conftest import PORT, Client, client_of

pytestmark = pytest.mark.neo4j
OF_DECISIONS = ("decidable", "decision", "confidence", "correctable", "rule", "unread")
"""What only the workspace's own graph has: the rules that read a fact, and what people decided."""


def client_on(graphs: Graphs) -> Client:
    sessions = Sessions()
    return client_of(make_app(graphs, sessions, origins_of("127.0.0.1", PORT)), sessions.begin(""))


@pytest.fixture(scope="module")
def workspace(sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace.open(shutil.copytree(sample_workspace, tmp_path_factory.mktemp("explored") / "casefile"))


@pytest.fixture(scope="module")
def here(workspace: Workspace) -> Iterator[Client]:
    """A browser on the workspace's own graph."""
    graphs = WorkspaceGraphs(workspace)
    yield client_on(graphs)
    graphs.close()


@pytest.fixture(scope="module")
def there(database: Connection, sample_graph: Graph, workspace: Workspace) -> Client:
    """A browser on the same graph in Neo4j, with the workspace beside it."""
    with database.writing() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()
    push(database, sample_graph, load_schema())
    return client_on(ServerGraphs(Neo4jStore(database), database.address.name, workspace))


@pytest.fixture(scope="module")
def one_of_each(sample_graph: Graph) -> dict[str, str]:
    """The id of a thing of each kind: the one with most around it."""
    degree: dict[str, int] = {}
    for each in sample_graph.relationships:
        for key in (each.start, each.end):
            degree[key.id] = degree.get(key.id, 0) + 1
    busiest = sorted(sample_graph.nodes, key=lambda node: (degree.get(node.id, 0), node.id))
    return {node.label: node.id for node in busiest}


def same(here: Client, there: Client, address: str, body: object = None) -> Any:
    """What both answer, but for what only the workspace's own graph has."""
    answers = [client.get(address) if body is None else client.post(address, json=body) for client in (here, there)]
    assert [answer.status_code for answer in answers] == [200, 200], (address, answers[1].text)
    first, second = (_shared(answer.json()) for answer in answers)
    assert second == first, address
    return first


def _shared(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _shared(each) for name, each in value.items() if name not in OF_DECISIONS}
    return [_shared(each) for each in value] if isinstance(value, list) else value


def test_every_thing_is_the_same_with_its_facts_and_surroundings(
    here: Client, there: Client, one_of_each: dict[str, str]
) -> None:
    for kind, id in one_of_each.items():
        at = f"/api/things/{quote(id, safe='')}"
        assert same(here, there, at)["thing"]["kind"] == kind
        counted = same(here, there, f"{at}/neighbours")
        if list(ways_from(kind)) and counted:
            network = same(here, there, f"{at}/network?limit=7")
            same(here, there, f"{at}/network?limit=7&skip=3")
            other = quote(network["things"][1]["id"], safe="")
            same(here, there, f"/api/lines/{quote(id, safe='')}/{other}")
        same(here, there, f"/api/facts/{quote(id, safe='')}")


def test_a_canvas_and_a_lane_are_the_same(here: Client, there: Client, one_of_each: dict[str, str]) -> None:
    ids = list(one_of_each.values())
    assert same(here, there, "/api/network", {"ids": ids})["lines"]
    assert same(here, there, "/api/places", {"ids": ids})["of"]
    assert same(here, there, "/api/places")["outline"]
    assert same(here, there, f"/api/people/{one_of_each['Person']}/lane")


@pytest.mark.parametrize("name", sorted(load_queries()))
def test_a_saved_query_has_the_same_form_and_answer(name: str, here: Client, there: Client) -> None:
    assert same(here, there, f"/api/queries/{name}")["card"]["name"] == name
    same(here, there, f"/api/queries/{name}/answer")


def test_paths_are_the_same(here: Client, there: Client) -> None:
    form = here.get("/api/queries/shortest_paths").json()
    person, other = (each["default"] for each in form["parameters"] if each["name"] in ("person", "other"))
    ends = f"from={person}&to={other}"
    assert same(here, there, f"/api/paths?{ends}&k=5")
    assert same(here, there, f"/api/paths?{ends}&k=3&rare=true")


def test_the_start_page_and_the_reports_are_the_same(here: Client, there: Client) -> None:
    assert same(here, there, "/api/start")["whatsnew"]["lines"]
    for report in same(here, there, "/api/reports"):
        assert same(here, there, f"/api/reports/{quote(report['id'], safe='')}?count=500")["entries"]


def test_typed_cypher_answers_alike_and_only_reads(here: Client, there: Client) -> None:
    asked = "MATCH (p:Person)-[r:FACES]->(c:Charge) RETURN p.name AS name, c.stage AS stage ORDER BY name, stage"
    assert same(here, there, "/api/cypher", {"text": asked})["rows"]
    for text in ("CREATE (:Person {id: 'x'})", "MATCH (p:Person RETURN p"):
        refused = there.post("/api/cypher", json={"text": text})
        assert refused.status_code == 400 and refused.json()["message"]


def test_names_are_searched_on_the_server(there: Client, one_of_each: dict[str, str]) -> None:
    name = there.get(f"/api/things/{one_of_each['Person']}").json()["thing"]["label"]
    found = there.get("/api/search", params={"q": name}).json()["hits"]
    assert one_of_each["Person"] in {hit["thing"]["id"] for hit in found}
    assert there.get("/api/search", params={"q": "nobody of that name"}).json()["hits"] == []


def test_nothing_is_decided_about_a_servers_facts(there: Client, one_of_each: dict[str, str]) -> None:
    status = there.get("/api/status").json()
    assert (status["store"], status["decides"]) == ("server", False)
    asked = {"verb": "wrong", "id": one_of_each["Event"]}
    refused = there.post("/api/decisions", json=asked)
    assert refused.status_code == 400 and "--store" in refused.json()["message"]
    fact = there.get(f"/api/facts/{one_of_each['Event']}").json()
    assert fact["quotes"] and not fact["decidable"] and fact["correctable"] == []


def test_without_a_workspace_the_graph_is_explored_all_the_same(
    database: Connection, there: Client, one_of_each: dict[str, str]
) -> None:
    alone = client_on(ServerGraphs(Neo4jStore(database), database.address.name))
    at = f"/api/things/{one_of_each['Person']}"
    assert alone.get(at).json() == there.get(at).json()
    assert alone.get("/api/places").json()["outline"] is None
    refused = alone.get("/api/investigations")
    assert refused.status_code == 400 and "-w" in refused.json()["message"]
