"""What a search found."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from explorer.answers.things import Piece, Thing, make_thing
from explorer.graphs.opened import OpenGraph
from ingest.errors import KgError
from kg.graph.value import Key
from kg.schema.schema import load_schema
from kg.search.finder import Answer, Hit
from kg.search.marks import MarkedText
from kg.stores import Store
from kg.stores.lookup import NAMED, find_nodes
from queries.networks.nodes import read_nodes


@dataclass(frozen=True)
class Found:
    """A thing found: by its ``name``, or in the ``text`` of an entry, with the words that fit marked.

    ``entries`` is how many entries mention it.
    """

    thing: Thing
    marked: tuple[Piece, ...]
    where: Literal["name", "text"]
    entries: int


@dataclass(frozen=True)
class SearchAnswer:
    """The hits, the best first; ``more`` says that there are others, ``nearest`` that these are only similar names."""

    hits: tuple[Found, ...]
    more: bool
    nearest: bool = False


def search(graph: OpenGraph, text: str, limit: int, kinds: Collection[str] = ()) -> SearchAnswer:
    """Find things by any spelling, and entries by their words; of some ``kinds`` alone where these are named.

    On a server, which has no search index, things are found by whole words of their names. Raises ``KgError`` for a
    kind that there is not.
    """
    if not text.strip():
        return SearchAnswer((), False)
    if unknown := sorted(set(kinds) - load_schema().nodes.keys()):
        raise KgError(f"There is no kind of thing called {unknown[0]}. /api/schema lists those that there are.")
    if graph.finder is None:
        return _search_names(graph.store, text, limit, kinds)
    found: Answer = graph.finder.find(text, limit=limit, kinds=kinds)
    hits, nearest = [*found.things, *found.entries], False
    if not hits:
        hits, nearest = [hit for hit in graph.finder.nearest(text) if hit.kind in (kinds or (hit.kind,))], True
    return SearchAnswer(
        tuple(_make(graph.store, hits)), found.more_things or found.more_entries, nearest and bool(hits)
    )


def _make(store: Store, hits: list[Hit]) -> Iterator[Found]:
    nodes = read_nodes(store, (Key(hit.kind, hit.id) for hit in hits))
    for hit in hits:
        if node := nodes.get(Key(hit.kind, hit.id)):
            where: Literal["name", "text"] = "text" if hit.kind == "Entry" else "name"
            yield Found(make_thing(node), pieces_of(hit.words), where, hit.entries)


def pieces_of(marked: MarkedText) -> tuple[Piece, ...]:
    """A marked text in pieces."""
    pieces, reached = [], 0
    for start, end in marked.marks:
        pieces += [Piece(marked.text[reached:start], False), Piece(marked.text[start:end], True)]
        reached = end
    pieces.append(Piece(marked.text[reached:], False))
    return tuple(piece for piece in pieces if piece.text)


def _search_names(store: Store, text: str, limit: int, kinds: Collection[str]) -> SearchAnswer:
    labels = [label for label in (*NAMED, "Provision") if label in (kinds or (label,))]
    fitting = [found for label in labels for found in find_nodes(store, label, text)]
    nodes = read_nodes(store, (Key(found.label, found.id) for found in fitting[:limit]))
    things = [make_thing(node) for node in nodes.values()]
    hits = tuple(Found(thing, (Piece(thing.label, False),), "name", 0) for thing in things)
    return SearchAnswer(hits, len(fitting) > limit)
