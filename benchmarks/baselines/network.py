"""The graph as networkx has it, with what a database has as well, made beforehand and not timed."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import networkx as nx

from kg.graph.value import Graph, Key
from kg.schema.schema import load_schema


class Network:
    """One graph: ``labelled`` has the nodes of each label, ``connections`` the undirected graph of what connects."""

    def __init__(self, graph: Graph) -> None:
        self.graph = nx.MultiDiGraph()
        self.labelled: dict[str, list[Key]] = defaultdict(list)
        self.connections = nx.MultiGraph()
        for node in graph.nodes:
            self.graph.add_node(node.key, **node.properties)
            self.labelled[node.label].append(node.key)
        connecting = set(load_schema().connecting())
        for tie in graph.relationships:
            self.graph.add_edge(tie.start, tie.end, type=tie.type, **tie.properties)
            if tie.type in connecting:
                self.connections.add_edge(tie.start, tie.end, type=tie.type)

    def get(self, node: Key, name: str) -> Any:
        """A property; ``None`` if the node lacks it."""
        return self.graph.nodes[node].get(name)

    def out(self, node: Key, type: str, label: str = "", **wanted: Any) -> Iterator[Key]:
        """Where relationships of a type lead."""
        for _, end, data in self.graph.out_edges(node, data=True):
            fits = data["type"] == type and label in ("", end.label)
            if fits and all(data.get(k) == v for k, v in wanted.items()):
                yield end

    def into(self, node: Key, type: str, label: str = "", **wanted: Any) -> Iterator[Key]:
        """Where relationships of a type come from."""
        for start, _, data in self.graph.in_edges(node, data=True):
            fits = data["type"] == type and label in ("", start.label)
            if fits and all(data.get(k) == v for k, v in wanted.items()):
                yield start

    def is_in(self, thing: Key, cases: set[Key]) -> bool:
        """Whether it belongs to one of some cases."""
        return not cases.isdisjoint(self.out(thing, "IN_CASE", "Case"))

    def articles(self, provision: Key) -> Iterator[Key]:
        """The article that a provision is or lies in."""
        within = [provision]
        for _ in range(4):
            yield from (v for v in within if self.get(v, "level") == "article")
            within = [above for v in within for above in self.out(v, "PART_OF", "Provision")]
