"""Gephi's own importers, which we did not write, read every node and line with its kind, colour, days and standing.

Its jars come from Maven Central into ``.cache/gephi`` once (55 MB, ``pom.xml`` beside this file).
"""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from exports.network import write_network
from kg.schema.labels import load_labels
from kg.schema.schema import load_schema
from kg.workspace import Workspace
from tests.exports.maven import find_jars, run_java

HERE = Path(__file__).parent
KNOWN = {
    "Parallel edges detected, remember to choose a merge strategy",  # an entry names somebody twice
    "GEXF version 1.2 (deprecated)",  # networkx writes no later one
}


@pytest.fixture(scope="module", params=["gexf", "graphml"])
def read(request: pytest.FixtureRequest, sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    jars = find_jars(HERE / "pom.xml", "gephi")
    folder = tmp_path_factory.mktemp("gephi")
    write_network(Workspace.open(sample_workspace).graph(), load_schema(), request.param, folder / f"g.{request.param}")
    script = ("groovy.ui.GroovyMain", HERE / "read.groovy", folder / f"g.{request.param}", folder / "read.json")
    done = run_java(jars, *script)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads((folder / "read.json").read_text(encoding="utf-8")) | {"format": request.param}


def test_nothing_is_lost_or_reported(read: Any, sample_workspace: Path) -> None:
    graph = Workspace.open(sample_workspace).graph()
    assert read["verified"] and set(read["problems"]) <= KNOWN
    assert {node["id"] for node in read["nodes"]} == {f"{node.label}/{node.id}" for node in graph.nodes}
    assert len(read["edges"]) == len(graph.relationships)
    assert len(set(read["columns"])) == len(read["columns"])


def test_kinds_and_colours_are_the_legend_s(read: Any) -> None:
    kinds, labels = load_schema().nodes, load_labels("en").nodes
    for node in read["nodes"]:
        label = node["id"].partition("/")[0]
        assert node["values"]["kind"] == labels[label] and node["label"]
        assert "#" + "".join(f"{part:02x}" for part in node["colour"]) == kinds[label].colour


def test_days_and_standing_arrive(read: Any) -> None:
    nodes, edges = read["nodes"], read["edges"]
    alleged = [node for node in nodes if node["values"]["standing"] == "alleged"]
    assert alleged and all("(alleged)" in node["label"] for node in alleged)
    assert {"underwent", "allegedly underwent"} <= {edge["label"] for edge in edges}
    acts = [node for node in nodes if node["id"].startswith(("Event/", "Entry/"))]
    dated = [node for node in acts if len(node["values"]["date"] or "") == len("2031-03-07")]
    assert len(dated) > 50
    if read["format"] == "gexf":  # GraphML has no times
        for node in dated:
            ((first, last),) = node["days"]
            assert {day_of(first), day_of(last)} == {node["values"]["date"]}


def day_of(milliseconds: float) -> str:
    return datetime.fromtimestamp(milliseconds / 1000, UTC).date().isoformat()
