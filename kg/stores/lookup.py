"""Nodes found by the name a user types."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.errors import KgError
from ingest.language.folding import fold
from kg.schema.schema import load_schema
from kg.stores import Limits, Store

SHOWN = 8
NAMED = ("Person", "Organisation", "Court", "Facility", "Place")
ALL = 10_000_000


@dataclass(frozen=True)
class Found:
    """A node with its key and the name it is shown under."""

    label: str
    id: str
    caption: str


class NotFound(KgError):
    """No node of that name, or several (``fitting``); the message lists the candidates' ids."""

    def __init__(self, message: str, fitting: Sequence[Found] = ()) -> None:
        super().__init__(message)
        self.fitting = tuple(fitting)


def find_node(store: Store, label: str, text: str) -> Found:
    """The one node of a label that an id or a name refers to.

    A name fits when it is one of the node's names, or when all its words are in one of them (an initial fits the word
    it begins). Raises ``NotFound`` if no node fits, or more than one.
    """
    fitting = find_nodes(store, label, text)
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        raise NotFound(f"No {label} of that name in the graph. `kg cypher` or a shorter name may find it.")
    raise NotFound(_several(f"nodes of kind {label}", fitting))


def find_people(store: Store, text: str) -> list[Found]:
    """The person of an id or name; several where they have exactly the same name. Raises ``NotFound``."""
    fitting = find_nodes(store, "Person", text)
    if len({sorted_name(found.caption) for found in fitting}) == 1:
        return fitting
    return [find_node(store, "Person", text)]


def sorted_name(name: str) -> tuple[str, ...]:
    """A name's folded words, sorted."""
    return tuple(sorted(fold(name).split()))


def find_nodes(store: Store, label: str, text: str) -> list[Found]:
    """All nodes that fit. Where a name fits exactly, partial matches are left out."""
    kind = load_schema().nodes[label]
    everything = f"MATCH (n:{label}) RETURN n.id AS id, n.{kind.caption} AS name, n.names AS names ORDER BY id"
    rows = store.query(everything, limits=Limits(rows=ALL)).rows
    wanted = fold(text)
    exact, partial = [], []
    for id, name, names in rows:
        found = Found(label, id, name or id)
        if id == text:
            return [found]
        # A case has a title and no names. An article has neither: CC:405 is found as "CC 405" too.
        folded = [fold(n) for n in (names or {name or id, id.replace(":", " ")})]
        if sorted_name(text) in [sorted_name(n) for n in folded]:
            exact.append(found)
        elif any(_fits(wanted.split(), n.split()) for n in folded):
            partial.append(found)
    return exact or partial


def find_any_node(store: Store, text: str) -> Found:
    """The one node of any kind with names that an id or a name refers to; an exact name wins.

    Raises ``NotFound`` if no node fits, or more than one.
    """
    by_id = find_by_key(store, text)
    if by_id:
        return by_id
    fitting = [found for label in NAMED for found in find_nodes(store, label, text)]
    if not fitting:
        raise NotFound("Nothing in the graph has that name. Try a shorter one.")
    left = [found for found in fitting if _is_exactly(found, text)] or fitting
    if len(left) > 1:
        raise NotFound(_several("nodes", left), left)
    return left[0]


def _is_exactly(found: Found, text: str) -> bool:
    return fold(found.caption) == fold(text) or found.id == text


def find_by_key(store: Store, text: str) -> Found | None:
    """The node of any kind whose key is that text; ``None`` if there is none."""
    nodes = load_schema().nodes
    # Most ids begin with what they are of: `person-3f…`.
    for label, kind in sorted(nodes.items(), key=lambda node: not text.startswith(f"{node[0].lower()}-")):
        cypher = f"MATCH (n:{label}) WHERE n.{kind.key} = $id RETURN n.{kind.caption} AS caption"
        for (caption,) in store.query(cypher, {"id": text}).rows:
            return Found(label, text, str(caption or text))
    return None


def _several(what: str, fitting: list[Found]) -> str:
    listed = "; ".join(f"{found.caption} ({found.id})" for found in fitting[:SHOWN])
    more = f" and {len(fitting) - SHOWN} more" if len(fitting) > SHOWN else ""
    return f"{len(fitting)} {what} fit: {listed}{more}. Give the id of the one you mean."


def _fits(wanted: list[str], name: list[str]) -> bool:
    return bool(wanted) and all(
        any(word == n or (len(word) == 1 and n.startswith(word)) for n in name) for word in wanted
    )
