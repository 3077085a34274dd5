"""What an RDF file says of itself: who made it, when, from what, and under which terms."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.rdf.descriptions import Descriptions, classes_in, text_in
from kg.rdf.meanings import Meanings
from kg.rdf.terms import DCAT, DCTERMS, OWL


@dataclass(frozen=True)
class Header:
    """The description of the dataset (DCAT), as texts; empty where the file does not say it.

    ``part`` says of which part of the sender's graph the file is.
    """

    publisher: str = ""
    issued: str = ""
    licence: str = ""
    terms_of_use: str = ""
    software: str = ""
    rules: str = ""
    profile: str = ""
    jurisdiction: str = ""
    part: str = ""


def read_header(descriptions: Descriptions, meanings: Meanings) -> Header:
    """The header of a file; empty if it has none."""
    said = next((said for said in descriptions.of.values() if f"{DCAT}Dataset" in classes_in(said)), {})
    predicates: Mapping[str, str] = {
        "publisher": f"{DCTERMS}publisher",
        "issued": f"{DCTERMS}issued",
        "licence": f"{DCTERMS}license",
        "terms_of_use": f"{DCTERMS}rights",
        "software": meanings.own("software"),
        "rules": f"{OWL}versionInfo",
        "profile": meanings.own("profile"),
        "jurisdiction": meanings.own("jurisdictionPack"),
        "part": f"{DCTERMS}description",
    }
    return Header(**{name: text_in(said, predicate) for name, predicate in predicates.items()})
