"""The graph as RDF: every node and relationship, with the words each relationship rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from exports.files import replace_export
from exports.rdf.addresses import Addresses, check_base
from exports.rdf.dataset import RdfDataset
from exports.rdf.formats import FORMATS, SYNTAXES, Format, serialize
from exports.rdf.release import Release
from exports.rdf.validation.check import check_statements
from ingest.errors import KgError
from kg.graph.value import Graph
from kg.rdf.terms import Terms
from kg.schema.schema import Schema

__all__ = ["FORMATS", "Bases", "Format", "Release", "write_rdf"]


@dataclass(frozen=True)
class Bases:
    """What the addresses of the data begin with, and what the terms of the vocabulary begin with."""

    data: str
    vocabulary: str


def write_rdf(
    graph: Graph,
    schema: Schema,
    bases: Bases,
    format: Format,
    path: Path,
    release: Release,
    former: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write the graph in one of ``FORMATS``; ``former`` ids of things lead to their ids of today.

    The file is checked before it gets its name. Raises ``KgError`` when a base is no absolute IRI, the file cannot be
    written, or what was written does not fit the vocabulary.
    """
    check_base("vocabulary_iri", bases.vocabulary)
    addresses, terms = Addresses(bases.data), Terms(schema, bases.vocabulary)
    dataset = RdfDataset(graph, terms, addresses, release, former)
    with replace_export(path) as file:
        serialize(dataset, format, terms.prefixes, file)
        checked = check_statements(file, SYNTAXES[format], terms, str(path))
        if checked.problems:
            raise KgError(
                f"The RDF does not fit its own vocabulary, so {path} was not written: {checked.problems[0]}."
                " This is a bug in the export; please report the sentence."
            )
