"""The syntaxes in which RDF is written, and who writes each: pyoxigraph as a stream, rdflib compacted JSON-LD."""

import json
import re
from collections.abc import Iterable
from typing import BinaryIO, Literal, get_args

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Triple

from exports.rdf.dataset import RdfDataset

Format = Literal["turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml"]
FORMATS: tuple[Format, ...] = get_args(Format)

_QUADS = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS}
_TRIPLES = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "rdfxml": RdfFormat.RDF_XML}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WITH_PREFIXES = ("turtle", "trig", "rdfxml")


def serialize(dataset: RdfDataset, format: Format, prefixes: dict[str, str], file: BinaryIO) -> None:
    """Write a dataset; ``trig`` and ``nquads`` with one named graph for each report."""
    if format == "jsonld":
        _write_jsonld(dataset, prefixes, file)
        return
    statements: Iterable[Quad] | Iterable[Triple] = dataset.quads() if format in _QUADS else dataset.triples()
    if format == "rdfxml":
        statements = map(_writable_in_xml, dataset.triples())
    short = prefixes if format in _WITH_PREFIXES else None
    pyoxigraph.serialize(statements, file, (_QUADS | _TRIPLES)[format], prefixes=short)


def _writable_in_xml(triple: Triple) -> Triple:
    """XML 1.0 has no way to write most control characters; U+FFFD stands for each of them."""
    value = triple.object
    if isinstance(value, pyoxigraph.Literal) and _NOT_XML.search(value.value):
        text = _NOT_XML.sub("\ufffd", value.value)
        datatype = None if value.language else value.datatype
        value = pyoxigraph.Literal(text, datatype=datatype, language=value.language)
        return Triple(triple.subject, triple.predicate, value)
    return triple


def _write_jsonld(dataset: RdfDataset, prefixes: dict[str, str], file: BinaryIO) -> None:
    """pyoxigraph writes JSON-LD expanded only; rdflib knows contexts."""
    import rdflib  # noqa: PLC0415 (slow to load, and needed here only)

    lines = pyoxigraph.serialize(dataset.triples(), format=RdfFormat.N_TRIPLES)
    graph = rdflib.Graph(bind_namespaces="none").parse(data=lines, format="nt")
    written = json.loads(graph.serialize(format="json-ld", context=prefixes))
    written["@graph"].sort(key=lambda thing: thing["@id"])
    for thing in written["@graph"]:
        for value in thing.values():
            if isinstance(value, list):
                value.sort(key=lambda single: json.dumps(single, sort_keys=True))
    file.write(json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True).encode())
