"""The text of a node or line while the pointer rests on it. Plain text only.

Quoted words are between two ``MARK``, which the page shows bold. No text of a report can hold the mark, because every
text passes :func:`one_line`, for which the mark is white space.
"""

import textwrap
from collections.abc import Iterable, Mapping

from exports.picture.captions import plain
from ingest.facts import Span
from kg.entries.quotation import one_line, quote
from kg.graph.evidence import passages_of
from kg.graph.value import Graph, Key, Node, Relationship, Value
from kg.schema.schema import Property, Schema

MARK = "\x1f"
_QUOTED = 4
_AROUND = 60
# What the caption or the quotes say already, or nobody reads. An id is what people decide about a fact by.
_HIDDEN = frozenset({"text", "account_of", "lat", "lon", "sha256", "entries", "spans", "start", "end"})


def node_title(
    node: Node, caption: str, relationships: Iterable[Relationship], texts: Mapping[str, str], schema: Schema
) -> str:
    """A node's caption, kind and properties, and some of the words its relationships rest on."""
    kind = schema.nodes[node.label]
    lines = [f"{MARK}{one_line(caption)}{MARK}", node.label, *_properties(node.properties, kind.properties)]
    if node.label == "Entry":
        return "\n".join([*lines, textwrap.shorten(texts[node.id], 600, placeholder=" …")])
    quotes = dict.fromkeys(quote for relationship in relationships for quote in _quotes(relationship, texts))
    return "\n".join([*lines, *_first(list(quotes))])


def relationship_title(
    relationships: Iterable[Relationship], ends: tuple[str, str], texts: Mapping[str, str], schema: Schema
) -> str:
    """The types and properties of relationships between the same two nodes, and the words they rest on."""
    blocks = []
    for relationship in relationships:
        start, end = map(one_line, ends)
        lines = [f"{MARK}{plain(relationship.type.lower())}{MARK}: {start} → {end}"]
        lines += _properties(relationship.properties, schema.relationships[relationship.type].properties)
        blocks.append("\n".join([*lines, *_first(list(dict.fromkeys(_quotes(relationship, texts))))]))
    return "\n\n".join(blocks[:_QUOTED] + ([f"and {len(blocks) - _QUOTED} more"] if len(blocks) > _QUOTED else []))


def _properties(properties: Mapping[str, Value], declared: Mapping[str, Property]) -> list[str]:
    return [
        f"{plain(name)}: {_format_value(value, name in declared and declared[name].values is not None)}"
        for name, value in properties.items()
        if name not in _HIDDEN
    ]


def _format_value(value: Value, is_code: bool) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.10g}"
    text = one_line(", ".join(map(str, value)) if isinstance(value, list) else str(value))
    return plain(text) if is_code else text


def _first(quotes: list[str]) -> list[str]:
    return quotes[:_QUOTED] + ([f"and {len(quotes) - _QUOTED} more passages"] if len(quotes) > _QUOTED else [])


def _quotes(relationship: Relationship, texts: Mapping[str, str]) -> list[str]:
    """The words a relationship rests on, each in context after its entry's id."""
    passages = passages_of(relationship)
    if not passages:
        return []
    quoted = [_quote(entry, span, texts[entry]) for entry, span in passages if span and entry in texts]
    return quoted or ["known by the jurisdiction pack"]


def _quote(entry: str, span: Span, text: str) -> str:
    prefix, exact, suffix = quote(text, span, _AROUND)
    words = f"{MARK}{one_line(exact)}{MARK}" if exact else ""
    return f"[{one_line(entry)}] {_spaced(prefix)}{words}{_spaced(suffix)}"


def entry_texts(graph: Graph) -> dict[str, str]:
    """The text of every entry, by its id."""
    return {n.id: str(n.properties.get("text", "")) for n in graph.nodes if n.label == "Entry"}


def relationships_at(graph: Graph, shown: Mapping[Key, int]) -> dict[Key, list[Relationship]]:
    """All relationships of each of these nodes; those with evidence of their own first."""
    at: dict[Key, list[Relationship]] = {key: [] for key in shown}
    for relationship in sorted(graph.relationships, key=lambda r: "entries" not in r.properties):
        for key in dict.fromkeys((relationship.start, relationship.end)):
            if key in at:
                at[key].append(relationship)
    return at


def _spaced(text: str) -> str:
    """One line, a blank at either end kept."""
    inner = one_line(text)
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"
