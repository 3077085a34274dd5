# title: People and bodies that hold the graph together
# learns: Who joins people that nothing else joins, how many would be cut off without them, and by what they are tied.
# reading: >-
#   A row is a person or a body. "Cut off" counts the people who would lose every connection to the largest part if it
#   were taken away, and names them; "between" is the share of all shortest connections that lead through it. "Tied by"
#   lists what it shares with others. People are joined by acts, cases, days, kin and provisions that few share, and by
#   the bodies that acted, held them, or that they belong to.
# limits: >-
#   It says who stands between others in the reports, not who has power. Somebody whom reports name often has more
#   connections than somebody as important whom they do not. In graphs of more than 1,400 people and bodies "between" is
#   estimated from some of them, the same each time.
# view: network
# network: {lines: [{from: person, to: acts}, {from: people, to: acts}, {from: people, to: cases}]}
# inputs: [people, links_of_people]
# parameters:
#   shared_by: {type: integer, default: 20, about: "What more people share joins nobody; bodies are not counted"}
#   most: {type: integer, default: 50, cuts: true, about: "How many rows at most, those that cut off most people first"}
# columns:
#   name: {label: who, priority: 1}
#   kind: {label: is, priority: 2}
#   cut_off: {label: cut off, priority: 1}
#   between: {label: between, priority: 2}
#   names: {label: whom, priority: 1}
#   ties: {label: tied by, priority: 3}
#   person: Person.id
#   people: Person.id
#   acts: Event.id
#   cases: Case.id
# example:
#   rows:
#     - {name: "Talidora Ilvane", kind: "person", cut_off: 14}
#     - {name: "Pellidor Oswen", kind: "person", cut_off: 11}
#     - {name: "Harbour district court (Harbour district)", kind: "body", cut_off: 1}
"""Articulation points and betweenness of the graph of people and bodies."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx

from queries.computation import Given, Read, Row
from queries.connections.cuts import find_cuts
from queries.connections.links import Link, Thing, ids_of
from queries.connections.sharing import Sharing, graph_of, read_sharing, words_of

_SOURCES = 64
"""Of a large graph, the shortest connections from so many nodes are counted at least."""
_STEPS = 2_000_000
"""Where nodes times sources are more, fewer sources are taken."""
_KINDS = {"author": "body", "member": "organisation", "facility": "facility"}


@dataclass
class _Node:
    """A person or body: its name, what it is, and its links by what they lead to."""

    name: str
    kind: str
    person: str | None = None
    links: dict[Thing, list[Link]] = field(default_factory=lambda: defaultdict(list))


def answer(read: Read, given: Given) -> Iterator[Row]:
    """A row for each person or body that stands between others, those that cut off most people first."""
    graph, nodes = _graph_of(read_sharing(read), given["shared_by"])
    if not graph:
        return
    sources = min(len(graph), max(_SOURCES, _STEPS // len(graph)))
    between = nx.betweenness_centrality(graph, k=None if sources == len(graph) else sources, seed=0)
    cuts = find_cuts(graph)
    people = cuts.count(lambda number: nodes[number].person is not None)

    def rank(number: int) -> tuple[int, float, str, int]:
        return -people.get(number, 0), -round(between[number], 9), nodes[number].name, number

    for number in sorted((n for n in graph if between[n] > 0), key=rank)[: given["most"] + 1]:
        cut = sorted(n for n in cuts.cut_off(number) if nodes[n].person)
        yield _row(nodes[number], cut, between[number], nodes)


def _graph_of(sharing: Sharing, most: int) -> tuple[nx.Graph, dict[int, _Node]]:
    """People, and the bodies that join them, by numbers."""
    numbers = {person: number for number, person in enumerate(sorted(sharing.names))}
    nodes = {number: _Node(sharing.names[person], "person", person) for person, number in numbers.items()}
    rare = sharing.rare(most)
    graph = graph_of(rare, numbers)
    bodies: dict[str, int] = {}
    for thing, members in sharing.bodies().items():
        caption = next(iter(members.values()))[0].caption
        number = bodies.setdefault(thing.id, len(nodes))
        nodes.setdefault(number, _Node(caption, _KINDS[thing.kind]))
        for person, links in members.items():
            graph.add_edge(number, numbers[person])
            nodes[number].links[thing] += links
            nodes[numbers[person]].links[thing] += links
    for thing, members in rare.items():
        for person, links in members.items():
            nodes[numbers[person]].links[thing] += links
    return graph, nodes


def _row(node: _Node, cut: Sequence[int], between: float, nodes: Mapping[int, _Node]) -> Row:
    links = [link for of_thing in node.links.values() for link in of_thing]
    return (
        node.name,
        node.kind,
        len(cut),
        round(between, 4),
        [nodes[n].name for n in cut],
        sorted({of_thing[0].wording for of_thing in node.links.values()}),
        node.person,
        [nodes[n].person for n in cut],
        ids_of(node.links, "act"),
        ids_of(node.links, "case"),
        words_of(links),
    )
