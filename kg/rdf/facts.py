"""A partner's graph in the shape of a report's facts, for lists, comparisons and erasure; nothing is built from it."""

from collections import defaultdict

from ingest.facts import Entry, EntryFacts, Evidence, Footnote, Person, Report, ReportFacts, Span
from ingest.language.periods.keys import read_period_key
from kg.graph.value import Graph, Key, Node, Relationship
from kg.rdf.stated import StatedGraph

_RULE = "stated by a partner"
_OF_ENTRIES: frozenset[str] = frozenset({"MENTIONS", "CITES"})


def facts_of_stated(stated: StatedGraph, period: str) -> ReportFacts:
    """The entries with the people they name and the addresses they cite, numbered through all reports of the file."""
    days = read_period_key(period) or ("", "")
    of_entry: dict[str, list[Relationship]] = defaultdict(list)
    for relationship in stated.graph.relationships:
        if relationship.type in _OF_ENTRIES:
            of_entry[relationship.start.id].append(relationship)
    nodes = [node for node in stated.graph.nodes if node.label == "Entry"]
    facts = tuple(_facts_of_entry(node, i, of_entry[node.id], stated.graph) for i, node in enumerate(nodes, 1))
    entries = tuple(entry.entry for entry in facts)
    return ReportFacts(Report(title_of(stated), period, *days, "given", entries), facts)


def title_of(stated: StatedGraph) -> str:
    """Whose graph it is, and how many reports are in it."""
    number = len(stated.reports())
    whose = f" of {stated.header.publisher}" if stated.header.publisher else ""
    return f"RDF{whose}: {number} report{'' if number == 1 else 's'}"


def _facts_of_entry(node: Node, number: int, said: list[Relationship], graph: Graph) -> EntryFacts:
    people: dict[Key, list[Span]] = defaultdict(list)
    notes = []
    for relationship in said:
        start, end = (relationship.properties.get(name) for name in ("start", "end"))
        span = Span(start, end if isinstance(end, int) else start) if isinstance(start, int) else None
        if relationship.type == "CITES":
            footnote = str(relationship.properties.get("footnote", ""))
            notes.append(Footnote(footnote, span or Span(0, 0), _RULE, relationship.end.id))
        elif relationship.end.label == "Person":
            people[relationship.end] += [span] if span else []
    date = node.properties.get("date")
    entry = Entry(number, str(node.properties.get("text", "")), 0, str(date) if date else None, footnotes=tuple(notes))
    persons = (
        Person(
            str(graph.by_key[person].properties.get("name", "")) or None, None, "other", Evidence(tuple(spans), _RULE)
        )
        for person, spans in people.items()
    )
    return EntryFacts(entry, persons=tuple(persons))
