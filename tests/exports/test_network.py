"""Networks, read again by networkx and lxml."""

from pathlib import Path
from typing import Any

import networkx
import pytest
from lxml import etree

from kg.schema.schema import load_schema
from kg.workspace import Workspace
from tests.conftest import Kg

NAMES = {"g": "http://www.gexf.net/1.2draft", "viz": "http://www.gexf.net/1.2draft/viz"}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory, kg: Kg, sample_workspace: Path) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("networks")
    for format in ("graphml", "gexf"):
        for name in ("first", "second"):
            path = folder / f"{name}.{format}"
            result = kg("export", format, "--profile", "full", "-o", path, workspace=sample_workspace)
            assert result.exit_code == 0, result.output + str(result.exception)
    return {format: folder / f"first.{format}" for format in ("graphml", "gexf")}


def read(files: dict[str, Path], format: str) -> Any:
    return networkx.read_graphml(files[format]) if format == "graphml" else networkx.read_gexf(files[format])


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_it_has_every_node_and_relationship(files: dict[str, Path], format: str, sample_workspace: Path) -> None:
    network, graph = read(files, format), Workspace.open(sample_workspace).build().graph
    assert set(network) == {f"{node.label}/{node.id}" for node in graph.nodes}
    assert network.number_of_edges() == len(graph.relationships)
    kinds = {data["kind"] for _, data in network.nodes(data=True)}
    assert kinds >= {"person", "court", "charge"}
    labels = {data.get("label") for *_, data in network.edges(data=True)}
    assert "underwent" in labels and "allegedly underwent" in labels


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_the_same_graph_gives_the_same_bytes(files: dict[str, Path], format: str) -> None:
    path = files[format]
    assert path.read_bytes() == path.with_name(f"second.{format}").read_bytes()


def test_nodes_of_gexf_have_the_legend_s_colours_and_whole_days(files: dict[str, Path]) -> None:
    tree = etree.parse(files["gexf"])
    (graph,) = tree.xpath("//g:graph", namespaces=NAMES)
    assert graph.get("mode") == "dynamic" and graph.get("timeformat") == "date"
    nodes = tree.xpath("//g:node", namespaces=NAMES)
    for node in nodes:
        (colour,) = node.xpath("viz:color", namespaces=NAMES)
        written = "#" + "".join(f"{int(colour.get(part)):02x}" for part in "rgb")
        assert written == load_schema().nodes[node.get("id").partition("/")[0]].colour
    days = [node.get(name) for node in nodes for name in ("start", "end") if node.get(name)]
    assert len(days) > 100 and all(len(day) == 10 for day in days)
    assert all(node.get("start", "") <= node.get("end", "9") for node in nodes)


def test_what_is_alleged_says_so_on_the_node(files: dict[str, Path]) -> None:
    network = read(files, "graphml")
    alleged = [data for _, data in network.nodes(data=True) if data.get("standing") == "alleged"]
    assert alleged and all("(alleged)" in data["label"] for data in alleged)


def test_each_line_of_graphml_has_an_id_of_its_own(files: dict[str, Path], sample_workspace: Path) -> None:
    edges = etree.parse(files["graphml"]).xpath("//*[local-name() = 'edge']/@id")
    assert len(set(edges)) == len(Workspace.open(sample_workspace).graph().relationships)


COLUMNS = {
    "graphml": "//*[local-name() = 'key'][@for = 'node']/@attr.name",
    "gexf": "//*[local-name() = 'attributes'][@class = 'node']/*/@title",
}


@pytest.mark.parametrize("format", COLUMNS)
def test_no_two_columns_have_one_name(files: dict[str, Path], format: str) -> None:
    named = etree.parse(files[format]).xpath(COLUMNS[format])
    assert len(named) > 20 and len(set(named)) == len(named)
