"""From nodes and relationships to a page.

pyvis holds the network and brings vis-network; the page around it is our own, because pyvis 0.3.2 links to outside
hosts and lets titles, headings and ids run as HTML. Text reaches the page as JSON and is put there as text nodes alone.
"""

import html
import json
from collections import defaultdict
from collections.abc import Sequence
from importlib import resources
from typing import TYPE_CHECKING, Any

from exports.picture.captions import caption_of, far_caption, relationship_caption
from exports.picture.titles import entry_texts, node_title, relationship_title, relationships_at
from ingest.vocabulary import Standing
from kg.graph.value import Graph, Key, Properties, Relationship
from kg.schema.schema import Schema

if TYPE_CHECKING:
    from pyvis.network import Network

VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_DASHED: frozenset[Standing] = frozenset({"alleged", "denied"})
_SIZES = {"Person": 22, "Case": 20, "Event": 12}


def draw(graph: Graph, keys: Sequence[Key], schema: Schema, title: str, left_out: str | None) -> str:
    """The page that shows these nodes and the relationships among them.

    ``left_out`` is a sentence on what is not shown. Keys the graph lacks are passed over.
    """
    shown = {key: number for number, key in enumerate(dict.fromkeys(keys)) if key in graph.by_key}
    relationships = [r for r in graph.relationships if r.start in shown and r.end in shown]
    network = _network(graph, shown, relationships, schema)
    kinds = [kind for kind in schema.nodes if any(key.label == kind for key in shown)]
    legend = [{"kind": k, "colour": schema.nodes[k].colour, "shape": schema.nodes[k].shape} for k in kinds]
    data = {"nodes": network.nodes, "edges": network.edges, "legend": legend, "leftOut": left_out or ""}
    page = resources.files("exports.picture").joinpath("page.html").read_text(encoding="utf-8")
    vis = resources.files("pyvis").joinpath(VIS).read_text(encoding="utf-8")
    # One pass over the template's own marks: what is put in is never searched again.
    before, _, rest = page.partition("<!-- title -->")
    middle, _, rest = rest.partition("<!-- vis -->")
    end, _, last = rest.partition("<!-- data -->")
    return "".join([before, html.escape(title), middle, vis, end, _json(data), last])


def _network(graph: Graph, shown: dict[Key, int], relationships: Sequence[Relationship], schema: Schema) -> "Network":
    # pyvis takes half a second to load, with IPython and networkx; only a picture needs it.
    from pyvis.network import Network  # noqa: PLC0415

    texts, at = entry_texts(graph), relationships_at(graph, shown)
    captions = {key: caption_of(graph.by_key[key], graph, at[key], schema) for key in shown}
    network = Network(directed=True)
    for key, number in shown.items():
        node, kind = graph.by_key[key], schema.nodes[key.label]
        network.add_node(
            number,
            label=captions[key],
            far=far_caption(node, graph, at[key], schema),
            title=node_title(node, captions[key], at[key], texts, schema),
            color=kind.colour,
            shape=kind.shape,
            size=_SIZES.get(key.label, 14),
            borderWidth=1,
            shapeProperties={"borderDashes": [4, 3] if _unproven(node.properties) else False},
        )
    # Lines are straight, so two between the same nodes would hide each other: they share one line.
    lines: dict[tuple[Key, Key], list[Relationship]] = defaultdict(list)
    for relationship in relationships:
        lines[relationship.start, relationship.end].append(relationship)
    for (start, end), together in lines.items():
        properties = [graph.by_key[start].properties, graph.by_key[end].properties, *(r.properties for r in together)]
        network.add_edge(
            shown[start],
            shown[end],
            label=relationship_caption(together),
            title=relationship_title(together, (captions[start], captions[end]), texts, schema),
            dashes=any(map(_unproven, properties)),
        )
    return network


def _unproven(properties: Properties) -> bool:
    return properties.get("standing") in _DASHED


def _json(data: Any) -> str:
    """JSON that stands safely inside a script: no `<` that could end it, no line separators that end a statement."""
    text = json.dumps(data, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
