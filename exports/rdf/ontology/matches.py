"""What our terms correspond to in other vocabularies (``matches.yaml``)."""

from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from ingest.errors import LexiconError
from ingest.yaml_text import parse_yaml

How = Literal["equivalentClass", "subClassOf", "equivalentProperty", "subPropertyOf", "closeMatch", "relatedMatch"]
_WEAK = ("closeMatch", "relatedMatch")


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The document of a vocabulary, and whether it was read before the lines were written."""

    title: str
    read: bool


class Match(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A term of ours and one of another vocabulary, as ``prefix:name``."""

    term: str
    how: How
    other: str

    @property
    def prefix(self) -> str:
        """The short name of the other vocabulary."""
        return self.other.split(":")[0]


class Matches(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file. ``huridocs_codes`` has a code and its term for each act type."""

    documents: dict[str, Document]
    prefixes: dict[str, str]
    matches: tuple[Match, ...]
    huridocs: dict[str, str]
    huridocs_codes: dict[str, tuple[str, str]]


@cache
def load_matches() -> Matches:
    """Read the file. Raises ``LexiconError`` naming the line that is wrong."""
    name = "exports/rdf/ontology/matches.yaml"
    text = resources.files("exports.rdf.ontology").joinpath("matches.yaml").read_text(encoding="utf-8")
    try:
        matches = msgspec.convert(parse_yaml(text), Matches)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{name}: {error}.") from None
    for match in matches.matches:
        if match.prefix not in matches.documents or match.prefix not in matches.prefixes:
            raise LexiconError(f"{name}: {match.other} is of no vocabulary listed; add it to documents and prefixes.")
        if match.how not in _WEAK and not matches.documents[match.prefix].read:
            raise LexiconError(f"{name}: {match.term} {match.how} {match.other}: read the document first.")
    return matches
