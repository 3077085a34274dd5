"""The terms of the vocabulary as IRIs: every class, property and value of ``kg/schema.yaml``."""

import re
from dataclasses import dataclass, field
from functools import cache

from pyoxigraph import NamedNode

from kg.graph.value import Graph, Node, Relationship
from kg.schema.schema import Property, Schema

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
OA = "http://www.w3.org/ns/oa#"
DCAT = "http://www.w3.org/ns/dcat#"
DCTERMS = "http://purl.org/dc/terms/"
VOID = "http://rdfs.org/ns/void#"

TYPE = NamedNode(f"{RDF}type")
LABEL = NamedNode(f"{RDFS}label")

# What is only alleged, denied or requested is of a class of its own, so that nobody who asks for events or sanctions
# counts it among them.
_OF_SANCTIONS: frozenset[str] = frozenset({"RECEIVED", "IMPOSED_BY"})
_EVENT_CLASSES = {"alleged": "AllegedEvent", "denied": "DeniedEvent"}


@dataclass(frozen=True)
class Terms:
    """The IRIs of the vocabulary. ``namespace`` begins our own."""

    schema: Schema
    namespace: str
    _made: dict[str, NamedNode] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Give the namespace an end, so that a term is never glued to its last word."""
        if not self.namespace.endswith(("/", "#")):
            object.__setattr__(self, "namespace", f"{self.namespace}#")

    @property
    def prefixes(self) -> dict[str, str]:
        """Short names of the namespaces, for syntaxes that have them."""
        standard = {"rdf": RDF, "rdfs": RDFS, "xsd": XSD, "oa": OA, "dcat": DCAT, "void": VOID, "owl": OWL}
        return {"kg": self.namespace, **standard, **self.schema.prefixes}

    def own(self, name: str) -> NamedNode:
        """A term of ours."""
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = NamedNode(f"{self.namespace}{name}")
        return made

    def known(self, short: str) -> NamedNode:
        """A well-known term, such as ``foaf:Person``."""
        prefix, _, name = short.partition(":")
        return NamedNode(f"{self.schema.prefixes[prefix]}{name}")

    def concept(self, values: str, value: str) -> NamedNode:
        """A value of a closed list, such as the act type ``torture``."""
        return self.own(f"{camel(values)}-{'unknown' if value == '?' else value}")

    def scheme(self, values: str) -> NamedNode:
        """The list that values belong to."""
        return self.own(f"{camel(values)}Scheme")

    def predicate(self, type: str) -> NamedNode:
        """``IN_CASE`` is ``inCase``."""
        return self.own(camel(type))

    def property(self, name: str, declared: Property) -> NamedNode:
        """The term of a property; one with a closed list of values has the list's name, such as ``actType``."""
        return self.own(property_name(name, declared))


def class_name(node: Node) -> str:
    """The name of a node's class; what is alleged, denied or only requested has one of its own."""
    if node.label == "Event":
        return _EVENT_CLASSES.get(str(node.properties.get("standing")), "Event")
    if node.label == "Sanction" and node.properties.get("status") == "requested":
        return "RequestedSanction"
    return node.label


def relationship_class(relationship: Relationship, graph: Graph, schema: Schema) -> str:
    """The name of a relationship's class: its noun; ``Request`` where a sanction is only asked for."""
    requested = relationship.type in _OF_SANCTIONS and any(
        class_name(graph.by_key[key]) == "RequestedSanction" for key in (relationship.start, relationship.end)
    )
    return "Request" if requested else schema.relationships[relationship.type].noun


def property_name(name: str, declared: Property) -> str:
    """The name of a property in RDF; properties of one name and list of values are one term."""
    return camel(declared.values or name)


@cache
def camel(name: str) -> str:
    """``INVOLVED_IN`` and ``involved_in`` are ``involvedIn``."""
    first, *rest = re.split("_", name.lower())
    return first + "".join(word.capitalize() for word in rest)
