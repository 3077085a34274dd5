"""A small file of a partner: a report whose one entry tells of some people."""

from pathlib import Path

from exports.rdf import Bases, Release, write_rdf
from kg.graph.value import Graph, Key, Node, Relationship, make_graph
from kg.schema.schema import load_schema

SERIES = "tasel-committee"
TEXT = "Brio Tamsel was detained by guards in Lomar."


def entry(id: str, text: str = TEXT, date: str = "2031-03-04") -> Node:
    return Node("Entry", id, {"id": id, "number": 1, "date": date, "text": text})


def person(id: str, name: str, **more: str) -> Node:
    return Node("Person", id, {"id": id, "name": name, "names": [name], **more})


def stated_graph(people: dict[str, str], text: str = TEXT) -> Graph:
    """A report whose one entry tells what happened to each of some people (name by id)."""
    nodes = [Node("Report", "2031-03", {"id": "2031-03", "period_start": "2031-03-01", "period_end": "2031-03-31"})]
    nodes += [entry("2031-03/1", text), *(person(id, name) for id, name in people.items())]
    words = {"entries": ["2031-03/1"], "spans": ["0-11"]}
    relationships = [Relationship("IN_REPORT", Key("Entry", "2031-03/1"), Key("Report", "2031-03"))]
    for id in people:
        act = Node("Event", f"event-{id}", {"id": f"event-{id}", "type": "detention", "date": "2031-03-04"})
        nodes.append(act)
        at = {"start": 0, "end": 11, "surface": text[:11]}
        relationships += [
            Relationship("MENTIONS", Key("Entry", "2031-03/1"), Key("Person", id), at),
            Relationship("RECORDS", Key("Entry", "2031-03/1"), act.key, {"start": 0, "end": 11}),
            Relationship("INVOLVED_IN", Key("Person", id), act.key, {"role": "to", "against": True, **words}),
        ]
    return make_graph(nodes, relationships)


def write_stated(folder: Path, name: str, graph: Graph, publisher: str = "Tasel Committee") -> Path:
    schema, path = load_schema(), folder / name
    release = Release("2031-05-01", publisher=publisher, jurisdiction="velmoria")
    write_rdf(graph, schema, Bases("https://data.example/", schema.namespace), "nquads", path, release, {})
    return path
