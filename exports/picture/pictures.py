"""Pictures as pages: what is around a thing, and what a saved query answers."""

from collections.abc import Sequence
from dataclasses import dataclass

from exports.picture.answer import Answer
from exports.picture.captions import name_of
from exports.picture.choice.answer import choose_answer
from exports.picture.choice.around import Choice, choose_around
from exports.picture.choice.connections import Connections
from exports.picture.choice.ties import draw_ties
from exports.picture.network.drawing import draw_network
from exports.picture.page import make_page
from ingest.errors import KgError
from kg.graph.value import Graph, Key
from kg.schema.schema import Schema
from kg.stores import Rows
from queries.drawings import Network, Spec
from queries.header import Header


@dataclass(frozen=True)
class Picture:
    """A picture to be written to a file, with what to say of it."""

    content: str
    said: str


def draw_around(graph: Graph, centre: Key, hops: int, most: int, schema: Schema) -> Picture:
    """The network around a thing, of at most ``most`` things. Raises ``KgError`` if the graph has no such thing."""
    connections = Connections(graph)
    title = f"Around {name_of(graph.by_key[centre], schema)}" if centre in graph.by_key else ""
    return _network(choose_around(connections, centre, hops, most), connections, title, [], schema)


def draw_answer(graph: Graph, header: Header, rows: Rows, spec: Spec, most: int, schema: Schema) -> Picture:
    """The picture of a saved query's answer that ``spec`` describes, of at most ``most`` things.

    Raises ``KgError`` where the answer has nothing to draw.
    """
    cut = f"The answer was cut at {len(rows.rows)} rows." if rows.cut else ""
    notes = [header.learns, cut]
    answer = Answer(rows, header)
    if isinstance(spec, Network):
        choice = choose_answer(Connections(graph), answer, spec, most)
        return _network(choice, Connections(graph), header.title, notes, schema)
    raise KgError("There is no such picture yet.")


def _network(choice: Choice, connections: Connections, title: str, notes: Sequence[str], schema: Schema) -> Picture:
    ties = draw_ties(choice.keys, choice.connections, connections, choice.alone)
    tied = {key for line in ties.lines for key in (line.start, line.end)}
    keys = [key for key in choice.keys if key in tied] or list(choice.keys)
    drawing = draw_network(connections.graph, keys, ties, schema)
    said = f"{len(keys)} things and {len(ties.lines)} lines. {choice.left_out or ''}".strip()
    return Picture(make_page(drawing, title, [*notes, choice.left_out or ""]), said)
