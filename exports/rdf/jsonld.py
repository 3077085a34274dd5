"""JSON-LD 1.1 with short names, written as a stream.

pyoxigraph writes it expanded only; rdflib turns ``"5.0"^^xsd:double`` into a number that is read back as an integer.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, BinaryIO

from pyoxigraph import Literal, NamedNode

from exports.rdf.literals import Statement
from kg.rdf.terms import TYPE, XSD


def write_jsonld(statements: Iterable[Statement], prefixes: Mapping[str, str], file: BinaryIO) -> None:
    """Write statements whose subjects stand together: one line for each thing."""
    file.write(b'{"@context": ' + _encode(prefixes) + b',\n"@graph": [\n')
    for number, (subject, group) in enumerate(groupby(statements, key=itemgetter(0))):
        file.write((b",\n" if number else b"") + _encode(_thing(subject, group, prefixes)))
    file.write(b"\n]}\n")


def _thing(subject: NamedNode, statements: Iterator[Statement], prefixes: Mapping[str, str]) -> dict[str, Any]:
    thing: dict[str, Any] = {"@id": subject.value}
    for _, predicate, object in statements:
        if predicate == TYPE:
            name, value = "@type", _shorten(object, prefixes)
        else:
            name, value = _shorten(predicate, prefixes), _value(object, prefixes)
        thing.setdefault(name, []).append(value)
    return {
        name: values[0] if isinstance(values, list) and len(values) == 1 else values for name, values in thing.items()
    }


def _value(term: object, prefixes: Mapping[str, str]) -> Any:
    if not isinstance(term, Literal):
        return {"@id": _shorten(term, prefixes)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == f"{XSD}string":
        return term.value
    return {"@value": term.value, "@type": _shorten(term.datatype, prefixes)}


def _shorten(term: object, prefixes: Mapping[str, str]) -> str:
    """``kg:Event``; what no prefix fits is written whole."""
    iri = term.value if isinstance(term, NamedNode) else str(term)
    for prefix, namespace in prefixes.items():
        local = iri.removeprefix(namespace)
        if local != iri and local and "/" not in local:
            return f"{prefix}:{local}"
    return iri


def _encode(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
