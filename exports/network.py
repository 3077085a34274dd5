"""The graph as one network for Gephi and its like: GEXF with times and colours, GraphML with colours (networkx)."""

from calendar import monthrange
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal
from xml.etree.ElementTree import Element, SubElement

import networkx

from exports.files import replace_export
from exports.part import describe_part
from exports.rdf.plain import plain_triple, predicate_in_words
from exports.rdf.tables import make_tables
from exports.rdf.titles import Titles
from kg.graph.value import Graph, Key, Node, Properties, Relationship
from kg.schema.labels import Labels, load_labels
from kg.schema.schema import Property, Schema
from kg.system.control_characters import replace_control

NetworkFormat = Literal["graphml", "gexf"]

# Where a thing has one of these, it is from then on, or up to then.
_STARTS = ("since", "date", "first_seen", "period_start")
_ENDS = ("until", "last_seen", "period_end")
_MOMENTS = frozenset({"Event", "Sanction", "Entry"})
"""Kinds of which a date is the day on which they happened, not the first of many."""


def write_network(graph: Graph, schema: Schema, format: NetworkFormat, path: Path, part: str = "") -> None:
    """Write nodes and relationships with kinds, labels, colours, standing and, in GEXF, times.

    The description of the network says which ``part`` of the graph it is. Raises ``KgError`` if the file cannot be
    written.
    """
    with replace_export(path) as file:
        if format == "graphml":
            # By default an edge's id is its number among those of two nodes: Gephi keeps one edge of each number.
            network = make_network(graph, schema)
            if part:
                network.graph["description"] = replace_control(describe_part(part))
            networkx.write_graphml_xml(network, file, edge_id_from_attribute="id")
            return
        writer = networkx.readwrite.gexf.GEXFWriter(version="1.2draft")
        writer.add_graph(make_network(graph, schema, timed=True))
        for meta in writer.xml.findall("meta"):
            writer.xml.remove(meta)  # has the day of today
        if part:
            meta = Element("meta")
            SubElement(meta, "description").text = replace_control(describe_part(part))
            writer.xml.insert(0, meta)
        writer.write(file)


def make_network(graph: Graph, schema: Schema, timed: bool = False) -> "networkx.MultiDiGraph[str]":
    """The network; with ``timed``, times and colours are as networkx writes them into GEXF, else plain properties."""
    labels = load_labels("en")
    titles = Titles(graph, make_tables(graph), schema, labels)
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    if timed:
        network.graph["mode"] = "dynamic"
    for node in graph.nodes:
        kind = schema.nodes[node.label]
        drawn = {**_plain(node.properties, kind.properties, node.label), "kind": labels.nodes[node.label]}
        drawn |= {"label": replace_control(titles.title(node) or node.id)}
        drawn |= {**_colour(kind.colour, timed), **(_times(node) if timed else {})}
        network.add_node(_id(node.key), **drawn)
    for relationship in graph.relationships:
        declared = schema.relationships[relationship.type].properties
        drawn = {**_plain(relationship.properties, declared, relationship.type), "kind": relationship.type}
        drawn["label"] = _label(relationship, graph, labels)
        network.add_edge(_id(relationship.start), _id(relationship.end), id=_edge_id(relationship), **drawn)
    return network


def _label(relationship: Relationship, graph: Graph, labels: Labels) -> str:
    """What the line says, never more than the words: ``allegedly underwent``, ``requested against``."""
    tie = labels.relationships[relationship.type]
    plain = plain_triple(relationship, graph)
    if plain is None:
        return f"{tie} (requested)"
    return predicate_in_words(plain.predicate) if plain.predicate else tie


def _plain(properties: Properties, declared: Mapping[str, Property], kind: str) -> dict[str, Any]:
    """Properties as texts and numbers; lists are joined.

    ``id`` and ``kind`` of the row get names of their own, and so does an entry's number: a case's is a text.
    """
    names = {"id": "own_id", "kind": "sort", "start": "from_character", "end": "to_character"}
    names |= {"number": "entry_number"} if kind == "Entry" else {}
    plain: dict[str, Any] = {}
    for name, value in properties.items():
        if name in declared:
            kept = float(value) if declared[name].type == "float" and isinstance(value, int) else value
            kept = "; ".join(map(str, kept)) if isinstance(kept, list) else kept
            plain[names.get(name, name)] = replace_control(kept) if isinstance(kept, str) else kept
    return plain


def _colour(colour: str, timed: bool) -> dict[str, Any]:
    """The colour of the picture's legend."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    if timed:
        return {"viz": {"color": {"r": red, "g": green, "b": blue, "a": 1.0}}}
    return {"colour": colour, "r": red, "g": green, "b": blue}


def _times(node: Node) -> dict[str, str]:
    """``start`` and ``end`` as whole days: a month begins on its first day and ends on its last."""
    found = node.properties
    start = next((str(found[name]) for name in _STARTS if name in found), "")
    end = next((str(found[name]) for name in _ENDS if name in found), "")
    if node.label in _MOMENTS:
        end = end or start
    times = {"start": _first_day(start), "end": _last_day(end)}
    return {name: day for name, day in times.items() if day}


def _first_day(date: str) -> str:
    return {4: f"{date}-01-01", 7: f"{date}-01"}.get(len(date), date)


def _last_day(date: str) -> str:
    if len(date) == 7:
        return f"{date}-{monthrange(int(date[:4]), int(date[5:]))[1]:02}"
    return f"{date}-12-31" if len(date) == 4 else date


def _id(key: Key) -> str:
    return replace_control("/".join(key))


def _edge_id(relationship: Relationship) -> str:
    return replace_control(" ".join(relationship.key))
