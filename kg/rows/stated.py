"""Rows that partners state: put as they are, beside what was read in reports."""

from collections.abc import Sequence
from typing import Any

from ingest.errors import KgError
from kg.graph.evidence import passages_of
from kg.graph.value import Graph
from kg.rows.tables import Tables
from kg.schema.schema import load_schema

_EVIDENCE = ("entries", "spans")


def put_stated(tables: Tables, graphs: Sequence[Graph]) -> None:
    """Put the nodes and relationships of partners' graphs, after everything else.

    What has the same key is one row: what our own reports say of it stays, and the evidence is joined. Raises
    ``KgError`` where a partner's report has the id of another one.
    """
    schema = load_schema()
    for graph in graphs:
        _refuse_taken(tables, graph)
        for node in graph.nodes:
            key = schema.key_of(node.label)
            properties = {name: value for name, value in node.properties.items() if name != key}
            tables.put_node(node.label, node.id, key, **properties)
        for relationship in graph.relationships:
            has_evidence = "entries" in relationship.properties
            words = passages_of(relationship) if has_evidence else ()
            values: dict[str, Any] = {n: v for n, v in relationship.properties.items() if n not in _EVIDENCE}
            tables.put_relationship(relationship.type, relationship.start, relationship.end, words, **values)


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
