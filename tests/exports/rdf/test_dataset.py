"""RDF: all of the graph is there, typed, with its words; an accusation stays one; the bytes never change."""

import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, RDFS, XSD, BNode, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from exports.rdf import FORMATS, Bases, Release, write_rdf
from ingest.errors import KgError
from kg.graph.value import Graph, Key, Node, Relationship, Value, make_graph
from kg.rdf.terms import class_name, relationship_class
from kg.rows.build import build
from kg.schema.schema import load_schema
from tests.kg.rows.test_build import COUNTRY, MONTH

BASE = "https://data.example/"
NS = rdflib.Namespace(load_schema().namespace)
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
BASES = Bases(BASE, load_schema().namespace)
RELEASE = Release("2031-05-01", publisher="Tasel Committee", licence="https://licence.example/by")
ROOT = Path(__file__).parents[3]
KNOWN: dict[str, Value] = {"entries": ["pack"], "spans": [""]}
RDFLIB_NAMES = {"ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build([MONTH], COUNTRY).graph


def written(graph: Graph, format: str, folder: Path) -> bytes:
    path = folder / f"graph.{format}"
    write_rdf(graph, load_schema(), BASES, format, path, RELEASE)
    return path.read_bytes()


def parsed(graph: Graph, folder: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(data=written(graph, "ntriples", folder), format="nt")


def test_every_node_and_relationship_is_there(graph: Graph, tmp_path: Path) -> None:
    rdf = parsed(graph, tmp_path)
    assert not [term for triple in rdf for term in triple if isinstance(term, BNode)]
    for name in {class_name(node) for node in graph.nodes}:
        assert len(set(rdf.subjects(RDF.type, NS[name]))) == sum(class_name(n) == name for n in graph.nodes), name
    classes = [relationship_class(r, graph, load_schema()) for r in graph.relationships]
    for name in set(classes):
        assert len(set(rdf.subjects(RDF.type, NS[name]))) == classes.count(name), name


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
    mentions = [tie for tie in rdf.subjects(RDF.type, NS["Mention"]) if list(rdf.objects(tie, NS["surface"]))]
    assert mentions
    for tie in mentions:
        exact = {
            o
            for w in rdf.objects(tie, NS["restsOn"])
            for q in rdf.objects(w, OA.hasSelector)
            for o in rdf.objects(q, OA.exact)
        }
        assert exact == set(rdf.objects(tie, NS["surface"]))


def test_an_accusation_has_no_predicate_or_class_of_a_finding(graph: Graph, tmp_path: Path) -> None:
    rdf = parsed(graph, tmp_path)
    (torture,) = rdf.subjects(NS["actType"], NS["actType-torture"])
    assert (torture, NS["standing"], NS["standing-alleged"]) in rdf
    assert (torture, RDF.type, NS["AllegedEvent"]) in rdf
    assert set(rdf.objects(torture, RDF.type)) == {NS["AllegedEvent"]}
    assert not [s for verb in ("underwent", "carriedOut", "tookPartIn") for s in rdf.subjects(NS[verb], torture)]
    assert list(rdf.subjects(NS["allegedlyUnderwent"], torture))
    assert list(rdf.objects(torture, NS["mayTouchRight"])) != []
    assert not list(rdf.objects(torture, NS["touchesRight"]))


def test_labels_tell_things_apart(graph: Graph, tmp_path: Path) -> None:
    rdf = parsed(graph, tmp_path)
    labels = [str(label) for label in rdf.objects(None, RDFS.label)]
    assert "Torture of Lem Sorak by Karn Bolt, Almaty, 2031-03-10 (alleged)" in labels
    assert "Charge CAO 488, Orvin Tasel, Almaty, from 2031-03-03" in labels
    assert "Administrative arrest, 10 days, Orvin Tasel, city court, 2031-03-03" in labels


PLAIN = [
    # standing of the relationship, of the act, role, type of act; the one predicate
    (None, None, "to", "attack", "underwent"),
    (None, None, "by", "attack", "carriedOut"),
    (None, None, "by", "protest", "tookPartIn"),
    (None, None, "to", "hunger_strike", "tookPartIn"),
    ("found", "found", "by", "torture", "carriedOut"),
    ("alleged", "alleged", "by", "torture", "allegedlyCarriedOut"),
    ("alleged", None, "to", "torture", "allegedlyUnderwent"),
    (None, "alleged", "by", "protest", "allegedlyTookPartIn"),
    ("denied", "denied", "to", "detention", "reportedlyDidNotUndergo"),
    (None, "denied", "by", "attack", "reportedlyDidNotCarryOut"),
]


@pytest.mark.parametrize(("tie", "act", "role", "type", "predicate"), PLAIN)
def test_the_plain_triple_says_what_the_words_say(
    tmp_path: Path, tie: str | None, act: str | None, role: str, type: str, predicate: str
) -> None:
    person = Node("Person", "p", {"id": "p"})
    event = Node("Event", "e", {"id": "e", "type": type} | ({"standing": act} if act else {}))
    involved = Relationship(
        "INVOLVED_IN", person.key, event.key, KNOWN | {"role": role} | ({"standing": tie} if tie else {})
    )
    rdf = parsed(make_graph([person, event], [involved]), tmp_path)
    start, end = URIRef(f"{BASE}Person/p"), URIRef(f"{BASE}Event/e")
    assert set(rdf.predicates(start, end)) == {NS[predicate]}
    assert len(list(rdf.subjects(RDF.type, NS["Involvement"]))) == 1


@pytest.mark.parametrize(
    ("status", "predicates"),
    [("imposed", {"received", "imposedBy"}), ("requested", {"requestedAgainst", "requestedBy"})],
)
def test_what_a_prosecutor_asks_for_is_not_received(tmp_path: Path, status: str, predicates: set[str]) -> None:
    person, body = Node("Person", "p", {"id": "p"}), Node("Organisation", "o", {"id": "o"})
    sanction = Node("Sanction", "s", {"id": "s", "kind": "imprisonment", "duration": "P7Y", "status": status})
    ties = [
        Relationship("RECEIVED", person.key, sanction.key, KNOWN),
        Relationship("IMPOSED_BY", sanction.key, body.key, KNOWN),
    ]
    rdf = parsed(make_graph([person, body, sanction], ties), tmp_path)
    known = {"received", "imposedBy", "requestedAgainst", "requestedBy"}
    assert {name for name in known if list(rdf.triples((None, NS[name], None)))} == predicates
    names = {"imposed": "Sanction", "requested": "RequestedSanction"}
    assert list(rdf.subjects(RDF.type, NS[names[status]])) == [URIRef(f"{BASE}Sanction/s")]
    assert list(rdf.objects(None, NS["duration"])) == [Literal("P7Y", datatype=XSD.duration)]


def test_words_lead_to_the_source_behind_them(tmp_path: Path) -> None:
    entry = Node("Entry", "r/1", {"id": "r/1", "text": "Orvin Tasel spoke[1]. Lem Sorak was silent[2]. Then rain."})
    sources = [Node("Source", url, {"url": url}) for url in ("https://a.example", "https://b.example")]
    people = [Node("Person", id, {"id": id}) for id in ("p", "q", "z")]
    ties = [
        Relationship("CITES", entry.key, sources[0].key, {"footnote": "1", "start": 17}),
        Relationship("CITES", entry.key, sources[1].key, {"footnote": "2", "start": 38}),
        *(
            Relationship("MENTIONS", entry.key, person.key, {"start": start, "end": end})
            for person, (start, end) in zip(people, ((0, 11), (22, 31), (47, 51)), strict=True)
        ),
    ]
    rdf = parsed(make_graph([entry, *sources, *people], ties), tmp_path)
    cited = {str(words).rsplit("/", 1)[1]: str(source) for words, source in rdf.subject_objects(NS["citedSource"])}
    assert {span: source.rsplit("/", 1)[1] for span, source in cited.items()} == {
        "0-11": "https%3A%2F%2Fa.example",
        "22-31": "https%3A%2F%2Fb.example",
    }


def test_the_header_says_who_when_and_how_to_read(graph: Graph, tmp_path: Path) -> None:
    rdf = parsed(graph, tmp_path)
    dcat, dcterms = rdflib.Namespace("http://www.w3.org/ns/dcat#"), rdflib.Namespace("http://purl.org/dc/terms/")
    (dataset,) = rdf.subjects(RDF.type, dcat.Dataset)
    assert str(rdf.value(dataset, dcterms.issued)) == "2031-05-01"
    assert str(rdf.value(dataset, dcterms.publisher)) == "Tasel Committee"
    assert rdf.value(dataset, dcterms.license) == rdflib.URIRef("https://licence.example/by")
    assert "allegedlyUnderwent" in str(rdf.value(dataset, RDFS.comment))
    assert len(list(rdf.objects(dataset, dcterms.source))) == sum(n.label == "Report" for n in graph.nodes)


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
    ties.append(Relationship("PART_OF", Key("Place", "town"), Key("Place", "country"), KNOWN))
    return make_graph(nodes, ties)


def test_named_graphs_hold_what_their_reports_tell(tmp_path: Path) -> None:
    quads = rdflib.Dataset().parse(data=written(two_reports(), "nquads", tmp_path), format="nquads")

    def graphs_of(start: str) -> set[str]:
        return {str(g).removeprefix(f"{BASE}Report/") for s, _, _, g in quads.quads() if str(s).startswith(start)}

    default = str(DATASET_DEFAULT_GRAPH_ID)
    assert graphs_of(f"{BASE}Entry/a") == graphs_of(f"{BASE}words/a") == {"a"}
    assert graphs_of(f"{BASE}Entry/b") == graphs_of(f"{BASE}words/b") == {"b"}
    assert graphs_of(f"{BASE}Person/alone") == {"a"}
    assert graphs_of(f"{BASE}Person/q") == graphs_of(f"{BASE}Place/") == graphs_of(f"{BASE}Report/") == {default}
    kinship = {str(g).removeprefix(f"{BASE}Report/") for _, _, _, g in quads.quads((None, NS["relatedTo"], None, None))}
    assert kinship == {"a", "b"}


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
    rdf.parse(data=written(make_graph([fine], []), format, tmp_path), format=RDFLIB_NAMES.get(format, format))
    values = {name: next(rdf.objects(None, NS[name])) for name in ("amount", "days", "disputed")}
    assert {n: v.toPython() for n, v in values.items() if isinstance(v, Literal)} == {
        "amount": 172500123.75,
        "days": 15,
        "disputed": True,
    }


@pytest.mark.parametrize("base", ["", "data.example", "https://data.example/a b/", "https://<x>/"])
def test_a_base_that_is_no_address_is_refused_and_nothing_written(tmp_path: Path, base: str) -> None:
    with pytest.raises(KgError, match="base_iri"):
        write_rdf(make_graph([], []), load_schema(), Bases(base, str(NS)), "turtle", tmp_path / "graph.ttl", RELEASE)
    assert not list(tmp_path.iterdir())


def test_a_base_with_and_without_its_slash_is_one(tmp_path: Path) -> None:
    place = make_graph([Node("Place", "Старый город", {"id": "Старый город"})], [])
    for name, base in (("with", "https://data.example/id/"), ("without", "https://data.example/id")):
        write_rdf(place, load_schema(), Bases(base, str(NS)), "ntriples", tmp_path / name, RELEASE)
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
    rdf.parse(data=data, format=RDFLIB_NAMES.get(format, format))
    (subject,) = rdf.subjects(RDF.type, NS["Person"])
    assert isinstance(subject, URIRef)
    # XML 1.0 cannot write the character U+0001.
    expected = name.replace("\x01", "\ufffd") if format == "rdfxml" else name
    assert [str(o) for o in rdf.objects(subject, NS["name"])] == [expected]


def test_the_bytes_do_not_depend_on_the_process(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from exports.rdf import FORMATS, Bases, Release, write_rdf; "
        "from kg.rows.build import build; from kg.schema.schema import load_schema; "
        "from tests.kg.rows.test_build import COUNTRY, MONTH; g = build([MONTH], COUNTRY).graph; "
        "s = load_schema(); b = Bases('https://data.example', s.namespace); "
        "[write_rdf(g, s, b, f, Path(sys.argv[1]) / f, Release('2031-05-01')) for f in FORMATS]"
    )
    for seed in ("1", "2"):
        (tmp_path / seed).mkdir()
        command = [sys.executable, "-c", program, str(tmp_path / seed)]
        subprocess.run(command, check=True, cwd=ROOT, env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin"})
    for format in FORMATS:
        assert (tmp_path / "1" / format).read_bytes() == (tmp_path / "2" / format).read_bytes()
