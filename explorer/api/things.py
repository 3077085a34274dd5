"""Things, what is around them, and the facts about them."""

from dataclasses import dataclass
from typing import Annotated

from litestar.params import JSONBody, QueryParameter

from explorer.answers.details import Details, Wanted, find_node, read_details, require_key
from explorer.answers.evidence import Fact
from explorer.answers.facts import read_fact, read_line_facts, with_decisions
from explorer.answers.lanes import Episode, make_lane
from explorer.answers.networks import NeighbourCount, Network, count_ways, read_around, read_network
from explorer.answers.places import Places, PlacesOfThings, read_places, read_places_of
from explorer.api.parts import GraphsAsked, Id, ServiceAsked, read_id, reads, takes
from explorer.graphs.opened import Graphs
from ingest.errors import KgError
from queries.networks.neighbours import Direction, Way, ways_from

_MOST_IDS = 10_000


@dataclass(frozen=True)
class ThingsAsked:
    """The ids of the things on a canvas."""

    ids: list[str]


@reads("/things/{id:str}")
def thing(
    graphs: GraphsAsked,
    service: ServiceAsked,
    id: Id,
    group: Annotated[str, QueryParameter(description="A heading: the facts under it alone.")] = "",
    most: Annotated[int, QueryParameter(ge=1, le=100_000, description="At most so many under each heading.")] = 15,
) -> Details:
    """What is known of a thing, each fact with the words it rests on: the first under each heading."""
    with graphs.reading() as graph:
        known = service.known_beside(graph) if service else None
        return read_details(
            graph.store,
            read_id(id, graphs.workspace),
            Wanted(most, group),
            lambda facts: with_decisions(facts, known, service is not None),
        )


@reads("/things/{id:str}/neighbours")
def neighbours(graphs: GraphsAsked, id: Id) -> list[NeighbourCount]:
    """The ways on from a thing, and how many things are at the end of each: most first."""
    with graphs.reading() as graph:
        return count_ways(graph.store, require_key(graph.store, read_id(id, graphs.workspace)))


@reads("/things/{id:str}/network")
def around(
    graphs: GraphsAsked,
    id: Id,
    relationship: Annotated[str, QueryParameter(description="Its type; all types if left out.")] = "",
    direction: Annotated[Direction | None, QueryParameter(description="As seen from the thing.")] = None,
    kind: Annotated[str, QueryParameter(description="The kind of thing at the other end.")] = "",
    limit: Annotated[int, QueryParameter(ge=1, le=1_000, description="At most so many things.")] = 50,
    skip: Annotated[int, QueryParameter(ge=0, le=10_000_000, description="Things that were given before.")] = 0,
) -> Network:
    """A thing, the things at the end of some ways on from it, the newest first, and every line among them.

    Where some are left out, ``next`` of the answer is the ``skip`` that brings the next ones.
    """
    with graphs.reading() as graph:
        key = require_key(graph.store, read_id(id, graphs.workspace))
        ways = [way for way in dict.fromkeys(ways_from(key.label)) if _fits(way, relationship, direction, kind)]
        if not ways:
            raise KgError(f"No such relationship leads from a {key.label}. /api/schema lists those that there are.")
        return read_around(graph.store, key, ways, limit, skip)


def _fits(way: Way, relationship: str, direction: Direction | None, kind: str) -> bool:
    wanted = (relationship or way.relationship, direction or way.direction, kind or way.kind)
    return wanted == (way.relationship, way.direction, way.kind)


@takes("/network")
def network(graphs: GraphsAsked, data: JSONBody[ThingsAsked]) -> Network:
    """The things on a canvas, and every line among them."""
    with graphs.reading() as graph:
        return read_network(graph.store, _ids(data, graphs))


@reads("/places")
def places(graphs: GraphsAsked) -> Places:
    """All places that have coordinates, and the outline of the country."""
    with graphs.reading() as graph:
        return read_places(graph.store, graphs.workspace)


@takes("/places")
def places_of(graphs: GraphsAsked, data: JSONBody[ThingsAsked]) -> PlacesOfThings:
    """The place that each thing of a canvas belongs to: of a person, the place of most entries that name them."""
    with graphs.reading() as graph:
        return read_places_of(graph.store, _ids(data, graphs))


def _ids(asked: ThingsAsked, graphs: Graphs) -> list[str]:
    """The ids of a canvas, as things are called now. Raises ``KgError`` for more than it may have."""
    if len(asked.ids) > _MOST_IDS:
        raise KgError(f"A canvas may have {_MOST_IDS} things.")
    return [read_id(id, graphs.workspace) for id in asked.ids]


@reads("/facts/{id:str}")
def fact(graphs: GraphsAsked, service: ServiceAsked, id: Id) -> Fact:
    """A fact with all words that report it, the rules that read them, what was decided, and what can be corrected."""
    with graphs.reading() as graph:
        known = service.knowledge.read(graph.generation) if service else None
        return read_fact(graph.store, read_id(id, graphs.workspace), known)


@reads("/lines/{source:str}/{target:str}")
def line(graphs: GraphsAsked, service: ServiceAsked, source: Id, target: Id) -> list[Fact]:
    """What the lines between two things rest on."""
    with graphs.reading() as graph:
        first, second = (require_key(graph.store, read_id(id, graphs.workspace)) for id in (source, target))
        known = service.known_beside(graph) if service else None
        return with_decisions(read_line_facts(graph.store, first, second), known, service is not None)


@reads("/people/{id:str}/lane")
def lane(graphs: GraphsAsked, id: Id) -> list[Episode]:
    """What happened to a person, in the order of time: acts, custody, and sanctions of their length."""
    with graphs.reading() as graph:
        node = find_node(graph.store, read_id(id, graphs.workspace))
        if node.label != "Person":
            raise KgError("Only people have a lane in time.")
        return make_lane(graph.store, node.id)


HANDLERS = (thing, neighbours, around, network, places, places_of, fact, line, lane)
