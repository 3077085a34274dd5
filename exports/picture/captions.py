"""The words on things and lines. Plain text only."""

from collections.abc import Sequence

from exports.picture.choice.connections import FACTS
from ingest.vocabulary import Standing
from kg.entries.quotation import one_line
from kg.graph.value import Node, Properties
from kg.schema.schema import Schema
from kg.schema.sentences import say
from queries.pages.phrases import format_duration, name_act, name_provision, plain

KINDS = {"Event": "act", "Stay": "custody", "Provision": "article"}
"""What kinds of thing are called where their label says it less well."""

UNPROVEN: frozenset[Standing] = frozenset({"alleged", "denied"})
"""What somebody claims, or denies, and nobody found."""


def kind_of(label: str) -> str:
    """A kind of thing in words."""
    return KINDS.get(label, label.lower())


def name_of(node: Node, schema: Schema) -> str:
    """The name of a thing on one line; of a fact, what it was, with its standing and date.

    An accusation never looks like a finding: ``(alleged)`` and ``(requested)`` are part of the name.
    """
    p = node.properties
    if node.label in FACTS:
        return ", ".join(filter(None, (_fact(node), date_of_fact(node))))
    if node.label == "Provision":
        return name_provision(node.id)
    if node.label == "Case":
        return " ".join(
            filter(None, (plain(p.get("kind", "case"), "case_kind"), str(p.get("number") or p.get("first_seen", ""))))
        )
    return one_line(str(p.get(schema.nodes[node.label].caption) or node.id))


def name_marked(nodes: Sequence[Node], schema: Schema) -> list[str]:
    """The lines under a mark: what its facts are, how many, and from when to when."""
    first = nodes[0]
    if first.label not in FACTS:
        return [name_of(first, schema)]
    dates = sorted({date for node in nodes if (date := date_of_fact(node))})
    between = dates[0] + (f" – {dates[-1]}" if len(dates) > 1 else "") if dates else ""
    times = f" × {len(nodes)}" if len(nodes) > 1 else ""
    return list(filter(None, (_fact(first) + times, between)))


def date_of_fact(node: Node) -> str:
    """The day of a fact, or of the entry that reports it."""
    p = node.properties
    return str(p.get("date") or p.get("since") or p.get("reported") or p.get("first_seen") or "")


def _fact(node: Node) -> str:
    p = node.properties
    if node.label == "Event":
        return _join(name_act(str(p["type"])), *_doubts(p))
    if node.label == "Sanction":
        requested = f"({say('requested')})" if p.get("status") == "requested" else ""
        return _join(plain(p["kind"], "sanction_kind"), extent_of(p), requested, *_doubts(p))
    return say("custody") if node.label == "Stay" else say("charge")


def extent_of(p: Properties) -> str:
    """How long or how much a sanction is: ``15 days``, ``2,000,000``, ``50 index units``, ``until 2031-04-01``."""
    if "duration" in p:
        return format_duration(str(p["duration"]))
    for name, unit in (("amount", ""), ("index_units", say(" index units"))):
        if name in p:
            value = p[name]
            longest = f" to {p['duration_max']}" if name == "duration" and "duration_max" in p else ""
            return (f"{value:,.10g}" if isinstance(value, (int, float)) else str(value)) + longest + unit
    return say("until {date}", date=p["until"]) if "until" in p else ""


def _doubts(p: Properties) -> list[str]:
    doubts = [plain(p["standing"], "standing")] if "standing" in p else []
    return [f"({word})" for word in [*doubts, *([say("disputed")] if p.get("disputed") else [])]]


def _join(*parts: str) -> str:
    return " ".join(filter(None, parts))
