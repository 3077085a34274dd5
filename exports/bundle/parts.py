"""The formats that a bundle may have. A new export format is one more entry of ``PARTS``."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exports.facts import write_facts
from exports.ftm import write_ftm
from exports.rdf import FORMATS, Bases, Format, Release, write_rdf
from exports.tables.package import write_package
from exports.tables.tables import make_tables
from ingest.errors import KgError
from kg.graph.value import Graph
from kg.schema.schema import Schema

if TYPE_CHECKING:
    from exports.network import NetworkFormat


@dataclass(frozen=True)
class Contents:
    """The graph as a profile lets it out, and what is said of it. ``facts`` reads the facts; only ``full`` has them."""

    graph: Graph
    schema: Schema
    bases: Bases
    release: Release
    former: Mapping[str, str]
    facts: Callable[[], Iterable[dict[str, Any]]] | None = None


@dataclass(frozen=True)
class Part:
    """One format: the name of its file, what the file is, and the function that writes it."""

    file: str
    about: str
    write: Callable[[Contents, Path], None]


def _rdf(format: Format, contents: Contents, path: Path) -> None:
    write_rdf(contents.graph, contents.schema, contents.bases, format, path, contents.release, contents.former)


def _facts(contents: Contents, path: Path) -> None:
    if contents.facts is None:
        raise KgError("Facts are the words of the reports: only a bundle of profile full has them. Leave out `facts`.")
    write_facts(contents.facts(), path)


def _ftm(contents: Contents, path: Path) -> None:
    write_ftm(contents.graph, contents.schema, path, contents.release.part)


def _network(format: "NetworkFormat", contents: Contents, path: Path) -> None:
    from exports.network import write_network  # noqa: PLC0415 (networkx is slow to load)

    write_network(contents.graph, contents.schema, format, path, contents.release.part)


def _tables(contents: Contents, path: Path) -> None:
    write_package(make_tables(contents.graph, contents.schema), path, contents.release.part)


_RDF_FILES: Mapping[Format, tuple[str, str]] = {
    "turtle": ("graph.ttl", "The graph as RDF, in Turtle: the file to ask in SPARQL."),
    "trig": ("graph.trig", "The graph as RDF, in TriG: one named graph for each report."),
    "nquads": ("graph.nq", "The graph as RDF, in N-Quads: one named graph for each report."),
    "ntriples": ("graph.nt", "The graph as RDF, in N-Triples."),
    "jsonld": ("graph.jsonld", "The graph as RDF, in JSON-LD."),
    "rdfxml": ("graph.rdf", "The graph as RDF, in RDF/XML."),
}

PARTS: Mapping[str, Part] = {
    **{format: Part(*_RDF_FILES[format], partial(_rdf, format)) for format in FORMATS},
    "ftm": Part("graph.ftm.json", "The graph as FollowTheMoney entities, one a line.", _ftm),
    "graphml": Part("graph.graphml", "The graph as GraphML.", partial(_network, "graphml")),
    "gexf": Part("graph.gexf", "The graph as GEXF, for Gephi.", partial(_network, "gexf")),
    "tables": Part("tables.zip", "A table of each kind, as CSV, with a dictionary of their columns.", _tables),
    "facts": Part("facts.jsonl", "The facts of each entry, as JSON lines.", _facts),
}
"""Every format by the name that ``--format`` takes."""
