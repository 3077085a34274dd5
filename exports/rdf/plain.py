"""Plain triples from one thing to another, which say no more than the words do.

A triple cannot say *alleged* or *requested* of itself, so each has a predicate of its own: ``underwent`` is what the
reports state or a court found, ``allegedlyUnderwent`` what somebody claims, ``reportedlyDidNotUndergo`` what is known
only as denied (design, rule 6).
"""

from collections.abc import Mapping
from typing import NamedTuple

from ingest.vocabulary import ActType, Involvement
from kg.graph.value import Graph, Key, Relationship

Standings = Mapping[str | None, str]

_UNDERWENT: Standings = {
    None: "underwent",
    "found": "underwent",
    "alleged": "allegedlyUnderwent",
    "denied": "reportedlyDidNotUndergo",
}
_CARRIED_OUT: Standings = {
    None: "carriedOut",
    "found": "carriedOut",
    "alleged": "allegedlyCarriedOut",
    "denied": "reportedlyDidNotCarryOut",
}
_TOOK_PART: Standings = {
    None: "tookPartIn",
    "found": "tookPartIn",
    "alleged": "allegedlyTookPartIn",
    "denied": "reportedlyDidNotTakePartIn",
}
# What stands for a relationship of a sanction that is only requested.
_REQUESTED: Mapping[str, str] = {"RECEIVED": "requestedAgainst", "IMPOSED_BY": "requestedBy"}

# Acts in which one takes part: whoever is on hunger strike, however the words put it, and whoever protests.
_SHARED: frozenset[tuple[ActType, Involvement]] = frozenset(
    {("hunger_strike", "to"), ("hunger_strike", "by"), ("protest", "by")}
)


class PlainTriple(NamedTuple):
    """``predicate`` is the name of a term of ours, or ``None`` for the relationship's own."""

    start: Key
    predicate: str | None
    end: Key


def plain_triple(relationship: Relationship, graph: Graph) -> PlainTriple | None:
    """The plain triple of a relationship; ``None`` where every triple would say more than the words."""
    start, end = relationship.start, relationship.end
    if relationship.type == "INVOLVED_IN":
        return PlainTriple(start, _involvement(relationship, graph), end)
    if "Sanction" not in (start.label, end.label):
        return PlainTriple(start, None, end)
    sanctions = [graph.by_key[key] for key in (start, end) if key.label == "Sanction"]
    if not any(node.properties.get("status") == "requested" for node in sanctions):
        return PlainTriple(start, None, end)
    if relationship.type == "RECEIVED":  # the other way round: a person did not receive it
        return PlainTriple(end, _REQUESTED["RECEIVED"], start)
    return None if relationship.type == "REPLACES" else PlainTriple(start, _REQUESTED.get(relationship.type), end)


def predicate_in_words(predicate: str) -> str:
    """``allegedly underwent`` for ``allegedlyUnderwent``."""
    return "".join(f" {sign.lower()}" if sign.isupper() else sign for sign in predicate)


def _involvement(relationship: Relationship, graph: Graph) -> str:
    event = graph.by_key[relationship.end]
    standing = relationship.properties.get("standing", event.properties.get("standing"))
    role = relationship.properties.get("role")
    if (event.properties.get("type"), role) in _SHARED:
        names = _TOOK_PART
    else:
        names = _UNDERWENT if role == "to" else _CARRIED_OUT
    return names[None if standing is None else str(standing)]
