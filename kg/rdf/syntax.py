"""RDF files as statements: which syntax a file has, and what is refused before anything is made of it.

pyoxigraph fetches nothing and expands no entity without saying so, but it reads RDF/XML that breaks off as if it were
whole, and leaves out of JSON-LD, without a word, what has a relative address or a key that no context defines.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO
from xml.parsers import expat

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from ingest.errors import KgError

NAMED_SYNTAXES = ".ttl, .trig, .nq, .nt, .jsonld or .rdf"
SYNTAXES: Mapping[str, RdfFormat] = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".nt": RdfFormat.N_TRIPLES,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
}
"""The syntaxes by the end of a file's name."""

# What relative addresses of JSON-LD are resolved against, so that they show: a name that nobody can have (RFC 6761).
_NOWHERE = "https://relative.invalid/"


def syntax_of(suffix: str, name: str) -> RdfFormat:
    """The syntax of a file by the end of its name. Raises ``KgError`` where that says none."""
    if found := SYNTAXES.get(suffix.lower()):
        return found
    raise KgError(f"{name}: its name does not say which RDF it is; end it with {NAMED_SYNTAXES}.")


def require_whole(file: BinaryIO, syntax: RdfFormat, name: str) -> None:
    """Raise ``KgError`` for a file that is empty, breaks off, hides a bomb, or of which the parser would drop parts."""
    if not file.read(1):
        raise KgError(f"{name}: the file is empty. Ask for it again.")
    file.seek(0)
    if syntax == RdfFormat.RDF_XML:
        _require_xml(file, name)
    elif syntax == RdfFormat.JSON_LD:
        _require_keys(file, name)


def read_statements(file: BinaryIO, syntax: RdfFormat, name: str) -> Iterator[Quad]:
    """The statements of a file, from its start, as they stream by. Raises ``KgError`` naming the line or the value."""
    file.seek(0)
    base = _NOWHERE if syntax == RdfFormat.JSON_LD else None
    try:
        for quad in pyoxigraph.parse(file, format=syntax, base_iri=base):
            if base:
                _require_absolute(quad, name)
            yield quad
    except SyntaxError as error:
        raise KgError(f"{name}: not valid {syntax.name} ({error}). Nothing was taken from it.") from None


def _require_xml(file: BinaryIO, name: str) -> None:
    def refuse(*_: object) -> None:
        raise KgError(f"{name}: declares XML entities, which can hide a bomb; ask for the file without them.")

    parser = expat.ParserCreate()
    parser.EntityDeclHandler = refuse
    try:
        parser.ParseFile(file)
    except expat.ExpatError as error:
        raise KgError(f"{name}: not valid RDF/XML ({error}). Nothing was taken from it.") from None


def _require_keys(file: BinaryIO, name: str) -> None:
    try:
        document = json.load(file)
    except UnicodeDecodeError:
        raise KgError(f"{name}: not valid JSON-LD (it is not in UTF-8). Nothing was taken from it.") from None
    except (ValueError, RecursionError) as error:
        raise KgError(f"{name}: not valid JSON-LD ({error}). Nothing was taken from it.") from None
    contexts = list(_contexts_in(document))
    if remote := next((context for context in contexts if isinstance(context, str)), None):
        raise KgError(
            f"{name}: needs the context {remote}, and kg fetches nothing. Ask for the file with its context inside it."
        )
    terms = {key: value for context in contexts if isinstance(context, dict) for key, value in context.items()}
    if "@vocab" in terms:
        return
    if unknown := next(_undefined_keys(document, terms), None):
        raise KgError(f"{name}: no context says what the key {unknown!r} means. Ask for the file with its context.")


def _contexts_in(value: Any) -> Iterator[Any]:
    """Every context in a document: addresses as texts, definitions as maps."""
    if isinstance(value, list):
        for item in value:
            yield from _contexts_in(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in ("@context", "@import"):
                yield from item if isinstance(item, list) else [item]
            yield from _contexts_in(item)


def _undefined_keys(value: Any, terms: Mapping[str, Any]) -> Iterator[str]:
    """The keys that are no keyword, no address and no defined term; the parser would leave out what they hold."""
    if isinstance(value, list):
        for item in value:
            yield from _undefined_keys(item, terms)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "@context":
                continue
            if not (key in terms or key.startswith("@") or ":" in key):
                yield key
            yield from _undefined_keys(_without_map(item, terms.get(key)), terms)


def _without_map(value: Any, definition: Any) -> Any:
    """The values of a map of languages or of an index, whose keys are no terms."""
    is_map = isinstance(definition, dict) and "@container" in definition and isinstance(value, dict)
    return list(value.values()) if is_map else value


def _require_absolute(quad: Quad, name: str) -> None:
    for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
        if isinstance(term, NamedNode) and term.value.startswith(_NOWHERE):
            raise KgError(
                f"{name}: '{term.value.removeprefix(_NOWHERE)}' is a relative address, which means nothing outside"
                " of the partner's system. Ask for the file with absolute ones, or with a base in it."
            )
