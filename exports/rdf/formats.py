"""The syntaxes in which RDF is written, each as a stream."""

import re
from collections.abc import Iterable, Mapping
from itertools import starmap
from typing import BinaryIO, Literal, get_args

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Triple

from exports.rdf.dataset import RdfDataset
from exports.rdf.jsonld import write_jsonld
from exports.rdf.literals import Statement
from kg.system.gc_pause import gc_paused

Format = Literal["turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml"]
FORMATS: tuple[Format, ...] = get_args(Format)

SYNTAXES: Mapping[Format, RdfFormat] = {
    "turtle": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nquads": RdfFormat.N_QUADS,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}
"""The syntaxes by pyoxigraph's names."""

_QUADS = ("trig", "nquads")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WITH_PREFIXES = ("turtle", "trig", "rdfxml")


@gc_paused()
def serialize(dataset: RdfDataset, format: Format, prefixes: dict[str, str], file: BinaryIO) -> None:
    """Write a dataset; ``trig`` and ``nquads`` with one named graph for each report."""
    if format == "jsonld":
        write_jsonld(dataset.statements(), prefixes, file)
        return
    short = prefixes if format in _WITH_PREFIXES else None
    pyoxigraph.serialize(_rows(dataset, format), file, SYNTAXES[format], prefixes=short)


def _rows(dataset: RdfDataset, format: Format) -> Iterable[Quad] | Iterable[Triple]:
    if format in _QUADS:
        return dataset.quads()
    statements = dataset.statements()
    return starmap(Triple, map(_writable_in_xml, statements) if format == "rdfxml" else statements)


def _writable_in_xml(statement: Statement) -> Statement:
    """XML 1.0 has no way to write most control characters; U+FFFD stands for each of them."""
    subject, predicate, value = statement
    if isinstance(value, pyoxigraph.Literal) and _NOT_XML.search(value.value):
        text = _NOT_XML.sub("\ufffd", value.value)
        datatype = None if value.language else value.datatype
        return subject, predicate, pyoxigraph.Literal(text, datatype=datatype, language=value.language)
    return statement
