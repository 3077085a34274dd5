"""What stands on a thing in the picture, and what is told of it when the pointer rests on it. Plain text only."""

import textwrap
from collections.abc import Mapping

from kg.graph import Node, Relationship
from kg.schema import Schema

_WIDTH = 24
_QUOTED = 4
_AROUND = 60
# What the caption or the quotes tell already, or nobody reads.
_UNTOLD = frozenset({"id", "text", "account_of", "names", "lat", "lon", "sha256"})


def caption_of(node: Node, schema: Schema) -> str:
    """The words on a node; an act's standing always stands on it: an accusation never looks like a finding."""
    p = node.properties
    if node.label == "Event":
        standing = f" ({p['standing']})" if "standing" in p else ""
        text = f"{_plain(p['type'])}{standing}\n{p.get('date', '')}"
    elif node.label == "Sanction":
        amount = f"{p['amount']:g}" if "amount" in p else ""
        requested = "requested" if p.get("status") == "requested" else ""
        text = "\n".join(filter(None, [_plain(p["kind"]), str(p.get("duration", amount)), requested]))
    elif node.label == "Charge":
        text = f"charge\n{_plain(p.get('stage', ''))}"
    elif node.label == "Stay":
        text = f"held\n{p.get('first_seen', '')}"
    else:
        text = str(p.get(schema.nodes[node.label].caption) or node.id)
    return "\n".join(part for line in text.splitlines() for part in textwrap.wrap(line, _WIDTH)[:3])


def node_told(node: Node, ties: list[Relationship], texts: Mapping[str, str]) -> str:
    """A node's properties, and some of the words its relationships rest on."""
    lines = [node.label]
    lines += [
        f"{_plain(name)}: {', '.join(map(str, value)) if isinstance(value, list) else value}"
        for name, value in node.properties.items()
        if name not in _UNTOLD
    ]
    quotes = dict.fromkeys(quote for tie in ties for quote in _quotes(tie, texts))
    return "\n".join([*lines, *list(quotes)[:_QUOTED]])


def tie_told(tie: Relationship, texts: Mapping[str, str]) -> str:
    """A relationship's type and properties, and the words it rests on."""
    lines = [_plain(tie.type.lower())]
    lines += [f"{_plain(n)}: {v}" for n, v in tie.properties.items() if n not in ("entries", "spans", "start", "end")]
    return "\n".join([*lines, *list(dict.fromkeys(_quotes(tie, texts)))[:_QUOTED]])


def _quotes(tie: Relationship, texts: Mapping[str, str]) -> list[str]:
    entries, spans = tie.properties.get("entries", []), tie.properties.get("spans", [])
    if not isinstance(entries, list) or not isinstance(spans, list):
        return []
    quoted = []
    for entry, span in zip(map(str, entries), map(str, spans), strict=True):
        if entry in texts:
            start, end = map(int, span.split("-"))
            text = texts[entry]
            words = " ".join(text[max(0, start - _AROUND) : end + _AROUND].split())
            quoted.append("\n".join(textwrap.wrap(f"[{entry}] …{words}…", 70)))
    return quoted or ["known by the jurisdiction pack"]


def _plain(word: object) -> str:
    return str(word).replace("_", " ")
