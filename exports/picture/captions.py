"""The words on the nodes and lines of a picture. Plain text only."""

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from kg.entries.quotation import one_line
from kg.graph.value import Graph, Node, Relationship, Value
from kg.schema.schema import Schema

_WIDTH = 24
_LINES = 3
# Roles that one expects and that are therefore not written on a line (annotation, persons).
_EXPECTED = frozenset({"to", "target"})


def caption_of(node: Node, graph: Graph, relationships: Sequence[Relationship], schema: Schema) -> str:
    """The words on a node, over up to three lines.

    An act's standing is always among them: an accusation never looks like a finding. ``relationships`` are the node's
    own: a charge is named by its provision, a stay by its facility.
    """
    lines = _caption_lines(node, graph, relationships, schema)
    wrapped = [part for line in lines for part in textwrap.wrap(one_line(line), _WIDTH)]
    return "\n".join([*wrapped[:_LINES], *(["…"] if len(wrapped) > _LINES else [])])


def far_caption(node: Node, graph: Graph, relationships: Sequence[Relationship], schema: Schema) -> str:
    """One line for a node when the picture is zoomed out; what is alleged, disputed or requested still says so."""
    lines = _caption_lines(node, graph, relationships, schema)
    if node.label in ("Event", "Sanction"):
        return _join(*(lines[:1] if node.label == "Event" else lines))
    return textwrap.shorten(lines[0], _WIDTH + 6, placeholder="…")


def relationship_caption(relationships: Iterable[Relationship]) -> str:
    """The words on a line: roles and kinds, where they are not what one expects."""
    identifying = [relationship.identifying for relationship in relationships]
    words = {one_line(str(names[name])) for names in identifying for name in ("role", "kind", "as") if name in names}
    return ", ".join(sorted(textwrap.shorten(plain(w), _WIDTH, placeholder="…") for w in words - _EXPECTED))


def _caption_lines(node: Node, graph: Graph, relationships: Sequence[Relationship], schema: Schema) -> list[str]:
    p = node.properties
    if node.label == "Event":
        lines = [_join(plain(p["type"]), *_doubts(p)), str(p.get("date") or p.get("reported", ""))]
    elif node.label == "Sanction":
        requested = "(requested)" if p.get("status") == "requested" else ""
        lines = [_join(plain(p["kind"]), _extent(p)), _join(requested, *_doubts(p))]
    elif node.label == "Charge":
        lines = [_named("UNDER", node, graph, relationships, schema) or "charge", plain(p.get("stage", ""))]
    elif node.label == "Stay":
        lines = [f"held {p.get('first_seen', '')}", _named("AT", node, graph, relationships, schema)]
    else:
        lines = [str(p.get(schema.nodes[node.label].caption) or node.id)]
    return lines


def _named(type: str, node: Node, graph: Graph, relationships: Sequence[Relationship], schema: Schema) -> str:
    """The captions of the first two nodes that relationships of a type lead to."""
    ends = [graph.by_key[r.end] for r in relationships if r.type == type and r.start == node.key]
    return ", ".join(str(end.properties.get(schema.nodes[end.label].caption) or end.id) for end in ends[:2])


def _doubts(p: Mapping[str, Value]) -> list[str]:
    doubts = [str(p["standing"])] if "standing" in p else []
    return [f"({word})" for word in [*doubts, *(["disputed"] if p.get("disputed") else [])]]


def _extent(p: Mapping[str, Value]) -> str:
    for name, unit in (("duration", ""), ("amount", ""), ("index_units", " index units")):
        if name in p:
            value = p[name]
            longest = f" to {p['duration_max']}" if name == "duration" and "duration_max" in p else ""
            return (f"{value:,.10g}" if isinstance(value, (int, float)) else str(value)) + longest + unit
    return f"until {p['until']}" if "until" in p else ""


def _join(*parts: str) -> str:
    return " ".join(filter(None, parts))


def plain(word: object) -> str:
    """A code of the vocabulary as words: ``assembly_refusal`` is ``assembly refusal``."""
    return str(word).replace("_", " ")
