"""A part of a graph that is whole in itself: chosen things, what the words tie to them, evidence, entries, sources."""

from collections import defaultdict
from collections.abc import Iterable

from ingest.errors import KgError
from kg.graph.evidence import PACK, passages_of
from kg.graph.value import Graph, Key, Relationship, make_graph

FACTS = frozenset({"Event", "Charge", "Sanction", "Stay"})
# What belongs to these comes along. Another thing, such as a court, comes alone: half the graph may be about it.
_WITH_ALL_BESIDE = frozenset({"Person", "Case", *FACTS})
# From a thing to where it is, from a case to its court and campaign, from an entry to its report and sources.
_AROUND: frozenset[str] = frozenset({"PART_OF", "LOCATED_IN", "BEFORE", "ARISES_FROM", "IN_REPORT", "CITES"})


def describe_part(part: str) -> str:
    """What a file says of itself that has only a part; ``part`` says which, as ``Release.part`` does. Empty for all."""
    return f"A part of the organisation's graph: {part}." if part else ""


def choose_part(graph: Graph, seeds: Iterable[Key]) -> Graph:
    """The part around some things of a graph; no relationship and no evidence in it leads out of it.

    A person comes with their facts, cases and ties, a case with its facts and parties, an entry with the facts it
    records; a fact comes with all who take part in it, where it was and under which law. Then come the entries that
    this rests on, with their reports and sources. Where a court or a body is rests on many entries: those that are in
    the part stay, or the first one. Raises ``KgError`` for an empty part.
    """
    chosen = {key for key in seeds if key in graph.by_key}
    if not chosen:
        raise KgError("Nothing of that leaves: the graph has none of it, or the profile leaves it out.")
    beside = _relationships_beside(graph)
    own = chosen | _beside(chosen, beside)
    kept = own | _beside({key for key in own if key.label in FACTS}, beside)
    inside: list[Relationship] = []
    needed = kept
    while needed:
        kept = _with_surroundings(kept | needed, beside)
        inside = [r for r in graph.relationships if r.start in kept and r.end in kept]
        needed = {entry for relationship in inside for entry in _entries_needed(relationship, kept)} - kept
    return _make_part(graph, kept, inside)


def _make_part(graph: Graph, kept: set[Key], inside: Iterable[Relationship]) -> Graph:
    nodes = (node for node in graph.nodes if node.key in kept)
    return make_graph(nodes, (_narrowed(relationship, kept) for relationship in inside))


def _relationships_beside(graph: Graph) -> dict[Key, list[Relationship]]:
    found: dict[Key, list[Relationship]] = defaultdict(list)
    for relationship in graph.relationships:
        found[relationship.start].append(relationship)
        found[relationship.end].append(relationship)
    return found


def _beside(keys: Iterable[Key], beside: dict[Key, list[Relationship]]) -> set[Key]:
    """What is at the other end of the relationships of people, cases and facts; of entries, the facts they record."""
    found = set()
    for key in keys:
        ends = {end for relationship in beside[key] for end in (relationship.start, relationship.end)}
        if key.label in _WITH_ALL_BESIDE:
            found |= ends
        elif key.label == "Entry":
            found |= {end for end in ends if end.label in FACTS}
    return found


def _with_surroundings(keys: set[Key], beside: dict[Key, list[Relationship]]) -> set[Key]:
    found, ahead = set(keys), list(keys)
    while ahead:
        key = ahead.pop()
        for relationship in beside[key]:
            if relationship.start == key and relationship.type in _AROUND and relationship.end not in found:
                found.add(relationship.end)
                ahead.append(relationship.end)
    return found


def _is_where(relationship: Relationship) -> bool:
    return relationship.type == "LOCATED_IN" and relationship.start.label != "Entry"


def _entries_needed(relationship: Relationship, kept: set[Key]) -> list[Key]:
    """The entries that a relationship rests on; of where a body is, one if none is there."""
    entries = [Key("Entry", entry) for entry, _ in passages_of(relationship) if entry != PACK]
    if _is_where(relationship):
        return [] if any(entry in kept for entry in entries) else entries[:1]
    return entries


def _narrowed(relationship: Relationship, kept: set[Key]) -> Relationship:
    """Where a body is, with the words that are in the part."""
    passages = passages_of(relationship)
    if not _is_where(relationship) or all(e == PACK or Key("Entry", e) in kept for e, _ in passages):
        return relationship
    entries, spans = (relationship.properties[name] for name in ("entries", "spans"))
    assert isinstance(entries, list)
    assert isinstance(spans, list)
    words = [(str(e), str(s)) for e, s in zip(entries, spans, strict=True) if Key("Entry", str(e)) in kept]
    left = {"entries": [entry for entry, _ in words], "spans": [span for _, span in words]}
    return Relationship(relationship.type, relationship.start, relationship.end, {**relationship.properties, **left})
