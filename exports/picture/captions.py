"""What stands on a thing in the picture, and what is told of it when the pointer rests on it. Plain text only.

Words that a quote is about stand between two ``MARK``: the page shows them bold. No text of a report can hold the mark,
because every text passes :func:`one_line`, for which the mark is white space.
"""

import textwrap
from collections.abc import Iterable, Mapping, Sequence

from ingest.facts import Span
from kg.entries.quotation import one_line, quote
from kg.graph.evidence import passages_of
from kg.graph.value import Graph, Key, Node, Relationship, Value
from kg.schema.schema import Property, Schema

MARK = "\x1f"
_WIDTH = 24
_LINES = 3
_QUOTED = 4
_AROUND = 60
# What the caption or the quotes tell already, or nobody reads.
_UNTOLD = frozenset({"id", "text", "account_of", "lat", "lon", "sha256", "entries", "spans", "start", "end"})
# Nothing is said of a tie by these: they are what one expects (guide, roles).
_EXPECTED = frozenset({"to", "target"})


def caption_of(node: Node, graph: Graph, ties: Sequence[Relationship], schema: Schema) -> str:
    """The words on a node; an act's standing always stands on it: an accusation never looks like a finding.

    ``ties`` are those the node stands in: a charge is named by its provision, a stay by its facility.
    """
    lines = _caption_lines(node, graph, ties, schema)
    broken = [part for line in lines for part in textwrap.wrap(one_line(line), _WIDTH)]
    return "\n".join([*broken[:_LINES], *(["…"] if len(broken) > _LINES else [])])


def far_caption(node: Node, graph: Graph, ties: Sequence[Relationship], schema: Schema) -> str:
    """The words on a node seen from afar, one line; what is alleged, disputed or only requested still says so."""
    lines = _caption_lines(node, graph, ties, schema)
    if node.label in ("Event", "Sanction"):
        return _join(*(lines[:1] if node.label == "Event" else lines))
    return textwrap.shorten(lines[0], _WIDTH + 6, placeholder="…")


def _caption_lines(node: Node, graph: Graph, ties: Sequence[Relationship], schema: Schema) -> list[str]:
    p = node.properties
    if node.label == "Event":
        lines = [_join(_plain(p["type"]), *_doubts(p)), str(p.get("date") or p.get("reported", ""))]
    elif node.label == "Sanction":
        requested = "(requested)" if p.get("status") == "requested" else ""
        lines = [_join(_plain(p["kind"]), _extent(p)), _join(requested, *_doubts(p))]
    elif node.label == "Charge":
        lines = [_named("UNDER", node, graph, ties, schema) or "charge", _plain(p.get("stage", ""))]
    elif node.label == "Stay":
        lines = [f"held {p.get('first_seen', '')}", _named("AT", node, graph, ties, schema)]
    else:
        lines = [str(p.get(schema.nodes[node.label].caption) or node.id)]
    return lines


def tie_caption(ties: Iterable[Relationship]) -> str:
    """The few words on a line: roles and kin, where they are not what one expects."""
    words = {one_line(str(v)) for tie in ties for name, v in tie.identifying.items() if name in ("role", "kind", "as")}
    return ", ".join(sorted(textwrap.shorten(_plain(w), _WIDTH, placeholder="…") for w in words - _EXPECTED))


def node_told(node: Node, caption: str, ties: Iterable[Relationship], texts: Mapping[str, str], schema: Schema) -> str:
    """A node's caption, kind and properties, and some of the words its relationships rest on."""
    kind = schema.nodes[node.label]
    lines = [f"{MARK}{one_line(caption)}{MARK}", node.label, *_properties(node.properties, kind.properties)]
    if node.label == "Entry":
        return "\n".join([*lines, textwrap.shorten(texts[node.id], 600, placeholder=" …")])
    quotes = dict.fromkeys(quote for tie in ties for quote in _quotes(tie, texts))
    return "\n".join([*lines, *_first(list(quotes))])


def tie_told(ties: Iterable[Relationship], ends: tuple[str, str], texts: Mapping[str, str], schema: Schema) -> str:
    """Of relationships between the same two things: their types and properties, and the words they rest on."""
    blocks = []
    for tie in ties:
        start, end = map(one_line, ends)
        lines = [f"{MARK}{_plain(tie.type.lower())}{MARK}: {start} → {end}"]
        lines += _properties(tie.properties, schema.relationships[tie.type].properties)
        blocks.append("\n".join([*lines, *_first(list(dict.fromkeys(_quotes(tie, texts))))]))
    return "\n\n".join(blocks[:_QUOTED] + ([f"and {len(blocks) - _QUOTED} more"] if len(blocks) > _QUOTED else []))


def _properties(properties: Mapping[str, Value], declared: Mapping[str, Property]) -> list[str]:
    return [
        f"{_plain(name)}: {_told(value, name in declared and declared[name].values is not None)}"
        for name, value in properties.items()
        if name not in _UNTOLD
    ]


def _told(value: Value, of_the_guide: bool) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.10g}"
    text = one_line(", ".join(map(str, value)) if isinstance(value, list) else str(value))
    return _plain(text) if of_the_guide else text


def _first(quotes: list[str]) -> list[str]:
    return quotes[:_QUOTED] + ([f"and {len(quotes) - _QUOTED} more passages"] if len(quotes) > _QUOTED else [])


def _quotes(tie: Relationship, texts: Mapping[str, str]) -> list[str]:
    """The words a tie rests on, each in its surroundings after its entry's id."""
    passages = passages_of(tie)
    if not passages:
        return []
    quoted = [_quote(entry, span, texts[entry]) for entry, span in passages if span and entry in texts]
    return quoted or ["known by the jurisdiction pack"]


def _quote(entry: str, span: Span, text: str) -> str:
    prefix, exact, suffix = quote(text, span, _AROUND)
    words = f"{MARK}{one_line(exact)}{MARK}" if exact else ""
    return f"[{one_line(entry)}] {_spaced(prefix)}{words}{_spaced(suffix)}"


def _named(type: str, node: Node, graph: Graph, ties: Sequence[Relationship], schema: Schema) -> str:
    ends = [graph.by_key[tie.end] for tie in ties if tie.type == type and tie.start == node.key]
    return ", ".join(str(e.properties.get(schema.nodes[e.label].caption) or e.id) for e in ends[:2])


def _doubts(p: Mapping[str, Value]) -> list[str]:
    said = [str(p["standing"])] if "standing" in p else []
    return [f"({word})" for word in [*said, *(["disputed"] if p.get("disputed") else [])]]


def _extent(p: Mapping[str, Value]) -> str:
    for name, unit in (("duration", ""), ("amount", ""), ("mci", " MCI")):
        if name in p:
            value = p[name]
            return (f"{value:,.10g}" if isinstance(value, (int, float)) else str(value)) + unit
    return f"until {p['until']}" if "until" in p else ""


def entry_texts(graph: Graph) -> dict[str, str]:
    """The text of every entry, by its id."""
    return {n.id: str(n.properties.get("text", "")) for n in graph.nodes if n.label == "Entry"}


def ties_at(graph: Graph, shown: Mapping[Key, int]) -> dict[Key, list[Relationship]]:
    """The relationships of the whole graph that each of these things stands in; those with words of their own first."""
    at: dict[Key, list[Relationship]] = {key: [] for key in shown}
    for tie in sorted(graph.relationships, key=lambda tie: "entries" not in tie.properties):
        for key in dict.fromkeys((tie.start, tie.end)):
            if key in at:
                at[key].append(tie)
    return at


def _join(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _spaced(text: str) -> str:
    """One line, a blank at either end kept."""
    inner = one_line(text)
    return f"{' ' if text[:1].isspace() else ''}{inner}{' ' if inner and text[-1:].isspace() else ''}"


def _plain(word: object) -> str:
    return str(word).replace("_", " ")
