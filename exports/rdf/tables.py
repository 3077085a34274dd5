"""Look-ups over the rows of a graph that the statements need."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.facts import Span
from kg.graph.evidence import PACK, Passage, passages_of
from kg.graph.value import Graph, Key, Relationship


@dataclass(frozen=True)
class GraphTables:
    """``reports`` holds the ids of the reports that a node rests on; ``words`` the spans used of each entry."""

    texts: Mapping[str, str]
    outgoing: Mapping[Key, Sequence[Relationship]]
    incoming: Mapping[Key, Sequence[Relationship]]
    reports: Mapping[Key, frozenset[str]]
    words: Mapping[str, Sequence[Span]]


def make_tables(graph: Graph) -> GraphTables:
    """Read all rows once."""
    outgoing, incoming = defaultdict[Key, list[Relationship]](list), defaultdict[Key, list[Relationship]](list)
    reports, words = defaultdict[Key, set[str]](set), defaultdict[str, set[Span]](set)
    for relationship in graph.relationships:
        outgoing[relationship.start].append(relationship)
        incoming[relationship.end].append(relationship)
        found = passages(relationship)
        own = _reports_of(relationship, found)
        reports[relationship.start] |= own
        reports[relationship.end] |= own
        for entry, span in found:
            if span:
                words[entry].add(span)
    return GraphTables(
        {node.id: str(node.properties.get("text", "")) for node in graph.nodes if node.label == "Entry"},
        outgoing,
        incoming,
        {key: frozenset(ids) for key, ids in reports.items()},
        {entry: sorted(spans) for entry, spans in words.items()},
    )


def reports_of(relationship: Relationship) -> set[str]:
    """Ids of the reports that a relationship rests on; none where a pack or the schema knows it by itself."""
    return _reports_of(relationship, passages(relationship))


def _reports_of(relationship: Relationship, found: Sequence[Passage]) -> set[str]:
    entries = {entry for entry, _ in found if entry != PACK}
    if not found:
        entries = {key.id for key in (relationship.start, relationship.end) if key.label == "Entry"}
    return {report_of(entry) for entry in entries}


def report_of(entry: str) -> str:
    """The id of an entry's report."""
    return entry.rpartition("/")[0]


def passages(relationship: Relationship) -> list[Passage]:
    """The words a relationship rests on; none for a citation, which has a position only."""
    return [
        passage
        for passage in passages_of(relationship)
        if passage.span is None or passage.span.start < passage.span.end
    ]
