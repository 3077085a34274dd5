# title: Groups of people who share acts and cases
# learns: Which people belong together by the acts, hearings, cases, days, kin and rare provisions that they share.
# reading: >-
#   A row is one group: its members have more in common with each other than with anybody else. Those who share most
#   come first. "By" lists what holds the group together, with the number of members who share it. What more than a
#   number of people share is left out, and courts and other bodies are no reason. Found by Louvain's method, the same
#   each time.
# limits: >-
#   A group is found by counting, it is not an organisation: its members may not know each other, and a lawyer or an
#   accused officer is in the group of a case. A person stands in one group only. Groups change when reports are added.
# view: network
# network: {lines: [{from: people, to: acts}, {from: people, to: cases}]}
# inputs: [people, links_of_people]
# parameters:
#   person: {type: Person, default: "", about: "Only the group of this person, by name or id"}
#   at_least: {type: integer, default: 3, about: The fewest members}
#   shared_by: {type: integer, default: 20, about: "What more people share is left out"}
#   most: {type: integer, default: 100, cuts: true, about: "How many groups at most, the largest first"}
# columns:
#   group: {label: group, priority: 1}
#   size: {label: people, priority: 1}
#   names: {label: who, priority: 1}
#   things: {label: by, priority: 2}
#   first: {label: first, priority: 3}
#   last: {label: last, priority: 2}
#   people: Person.id
#   acts: Event.id
#   cases: Case.id
# example:
#   given: {person: "Ombreth Jorvan"}
#   rows:
#     - group: 3
#       size: 6
#       names:
#         - "Gavinuvel Th"
#         - "Ombreth Jorvan"
#         - "Marevant Tarquel"
#         - "Perevanta Nerisse"
#         - "Ebbis"
#         - "Caprevant D."
#       first: "2031-03-06"
"""Communities of the graph of people, by modularity."""

from collections.abc import Iterator, Mapping

import networkx as nx

from queries.computation import Given, Read, Row
from queries.connections.links import Link, Thing, days_of, ids_of
from queries.connections.sharing import Members, graph_of, read_sharing, words_of


def answer(read: Read, given: Given) -> Iterator[Row]:
    """A row for each group, the largest first."""
    sharing = read_sharing(read)
    people = sorted(sharing.names)
    things = sharing.rare(given["shared_by"])
    # Numbers, and not texts: the order of a set of texts is another in each process.
    graph = graph_of(things, {person: number for number, person in enumerate(people)})
    found = [sorted(group) for group in nx.community.louvain_communities(graph, seed=0)] if graph else []
    groups = [group for group in found if len(group) >= given["at_least"]]
    groups.sort(key=lambda group: (-len(group), group))
    by_person = _things_of(things)
    for number, group in enumerate(groups, 1):
        members = sorted(group, key=lambda n: (-_strength(graph, n, group), sharing.names[people[n]], n))
        ids = [people[n] for n in members]
        if given["person"] in ("", *ids):
            yield _row(number, ids, sharing.names, by_person)


def _things_of(things: Mapping[Thing, Members]) -> dict[str, list[tuple[Thing, list[Link]]]]:
    by_person: dict[str, list[tuple[Thing, list[Link]]]] = {}
    for thing, members in things.items():
        for person, links in members.items():
            by_person.setdefault(person, []).append((thing, links))
    return by_person


def _strength(graph: nx.Graph, number: int, group: list[int]) -> float:
    """How much a member shares with the others of the group."""
    inside = set(group)
    shared: float = sum(data["weight"] for n, data in graph[number].items() if n in inside)
    return round(shared, 9)


def _row(
    number: int,
    people: list[str],
    names: Mapping[str, str],
    by_person: Mapping[str, list[tuple[Thing, list[Link]]]],
) -> Row:
    shared: dict[Thing, list[list[Link]]] = {}
    for person in people:
        for thing, links in by_person[person]:
            shared.setdefault(thing, []).append(links)
    holding = sorted((t for t in shared if len(shared[t]) > 1), key=lambda t: (-len(shared[t]), t))
    links = [link for thing in holding for of_person in shared[thing] for link in of_person]
    days = days_of(links)
    return (
        number,
        len(people),
        [names[person] for person in people],
        [f"{_caption(thing, shared[thing][0][0])} ({len(shared[thing])})" for thing in holding],
        days[0] if days else None,
        days[-1] if days else None,
        people,
        ids_of(holding, "act"),
        ids_of(holding, "case"),
        words_of(links),
    )


def _caption(thing: Thing, link: Link) -> str:
    return f"{link.wording}, {link.date}" if thing.kind == "act" and link.date else link.wording
