"""Rows that partners state: put as they are, beside what was read in reports."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from ingest.errors import KgError
from kg.entries.stated import ActiveGraph, mention_id
from kg.graph.evidence import passages_of
from kg.graph.value import Graph, Key, Value
from kg.rows.tables import Tables
from kg.schema.schema import load_schema

_EVIDENCE = ("entries", "spans")


def put_stated(tables: Tables, graphs: Sequence[ActiveGraph], ids: Mapping[str, str]) -> None:
    """Put the nodes and relationships of partners' graphs, after everything else.

    ``ids`` has the id of each thing that a partner states, by the id of its mention. What has the same key is one row:
    what our own reports say of it stays, the evidence is joined, and people are counted anew. Raises ``KgError`` where
    a partner's report has the id of another one.
    """
    schema = load_schema()
    sources: dict[Key, int] = defaultdict(int)
    sources.update((key, 1) for key, _ in tables.nodes("Person"))
    for graph in graphs:
        _refuse_taken(tables, graph.graph)
        keys = {node.key: _key_here(node.key, graph.series, ids) for node in graph.graph.nodes}
        for node in graph.graph.nodes:
            name, key = schema.key_of(node.label), keys[node.key]
            properties = {n: value for n, value in node.properties.items() if n != name}
            tables.put_node(node.label, key.id, name, **properties)
            sources[key] += 1
        _put_relationships(tables, graph.graph, keys)
    _count_anew(tables, {key for key, number in sources.items() if key.label == "Person" and number > 1})


def _put_relationships(tables: Tables, graph: Graph, keys: Mapping[Key, Key]) -> None:
    for relationship in graph.relationships:
        start, end = keys[relationship.start], keys[relationship.end]
        if start == end and relationship.start != relationship.end:
            continue  # the two are one: nobody is related to themselves
        words = passages_of(relationship) if "entries" in relationship.properties else ()
        values: dict[str, Any] = {n: v for n, v in relationship.properties.items() if n not in _EVIDENCE}
        tables.put_relationship(relationship.type, start, end, words, **values)


def _key_here(key: Key, series: str, ids: Mapping[str, str]) -> Key:
    return Key(key.label, ids.get(mention_id(key.id, series), key.id))


def _count_anew(tables: Tables, people: set[Key]) -> None:
    """Count the entries, reports and days of people who come from several sources."""
    if not people:
        return
    report_of = {entry: report for entry, report, _ in tables.relationships("IN_REPORT")}
    dates = {event: str(properties.get("date", "")) for event, properties in tables.nodes("Event")}
    naming: dict[Key, set[Key]] = defaultdict(set)
    days: dict[Key, set[Value]] = defaultdict(set)
    for entry, person, _ in tables.relationships("MENTIONS"):
        naming[person].add(entry)
    for person, event, row in tables.relationships("INVOLVED_IN", role="to"):
        days[person] |= {dates[event]} - {""} if row.get("against") else set()
    for person, properties in tables.nodes("Person"):
        if person in people:
            properties["entries_naming"] = len(naming[person])
            properties["reports_naming"] = len({report_of[e] for e in naming[person] if e in report_of})
            properties["days_targeted"] = len(days[person])


def _refuse_taken(tables: Tables, graph: Graph) -> None:
    there = {key.id: properties.get("sha256") for key, properties in tables.nodes("Report")}
    for node in graph.nodes:
        if node.label == "Report" and node.id in there and not is_same(node.properties.get("sha256"), there[node.id]):
            raise KgError(describe_taken(node.id))


def describe_taken(id: str) -> str:
    """What to do where two reports have one id."""
    return (
        f"A partner's file and another one have different reports of the id {id}. Take the partner's in under a series,"
        " such as --series partner: its reports are then partner:2031-03 and so on. Where an earlier file of the"
        " same partner has it, withdraw that one first."
    )


def is_same(one: object, other: object) -> bool:
    """Whether the hashes of two reports are those of one document; without a hash nobody can tell."""
    return one is not None and one == other
