"""Statements written as Turtle, N-Triples or N-Quads; equal statements give equal bytes."""

import io
import re
from collections.abc import Iterable, Sequence

import rdflib
from rdflib import RDFS, XSD, Literal, URIRef
from rdflib.plugins.serializers.turtle import TurtleSerializer

from exports.rdf.statements import OA, Statements

_UNSAFE = re.compile(r'[\x00-\x1f"\\\x7f\u2028\u2029\x85]')
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


class _Turtle(TurtleSerializer):
    """rdflib's own writes seven digits of a double and no more; here all of them are kept."""

    def label(self, node: rdflib.term.Node, position: int) -> str:
        if isinstance(node, Literal) and node.datatype == XSD.double:
            return f'"{node}"^^xsd:double'
        return str(super().label(node, position))


def serialize_turtle(statements: Statements) -> bytes:
    """Turtle, its subjects in the order of their addresses."""
    graph = rdflib.Graph(bind_namespaces="none")
    graph.bind("kg", statements.terms)
    graph.bind("oa", OA)
    graph.bind("rdfs", RDFS)
    graph.bind("xsd", XSD)
    for name, namespace in statements.prefixes.items():
        graph.bind(name, namespace)
    for triple, _ in sorted(statements, key=lambda s: [term.n3() for term in s[0]]):
        graph.add(triple)
    written = io.BytesIO()
    _Turtle(graph).serialize(written, encoding="utf-8")
    return written.getvalue()


def serialize_ntriples(statements: Statements) -> bytes:
    """N-Triples, the lines sorted."""
    return _join_lines(_line(triple) for triple, _ in statements)


def serialize_nquads(statements: Statements) -> bytes:
    """N-Quads, the lines sorted; the fourth term is the one report that a triple rests on."""
    return _join_lines(_line((*triple, report) if report else triple) for triple, report in statements)


def _join_lines(lines: Iterable[str]) -> bytes:
    return "".join(sorted(set(lines))).encode()


def _line(terms: Sequence[URIRef | Literal]) -> str:
    return " ".join(_escaped(term) for term in terms) + " .\n"


def _escaped(term: URIRef | Literal) -> str:
    """N-Triples of a term on one line (rdflib's ``n3`` would write long quotes over several)."""
    if isinstance(term, URIRef):
        return term.n3()
    text = _UNSAFE.sub(lambda m: _ESCAPES.get(m[0], f"\\u{ord(m[0]):04X}"), str(term))
    return f'"{text}"' + (f"^^<{term.datatype}>" if term.datatype else "")
