"""The vocabulary, read from ``schema.yaml`` and checked.

Kinds of node and relationship, properties, values: whatever else needs to know them (stores, exports, the legend, the
reference page) asks here.
"""

from functools import cache
from importlib import resources
from typing import Any, Literal

import msgspec

from ingest.errors import LexiconError
from ingest.yaml_text import parse_yaml

PropertyType = Literal["string", "integer", "float", "boolean", "date", "strings"]


class Property(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A property of a node or relationship. ``format`` says what a string means, such as an ISO 8601 duration."""

    type: PropertyType = "string"
    format: Literal["duration"] | None = None
    about: str = ""
    values: str | None = None
    protected: bool = False
    index: bool = False
    rdf: str | None = None


class NodeKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of node. ``colour`` and ``shape`` are the picture's, ``caption`` the property shown as its name."""

    about: str
    caption: str
    colour: str
    shape: str
    properties: dict[str, Property]
    key: str = "id"
    protected: bool = False
    rdf: str | None = None
    ftm: str | None = None


class RelationshipKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of relationship. ``ends`` are lines ``Person -> Event``, ``noun`` the name of its class in RDF."""

    noun: str
    about: str
    ends: tuple[str, ...]
    connects: bool = False
    evidence: bool = False
    rdf: str | None = None
    properties: dict[str, Property] = {}

    def joins(self, start: str, end: str) -> bool:
        """Whether it may lead from a node of one label to one of another."""
        return f"{start} -> {end}" in self.ends


class Schema(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole vocabulary."""

    version: int
    namespace: str
    prefixes: dict[str, str]
    nodes: dict[str, NodeKind]
    relationships: dict[str, RelationshipKind]
    values: dict[str, dict[str, str]]

    def connecting(self) -> tuple[str, ...]:
        """The types of relationship through which a path means a connection, sorted."""
        return tuple(sorted(name for name, kind in self.relationships.items() if kind.connects))

    def key_of(self, label: str) -> str:
        """The name of a label's key property."""
        return self.nodes[label].key


@cache
def load_schema() -> Schema:
    """Read the vocabulary. Raises ``LexiconError`` naming what is wrong in ``schema.yaml``."""
    text = resources.files("kg").joinpath("schema.yaml").read_text(encoding="utf-8")
    return parse_schema(parse_yaml(text))


def parse_schema(raw: Any) -> Schema:
    """Turn the parsed YAML into a :class:`Schema` and check what refers to what."""
    try:
        schema = msgspec.convert(raw, Schema)
    except msgspec.ValidationError as error:
        raise LexiconError(f"kg/schema.yaml: {error}.") from None
    for problem in _problems(schema):
        raise LexiconError(f"kg/schema.yaml: {problem}.")
    return schema


def _problems(schema: Schema) -> list[str]:
    found = []
    for label, node in schema.nodes.items():
        found += [f"{label} has no property {p}" for p in (node.key, node.caption) if p not in node.properties]
    for name, relationship in schema.relationships.items():
        for ends in relationship.ends:
            found += [f"{name} leads to an unknown kind {e}" for e in ends.split(" -> ") if e not in schema.nodes]
    kinds: list[tuple[str, NodeKind | RelationshipKind]] = [*schema.nodes.items(), *schema.relationships.items()]
    for name, kind in kinds:
        for prop, declared in kind.properties.items():
            if declared.values and declared.values not in schema.values:
                found.append(f"{name}.{prop} takes unknown values {declared.values}")
            found += _unknown_prefix(f"{name}.{prop}", declared.rdf, schema)
        found += _unknown_prefix(name, kind.rdf, schema)
    return found


def _unknown_prefix(name: str, term: str | None, schema: Schema) -> list[str]:
    known = term is None or term.split(":")[0] in schema.prefixes
    return [] if known else [f"{name} has a term of an unknown prefix, {term}"]
