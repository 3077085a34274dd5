"""Things as the page shows them: on the canvas, in lists, in search."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from exports.picture.captions import date_of_fact, name_of
from kg.entries.quotation import one_line
from kg.graph.value import Key, Node
from kg.schema.schema import load_schema
from kg.stores import Store
from queries.networks.nodes import read_nodes
from queries.pages.phrases import plain

Standing = Literal["stated", "alleged", "denied", "found", "requested", "accused"]
"""How far something is established. ``stated``: the report says it as a fact; ``accused``: a charge, no finding."""

# Characters of an entry's first words.
_WORDS = 100


@dataclass(frozen=True)
class Thing:
    """A node: its id, its kind (a label of the schema), the name it is shown under, and what tells it from others.

    ``days`` is on how many days a person was targeted. ``first`` and ``last`` are dates (ISO, as exact as known).
    """

    id: str
    kind: str
    label: str
    detail: str
    standing: Standing
    days: int | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True)
class Piece:
    """A piece of a text; ``hit`` where it is what was searched for, or what a fact rests on."""

    text: str
    hit: bool


def read_things(store: Store, keys: Iterable[Key]) -> list[Thing]:
    """The things of some keys that there are, in their order."""
    return [make_thing(node) for node in read_nodes(store, keys).values()]


def make_thing(node: Node) -> Thing:
    """A node as the page shows it."""
    p = node.properties
    days = p.get("days_targeted")
    first, last = _dates(node)
    return Thing(
        id=node.id,
        kind=node.label,
        label=name_of(node, load_schema()),
        detail=_detail(node),
        standing=standing_of_node(node),
        days=days if isinstance(days, int) else None,
        first=first,
        last=last,
    )


def standing_of_node(node: Node) -> Standing:
    """How far what a node says is established; what is no claim is ``stated``."""
    p = node.properties
    if node.label == "Charge":
        return "found" if p.get("stage") == "convicted" else "accused"
    if p.get("status") == "requested":
        return "requested"
    return read_standing(p.get("standing"))


def read_standing(word: object) -> Standing:
    """The standing that a property of the graph says; absent, the report states it as a fact."""
    match word:
        case "alleged" | "denied" | "found":
            return word
    return "stated"


def _dates(node: Node) -> tuple[str | None, str | None]:
    p = node.properties
    first = date_of_fact(node) or p.get("period_start")
    last = p.get("until") or p.get("last_seen") or p.get("period_end") or first
    return (str(first), str(last)) if first else (None, None)


def _detail(node: Node) -> str:
    """What tells a thing from others of its name."""
    p = node.properties
    match node.label:
        case "Person":
            words = [*_texts(p.get("offices")), *_texts(p.get("occupations"))]
            return ", ".join(plain(word, "office") for word in words[:3])
        case "Entry":
            return _first_words(str(p.get("text", "")))
        case "Charge":
            return plain(p.get("stage", ""), "charge_stage")
        case "Provision":
            return str(p.get("title", ""))
        case "Case":
            return one_line(str(p.get("title", "")))
    if node.label == "Sanction":
        return plain(p.get("status", ""), "sanction_status")
    return plain(p.get("kind", ""), f"{node.label.lower()}_kind")


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []


def _first_words(text: str) -> str:
    words = one_line(text)
    return words if len(words) <= _WORDS else words[:_WORDS].rpartition(" ")[0] + "…"
