"""SHACL shapes of the vocabulary (W3C Recommendation, 20 July 2017), made from the same model as the ontology."""

from collections.abc import Iterable

import rdflib
from rdflib import RDF, XSD, BNode, Literal, Namespace, URIRef
from rdflib.collection import Collection

from kg.rdf.terms import Terms, camel
from kg.rdf.vocabulary import DATE, ClassTerm, PropertyTerm, class_terms, property_terms
from kg.schema.schema import RelationshipKind

SH = Namespace("http://www.w3.org/ns/shacl#")
_DATES = (XSD.date, XSD.gYearMonth, XSD.gYear)


class Shapes:
    """Makes one shape for each class; what a shape does not name is open to other vocabularies."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._ours = Namespace(terms.namespace)
        self._graph = rdflib.Graph()
        self._graph.bind("sh", SH)
        self._graph.bind("kg", self._ours)

    def graph(self) -> rdflib.Graph:
        """All shapes."""
        properties = property_terms(self._terms.schema)
        relationships = {kind.noun: kind for kind in self._terms.schema.relationships.values()}
        for term in class_terms(self._terms.schema):
            shape = self._ours[f"{term.name}Shape"]
            self._graph.add((shape, RDF.type, SH.NodeShape))
            self._graph.add((shape, SH.targetClass, self._ours[term.name]))
            for declared in properties:
                if declared.domains & {term.name, term.above} - {""}:
                    self._add_property(shape, declared)
            if term.name in relationships:
                self._add_ends(shape, relationships[term.name])
        return self._graph

    def _add_property(self, shape: URIRef, term: PropertyTerm) -> None:
        node = self._new_property(shape, term.name)
        if term.single:
            self._graph.add((node, SH.maxCount, Literal(1)))
        if DATE in term.ranges:
            self._any_of(node, SH.datatype, _DATES)
        elif term.has_literals:
            self._any_of(node, SH.datatype, [XSD[range.removeprefix("xsd:")] for range in sorted(term.ranges)])
        elif concepts := self._concepts(term.ranges):
            values = BNode()
            Collection(self._graph, values, concepts)
            self._graph.add((node, SH["in"], values))
        else:
            self._graph.add((node, SH.nodeKind, SH.IRI))

    def _concepts(self, ranges: Iterable[str]) -> list[rdflib.term.Node]:
        """The values of the closed lists that a property takes."""
        return [
            URIRef(self._terms.concept(name, value).value)
            for name, values in self._terms.schema.values.items()
            if f"{camel(name)}Scheme" in ranges
            for value in values
        ]

    def _add_ends(self, shape: URIRef, kind: RelationshipKind) -> None:
        """A relationship leads from one thing to one other, of the kinds that the schema allows."""
        for side, name in enumerate(("from", "to")):
            node = self._new_property(shape, name)
            self._graph.add((node, SH.minCount, Literal(1)))
            self._graph.add((node, SH.maxCount, Literal(1)))
            labels = sorted({pair.split(" -> ")[side] for pair in kind.ends})
            self._any_of(node, SH["class"], [self._ours[name] for label in labels for name in self._classes_of(label)])
        if kind.evidence:
            self._one_of_paths(shape, ("restsOn", "restsOnEntry", "knownBy"))

    def _classes_of(self, label: str) -> list[str]:
        """A label's class, or the classes of what is alleged, denied or requested as well."""
        above = next((term.above for term in class_terms(self._terms.schema) if term.name == label), "")
        below: list[ClassTerm] = [term for term in class_terms(self._terms.schema) if above and term.above == above]
        return [term.name for term in below] or [label]

    def _one_of_paths(self, shape: URIRef, names: Iterable[str]) -> None:
        options = []
        for name in names:
            option = BNode()
            self._graph.add((option, SH.path, self._ours[name]))
            self._graph.add((option, SH.minCount, Literal(1)))
            options.append(option)
        self._graph.add((shape, SH["or"], self._listed(options)))

    def _any_of(self, node: BNode, predicate: URIRef, values: Iterable[URIRef]) -> None:
        found = list(dict.fromkeys(values))
        if len(found) == 1:
            self._graph.add((node, predicate, found[0]))
            return
        options = []
        for value in found:
            option = BNode()
            self._graph.add((option, predicate, value))
            options.append(option)
        self._graph.add((node, SH["or"], self._listed(options)))

    def _listed(self, options: list[BNode]) -> BNode:
        first = BNode()
        Collection(self._graph, first, list(options))
        return first

    def _new_property(self, shape: URIRef, name: str) -> BNode:
        node = BNode()
        self._graph.add((shape, SH.property, node))
        self._graph.add((node, SH.path, self._ours[name]))
        return node
