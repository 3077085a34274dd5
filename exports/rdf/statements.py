"""Rows of the graph as RDF: first each node with its plain triples, then each relationship, then the words of entries.

A relationship is a resource too, so that it can carry its properties and the words it rests on without RDF-star. There
are no blank nodes: the same graph gives the same statements in the same order.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode

from exports.rdf.addresses import Addresses
from exports.rdf.literals import Statement, value_maker
from exports.rdf.ontology.rights import rights_touched
from exports.rdf.plain import PlainTriple, plain_triple
from exports.rdf.tables import GraphTables, places, report_of
from exports.rdf.titles import Titles
from kg.graph.evidence import PACK
from kg.graph.value import Graph, Key, Node, Properties, Relationship
from kg.rdf.terms import LABEL, SKOS, TYPE, Terms, class_name, property_name, relationship_class
from kg.schema.labels import load_labels
from kg.schema.schema import Property

_CONCEPT, _PREFERRED, _BROADER = (NamedNode(f"{SKOS}{name}") for name in ("Concept", "prefLabel", "broader"))

_EVIDENCE = ("entries", "spans")


class _Written(NamedTuple):
    """How a property is written: under which predicates, and what makes the term of a value."""

    predicates: tuple[NamedNode, ...]
    term: Callable[[Any], Literal | NamedNode]


class Statements:
    """Makes the statements of single rows; ``report`` limits evidence to the words of one report."""

    def __init__(self, graph: Graph, tables: GraphTables, terms: Terms, addresses: Addresses) -> None:
        self._graph = graph
        self._tables = tables
        self._terms = terms
        self._addresses = addresses
        self._titles = Titles(graph, tables, terms.schema, load_labels("en"))
        self._own = terms.own
        self._from, self._to = terms.own("from"), terms.own("to")
        self._rests_on, self._rests_on_entry = terms.own("restsOn"), terms.own("restsOnEntry")
        kinds = terms.schema.nodes | terms.schema.relationships
        # With the term of a well-known vocabulary, and without: those have no word for what is only alleged.
        self._known = {
            name: {p: self._written(p, d, foreign=True) for p, d in kind.properties.items()}
            for name, kind in kinds.items()
        }
        self._unknown = {
            name: {p: self._written(p, d, foreign=False) for p, d in kind.properties.items()}
            for name, kind in kinds.items()
        }

    def node(self, node: Node) -> list[Statement]:
        """Its classes, label and properties."""
        subject, name = self._addresses.node(node.key), class_name(node)
        known, title = self._terms.schema.nodes[node.label].rdf, self._titles.title(node)
        made: list[Statement] = [(subject, TYPE, self._own(name))]
        if known and name == node.label:
            made.append((subject, TYPE, self._terms.known(known)))
        if title:
            made.append((subject, LABEL, Literal(title)))
        if node.label == "Provision":
            made += [(subject, TYPE, _CONCEPT), (subject, _PREFERRED, Literal(title))]
        if node.label == "Event":
            touches = self._own("touchesRight" if name == "Event" else "mayTouchRight")
            made += [(subject, touches, self._own(right)) for right in rights_touched(node)]
        written = self._known if name == node.label else self._unknown
        _add_properties(made, subject, node.properties, written[node.label])
        return made

    def plain_of(self, node: Node) -> list[Statement]:
        """The plain triples that begin at a node; those of a requested sanction are turned round."""
        key = node.key
        around = [*self._tables.outgoing.get(key, ())]
        if key.label == "Sanction":
            around += self._tables.incoming.get(key, ())
        made: list[Statement] = []
        for relationship in around:
            plain = plain_triple(relationship, self._graph)
            if plain and plain.start == key:
                made += self._plain(relationship, plain)
        return made

    def plain(self, relationship: Relationship) -> list[Statement]:
        """The triple from one thing to the other, where there is one that says no more than the words."""
        plain = plain_triple(relationship, self._graph)
        return self._plain(relationship, plain) if plain else []

    def _plain(self, relationship: Relationship, plain: PlainTriple) -> list[Statement]:
        start, end = self._addresses.node(plain.start), self._addresses.node(plain.end)
        if plain.predicate is not None:
            return [(start, self._own(plain.predicate), end)]
        made: list[Statement] = [(start, self._terms.predicate(relationship.type), end)]
        if known := self._terms.schema.relationships[relationship.type].rdf:
            made.append((start, self._terms.known(known), end))
        if relationship.type == "PART_OF" and relationship.start.label == "Provision":
            made.append((start, _BROADER, end))
        return made

    def relationship(self, relationship: Relationship, report: str | None = None) -> list[Statement]:
        """The relationship as a resource: its ends, properties and the words it rests on."""
        addresses, subject = self._addresses, self._addresses.relationship(relationship)
        name = relationship_class(relationship, self._graph, self._terms.schema)
        made: list[Statement] = [
            (subject, TYPE, self._own(name)),
            (subject, self._from, addresses.node(relationship.start)),
            (subject, self._to, addresses.node(relationship.end)),
        ]
        _add_properties(made, subject, relationship.properties, self._known[relationship.type])
        for entry, span in places(relationship):
            if entry == PACK:
                made.append((subject, self._own("knownBy"), Literal("jurisdiction pack")))
            elif report is not None and report_of(entry) != report:
                continue
            elif span:
                made.append((subject, self._rests_on, addresses.words(entry, span)))
            else:  # a profile leaves out the words
                made.append((subject, self._rests_on_entry, addresses.node(Key("Entry", entry))))
        return made

    def _written(self, name: str, declared: Property, foreign: bool) -> _Written:
        predicates = [self._terms.own(property_name(name, declared))]
        if declared.rdf and foreign:
            predicates.append(self._terms.known(declared.rdf))
        return _Written(tuple(predicates), value_maker(declared, self._terms))


def _add_properties(
    made: list[Statement], subject: NamedNode, properties: Properties, written: Mapping[str, _Written]
) -> None:
    """Add all properties but the evidence, which is no property in RDF."""
    for name, value in properties.items():
        if name in _EVIDENCE:
            continue
        predicates, make = written[name]
        for term in map(make, value) if isinstance(value, list) else (make(value),):
            made += [(subject, predicate, term) for predicate in predicates]
