"""Places on the map: the outline of the country, points, the things that belong to each, and answers on them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.answers.things import Thing, make_thing
from exports.picture.answer import Row
from exports.picture.map.outlines import load_outline
from kg.graph.value import Key
from kg.stores import Store
from kg.workspace import Workspace
from queries.drawings import Map
from queries.networks.nodes import find_keys, read_nodes
from queries.networks.places import find_places, read_points


@dataclass(frozen=True)
class PlaceOnMap:
    """A place, and its point in degrees."""

    place: Thing
    lon: float
    lat: float


@dataclass(frozen=True)
class Outline:
    """The outline of the country: rings of points (longitude, latitude, in degrees), and where it is from."""

    rings: tuple[tuple[tuple[float, ...], ...], ...]
    source: str


@dataclass(frozen=True)
class Places:
    """All places that have coordinates. ``outline`` is ``None`` where the country's data has none."""

    outline: Outline | None
    places: tuple[PlaceOnMap, ...]


@dataclass(frozen=True)
class PlaceOfThing:
    """The id of a thing, and that of the place that it belongs to."""

    thing: str
    place: str


@dataclass(frozen=True)
class PlacesOfThings:
    """The places of some things; ``nowhere`` are the ids of those without one that has coordinates."""

    of: tuple[PlaceOfThing, ...]
    places: tuple[PlaceOnMap, ...]
    nowhere: tuple[str, ...]


@dataclass(frozen=True)
class Circle:
    """A place on the map of an answer: the sum of the values of its rows, and their positions.

    ``lon`` and ``lat`` are ``None`` where no coordinates are known, or it is a whole country.
    """

    place: Thing
    lon: float | None
    lat: float | None
    value: float
    rows: tuple[int, ...]


@dataclass(frozen=True)
class AnswerMap:
    """The places of an answer, those with most first; ``nowhere`` is the sum of the rows that have no place."""

    circles: tuple[Circle, ...]
    nowhere: float


def read_places(store: Store, workspace: Workspace | None) -> Places:
    """All places with coordinates, and the outline of the workspace's country."""
    return Places(_outline(workspace), tuple(_points(store).values()))


def read_places_of(store: Store, ids: Sequence[str]) -> PlacesOfThings:
    """Where some things are. Ids of nothing are left out."""
    keys = find_keys(store, ids).values()
    found = find_places(store, keys)
    points = _points(store)
    wanted = {place.id for place in found.values()}
    return PlacesOfThings(
        of=tuple(PlaceOfThing(key.id, place.id) for key, place in found.items()),
        places=tuple(point for id, point in points.items() if id in wanted),
        nowhere=tuple(key.id for key in keys if key not in found),
    )


def make_map(store: Store, spec: Map, rows: Sequence[Row]) -> AnswerMap:
    """The rows of an answer on the map, as its query's header says."""
    values: dict[Key, float] = defaultdict(float)
    told: dict[Key, list[int]] = defaultdict(list)
    nowhere = 0.0
    for number, row in enumerate(rows):
        keys, value = row.keys(spec.place), row.number(spec.value)
        nowhere += 0 if keys else value
        for key in keys:
            values[key] += value
            told[key].append(number)
    nodes = read_nodes(store, values)
    points = _points(store)
    circles = [
        Circle(make_thing(node), *_at(points.get(key.id)), values[key], tuple(told[key])) for key, node in nodes.items()
    ]
    return AnswerMap(tuple(sorted(circles, key=lambda each: (-each.value, each.place.label, each.place.id))), nowhere)


def _at(point: PlaceOnMap | None) -> tuple[float | None, float | None]:
    return (point.lon, point.lat) if point else (None, None)


def _points(store: Store) -> dict[str, PlaceOnMap]:
    points = read_points(store)
    nodes = read_nodes(store, _keys(point.place for point in points))
    return {
        point.place: PlaceOnMap(make_thing(nodes[Key("Place", point.place)]), point.lon, point.lat) for point in points
    }


def _keys(ids: Iterable[str]) -> list[Key]:
    return [Key("Place", id) for id in ids]


def _outline(workspace: Workspace | None) -> Outline | None:
    jurisdiction = workspace.settings.jurisdiction if workspace else None
    outline = load_outline(jurisdiction) if jurisdiction else None
    return Outline(outline.rings, outline.source) if outline else None
