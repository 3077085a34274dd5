# title: Closest paths between two people, rare links first
# learns: >-
#   The closest paths from one person to another, step by step: what two people share at each step, and when.
# reading: >-
#   A row is one step of one path. People are connected by an act, a hearing, a case, a campaign, kin, a lawyer, a body
#   or facility, a provision, by refusals for the same day or detentions on the same day. "Shared by" is how many people
#   share what the step goes through. "Distance" adds up the binary logarithms of these numbers, and of the numbers of
#   acts of the people between: rare links come before a court that tries everybody or a judge of many cases. "Also"
#   lists what else the two share.
# limits: >-
#   Of bodies with more than 30 acts the acts are counted, of provisions the charges. Being named in one entry is no
#   connection. Paths that are longer than the largest distance are not looked for. That there is none does not mean
#   that two people do not know each other.
# view: network
# network: {lines: [{from: first, to: second, label: through}]}
# inputs: [links_of_people, people_of_things, sizes_of_bodies, sizes_of_days]
# parameters:
#   person: {type: Person, about: "One person, by name or id", suggest: connected_people}
#   other: {type: Person, about: "The other person, by name or id", suggest: connected_to}
#   paths: {type: integer, default: 3, about: "How many paths at most, the closest first"}
#   distance: {type: integer, default: 10, about: "The largest distance"}
#   kinds:
#     type: string
#     default: ""
#     about: >-
#       Only links of these kinds, with commas between: act, case, campaign, refusal_day, detention_day, author, member,
#       facility, provision, pair
# columns:
#   path: {label: path, priority: 1}
#   who: {label: who, priority: 1}
#   through: {label: through, priority: 1}
#   whom: {label: to whom, priority: 1}
#   dates: {label: "on", priority: 2}
#   shared_by: {label: shared by, priority: 2}
#   also: {label: also, priority: 3}
#   distance: {label: distance, priority: 3}
#   first: Person.id
#   second: Person.id
#   acts: Event.id
#   cases: Case.id
#   campaigns: Campaign.id
#   organisations: Organisation.id
#   facilities: Facility.id
# example:
#   given: {person: "Ebbis", other: "Sathuvela Perrith"}
#   rows:
#     - path: 1
#       who: "Ebbis"
#       through: "attack (alleged)"
#       whom: "Gavinuvel Th"
#       dates: ["2031-03-22"]
#       shared_by: 2
#       distance: 5.6
#     - path: 1
#       who: "Gavinuvel Th"
#       through: "charged under CAO:61/1"
#       whom: "Sathuvela Perrith"
#       dates: ["2031-04-05", "2031-04-21"]
#       shared_by: 3
#     - {path: 2, who: "Ebbis", whom: "Ombreth Jorvan", shared_by: 6, distance: 7.0}
"""The cheapest paths between two people, found by exploring the surroundings of both as far as they need."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, pairwise
from math import log2
from typing import Any

import networkx as nx

from queries.computation import Given, Read, Row
from queries.connections.links import KINDS, LABELS, Link, Thing, days_of, ids_of, kinds_in, links_in

_COUNTED = 30
"""Of a body with more acts the acts are counted, not the people."""
_COMPARED = 300
"""How many paths are looked at; those that go round are not shown."""
_SLACK = 1e-9
"""Logarithms are added up: two ways to one distance may differ in the last digit."""


class _Surroundings:
    """What was read of the graph around two people.

    A person is *known* if all their links are here, a thing is *open* if everybody who shares it is. A link weighs half
    of what its person and half of what its thing costs on a path, so that lengths add up; the two ends cost nothing.
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
        found: dict[Any, float] = nx.single_source_dijkstra_path_length(self.graph, start, reach + _SLACK)
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


def answer(read: Read, given: Given) -> Iterator[Row]:
    """A row for each step of the closest paths."""
    ends, wanted = (given["person"], given["other"]), given["paths"]
    if ends[0] == ends[1] or None in ends:
        return
    surroundings = _Surroundings(read, ends, kinds_in(given.get("kinds", "")))
    found: list[tuple[float, list[str]]] = []
    for reach in range(1, given["distance"] // 2 + 1):
        _explore(surroundings, ends, reach)
        found = _closest(surroundings, ends, 2 * reach, wanted)
        if len(found) == wanted:
            break
    surroundings.learn(person for _, path in found for person in path)
    for number, (distance, path) in enumerate(found, 1):
        for first, second in pairwise(path):
            yield _step(surroundings, number, distance, first, second)


def _explore(surroundings: _Surroundings, ends: Sequence[str], reach: float) -> None:
    """Read so much that every path of at most twice ``reach`` is known.

    A thing costs 1 at least. Of a path of that length, with a thing between two people: if each of them can be left
    within ``reach - 0.5`` from their end, both are read. If one cannot, the other can, and the thing can be left on the
    far side within ``reach + 0.5``; then everybody who shares it is read.
    """
    more = True
    while more:
        people: set[str] = set()
        things: set[Thing] = set()
        for end in ends:
            for node, so_far in surroundings.distances(end, reach + 0.5).items():
                left = so_far + surroundings.cost_of(node) / 2 - _SLACK
                if isinstance(node, Thing) and left <= reach + 0.5:
                    things.add(node)
                elif isinstance(node, str) and left <= reach - 0.5:
                    people.add(node)
        more = surroundings.learn(people)
        more |= surroundings.open(things)


def _closest(
    surroundings: _Surroundings, ends: Sequence[str], longest: float, wanted: int
) -> list[tuple[float, list[str]]]:
    """The closest paths through people, with their distances, none longer than ``longest``."""
    first, second = (surroundings.distances(end, longest) for end in ends)
    between = (node for node in first.keys() & second.keys() if first[node] + second[node] <= longest + _SLACK)
    people = sorted(node for node in between if isinstance(node, str))
    if not set(ends) <= set(people):
        return []
    graph = _graph_of(surroundings, people)
    found: list[tuple[float, list[str]]] = []
    for path in islice(nx.shortest_simple_paths(graph, *ends, weight="weight"), _COMPARED):
        distance = sum(graph.edges[step]["weight"] for step in pairwise(path))
        if len(found) == wanted or distance > longest + _SLACK:
            break
        if not _goes_round(surroundings, path):
            found.append((distance, path))
    return found


def _graph_of(surroundings: _Surroundings, people: Sequence[str]) -> nx.Graph:
    """People alone, two of them joined by the rarest thing that they share."""
    graph, by_thing = nx.Graph(), defaultdict(list)
    graph.add_nodes_from(people)
    for person in people:
        for thing in surroundings.graph[person]:
            by_thing[thing].append(person)
    for thing in sorted(by_thing):
        for first, second in combinations(by_thing[thing], 2):
            ends = (surroundings.cost_of(first) + surroundings.cost_of(second)) / 2
            cost = surroundings.cost_of(thing) + ends
            if not graph.has_edge(first, second) or graph.edges[first, second]["weight"] > cost:
                graph.add_edge(first, second, weight=cost)
    return graph


def _goes_round(surroundings: _Surroundings, path: Sequence[str]) -> bool:
    """Whether three people of a path share what one of its steps goes through: two of them need no third between."""
    rarest = {surroundings.links_between(*step)[0][0] for step in pairwise(path)}
    return any(sum(person in surroundings.graph[thing] for person in path) > 2 for thing in rarest)


def _step(surroundings: _Surroundings, number: int, distance: float, first: str, second: str) -> Row:
    between = surroundings.links_between(first, second)
    (rarest, links), *others = between
    captions = [other[0].wording for _, other in others]
    keys: Mapping[str, list[str]] = {
        label: sorted({thing.id for thing, _ in between if LABELS.get(thing.kind) == label})
        for label in ("Event", "Case", "Campaign", "Organisation", "Facility")
    }
    return (
        number,
        surroundings.names[first],
        links[0].wording,
        surroundings.names[second],
        days_of(links),
        surroundings.sizes[rarest],
        list(dict.fromkeys(captions)),
        round(distance, 1),
        first,
        second,
        *keys.values(),
        list(dict.fromkeys(link.words for _, tied in between for link in tied)),
    )
