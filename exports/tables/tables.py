"""Tables of a graph: their columns by the vocabulary, and their rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exports.spreadsheet import Cell
from kg.graph.value import Graph, Key, Properties
from kg.schema.labels import Labels, load_labels
from kg.schema.schema import Property, PropertyType, Schema

BETWEEN = "; "
"""Between the parts of a list in one cell."""


@dataclass(frozen=True)
class Column:
    """A column; ``values`` are the words of a closed list."""

    name: str
    title: str
    about: str = ""
    type: PropertyType = "string"
    values: Sequence[str] = ()


@dataclass(frozen=True)
class Table:
    """Rows of one kind, in the graph's order; ``key`` is the column that names a row, empty for relationships."""

    name: str
    title: str
    about: str
    key: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]


def make_tables(graph: Graph, schema: Schema) -> list[Table]:
    """The tables that have rows: nodes first, in the order of the vocabulary."""
    return [table for table in (*_nodes(graph, schema), *_relationships(graph, schema)) if table.rows]


def _nodes(graph: Graph, schema: Schema) -> Iterator[Table]:
    labels = load_labels("en")
    for label, kind in schema.nodes.items():
        columns = _columns(kind.properties, schema, labels)
        rows = [_row(node.properties, kind.properties) for node in graph.nodes if node.label == label]
        yield Table(label, labels.nodes[label], kind.about, kind.key, columns, rows)


def _relationships(graph: Graph, schema: Schema) -> Iterator[Table]:
    labels = load_labels("en")
    for type, kind in schema.relationships.items():
        ends = [tuple(line.split(" -> ")) for line in kind.ends]
        columns = [*_ends("from", {end[0] for end in ends}), *_ends("to", {end[1] for end in ends})]
        columns += _columns(kind.properties, schema, labels)
        evidence = [
            Column("entries", "entries", "The entries it rests on; pack where no report says it", "strings"),
            Column("spans", "spans", "The characters in each of these entries, start-end", "strings"),
        ]
        found = [r for r in graph.relationships if r.type == type]
        rows = [
            [*_key(r.start), *_key(r.end), *_row(r.properties, kind.properties), *_evidence(r.properties)]
            for r in found
        ]
        yield Table(type, labels.relationships[type], kind.about, "", [*columns, *evidence], rows)


def _ends(name: str, kinds: set[str]) -> list[Column]:
    listed = tuple(sorted(kinds))
    return [
        Column(f"{name}_kind", f"{name}: kind", "The table of the row it leads to", values=listed),
        Column(name, name, f"The key of a row of {' or '.join(listed)}"),
    ]


def _columns(properties: Mapping[str, Property], schema: Schema, labels: Labels) -> list[Column]:
    return [
        Column(
            name,
            labels.properties[name],
            declared.about,
            declared.type,
            tuple(schema.values[declared.values]) if declared.values else (),
        )
        for name, declared in properties.items()
    ]


def _key(key: Key) -> list[Cell]:
    return [key.label, key.id]


def _row(properties: Properties, declared: Mapping[str, Property]) -> list[Cell]:
    return [_cell(properties.get(name)) for name in declared]


def _evidence(properties: Properties) -> list[Cell]:
    return [_cell(properties.get(name)) for name in ("entries", "spans")]


def _cell(value: object) -> Cell:
    if isinstance(value, list):
        return BETWEEN.join(map(str, value))
    return value if isinstance(value, str | int | float | bool) else None
