"""Rows of the graph as RDF statements."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from urllib.parse import quote

import rdflib
from rdflib import RDF, RDFS, XSD, Literal, URIRef

from exports.rdf.literals import make_literal
from ingest.facts import Span
from ingest.vocabulary import Standing
from kg.entries.ids import short_hash
from kg.graph.evidence import Passage, format_span, passages_of
from kg.graph.value import Graph, Key, Node, Relationship, Value
from kg.schema.schema import Property, Schema

OA = rdflib.Namespace("http://www.w3.org/ns/oa#")

Triple = tuple[URIRef, URIRef, URIRef | Literal]
Statement = tuple[Triple, URIRef | None]
"""A triple, and the address of the one report that it rests on alone, if there is one."""

# What a triple can say without saying more than the report: it happened, or a court or inquiry established it.
_PLAIN: tuple[Standing | None, ...] = (None, "found")


class Statements:
    """All statements of a graph, made while one iterates; ``base`` begins every address of the data."""

    def __init__(self, graph: Graph, schema: Schema, base: str) -> None:
        self._graph = graph
        self._schema = schema
        self._base = base if base.endswith(("/", "#")) else f"{base}/"
        self.terms = rdflib.Namespace(schema.namespace)
        self.prefixes = {name: rdflib.Namespace(iri) for name, iri in schema.prefixes.items()}
        self._texts = {n.id: str(n.properties["text"]) for n in graph.nodes if n.label == "Entry"}
        self._reports = self._reports_of_nodes()

    def __iter__(self) -> Iterator[Statement]:
        """Every statement, in the order of the rows."""
        for node in self._graph.nodes:
            report = self._only_report(self._reports.get(node.key, set()))
            yield from ((triple, report) for triple in self._node(node))
        for relationship in self._graph.relationships:
            report = self._only_report(self._reports_of_relationship(relationship))
            yield from ((triple, report) for triple in self._relationship(relationship))
            yield from self._evidence(relationship, report)

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

    def _relationship(self, relationship: Relationship) -> Iterator[Triple]:
        kind = self._schema.relationships[relationship.type]
        start, end, subject = (
            self.address(relationship.start),
            self.address(relationship.end),
            self._address_of_relationship(relationship),
        )
        yield subject, RDF.type, self.terms[relationship.type]
        yield subject, self.terms["from"], start
        yield subject, self.terms["to"], end
        if self._is_plain(relationship):
            yield start, self.terms[_camel(relationship.type)], end
            if kind.rdf:
                yield start, self._term(kind.rdf), end
        for name, value in relationship.properties.items():
            if name in kind.properties:
                yield from self._property(subject, name, value, kind.properties[name])

    def _is_plain(self, relationship: Relationship) -> bool:
        """Whether neither the relationship nor the act that it leads to is only alleged or denied."""
        rows: list[Node | Relationship] = [relationship]
        if relationship.type == "INVOLVED_IN":
            rows.append(self._graph.by_key[relationship.end])
        return all(row.properties.get("standing") in _PLAIN for row in rows)

    def _evidence(self, relationship: Relationship, report: URIRef | None) -> Iterator[Statement]:
        subject = self._address_of_relationship(relationship)
        for entry, span in _passages(relationship):
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
                yield subject, term, make_literal(single, declared)

    def address(self, key: Key) -> URIRef:
        """The address of a node: the base, its label, its key with everything unusual percent-encoded."""
        return URIRef(f"{self._base}{key.label}/{quote(key.id, safe='')}")

    def _term(self, short: str) -> URIRef:
        prefix, _, name = short.partition(":")
        return self.prefixes[prefix][name]

    def _address_of_relationship(self, relationship: Relationship) -> URIRef:
        return URIRef(f"{self._base}tie/{short_hash(*relationship.key)}")

    def _reports_of_nodes(self) -> Mapping[Key, set[str]]:
        """The reports that mention each node: those of its relationships."""
        reports: defaultdict[Key, set[str]] = defaultdict(set)
        for relationship in self._graph.relationships:
            own = self._reports_of_relationship(relationship)
            reports[relationship.start] |= own
            reports[relationship.end] |= own
        return reports

    def _reports_of_relationship(self, relationship: Relationship) -> set[str]:
        """Ids of reports; an empty one for the pack."""
        if passages := _passages(relationship):
            return {entry.rpartition("/")[0] if span else "" for entry, span in passages}
        return {key.id.rpartition("/")[0] for key in (relationship.start, relationship.end) if key.label == "Entry"}

    def _only_report(self, reports: set[str]) -> URIRef | None:
        ids = sorted(reports)
        return self.address(Key("Report", ids[0])) if len(ids) == 1 and ids[0] else None

    def _report_of_entry(self, entry: str) -> URIRef:
        return self.address(Key("Report", entry.rpartition("/")[0]))


def _passages(relationship: Relationship) -> list[Passage]:
    """The words a relationship rests on; none for a citation, which has a position only."""
    return [
        passage
        for passage in passages_of(relationship)
        if passage.span is None or passage.span.start < passage.span.end
    ]


def _camel(type: str) -> str:
    """``INVOLVED_IN`` becomes ``involvedIn``."""
    first, *rest = type.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)
