"""The graph as RDF: every node and relationship, with the words each relationship rests on.

A node is a resource; a relationship is one too, with an address of its own, so that it can carry its properties and its
evidence without RDF-star. Beside it stands a plain triple from start to end, except where the relationship is alleged
or denied: a triple cannot say so, and an accusation never leaves as a finding (design, rule 6). The words are Web
Annotation selectors (W3C Recommendation, 23 February 2017) on the entry. No blank nodes: the same graph gives the same
bytes.
"""

import re
from pathlib import Path

from exports.files import write_export
from exports.rdf.formats import serialize_nquads, serialize_ntriples, serialize_turtle
from exports.rdf.statements import OA, Statements
from ingest.errors import KgError
from kg.graph.value import Graph
from kg.schema.schema import Schema

__all__ = ["FORMATS", "OA", "write_rdf"]

_SERIALIZERS = {"turtle": serialize_turtle, "ntriples": serialize_ntriples, "nquads": serialize_nquads}
FORMATS = tuple(_SERIALIZERS)

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+")  # an absolute IRI (RFC 3987)


def write_rdf(graph: Graph, schema: Schema, base: str, format: str, path: Path) -> None:
    """Write the graph in one of ``FORMATS``; ``base`` is the address that the data's own addresses begin with.

    N-Quads put what rests on one report alone into a graph named by that report's address. Raises ``KgError`` when
    ``base`` is no absolute IRI.
    """
    if not _BASE.fullmatch(base):
        raise KgError(
            f"base_iri in kg.toml is {base!r}, which cannot begin an address;"
            " write an absolute one without spaces, such as https://data.example/."
        )
    write_export(path, _SERIALIZERS[format](Statements(graph, schema, base)))
