"""The graph as FollowTheMoney entities, one JSON object a line, as OpenAleph takes them."""

import json
from collections.abc import Iterator
from pathlib import Path

from exports.files import replace_export
from exports.ftm.entities import Entities
from exports.ftm.entity import Entity
from exports.ftm.links import make_link
from exports.part import describe_part
from exports.rdf.tables import GraphTables, make_tables
from kg.graph.value import Graph
from kg.schema.schema import Schema

__all__ = ["make_entities", "write_ftm"]


def write_ftm(graph: Graph, schema: Schema, path: Path, part: str = "") -> int:
    """Write the entities of a graph and give their number. Raises ``KgError`` if the file cannot be written.

    The folder of each report says which ``part`` of the graph it is, because the format has no header.
    """
    number = 0
    with replace_export(path) as file:
        for entity in make_entities(graph, schema, part):
            file.write((json.dumps(entity.as_json(), ensure_ascii=False) + "\n").encode())
            number += 1
    return number


def make_entities(graph: Graph, schema: Schema, part: str = "") -> Iterator[Entity]:
    """An entity for each node, then one for each relationship that is not a property of its start."""
    tables: GraphTables = make_tables(graph)
    entities = Entities(graph, tables, schema, describe_part(part))
    schemata = {}
    for node in graph.nodes:
        entity = entities.entity(node)
        schemata[node.key] = entity.schema
        yield entity
    for relationship in graph.relationships:
        if (link := make_link(relationship, graph, schemata)) is not None:
            yield link
