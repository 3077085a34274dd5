"""Rows of the graph as RDF: first each node with its plain triples, then each relationship, then the words of entries.

A relationship is a resource too, so that it can carry its properties and the words it rests on without RDF-star. There
are no blank nodes: the same graph gives the same statements in the same order.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from exports.rdf.addresses import Addresses
from exports.rdf.literals import make_value
from exports.rdf.ontology.rights import rights_touched
from exports.rdf.plain import plain_triple
from exports.rdf.tables import GraphTables, passages, report_of
from exports.rdf.titles import Titles
from ingest.facts import Span
from kg.graph.evidence import PACK
from kg.graph.value import Graph, Key, Node, Relationship, Value
from kg.rdf.terms import LABEL, SKOS, TYPE, Terms, class_name, property_name, relationship_class
from kg.schema.labels import load_labels
from kg.schema.schema import Property

_CONCEPT, _PREFERRED, _BROADER = (NamedNode(f"{SKOS}{name}") for name in ("Concept", "prefLabel", "broader"))


class Statements:
    """Makes the statements of single rows; ``report`` limits evidence to the words of one report."""

    def __init__(self, graph: Graph, tables: GraphTables, terms: Terms, addresses: Addresses) -> None:
        self._graph = graph
        self._tables = tables
        self._terms = terms
        self._addresses = addresses
        self._titles = Titles(graph, tables, terms.schema, load_labels("en"))

    def node(self, node: Node) -> Iterator[Triple]:
        """Its classes, label and properties."""
        kind, subject, name = self._terms.schema.nodes[node.label], self._addresses.node(node.key), class_name(node)
        yield Triple(subject, TYPE, self._terms.own(name))
        if kind.rdf and name == node.label:  # well-known vocabularies have no word for what is only alleged
            yield Triple(subject, TYPE, self._terms.known(kind.rdf))
        title = self._titles.title(node)
        if title:
            yield Triple(subject, LABEL, Literal(title))
        if node.label == "Provision":
            yield Triple(subject, TYPE, _CONCEPT)
            yield Triple(subject, _PREFERRED, Literal(title))
        for right in rights_touched(node) if node.label == "Event" else ():
            touches = "touchesRight" if name == "Event" else "mayTouchRight"
            yield Triple(subject, self._terms.own(touches), self._terms.own(right))
        for property, value in node.properties.items():
            yield from self._property(subject, property, value, kind.properties[property], foreign=name == node.label)

    def plain(self, relationship: Relationship) -> Iterator[Triple]:
        """The triple from one thing to the other, where there is one that says no more than the words."""
        plain = plain_triple(relationship, self._graph)
        if plain is None:
            return
        kind = self._terms.schema.relationships[relationship.type]
        start, end = self._addresses.node(plain.start), self._addresses.node(plain.end)
        if plain.predicate is not None:
            yield Triple(start, self._terms.own(plain.predicate), end)
            return
        yield Triple(start, self._terms.predicate(relationship.type), end)
        if kind.rdf:
            yield Triple(start, self._terms.known(kind.rdf), end)
        if relationship.type == "PART_OF" and relationship.start.label == "Provision":
            yield Triple(start, _BROADER, end)

    def relationship(self, relationship: Relationship, report: str | None = None) -> Iterator[Triple]:
        """The relationship as a resource: its ends, properties and the words it rests on."""
        terms, subject = self._terms, self._addresses.relationship(relationship)
        kind = terms.schema.relationships[relationship.type]
        yield Triple(subject, TYPE, terms.own(relationship_class(relationship, self._graph, terms.schema)))
        yield Triple(subject, terms.own("from"), self._addresses.node(relationship.start))
        yield Triple(subject, terms.own("to"), self._addresses.node(relationship.end))
        for name, value in relationship.properties.items():
            if name in kind.properties:
                yield from self._property(subject, name, value, kind.properties[name], foreign=True)
        for entry, span in passages(relationship):
            if entry == PACK:
                yield Triple(subject, terms.own("knownBy"), Literal("jurisdiction pack"))
            elif report in (None, report_of(entry)):
                yield self._rests_on(subject, entry, span)

    def _rests_on(self, subject: NamedNode, entry: str, span: Span | None) -> Triple:
        """The words of an entry; the entry alone where a profile leaves out its words."""
        if span is None:
            return Triple(subject, self._terms.own("restsOnEntry"), self._addresses.node(Key("Entry", entry)))
        return Triple(subject, self._terms.own("restsOn"), self._addresses.words(entry, span))

    def _property(
        self, subject: NamedNode, name: str, value: Value, declared: Property, foreign: bool
    ) -> Iterator[Triple]:
        predicates = [self._terms.own(property_name(name, declared))]
        if declared.rdf and foreign:
            predicates.append(self._terms.known(declared.rdf))
        for single in value if isinstance(value, list) else [value]:
            term = make_value(single, declared, self._terms)
            yield from (Triple(subject, predicate, term) for predicate in predicates)


def starts_of_plain(key: Key, tables: GraphTables, graph: Graph) -> Iterator[Relationship]:
    """The relationships whose plain triple begins at a node; those of a requested sanction are turned round."""
    for relationship in tables.outgoing.get(key, ()):
        if (plain := plain_triple(relationship, graph)) and plain.start == key:
            yield relationship
    if key.label == "Sanction":
        for relationship in tables.incoming.get(key, ()):
            if (plain := plain_triple(relationship, graph)) and plain.start == key:
                yield relationship
