"""Look-ups over the rows of a graph that the statements need."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.facts import Span
from kg.graph.evidence import PACK, Passage, parse_span, places_of
from kg.graph.value import Graph, Key, Relationship


@dataclass(frozen=True)
class GraphTables:
    """``words`` holds the spans used of each entry."""

    texts: Mapping[str, str]
    outgoing: Mapping[Key, Sequence[Relationship]]
    incoming: Mapping[Key, Sequence[Relationship]]
    words: Mapping[str, Sequence[Span]]


def make_tables(graph: Graph) -> GraphTables:
    """Read all rows once."""
    outgoing, incoming = defaultdict[Key, list[Relationship]](list), defaultdict[Key, list[Relationship]](list)
    words = defaultdict[str, set[str]](set)
    for relationship in graph.relationships:
        outgoing[relationship.start].append(relationship)
        incoming[relationship.end].append(relationship)
        for entry, span in places(relationship):
            if span:
                words[entry].add(span)
    return GraphTables(
        {node.id: str(node.properties.get("text", "")) for node in graph.nodes if node.label == "Entry"},
        outgoing,
        incoming,
        {entry: sorted(filter(None, map(parse_span, spans))) for entry, spans in words.items()},
    )


def reports_of(relationship: Relationship) -> set[str]:
    """Ids of the reports that a relationship rests on; none where a pack or the schema knows it by itself."""
    found = places(relationship)
    entries = {entry for entry, _ in found if entry != PACK}
    if not found:
        entries = {key.id for key in (relationship.start, relationship.end) if key.label == "Entry"}
    return {report_of(entry) for entry in entries}


def report_of(entry: str) -> str:
    """The id of an entry's report."""
    return entry.rpartition("/")[0]


def passages(relationship: Relationship) -> list[Passage]:
    """The words a relationship rests on; none for a citation, which has a position only."""
    return [Passage(entry, parse_span(span)) for entry, span in places(relationship)]


def places(relationship: Relationship) -> list[tuple[str, str]]:
    """The same as the graph has it: ids of entries beside spans such as ``12-30``, empty where words are left out."""
    return [place for place in places_of(relationship) if not _is_empty(place[1])]


def _is_empty(span: str) -> bool:
    start, dash, end = span.partition("-")
    return bool(dash) and start == end
