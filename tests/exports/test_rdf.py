"""RDF: all of the graph is there, typed, with its words; an accusation stays one; the bytes never change."""

import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, XSD, Literal, URIRef

from exports.rdf import FORMATS, OA, write_rdf
from kg.build import build
from kg.graph import Graph, Key, Node, Relationship, graph_of
from kg.schema import load_schema
from tests.kg.build.test_build import COUNTRY, MONTH

BASE = "https://data.example/"
NS = rdflib.Namespace(load_schema().namespace)
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build([MONTH], COUNTRY).graph


def written(graph: Graph, format: str, folder: Path) -> bytes:
    path = folder / f"graph.{format}"
    write_rdf(graph, load_schema(), BASE, format, path)
    return path.read_bytes()


def parsed(graph: Graph, folder: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(data=written(graph, "ntriples", folder), format="nt")


def test_every_node_and_relationship_is_there(graph: Graph, tmp_path: Path) -> None:
    rdf = parsed(graph, tmp_path)
    for label in load_schema().nodes:
        assert len(set(rdf.subjects(RDF.type, NS[label]))) == sum(n.label == label for n in graph.nodes), label
    for type in load_schema().relationships:
        ties = sum(r.type == type for r in graph.relationships)
        assert len(set(rdf.subjects(RDF.type, NS[type]))) == ties, type


def test_the_formats_say_the_same(graph: Graph, tmp_path: Path) -> None:
    triples = parsed(graph, tmp_path)
    turtle = rdflib.Graph().parse(data=written(graph, "turtle", tmp_path), format="turtle")
    quads = rdflib.Dataset(default_union=True).parse(data=written(graph, "nquads", tmp_path), format="nquads")
    assert set(turtle) == set(triples) == {(s, p, o) for s, p, o in quads.triples((None, None, None))}


def test_a_relationship_rests_on_exact_words(graph: Graph, tmp_path: Path) -> None:
    rdf = parsed(graph, tmp_path)
    texts = {n.id: str(n.properties["text"]) for n in graph.nodes if n.label == "Entry"}
    checked = 0
    for words in set(rdf.objects(None, NS["restsOn"])):
        (source,) = rdf.objects(words, OA.hasSource)
        position, quote = sorted(rdf.objects(words, OA.hasSelector))
        start, end = (int(next(rdf.objects(position, term))) for term in (OA.start, OA.end))
        (exact,) = rdf.objects(quote, OA.exact)
        entry = str(source).removeprefix(f"{BASE}Entry/").replace("%2F", "/")
        assert texts[entry][start:end] == str(exact) != ""
        checked += 1
    assert checked > 20


def test_an_accusation_leaves_no_plain_triple(graph: Graph, tmp_path: Path) -> None:
    rdf = parsed(graph, tmp_path)
    (torture,) = (s for s in rdf.subjects(NS["type"], Literal("torture")))
    assert (torture, NS["standing"], Literal("alleged")) in rdf
    assert not list(rdf.subjects(NS["involvedIn"], torture))
    ties = set(rdf.subjects(NS["to"], torture))
    assert any((tie, NS["standing"], Literal("alleged")) in rdf for tie in ties)


def test_dates_are_as_exact_as_known(tmp_path: Path) -> None:
    nodes = [
        Node("Event", f"e{i}", {"id": f"e{i}", "type": "trial", "date": date})
        for i, date in enumerate(("2031", "2031-03", "2031-03-07"))
    ]
    rdf = parsed(graph_of(nodes, []), tmp_path)
    assert {o.datatype for o in rdf.objects(None, NS["date"])} == {XSD.gYear, XSD.gYearMonth, XSD.date}


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ['Аида "Ай" \\ \n next', "<script>alert(1)</script>", "a\u2028b\x01c", "}> <x:y"])
def test_hostile_names_survive_as_they_are(tmp_path: Path, name: str, format: str) -> None:
    person = Node("Person", name, {"id": name, "name": name})
    url = f"http://[bad {name}"
    source = Node("Source", url, {"url": url})
    entry = Node("Entry", "r/1", {"id": "r/1", "text": name})
    cites = Relationship("CITES", Key("Entry", "r/1"), Key("Source", url), {"footnote": "1", "start": 0})
    data = written(graph_of([person, source, entry], [cites]), format, tmp_path)
    rdf = rdflib.Dataset(default_union=True)
    rdf.parse(data=data, format={"ntriples": "nt"}.get(format, format))
    (subject,) = rdf.subjects(RDF.type, NS["Person"])
    assert isinstance(subject, URIRef)
    assert [str(o) for o in rdf.objects(subject, NS["name"])] == [name]


def test_the_bytes_do_not_depend_on_the_process(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from exports.rdf import FORMATS, write_rdf; "
        "from kg.build import build; from kg.schema import load_schema; "
        "from tests.kg.build.test_build import COUNTRY, MONTH; g = build([MONTH], COUNTRY).graph; "
        "[write_rdf(g, load_schema(), 'https://data.example', f, Path(sys.argv[1]) / f) for f in FORMATS]"
    )
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        command = [sys.executable, "-c", program, str(tmp_path / seed)]
        subprocess.run(command, check=True, cwd=ROOT, env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin"})
    for format in FORMATS:
        assert (tmp_path / "1" / format).read_bytes() == (tmp_path / "2" / format).read_bytes()
