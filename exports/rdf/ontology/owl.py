"""The vocabulary as an OWL ontology with SKOS schemes: ``python -m exports.rdf.ontology.owl`` writes the file."""

import sys
from importlib import resources
from pathlib import Path

import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, XSD, BNode, Literal, Namespace, URIRef
from rdflib.collection import Collection

from exports.rdf.ontology.matches import load_matches
from exports.rdf.ontology.rights import load_rights
from kg.rdf.terms import Terms
from kg.rdf.vocabulary import DATE, class_terms, property_terms
from kg.schema.labels import load_labels
from kg.schema.schema import Schema, load_schema

FILE = "casegraph.ttl"
"""The name of the ontology's file in the package."""

_SCHEMA_ORG = Namespace("https://schema.org/")
_NOTE = (
    "An accusation is never a finding: what is alleged, denied or only requested has classes and predicates of its own."
)


class Ontology:
    """Makes the ontology of a schema as an rdflib graph."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._terms = Terms(schema, schema.namespace)
        self._ours = Namespace(self._terms.namespace)
        self._graph = rdflib.Graph(bind_namespaces="none")
        self._others = {name: Namespace(iri) for name, iri in load_matches().prefixes.items()}
        self._others |= {
            "xsd": Namespace(str(XSD)),
            "skos": Namespace(str(SKOS)),
            "dcat": Namespace("http://www.w3.org/ns/dcat#"),
        }

    def graph(self) -> rdflib.Graph:
        """The whole ontology."""
        for prefix, namespace in {**self._others, "kg": self._ours, "owl": OWL, "rdf": RDF, "rdfs": RDFS}.items():
            self._graph.bind(prefix, namespace)
        self._add_header()
        self._add_classes()
        self._add_properties()
        self._add_schemes()
        self._add_rights()
        self._add_matches()
        return self._graph

    def _add_header(self) -> None:
        ontology = URIRef(self._terms.namespace.rstrip("#/"))
        self._add(ontology, (RDF.type, OWL.Ontology), (OWL.versionIRI, URIRef(f"{ontology}/{self._schema.version}")))
        self._add(ontology, (OWL.versionInfo, Literal(str(self._schema.version))))
        self._describe(ontology, "Cases of persecution", "Дела о преследованиях", _NOTE)

    def _add_classes(self) -> None:
        for term in class_terms(self._schema):
            subject = self._ours[term.name]
            self._add(subject, (RDF.type, OWL.Class), (RDFS.isDefinedBy, URIRef(self._terms.namespace.rstrip("#/"))))
            self._describe(subject, term.en, term.ru, term.about)
            if term.above:
                self._add(subject, (RDFS.subClassOf, self._ours[term.above]))
        for first, second in (("Event", "AllegedEvent"), ("Event", "DeniedEvent"), ("Sanction", "RequestedSanction")):
            self._add(self._ours[first], (OWL.disjointWith, self._ours[second]))

    def _add_properties(self) -> None:
        for term in property_terms(self._schema):
            subject = self._ours[term.name]
            kind = OWL.DatatypeProperty if term.has_literals else OWL.ObjectProperty
            self._add(subject, (RDF.type, kind))
            self._describe(subject, term.en, term.ru, term.about)
            self._add_ends(subject, RDFS.domain, [self._resource(name) for name in sorted(term.domains)])
            self._add_ends(subject, RDFS.range, sorted(set(map(self._range, term.ranges - {DATE}))))
            if DATE in term.ranges:
                self._add_ends(subject, RDFS.range, [XSD.date, XSD.gYear, XSD.gYearMonth], RDFS.Datatype)

    def _range(self, name: str) -> URIRef:
        return SKOS.Concept if name.endswith("Scheme") else self._resource(name)

    def _add_ends(self, subject: URIRef, predicate: URIRef, classes: list[URIRef], kind: URIRef = OWL.Class) -> None:
        """One class or datatype, or the union of several."""
        if len(classes) < 2:
            self._add(subject, *((predicate, single) for single in classes))
            return
        union, members = BNode(), BNode()
        Collection(self._graph, members, list(classes))
        self._graph.add((subject, predicate, union))
        self._graph.add((union, RDF.type, kind))
        self._graph.add((union, OWL.unionOf, members))

    def _add_schemes(self) -> None:
        en, ru = load_labels("en"), load_labels("ru")
        codes = load_matches().huridocs_codes
        for name, values in self._schema.values.items():
            scheme = URIRef(self._terms.scheme(name).value)
            self._add_scheme(scheme, en.lists[name], ru.lists[name])
            for value, about in values.items():
                concept = URIRef(self._terms.concept(name, value).value)
                self._add(concept, (RDF.type, SKOS.Concept), (SKOS.inScheme, scheme), (SKOS.topConceptOf, scheme))
                self._add(concept, (SKOS.prefLabel, Literal(en.values[name][value], lang="en")))
                self._add(concept, (SKOS.prefLabel, Literal(ru.values[name][value], lang="ru")))
                if about:
                    self._add(concept, (SKOS.definition, Literal(about, lang="en")))
                if name == "act_type" and value in codes:
                    code, term = codes[value]
                    self._add(concept, (SKOS.notation, Literal(code, datatype=self._ours.huridocsActCode)))
                    self._add(concept, (SKOS.scopeNote, Literal(f"HURIDOCS micro-thesaurus 4: {term}", lang="en")))

    def _add_scheme(self, scheme: URIRef, en: str, ru: str) -> None:
        self._add(scheme, (RDF.type, SKOS.ConceptScheme))
        self._add(scheme, (SKOS.prefLabel, Literal(en, lang="en")), (SKOS.prefLabel, Literal(ru, lang="ru")))

    def _add_rights(self) -> None:
        scheme = self._ours.rightScheme
        self._add_scheme(scheme, "rights that acts touch", "права, которых касаются действия")
        for name, right in load_rights().items():
            concept = self._ours[name]
            rule = f"By type of act alone: {', '.join(right.acts)}" + (
                f", with the outcome {' or '.join(right.outcomes)}." if right.outcomes else "."
            )
            self._add(
                concept, (RDF.type, SKOS.Concept), (SKOS.inScheme, scheme), (SKOS.scopeNote, Literal(rule, lang="en"))
            )
            self._add(
                concept, (SKOS.prefLabel, Literal(right.en, lang="en")), (SKOS.prefLabel, Literal(right.ru, lang="ru"))
            )

    def _add_matches(self) -> None:
        matches = load_matches()
        for match in matches.matches:
            predicate = SKOS[match.how] if match.how in ("closeMatch", "relatedMatch") else None
            predicate = predicate or (RDFS[match.how] if match.how.startswith("sub") else OWL[match.how])
            self._add(self._ours[match.term], (predicate, self._resource(match.other)))
        for term, word in matches.huridocs.items():
            self._add(
                self._ours[term], (SKOS.scopeNote, Literal(f"HURIDOCS Events Standard Formats: {word}", lang="en"))
            )

    def _resource(self, name: str) -> URIRef:
        prefix, separator, local = name.partition(":")
        return self._others[prefix][local] if separator else self._ours[name]

    def _describe(self, subject: URIRef, en: str, ru: str, about: str) -> None:
        self._add(subject, (RDFS.label, Literal(en, lang="en")), (RDFS.label, Literal(ru, lang="ru")))
        self._add(subject, (RDFS.comment, Literal(about or f"{en[:1].upper()}{en[1:]}.", lang="en")))

    def _add(self, subject: URIRef, *pairs: tuple[URIRef, URIRef | Literal]) -> None:
        for predicate, value in pairs:
            self._graph.add((subject, predicate, value))


def make_ontology(schema: Schema) -> str:
    """The ontology as Turtle; the same schema gives the same text."""
    return str(Ontology(schema).graph().serialize(format="turtle"))


def read_ontology() -> str:
    """The ontology that the package brings along."""
    return resources.files("exports.rdf.ontology").joinpath(FILE).read_text(encoding="utf-8")


if __name__ == "__main__":
    Path(sys.argv[1] if sys.argv[1:] else Path(__file__).with_name(FILE)).write_text(
        make_ontology(load_schema()), "utf-8"
    )
