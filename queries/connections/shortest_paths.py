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
#       distance: 5.4
#     - path: 1
#       who: "Gavinuvel Th"
#       through: "charged under CAO 61/1"
#       whom: "Sathuvela Perrith"
#       dates: ["2031-04-05", "2031-04-21"]
#       shared_by: 3
#     - {path: 2, who: "Ebbis", whom: "Ombreth Jorvan", shared_by: 5, distance: 6.7}
"""The cheapest paths between two people, found by exploring the surroundings of both as far as they need."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice, pairwise

import networkx as nx

from queries.computation import Given, Read, Row
from queries.connections.links import LABELS, Thing, days_of, kinds_in
from queries.connections.surroundings import SLACK, Surroundings

_COMPARED = 300
"""How many paths are looked at; those that go round are not shown."""


def answer(read: Read, given: Given) -> Iterator[Row]:
    """A row for each step of the closest paths."""
    ends, wanted = (given["person"], given["other"]), given["paths"]
    if ends[0] == ends[1] or None in ends:
        return
    surroundings = Surroundings(read, ends, kinds_in(given["kinds"]))
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


def _explore(surroundings: Surroundings, ends: Sequence[str], reach: float) -> None:
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
                left = so_far + surroundings.cost_of(node) / 2 - SLACK
                if isinstance(node, Thing) and left <= reach + 0.5:
                    things.add(node)
                elif isinstance(node, str) and left <= reach - 0.5:
                    people.add(node)
        more = surroundings.learn(people)
        more |= surroundings.open(things)


def _closest(
    surroundings: Surroundings, ends: Sequence[str], longest: float, wanted: int
) -> list[tuple[float, list[str]]]:
    """The closest paths through people, with their distances, none longer than ``longest``."""
    first, second = (surroundings.distances(end, longest) for end in ends)
    between = (node for node in first.keys() & second.keys() if first[node] + second[node] <= longest + SLACK)
    people = sorted(node for node in between if isinstance(node, str))
    if not set(ends) <= set(people):
        return []
    graph = _graph_of(surroundings, people)
    found: list[tuple[float, list[str]]] = []
    for path in islice(nx.shortest_simple_paths(graph, *ends, weight="weight"), _COMPARED):
        distance = sum(graph.edges[step]["weight"] for step in pairwise(path))
        if len(found) == wanted or distance > longest + SLACK:
            break
        if not _goes_round(surroundings, path):
            found.append((distance, path))
    return found


def _graph_of(surroundings: Surroundings, people: Sequence[str]) -> nx.Graph:
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


def _goes_round(surroundings: Surroundings, path: Sequence[str]) -> bool:
    """Whether three people of a path share what one of its steps goes through: two of them need no third between."""
    rarest = {surroundings.links_between(*step)[0][0] for step in pairwise(path)}
    return any(sum(person in surroundings.graph[thing] for person in path) > 2 for thing in rarest)


def _step(surroundings: Surroundings, number: int, distance: float, first: str, second: str) -> Row:
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
