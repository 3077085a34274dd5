"""What is near two people, read of the graph as far as somebody looks."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from math import log2
from typing import Any

import networkx as nx

from queries.computation import Read
from queries.connections.links import KINDS, Link, Thing, ids_of, links_in

_COUNTED = 30
"""Of a body with more acts the acts are counted, not the people."""
SLACK = 1e-9
"""Logarithms are added up: two ways to one distance may differ in the last digit."""


class Surroundings:
    """What was read of the graph around two people.

    A person is *known* if all their links are here, a thing is *open* if everybody who shares it is. A link weighs half
    of what its person and half of what its thing costs on a path, so that lengths add up; the two ends cost nothing.
    Links of other ``kinds`` are left out.
    """

    def __init__(self, read: Read, ends: Sequence[str], kinds: Collection[str] = KINDS) -> None:
        self.graph = nx.Graph()
        self.names: dict[str, str] = {}
        self.sizes = {Thing(kind, id): people for kind, id, people in read("sizes_of_days").rows}
        self._acts = dict.fromkeys(ends, 1)
        self._read = read
        self._kinds = kinds
        self._known: set[str] = set()
        self._open: set[Thing] = set()
        self._links: dict[tuple[str, Thing], list[Link]] = defaultdict(list)

    def learn(self, people: Iterable[str]) -> bool:
        """Read the links of people; whether there was anything to read."""
        new = sorted(set(people) - self._known)
        self._known.update(new)
        found = links_in(self._read("links_of_people", people=new)) if new else []
        links = [link for link in found if link.thing.kind in self._kinds]
        self._learn_sizes(links)
        for link in links:
            self.names[link.person] = link.name
            if self.sizes[link.thing] > 1:
                self._links[link.person, link.thing].append(link)
                self._tie(link.person, link.thing, link.acts)
        return bool(new)

    def _learn_sizes(self, links: Iterable[Link]) -> None:
        """How many people share things; of a body with many acts the acts are counted."""
        sizes = {link.thing: link.people for link in links if link.thing not in self.sizes}
        bodies = [thing for thing, acts in sizes.items() if thing.kind == "author" and acts <= _COUNTED]
        if bodies:
            rows = self._read("sizes_of_bodies", bodies=ids_of(bodies, "author")).rows
            sizes |= {Thing("author", id): people for id, people in rows}
        self.sizes |= sizes

    def open(self, things: Iterable[Thing]) -> bool:
        """Read who shares things; whether there was anything to read."""
        new = sorted(thing for thing in set(things) - self._open if thing.kind != "pair")
        self._open.update(new)
        by_kind = {kind: ids_of(new, kind) for kind in KINDS}
        for kind, id, person, acts in sorted(self._read("people_of_things", **by_kind).rows) if new else ():
            self._tie(person, Thing(kind, id), acts)
        return bool(new)

    def distances(self, start: str, reach: float) -> dict[Any, float]:
        """How far people and things are from one of the ends, as far as ``reach``."""
        if start not in self.graph:
            return {start: 0.0}
        found: dict[Any, float] = nx.single_source_dijkstra_path_length(self.graph, start, reach + SLACK)
        return found

    def links_between(self, first: str, second: str) -> list[tuple[Thing, list[Link]]]:
        """The things that two people share with the links of both, rarest first."""
        shared = set(self.graph[first]) & set(self.graph[second])
        ordered = sorted(shared, key=lambda thing: (self.sizes[thing], KINDS.index(thing.kind), thing.id))
        return [(thing, self._links[first, thing] + self._links[second, thing]) for thing in ordered]

    def cost_of(self, node: str | Thing) -> float:
        """What it costs to go through a person or a thing."""
        return log2(self.sizes[node] if isinstance(node, Thing) else max(self._acts[node], 1))

    def _tie(self, person: str, thing: Thing, acts: int) -> None:
        self._acts.setdefault(person, acts)
        self.graph.add_edge(person, thing, weight=(self.cost_of(person) + self.cost_of(thing)) / 2)
