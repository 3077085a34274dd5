"""Apache Jena, which we did not write, accepts every RDF format and the vocabulary.

Its jars come from Maven Central into ``.cache/jena`` once (17 MB, ``pom.xml`` beside this file).
"""

import os
import re
import shutil
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

from exports.rdf import FORMATS, Bases, Format, Release, write_rdf
from exports.rdf.sparql import read_queries
from kg.schema.schema import load_schema
from kg.workspace import Workspace

POM = Path(__file__).with_name("pom.xml")
CACHE = Path(__file__).parents[4] / ".cache" / "jena"
ONTOLOGY = Path(__file__).parents[4] / "exports" / "rdf" / "ontology" / "casegraph.ttl"
QUICK_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
ENDINGS = {"turtle": "ttl", "trig": "trig", "nquads": "nq", "ntriples": "nt", "jsonld": "jsonld", "rdfxml": "rdf"}


@pytest.fixture(scope="module")
def jars() -> Path:
    """Skip, by name, where there is no Java or no Maven; fail where CI is set."""
    missing = [name for name, program in (("Java 17", "java"), ("Maven", "mvn")) if not shutil.which(program)]
    if missing:
        reason = f"Apache Jena needs {' and '.join(missing)}: apt install openjdk-17-jre-headless maven"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    version = re.search(r"<jena.version>(.+)</", POM.read_text(encoding="utf-8"))
    assert version
    if not (CACHE / version[1]).is_dir():
        CACHE.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=".coming-", dir=CACHE))
        copy = ("dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={aside}")
        subprocess.run(["mvn", "-B", "-q", "-f", POM, *copy], check=True, timeout=540)
        with suppress(OSError):  # another test run may have been first
            aside.rename(CACHE / version[1])
        shutil.rmtree(aside, ignore_errors=True)
    return CACHE / version[1]


@pytest.fixture(scope="module")
def exported(sample_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in every format."""
    folder, schema = tmp_path_factory.mktemp("rdf"), load_schema()
    graph, bases = Workspace.open(sample_workspace).graph(), Bases("https://data.example/", schema.namespace)
    for format in FORMATS:
        write_rdf(graph, schema, bases, format, folder / f"graph.{ENDINGS[format]}", Release("2031-05-01"))
    return folder


def run(jars: Path, program: str, *words: object) -> "subprocess.CompletedProcess[str]":
    command = ["java", *QUICK_START, "-cp", f"{jars}/*", program, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


@pytest.mark.parametrize("format", FORMATS)
def test_jena_accepts_it(format: Format, jars: Path, exported: Path) -> None:
    file = exported / f"graph.{ENDINGS[format]}"
    done = run(jars, "riotcmd.riot", "--validate", "--strict", file)
    assert done.returncode == 0, done.stdout + done.stderr


def test_jena_accepts_the_vocabulary(jars: Path) -> None:
    done = run(jars, "riotcmd.riot", "--validate", "--strict", ONTOLOGY)
    assert done.returncode == 0, done.stdout + done.stderr


def test_jena_refuses_what_is_wrong(jars: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text('<https://x.example/a> <https://x.example/b> "2031-02-30"^^<x:y .\n')
    done = run(jars, "riotcmd.riot", "--validate", "--strict", tmp_path / "bad.ttl")
    assert done.returncode == 1


def test_jena_asks_it_as_the_readme_says(jars: Path, exported: Path, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text(read_queries(load_schema().namespace)["requested_only"])
    done = run(jars, "arq.arq", "--data", exported / "graph.ttl", "--query", tmp_path / "q.rq", "--results", "csv")
    assert done.returncode == 0 and "Ashgavel D.,imprisonment,P7Y" in done.stdout
