"""Pictures as files: what is around a thing, and what a saved query answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from exports.picture.answer import Answer
from exports.picture.captions import name_of
from exports.picture.choice.answer import choose_answer
from exports.picture.choice.around import Choice, choose_around
from exports.picture.choice.connections import Connections
from exports.picture.choice.ties import draw_ties
from exports.picture.map.drawing import draw_map
from exports.picture.map.outlines import Outline
from exports.picture.map.places import places_of
from exports.picture.matrix import draw_matrix
from exports.picture.network.drawing import draw_network
from exports.picture.page import Drawing, make_page, make_svg
from exports.picture.plot import draw_plot
from exports.picture.timeline.drawing import draw_timeline
from exports.picture.timeline.lanes import lanes_of
from exports.picture.tooltips import Tooltips
from ingest.errors import KgError
from kg.graph.value import Graph, Key
from kg.schema.schema import Schema
from kg.stores import Rows
from queries.drawings import Map, Matrix, Network, Plot, Spec, Timeline
from queries.header import Header

Format = Literal["html", "svg", "png"]


@dataclass(frozen=True)
class Picture:
    """A picture to be written to a file, with what to say of it."""

    content: bytes
    said: str


@dataclass(frozen=True)
class Request:
    """What a saved query answered, to be drawn: ``most`` things of a network, and the country's outline for a map.

    ``given`` are the query's parameters and filters with their values, and the label of the node that a value is the
    id of.
    """

    graph: Graph
    header: Header
    rows: Rows
    most: int
    outline: Callable[[], Outline | None]
    given: tuple[tuple[str, str | None, str], ...] = ()


def draw_around(graph: Graph, centre: Key, hops: int, most: int, schema: Schema) -> Picture:
    """The network around a thing, of at most ``most`` things. Raises ``KgError`` if the graph has no such thing."""
    connections = Connections(graph)
    title = f"Around {_name_and_place(centre, connections, schema)}" if centre in graph.by_key else ""
    drawing, said = _network(choose_around(connections, centre, hops, most), connections, schema)
    return _page(drawing, title, [], said)


def _name_and_place(key: Key, connections: Connections, schema: Schema) -> str:
    """The name of a thing; of a body, with the place it is in, unless the name says it."""
    by_key = connections.graph.by_key
    name = name_of(by_key[key], schema)
    ends = (end.key for connection in connections.of[key] if not connection.hub for end in connection.ends)
    place = next((name_of(by_key[end], schema) for end in ends if end.label == "Place" and end != key), "")
    return name if place.lower() in name.lower() else f"{name}, {place}"


def draw_things(
    graph: Graph, keys: Sequence[Key], title: str, schema: Schema, format: Literal["html", "svg"] = "html"
) -> Picture:
    """The network of some things of a graph, with everything that connects two of them, or that one of them is.

    As ``svg`` it is the drawing alone, without ``title``.
    """
    connections, drawn = Connections(graph), set(keys)
    found = {c.id: c for key in keys for c in connections.of[key] if len({end.key for end in c.ends} & drawn) > 1}
    found |= {c.id: c for key in keys if (c := connections.by_hub.get(key))}
    drawing, said = _network(Choice(tuple(keys), tuple(found.values())), connections, schema)
    return Picture(make_svg(drawing).encode(), said[0]) if format == "svg" else _page(drawing, title, [], said)


def draw_answer(request: Request, spec: Spec, format: Format, schema: Schema) -> Picture:
    """The picture of a saved query's answer that ``spec`` describes.

    A plot is an SVG or PNG file, everything else a page. Raises ``KgError`` for another format, and where the answer
    has nothing to draw.
    """
    header = request.header
    answer = Answer(request.rows, header)
    cut = f"The answer was cut at {len(request.rows.rows)} rows." if request.rows.cut else ""
    if isinstance(spec, Plot):
        if format == "html":
            raise KgError("A plot is an SVG or PNG file. Write it with -o FILE.svg or -o FILE.png.")
        content, left_out = draw_plot(answer, spec, _title(request, schema), format)
        return Picture(content, " ".join(filter(None, ("a plot.", cut, left_out))))
    if format != "html":
        raise KgError("Only a plot is an SVG or PNG file. Write this picture with -o FILE.html.")
    drawing, said = _draw(request, answer, spec, schema)
    return _page(drawing, _title(request, schema), [header.learns, cut], said)


def _title(request: Request, schema: Schema) -> str:
    """The question, and what it was asked about."""
    asked = []
    for name, label, value in request.given:
        node = request.graph.by_key.get(Key(label, value)) if label else None
        asked.append(f"{name.replace('_', ' ')} {name_of(node, schema) if node else value}")
    return f"{request.header.title} ({', '.join(asked)})" if asked else request.header.title


def _draw(
    request: Request, answer: Answer, spec: Network | Timeline | Matrix | Map, schema: Schema
) -> tuple[Drawing, Sequence[str]]:
    """The drawing, how much there is on it, and what was left out."""
    connections = Connections(request.graph)
    tooltips = Tooltips(request.graph, schema)
    if isinstance(spec, Network):
        return _network(choose_answer(connections, answer, spec, request.most), connections, schema)
    if isinstance(spec, Matrix):
        matrix, left_out = draw_matrix(answer, spec, tooltips)
        return matrix, (f"{len(matrix.items)} fields.", left_out or "")
    if isinstance(spec, Map):
        places, nowhere = places_of(answer, spec, connections, schema)
        if not places:
            raise KgError("Nothing to draw: no row has a place. Try other options.")
        return draw_map(places, nowhere, request.outline(), tooltips), (f"{len(places)} places.", "")
    lanes, spans = lanes_of(answer, spec, connections, schema)
    if not spans:
        raise KgError("Nothing to draw: nothing in the answer has a date. Try other options.")
    return draw_timeline(lanes, spans), (f"{len(lanes)} lanes, {len(spans)} entries in them.", "")


def _network(choice: Choice, connections: Connections, schema: Schema) -> tuple[Drawing, Sequence[str]]:
    ties = draw_ties(choice.keys, choice.connections, connections, choice.alone)
    ties = replace(ties, lines=(*ties.lines, *choice.said))
    tied = {key for line in ties.lines for key in (line.start, line.end)}
    keys = [key for key in choice.keys if key in tied] or list(choice.keys)
    drawing = draw_network(connections.graph, keys, ties, schema)
    return drawing, (f"{len(keys)} things and {len(ties.lines)} lines.", choice.left_out or "")


def _page(drawing: Drawing, title: str, notes: Sequence[str], said: Sequence[str]) -> Picture:
    """A page; what was left out is said on it too."""
    content = make_page(drawing, title, [*notes, *said[1:]]).encode()
    return Picture(content, " ".join(filter(None, said)))
