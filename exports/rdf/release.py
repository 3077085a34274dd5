"""What is said of an export as a whole: who made it, when, from what, under which terms (DCAT 3, VoID)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from exports.part import describe_part
from exports.rdf.addresses import Addresses
from exports.rdf.literals import Statement, make_date
from kg.graph.value import Graph, Key
from kg.rdf.terms import DCAT, DCTERMS, OWL, RDFS, TYPE, VOID, XSD, Terms

NOTE = (
    "What is only alleged, denied or requested has predicates and classes of its own: allegedlyUnderwent beside "
    "underwent, RequestedSanction beside Sanction. The plain ones leave it out; ask for the others where you want them."
)
"""What a receiver must know before the first query."""

_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True)
class Release:
    """``issued`` is a day, ``YYYY-MM-DD``; empty texts are left out."""

    issued: str
    publisher: str = ""
    licence: str = ""
    terms_of_use: str = ""
    software: str = ""
    rules: str = ""
    profile: str = "full"
    jurisdiction: str = ""
    part: str = ""


def make_header(release: Release, graph: Graph, terms: Terms, addresses: Addresses) -> Iterator[Statement]:
    """The statements about the dataset."""
    dataset = addresses.other("dataset", graph.digest)
    yield dataset, TYPE, NamedNode(f"{DCAT}Dataset")
    yield dataset, TYPE, NamedNode(f"{VOID}Dataset")
    what = "Part of cases of persecution" if release.part else "Cases of persecution"
    title = f"{what}, {len(_reports(graph))} reports, {release.issued}"
    yield dataset, NamedNode(f"{DCTERMS}title"), Literal(title, language="en")
    yield dataset, NamedNode(f"{DCTERMS}issued"), make_date(release.issued)
    yield dataset, NamedNode(f"{DCTERMS}identifier"), Literal(graph.digest)
    yield dataset, NamedNode(f"{DCTERMS}conformsTo"), ontology_version(terms)
    yield dataset, NamedNode(f"{VOID}vocabulary"), NamedNode(terms.namespace)
    yield dataset, NamedNode(f"{VOID}entities"), _integer(len(graph.nodes))
    yield dataset, NamedNode(f"{RDFS}comment"), Literal(NOTE, language="en")
    yield dataset, terms.own("profile"), Literal(release.profile)
    if release.part:
        yield dataset, NamedNode(f"{DCTERMS}description"), Literal(describe_part(release.part), language="en")
    if release.jurisdiction:
        yield dataset, terms.own("jurisdictionPack"), Literal(release.jurisdiction)
    for predicate, value in (
        (NamedNode(f"{DCTERMS}publisher"), release.publisher),
        (NamedNode(f"{DCTERMS}rights"), release.terms_of_use),
        (NamedNode(f"{OWL}versionInfo"), release.rules),
        (terms.own("software"), release.software),
    ):
        if value:
            yield dataset, predicate, Literal(value)
    if release.licence:
        yield dataset, NamedNode(f"{DCTERMS}license"), _licence(release.licence)
    for report in _reports(graph):
        yield dataset, NamedNode(f"{DCTERMS}source"), addresses.node(report)
        yield dataset, NamedNode(f"{VOID}subset"), addresses.node(report)


def _licence(text: str) -> NamedNode | Literal:
    """The address of a licence as a resource, as DCAT asks for; one that is given in words as these."""
    return NamedNode(text) if _ADDRESS.fullmatch(text) else Literal(text)


def ontology_version(terms: Terms) -> NamedNode:
    """The IRI of the vocabulary's version."""
    return NamedNode(f"{terms.namespace.rstrip('#/')}/{terms.schema.version}")


def _reports(graph: Graph) -> list[Key]:
    return [node.key for node in graph.nodes if node.label == "Report"]


def _integer(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(f"{XSD}integer"))
