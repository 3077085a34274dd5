"""Entities of relationships: FollowTheMoney's own kinds of link where one says the same, else ``UnknownLink``."""

from collections.abc import Mapping
from typing import NamedTuple

from exports.ftm.entity import Entity, entity_id, make_entity
from exports.rdf.plain import plain_triple, predicate_in_words
from exports.rdf.tables import passages
from kg.entries.ids import short_hash
from kg.graph.evidence import PACK
from kg.graph.value import Graph, Key, Relationship
from kg.schema.labels import load_labels

# Properties of the entity at their start say these.
_PROPERTIES = frozenset({"IN_REPORT", "LOCATED_IN"})


class _Kind(NamedTuple):
    """A schema of links, and its properties that lead to both ends and say what the tie is."""

    schema: str
    start: str
    end: str
    role: str = "role"


_OTHER = _Kind("UnknownLink", "subject", "object")
_KINDS: Mapping[str, _Kind] = {
    # The start is the mother of the end; FollowTheMoney names the relative as the person does: "mother".
    "RELATED_TO": _Kind("Family", "relative", "person", "relationship"),
    "REPRESENTS": _Kind("Representation", "agent", "client"),
    "AFFILIATED_WITH": _Kind("Membership", "member", "organization"),
    "RECORDS": _Kind("Documentation", "document", "entity"),
    "MENTIONS": _Kind("Documentation", "document", "entity"),
}
_SAID_ALONE = frozenset({"PARTY_TO", "RELATED_TO", "AFFILIATED_WITH"})
_PARTY = _Kind("CourtCaseParty", "party", "case")


def make_link(relationship: Relationship, graph: Graph, schemata: Mapping[Key, str]) -> Entity | None:
    """The entity of a relationship; ``None`` if a property of its start says it, or no link could without a finding.

    ``schemata`` are the schemata of the entities of both ends.
    """
    if relationship.type in _PROPERTIES:
        return None
    plain = plain_triple(relationship, graph)
    if plain is None:
        return None
    kind = _kind(relationship, schemata)
    start, end = (plain.start, plain.end) if kind is _OTHER else (relationship.start, relationship.end)
    return make_entity(
        f"link-{short_hash(*relationship.key)}",
        kind.schema,
        **{kind.start: entity_id(start), kind.end: entity_id(end), kind.role: _role(relationship, plain.predicate)},
        **_rest(relationship, graph, kind),
    )


def _kind(relationship: Relationship, schemata: Mapping[Key, str]) -> _Kind:
    if relationship.type == "PARTY_TO" and schemata[relationship.end] == "CourtCase":
        return _PARTY
    return _KINDS.get(relationship.type, _OTHER)


def _role(relationship: Relationship, predicate: str | None) -> str:
    """What the tie is, in words: ``allegedly underwent``, ``lawyer``, ``faces``."""
    if predicate:
        return predicate_in_words(predicate)
    labels = load_labels("en")
    tie = labels.relationships[relationship.type]
    said = next((str(relationship.properties[n]) for n in ("role", "kind", "as") if n in relationship.properties), "")
    if relationship.type in _SAID_ALONE:
        return said or tie
    return f"{tie} ({said})" if said else tie


def _rest(relationship: Relationship, graph: Graph, kind: _Kind) -> dict[str, object]:
    entries = dict.fromkeys(Key("Entry", entry) for entry, _ in passages(relationship) if entry != PACK)
    proof = [entity_id(key) for key in entries if key in graph.by_key and kind.schema != "Documentation"]
    properties = relationship.properties
    found: dict[str, object] = {
        "proof": proof,
        "startDate": properties.get("first_seen"),
        "endDate": properties.get("last_seen"),
    }
    return found if kind.role != "role" else {**found, "status": properties.get("standing")}
