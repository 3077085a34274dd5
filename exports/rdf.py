"""The graph as RDF: every node and relationship, with the words each relationship rests on.

A node is a resource; a relationship is one too, with an address of its own, so that it can carry its properties and its
evidence without RDF-star. Beside it stands a plain triple from start to end, except where the relationship has a
standing: a triple cannot say "alleged", and an accusation never leaves as a finding (design, rule 6). The words are Web
Annotation selectors (W3C Recommendation, 23 February 2017) on the entry. No blank nodes: the same graph gives the same
bytes.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import rdflib
from rdflib import RDF, RDFS, XSD, Literal, URIRef

from kg.durable import write_durably
from kg.graph import Graph, Key, Node, Relationship, Value
from kg.schema import Property, Schema

FORMATS = ("turtle", "ntriples", "nquads")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")

Triple = tuple[URIRef, URIRef, URIRef | Literal]
_DATES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), XSD.date),
    (re.compile(r"\d{4}-\d{2}"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
)
_NUMBERS = {"integer": XSD.integer, "float": XSD.double, "boolean": XSD.boolean}


def write_rdf(graph: Graph, schema: Schema, base: str, format: str, path: Path) -> None:
    """Write the graph in one of ``FORMATS``; ``base`` is the address that the data's own addresses begin with.

    N-Quads put what rests on one report alone into a graph named by that report's address.
    """
    writer = _Writer(graph, schema, base)
    if format == "turtle":
        data = _turtle(writer)
    else:
        named = format == "nquads"
        lines = {_line(triple, report if named else None) for triple, report in writer.statements()}
        data = "".join(sorted(lines)).encode()
    write_durably(path, data)


class _Writer:
    """Turns rows into triples, each with the address of the only report it rests on, if there is one."""

    def __init__(self, graph: Graph, schema: Schema, base: str) -> None:
        self._graph = graph
        self._schema = schema
        self._base = base if base.endswith("/") else f"{base}/"
        self.terms = rdflib.Namespace(schema.namespace)
        self.prefixes = {name: rdflib.Namespace(iri) for name, iri in schema.prefixes.items()}
        self._texts = {n.id: str(n.properties["text"]) for n in graph.nodes if n.label == "Entry"}

    def statements(self) -> Iterator[tuple[Triple, URIRef | None]]:
        for node in self._graph.nodes:
            report = self._report_of_entry(node.id) if node.label == "Entry" else None
            yield from ((triple, report) for triple in self._node(node))
        for tie in self._graph.relationships:
            report = self._only_report(tie)
            yield from ((triple, report) for triple in self._relationship(tie))

    def _node(self, node: Node) -> Iterator[Triple]:
        kind, subject = self._schema.nodes[node.label], self.address(node.key)
        yield subject, RDF.type, self.terms[node.label]
        if kind.rdf:
            yield subject, RDF.type, self._term(kind.rdf)
        caption = node.properties.get(kind.caption)
        if caption is not None:
            yield subject, RDFS.label, Literal(str(caption))
        for name, value in node.properties.items():
            yield from self._property(subject, name, value, kind.properties[name])

    def _relationship(self, tie: Relationship) -> Iterator[Triple]:
        kind = self._schema.relationships[tie.type]
        start, end = self.address(tie.start), self.address(tie.end)
        subject = URIRef(f"{self._base}tie/{_hash(*tie.key)}")
        yield subject, RDF.type, self.terms[tie.type]
        yield subject, self.terms["from"], start
        yield subject, self.terms["to"], end
        if "standing" not in tie.properties:
            yield start, self.terms[_camel(tie.type)], end
            if kind.rdf:
                yield start, self._term(kind.rdf), end
        for name, value in tie.properties.items():
            if name in kind.properties:
                yield from self._property(subject, name, value, kind.properties[name])
        yield from self._evidence(subject, tie)

    def _evidence(self, subject: URIRef, tie: Relationship) -> Iterator[Triple]:
        for entry, span in zip(_texts(tie, "entries"), _texts(tie, "spans"), strict=True):
            if not span:
                yield subject, self.terms["knownBy"], Literal("jurisdiction pack")
                continue
            start, end = map(int, span.split("-"))
            words = URIRef(f"{self._base}words/{quote(entry, safe='')}/{span}")
            position, text = URIRef(f"{words}#position"), URIRef(f"{words}#quote")
            yield subject, self.terms["restsOn"], words
            yield words, RDF.type, OA.SpecificResource
            yield words, OA.hasSource, self.address(Key("Entry", entry))
            yield words, OA.hasSelector, position
            yield words, OA.hasSelector, text
            yield position, RDF.type, OA.TextPositionSelector
            yield position, OA.start, Literal(start, datatype=XSD.nonNegativeInteger)
            yield position, OA.end, Literal(end, datatype=XSD.nonNegativeInteger)
            yield text, RDF.type, OA.TextQuoteSelector
            yield text, OA.exact, Literal(self._texts[entry][start:end])

    def _property(self, subject: URIRef, name: str, value: Value, declared: Property) -> Iterator[Triple]:
        terms = [self.terms[name], *([self._term(declared.rdf)] if declared.rdf else [])]
        for single in value if isinstance(value, list) else [value]:
            for term in terms:
                yield subject, term, _literal(single, declared)

    def address(self, key: Key) -> URIRef:
        """The address of a node: the base, its label, its key with everything unusual percent-encoded."""
        return URIRef(f"{self._base}{key.label}/{quote(key.id, safe='')}")

    def _term(self, short: str) -> URIRef:
        prefix, _, name = short.partition(":")
        return self.prefixes[prefix][name]

    def _only_report(self, tie: Relationship) -> URIRef | None:
        entries = _texts(tie, "entries") or [key.id for key in (tie.start, tie.end) if key.label == "Entry"]
        reports = {self._report_of_entry(entry) for entry in entries if entry in self._texts}
        return reports.pop() if len(reports) == 1 and len(entries) > 0 else None

    def _report_of_entry(self, entry: str) -> URIRef:
        return self.address(Key("Report", entry.rpartition("/")[0]))


def _turtle(writer: _Writer) -> bytes:
    graph = rdflib.Graph(bind_namespaces="none")
    graph.bind("kg", writer.terms)
    graph.bind("oa", OA)
    graph.bind("rdfs", RDFS)
    graph.bind("xsd", XSD)
    for name, namespace in writer.prefixes.items():
        graph.bind(name, namespace)
    for triple, _ in sorted(writer.statements(), key=lambda s: [term.n3() for term in s[0]]):
        graph.add(triple)
    return graph.serialize(format="turtle", encoding="utf-8")


def _line(triple: Triple, report: URIRef | None) -> str:
    terms = [*triple, *([report] if report else [])]
    return " ".join(_escaped(term) for term in terms) + " .\n"


def _escaped(term: URIRef | Literal) -> str:
    """N-Triples of a term on one line (rdflib's ``n3`` would write long quotes over several)."""
    if isinstance(term, URIRef):
        return term.n3()
    text = _UNSAFE.sub(lambda m: _ESCAPES.get(m[0], f"\\u{ord(m[0]):04X}"), str(term))
    return f'"{text}"' + (f"^^<{term.datatype}>" if term.datatype else "")


_UNSAFE = re.compile(r'[\x00-\x1f"\\\x7f\u2028\u2029\x85]')
_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def _literal(value: Any, declared: Property) -> Literal:
    if declared.type == "date":
        kind = next((kind for shape, kind in _DATES if shape.fullmatch(str(value))), None)
        return Literal(str(value), datatype=kind)
    if declared.type == "boolean":
        return Literal("true" if value else "false", datatype=XSD.boolean)
    return Literal(str(value), datatype=_NUMBERS.get(declared.type))


def _texts(tie: Relationship, name: str) -> list[str]:
    value = tie.properties.get(name, [])
    return [str(v) for v in value] if isinstance(value, list) else []


def _camel(type: str) -> str:
    """``INVOLVED_IN`` becomes ``involvedIn``."""
    first, *rest = type.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
