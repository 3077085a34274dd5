"""RDF: all of the graph is there, typed, with its words; an accusation stays one; the bytes never change."""

import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, RDFS, XSD, BNode, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from exports.rdf import FORMATS, OA, write_rdf
from ingest.errors import KgError
from kg.graph.value import Graph, Key, Node, Relationship, Value, make_graph
from kg.rows.build import build
from kg.schema.schema import load_schema
from tests.kg.rows.test_build import COUNTRY, MONTH

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
    assert not [term for triple in rdf for term in triple if isinstance(term, BNode)]
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
        position, quote = sorted(rdf.objects(words, OA.hasSelector), key=str)
        start, end = (int(str(next(rdf.objects(position, term)))) for term in (OA.start, OA.end))
        (exact,) = rdf.objects(quote, OA.exact)
        entry = str(source).removeprefix(f"{BASE}Entry/").replace("%2F", "/")
        assert texts[entry][start:end] == str(exact) != ""
        checked += 1
    assert checked > 20


def test_every_entry_and_span_of_a_relationship_is_annotated(graph: Graph, tmp_path: Path) -> None:
    rdf = parsed(graph, tmp_path)
    sources = [
        entry
        for tie in graph.relationships
        if isinstance(entries := tie.properties.get("entries", []), list)
        for entry in entries
    ]
    named = [tie for tie in graph.relationships if tie.type in ("MENTIONS", "RECORDS") and "end" in tie.properties]
    assert "pack" in sources
    assert len(named) > 10
    assert len(list(rdf.triples((None, NS["restsOn"], None)))) == len(sources) - sources.count("pack") + len(named)
    assert len(list(rdf.triples((None, NS["knownBy"], None)))) == sources.count("pack")


def test_what_a_mention_rests_on_is_its_surface(graph: Graph, tmp_path: Path) -> None:
    rdf = parsed(graph, tmp_path)
    mentions = [tie for tie in rdf.subjects(RDF.type, NS["MENTIONS"]) if list(rdf.objects(tie, NS["surface"]))]
    assert mentions
    for tie in mentions:
        exact = {
            o
            for w in rdf.objects(tie, NS["restsOn"])
            for q in rdf.objects(w, OA.hasSelector)
            for o in rdf.objects(q, OA.exact)
        }
        assert exact == set(rdf.objects(tie, NS["surface"]))


def test_an_accusation_leaves_no_plain_triple(graph: Graph, tmp_path: Path) -> None:
    rdf = parsed(graph, tmp_path)
    (torture,) = (s for s in rdf.subjects(NS["type"], Literal("torture")))
    assert (torture, NS["standing"], Literal("alleged")) in rdf
    assert not list(rdf.subjects(NS["involvedIn"], torture))
    ties = set(rdf.subjects(NS["to"], torture))
    assert any((tie, NS["standing"], Literal("alleged")) in rdf for tie in ties)
    assert list(rdf.objects(torture, RDFS.label)) == [Literal("torture (alleged)")]


@pytest.mark.parametrize(("standing", "plain"), [(None, 1), ("found", 1), ("alleged", 0), ("denied", 0)])
def test_only_what_is_stated_or_found_has_a_plain_triple(tmp_path: Path, standing: str | None, plain: int) -> None:
    person, event = Node("Person", "p", {"id": "p"}), Node("Event", "e", {"id": "e", "type": "attack"})
    properties = {"role": "by"} | ({"standing": standing} if standing else {})
    rdf = parsed(
        make_graph([person, event], [Relationship("INVOLVED_IN", person.key, event.key, properties)]), tmp_path
    )
    assert len(list(rdf.triples((None, NS["involvedIn"], None)))) == plain
    assert len(list(rdf.subjects(RDF.type, NS["INVOLVED_IN"]))) == 1


@pytest.mark.parametrize(("standing", "plain"), [("found", 1), ("alleged", 0), ("denied", 0)])
def test_the_standing_of_the_act_counts_where_the_tie_is_silent(tmp_path: Path, standing: str, plain: int) -> None:
    person = Node("Person", "p", {"id": "p"})
    event = Node("Event", "e", {"id": "e", "type": "attack", "standing": standing})
    tie = Relationship("INVOLVED_IN", person.key, event.key, {"role": "by"})
    rdf = parsed(make_graph([person, event], [tie]), tmp_path)
    assert len(list(rdf.triples((None, NS["involvedIn"], None)))) == plain


def two_reports() -> Graph:
    """Report a tells of all persons, b of q again and of p with it; the pack knows in which country a town is."""
    ids = {"Report": ("a", "b"), "Entry": ("a/1", "b/1"), "Person": ("alone", "p", "q"), "Place": ("town", "country")}
    nodes = [Node(label, id, {"id": id, "text": "Orvin Tasel"}) for label in ("Entry",) for id in ids[label]]
    nodes += [Node(label, id, {"id": id}) for label, keys in ids.items() if label != "Entry" for id in keys]
    ties = [Relationship("IN_REPORT", Key("Entry", f"{r}/1"), Key("Report", r)) for r in ids["Report"]]
    for entry, who in (("a/1", "alone"), ("a/1", "p"), ("a/1", "q"), ("b/1", "q")):
        ties.append(Relationship("MENTIONS", Key("Entry", entry), Key("Person", who), {"start": 0, "end": 5}))
    kin: dict[str, Value] = {"kind": "brother", "entries": ["a/1", "b/1"], "spans": ["0-5", "6-11"]}
    ties.append(Relationship("RELATED_TO", Key("Person", "p"), Key("Person", "q"), kin))
    known: dict[str, Value] = {"entries": ["pack"], "spans": [""]}
    ties.append(Relationship("PART_OF", Key("Place", "town"), Key("Place", "country"), known))
    return make_graph(nodes, ties)


def test_named_graphs_hold_what_one_report_alone_tells(tmp_path: Path) -> None:
    quads = rdflib.Dataset().parse(data=written(two_reports(), "nquads", tmp_path), format="nquads")

    def graphs_of(start: str) -> set[str]:
        return {str(g).removeprefix(f"{BASE}Report/") for s, _, _, g in quads.quads() if str(s).startswith(start)}

    assert graphs_of(f"{BASE}Entry/a") == graphs_of(f"{BASE}words/a") == graphs_of(f"{BASE}Report/a") == {"a"}
    assert graphs_of(f"{BASE}Entry/b") == graphs_of(f"{BASE}words/b") == {"b"}
    assert graphs_of(f"{BASE}Person/alone") == {"a"}
    assert graphs_of(f"{BASE}Person/q") == graphs_of(f"{BASE}Place/") == {str(DATASET_DEFAULT_GRAPH_ID)}


def test_dates_are_as_exact_as_known(tmp_path: Path) -> None:
    nodes = [
        Node("Event", f"e{i}", {"id": f"e{i}", "type": "trial", "date": date})
        for i, date in enumerate(("2031", "2031-03", "2031-03-07"))
    ]
    rdf = parsed(make_graph(nodes, []), tmp_path)
    dates = {(str(o), o.datatype) for o in rdf.objects(None, NS["date"]) if isinstance(o, Literal)}
    assert dates == {("2031", XSD.gYear), ("2031-03", XSD.gYearMonth), ("2031-03-07", XSD.date)}


@pytest.mark.parametrize("format", FORMATS)
def test_numbers_keep_all_their_digits(tmp_path: Path, format: str) -> None:
    fine = Node("Sanction", "s", {"id": "s", "amount": 172500123.75, "days": 15, "disputed": True})
    rdf = rdflib.Dataset(default_union=True)
    rdf.parse(data=written(make_graph([fine], []), format, tmp_path), format={"ntriples": "nt"}.get(format, format))
    values = {name: next(rdf.objects(None, NS[name])) for name in ("amount", "days", "disputed")}
    assert {n: v.toPython() for n, v in values.items() if isinstance(v, Literal)} == {
        "amount": 172500123.75,
        "days": 15,
        "disputed": True,
    }


@pytest.mark.parametrize("base", ["", "data.example", "https://data.example/a b/", "https://<x>/"])
def test_a_base_that_is_no_address_is_refused_and_nothing_written(tmp_path: Path, base: str) -> None:
    with pytest.raises(KgError, match="base_iri"):
        write_rdf(make_graph([], []), load_schema(), base, "turtle", tmp_path / "graph.ttl")
    assert not list(tmp_path.iterdir())


def test_a_base_with_and_without_its_slash_is_one(tmp_path: Path) -> None:
    place = make_graph([Node("Place", "Старый город", {"id": "Старый город"})], [])
    for name, base in (("with", "https://data.example/id/"), ("without", "https://data.example/id")):
        write_rdf(place, load_schema(), base, "ntriples", tmp_path / name)
    assert (tmp_path / "with").read_bytes() == (tmp_path / "without").read_bytes()


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", ['Аида "Ай" \\ \n next', "<script>alert(1)</script>", "a\u2028b\x01c", "}> <x:y"])
def test_hostile_names_survive_as_they_are(tmp_path: Path, name: str, format: str) -> None:
    person = Node("Person", name, {"id": name, "name": name})
    url = f"http://[bad {name}"
    source = Node("Source", url, {"url": url})
    entry = Node("Entry", "r/1", {"id": "r/1", "text": name})
    cites = Relationship("CITES", Key("Entry", "r/1"), Key("Source", url), {"footnote": "1", "start": 0})
    data = written(make_graph([person, source, entry], [cites]), format, tmp_path)
    rdf = rdflib.Dataset(default_union=True)
    rdf.parse(data=data, format={"ntriples": "nt"}.get(format, format))
    (subject,) = rdf.subjects(RDF.type, NS["Person"])
    assert isinstance(subject, URIRef)
    assert [str(o) for o in rdf.objects(subject, NS["name"])] == [name]


def test_the_bytes_do_not_depend_on_the_process(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from exports.rdf import FORMATS, write_rdf; "
        "from kg.rows.build import build; from kg.schema.schema import load_schema; "
        "from tests.kg.rows.test_build import COUNTRY, MONTH; g = build([MONTH], COUNTRY).graph; "
        "[write_rdf(g, load_schema(), 'https://data.example', f, Path(sys.argv[1]) / f) for f in FORMATS]"
    )
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        command = [sys.executable, "-c", program, str(tmp_path / seed)]
        subprocess.run(command, check=True, cwd=ROOT, env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin"})
    for format in FORMATS:
        assert (tmp_path / "1" / format).read_bytes() == (tmp_path / "2" / format).read_bytes()
