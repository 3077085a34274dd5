"""The graph as RDF: every node and relationship, with the words each relationship rests on.

A node is a resource; a relationship is one too, with an address of its own, so that it can carry its properties and its
evidence without RDF-star. Beside it stands a plain triple from start to end, except where the relationship is alleged
or denied: a triple cannot say so, and an accusation never leaves as a finding (design, rule 6). The words are Web
Annotation selectors (W3C Recommendation, 23 February 2017) on the entry. No blank nodes: the same graph gives the same
bytes.
"""

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import rdflib
from rdflib import RDF, RDFS, XSD, Literal, URIRef
from rdflib.plugins.serializers.turtle import TurtleSerializer

from exports.files import write_export
from ingest.errors import KgError
from ingest.facts import Span
from kg.entries.ids import short_hash
from kg.graph.evidence import Passage, format_span, passages_of
from kg.graph.value import Graph, Key, Node, Relationship, Value
from kg.schema.schema import Property, Schema

FORMATS = ("turtle", "ntriples", "nquads")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")

Triple = tuple[URIRef, URIRef, URIRef | Literal]
Statement = tuple[Triple, URIRef | None]
"""A triple, and the address of the one report that it rests on alone, if there is one."""

_BASE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+")  # an absolute IRI (RFC 3987)
# What a triple can say without saying more than the report: it happened, or a court or inquiry established it.
_PLAIN = (None, "found")
_DATES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), XSD.date),
    (re.compile(r"\d{4}-\d{2}"), XSD.gYearMonth),
    (re.compile(r"\d{4}"), XSD.gYear),
)
_NUMBERS = {"integer": XSD.integer, "float": XSD.double, "boolean": XSD.boolean}


def write_rdf(graph: Graph, schema: Schema, base: str, format: str, path: Path) -> None:
    """Write the graph in one of ``FORMATS``; ``base`` is the address that the data's own addresses begin with.

    N-Quads put what rests on one report alone into a graph named by that report's address. Raises ``KgError`` when
    ``base`` is no absolute IRI.
    """
    if not _BASE.fullmatch(base):
        raise KgError(
            f"base_iri in kg.toml is {base!r}, which no address can begin with;"
            " write an absolute one without spaces, such as https://data.example/."
        )
    writer = _Writer(graph, schema, base)
    if format == "turtle":
        data = _turtle(writer)
    else:
        named = format == "nquads"
        lines = {_line(triple, report if named else None) for triple, report in writer.statements()}
        data = "".join(sorted(lines)).encode()
    write_export(path, data)


class _Writer:
    """Turns rows into statements."""

    def __init__(self, graph: Graph, schema: Schema, base: str) -> None:
        self._graph = graph
        self._schema = schema
        self._base = base if base.endswith(("/", "#")) else f"{base}/"
        self.terms = rdflib.Namespace(schema.namespace)
        self.prefixes = {name: rdflib.Namespace(iri) for name, iri in schema.prefixes.items()}
        self._texts = {n.id: str(n.properties["text"]) for n in graph.nodes if n.label == "Entry"}
        self._reports = self._reports_of_nodes()

    def statements(self) -> Iterator[Statement]:
        for node in self._graph.nodes:
            report = self._report_alone(self._reports.get(node.key, set()))
            yield from ((triple, report) for triple in self._node(node))
        for tie in self._graph.relationships:
            report = self._report_alone(self._reports_of_tie(tie))
            yield from ((triple, report) for triple in self._relationship(tie))
            yield from self._evidence(tie, report)

    def _node(self, node: Node) -> Iterator[Triple]:
        kind, subject = self._schema.nodes[node.label], self.address(node.key)
        yield subject, RDF.type, self.terms[node.label]
        if kind.rdf:
            yield subject, RDF.type, self._term(kind.rdf)
        caption = node.properties.get(kind.caption)
        if caption is not None:
            standing = node.properties.get("standing")
            yield subject, RDFS.label, Literal(f"{caption} ({standing})" if standing else str(caption))
        for name, value in node.properties.items():
            yield from self._property(subject, name, value, kind.properties[name])

    def _relationship(self, tie: Relationship) -> Iterator[Triple]:
        kind = self._schema.relationships[tie.type]
        start, end, subject = self.address(tie.start), self.address(tie.end), self._address_of_tie(tie)
        yield subject, RDF.type, self.terms[tie.type]
        yield subject, self.terms["from"], start
        yield subject, self.terms["to"], end
        if self._is_plain(tie):
            yield start, self.terms[_camel(tie.type)], end
            if kind.rdf:
                yield start, self._term(kind.rdf), end
        for name, value in tie.properties.items():
            if name in kind.properties:
                yield from self._property(subject, name, value, kind.properties[name])

    def _is_plain(self, tie: Relationship) -> bool:
        """Whether neither the tie nor the act that a party stands in is only alleged or denied."""
        told = [tie.properties, *([self._graph.by_key[tie.end].properties] if tie.type == "INVOLVED_IN" else [])]
        return all(properties.get("standing") in _PLAIN for properties in told)

    def _evidence(self, tie: Relationship, report: URIRef | None) -> Iterator[Statement]:
        subject = self._address_of_tie(tie)
        for entry, span in _passages(tie):
            if span is None:
                yield (subject, self.terms["knownBy"], Literal("jurisdiction pack")), report
                continue
            words = URIRef(f"{self._base}words/{quote(entry, safe='')}/{format_span(span)}")
            yield (subject, self.terms["restsOn"], words), report
            # Words are their report's, whatever else the relationship rests on.
            yield from ((triple, self._report_of_entry(entry)) for triple in self._words(words, entry, span))

    def _words(self, words: URIRef, entry: str, span: Span) -> Iterator[Triple]:
        position, text = URIRef(f"{words}#position"), URIRef(f"{words}#quote")
        yield words, RDF.type, OA.SpecificResource
        yield words, OA.hasSource, self.address(Key("Entry", entry))
        yield words, OA.hasSelector, position
        yield words, OA.hasSelector, text
        yield position, RDF.type, OA.TextPositionSelector
        yield position, OA.start, Literal(str(span.start), datatype=XSD.nonNegativeInteger)
        yield position, OA.end, Literal(str(span.end), datatype=XSD.nonNegativeInteger)
        yield text, RDF.type, OA.TextQuoteSelector
        yield text, OA.exact, Literal(self._texts[entry][span.start : span.end])

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

    def _address_of_tie(self, tie: Relationship) -> URIRef:
        return URIRef(f"{self._base}tie/{short_hash(*tie.key)}")

    def _reports_of_nodes(self) -> Mapping[Key, set[str]]:
        """Which reports tell of each node, by the relationships that lead to it and from it."""
        reports: defaultdict[Key, set[str]] = defaultdict(set)
        for tie in self._graph.relationships:
            told = self._reports_of_tie(tie)
            reports[tie.start] |= told
            reports[tie.end] |= told
        return reports

    def _reports_of_tie(self, tie: Relationship) -> set[str]:
        """Ids of reports; an empty one for the pack."""
        if passages := _passages(tie):
            return {entry.rpartition("/")[0] if span else "" for entry, span in passages}
        return {key.id.rpartition("/")[0] for key in (tie.start, tie.end) if key.label == "Entry"}

    def _report_alone(self, reports: set[str]) -> URIRef | None:
        ids = sorted(reports)
        return self.address(Key("Report", ids[0])) if len(ids) == 1 and ids[0] else None

    def _report_of_entry(self, entry: str) -> URIRef:
        return self.address(Key("Report", entry.rpartition("/")[0]))


class _Turtle(TurtleSerializer):
    """rdflib's own writes seven digits of a double and no more; here all of them are kept."""

    def label(self, node: rdflib.term.Node, position: int) -> str:
        if isinstance(node, Literal) and node.datatype == XSD.double:
            return f'"{node}"^^xsd:double'
        return str(super().label(node, position))


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
    written = io.BytesIO()
    _Turtle(graph).serialize(written, encoding="utf-8")
    return written.getvalue()


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


def _passages(tie: Relationship) -> list[Passage]:
    """The words a relationship rests on; none for a citation, which has a position only."""
    return [passage for passage in passages_of(tie) if passage.span is None or passage.span.start < passage.span.end]


def _camel(type: str) -> str:
    """``INVOLVED_IN`` becomes ``involvedIn``."""
    first, *rest = type.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)
