"""Apache Jena, which we did not write, accepts every RDF format and the vocabulary.

Its jars come from Maven Central into ``.cache/jena`` once (17 MB, ``pom.xml`` beside this file).
"""

from pathlib import Path

import pytest

from exports.rdf import FORMATS, Bases, Format, Release, write_rdf
from exports.rdf.sparql import read_queries
from kg.schema.schema import load_schema
from kg.workspace import Workspace
from tests.exports.maven import find_jars, run_java

POM = Path(__file__).with_name("pom.xml")
ONTOLOGY = Path(__file__).parents[4] / "exports" / "rdf" / "ontology" / "casegraph.ttl"
ENDINGS = {"turtle": "ttl", "trig": "trig", "nquads": "nq", "ntriples": "nt", "jsonld": "jsonld", "rdfxml": "rdf"}


@pytest.fixture(scope="module")
def jars() -> Path:
    return find_jars(POM, "jena")


@pytest.fixture(scope="module")
def exported(sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in every format."""
    folder, schema = tmp_path_factory.mktemp("rdf"), load_schema()
    graph, bases = Workspace.open(sample_workspace).graph(), Bases("https://data.example/", schema.namespace)
    for format in FORMATS:
        write_rdf(graph, schema, bases, format, folder / f"graph.{ENDINGS[format]}", Release("2031-05-01"))
    return folder


@pytest.mark.parametrize("format", FORMATS)
def test_jena_accepts_it(format: Format, jars: Path, exported: Path) -> None:
    file = exported / f"graph.{ENDINGS[format]}"
    done = run_java(jars, "riotcmd.riot", "--validate", "--strict", file)
    assert done.returncode == 0, done.stdout + done.stderr


def test_jena_accepts_the_vocabulary(jars: Path) -> None:
    done = run_java(jars, "riotcmd.riot", "--validate", "--strict", ONTOLOGY)
    assert done.returncode == 0, done.stdout + done.stderr


def test_jena_refuses_what_is_wrong(jars: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text('<https://x.example/a> <https://x.example/b> "2031-02-30"^^<x:y .\n')
    done = run_java(jars, "riotcmd.riot", "--validate", "--strict", tmp_path / "bad.ttl")
    assert done.returncode == 1


def test_jena_asks_it_as_the_readme_says(jars: Path, exported: Path, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text(read_queries(load_schema().namespace)["requested_only"])
    done = run_java(jars, "arq.arq", "--data", exported / "graph.ttl", "--query", tmp_path / "q.rq", "--results", "csv")
    assert done.returncode == 0 and "Ashgavel D.,imprisonment,P7Y" in done.stdout
