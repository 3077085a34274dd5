"""Everybody and what they share, read whole, for questions about the whole graph."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from queries.computation import Read
from queries.connections.links import Link, Thing, links_in

BODIES = ("author", "member", "facility")
"""Kinds of things that are bodies: they may join people who share nothing rare."""

_AT_ONCE = 2_000
"""People whose links are read at a time."""

Members = Mapping[str, list[Link]]
"""Who shares a thing, with their links to it."""


@dataclass(frozen=True)
class Sharing:
    """Names of people, and who shares each thing, in an order that no engine changes."""

    names: Mapping[str, str]
    things: Mapping[Thing, Members]

    def rare(self, most: int) -> dict[Thing, Members]:
        """The things that two or more people share, and not more than ``most``, bodies left out."""
        return {
            thing: members
            for thing, members in self.things.items()
            if thing.kind not in BODIES and 1 < len(members) <= most
        }

    def bodies(self) -> dict[Thing, Members]:
        """The bodies that two or more people share."""
        return {thing: members for thing, members in self.things.items() if thing.kind in BODIES and len(members) > 1}


def read_sharing(read: Read) -> Sharing:
    """Read the links of all people."""
    names: dict[str, str] = dict(read("people").rows)
    people = sorted(names)
    things: dict[Thing, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for start in range(0, len(people), _AT_ONCE):
        batch = people[start : start + _AT_ONCE]
        for link in links_in(read("links_of_people", people=batch)):
            if link.person in names:
                things[link.thing][link.person].append(link)
    return Sharing(names, {thing: dict(things[thing]) for thing in sorted(things)})


def graph_of(things: Mapping[Thing, Members], numbers: Mapping[str, int]) -> nx.Graph:
    """People by their numbers, joined by what they share.

    A thing of ``n`` people adds ``1 / (n - 1)`` to each pair (Newman 2001): whoever is in one big act is not bound to
    everybody in it as to the one other person of a small one.
    """
    graph = nx.Graph()
    for members in things.values():
        share = 1 / (len(members) - 1)
        for first, second in combinations(sorted(numbers[person] for person in members), 2):
            before = graph.get_edge_data(first, second, {"weight": 0.0})["weight"]
            graph.add_edge(first, second, weight=before + share)
    return graph


def words_of(links: Iterable[Link]) -> list[str]:
    """The words that links rest on, each once, sorted."""
    return sorted({link.words for link in links})
