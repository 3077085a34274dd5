"""Where things are: places with coordinates, and the place that each thing of a canvas belongs to."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kg.graph.value import Key
from kg.stores import Store
from queries.entry_texts import ALL_ROWS
from queries.pages.rows import ask

# A country's point stands for no town.
_ON_THE_MAP = "p.lat IS NOT NULL AND p.lon IS NOT NULL AND p.kind <> 'country'"
_PLACES = f"MATCH (p:Place) WHERE {_ON_THE_MAP} RETURN p.id AS id, p.lon AS lon, p.lat AS lat ORDER BY id"
_IN_ENTRIES = "(:Entry)-[:LOCATED_IN]->"
_WAYS: dict[str, tuple[str, ...]] = {
    "Place": ("",),
    "Entry": ("-[:LOCATED_IN]->",),
    **dict.fromkeys(("Organisation", "Court", "Facility"), ("-[:LOCATED_IN]->",)),
    "Event": ("-[:AT]->", "-[:AT]->(:Facility)-[:LOCATED_IN]->", f"<-[:RECORDS]-{_IN_ENTRIES}"),
    "Stay": ("-[:AT]->(:Facility)-[:LOCATED_IN]->", f"<-[:RECORDS]-{_IN_ENTRIES}"),
    **dict.fromkeys(("Charge", "Sanction"), (f"<-[:RECORDS]-{_IN_ENTRIES}",)),
    "Case": ("-[:BEFORE]->(:Court)-[:LOCATED_IN]->", f"<-[:IN_CASE]-(:Event)<-[:RECORDS]-{_IN_ENTRIES}"),
    "Campaign": (f"<-[:ARISES_FROM]-(:Event)<-[:RECORDS]-{_IN_ENTRIES}",),
    "Person": (f"<-[:MENTIONS]-{_IN_ENTRIES}",),
}
"""How a kind of thing leads to a place: the best way first, the next one where it leads nowhere.

Provisions, reports and sources are nowhere.
"""


@dataclass(frozen=True)
class Point:
    """A place (id) and its point in degrees."""

    place: str
    lon: float
    lat: float


def read_points(store: Store) -> list[Point]:
    """Every place that has coordinates and is smaller than a country."""
    return [Point(row["id"], float(row["lon"]), float(row["lat"])) for row in ask(store, _PLACES)]


def find_places(store: Store, things: Iterable[Key]) -> dict[Key, Key]:
    """The place with coordinates that each thing belongs to; things without one are left out.

    Of several places it is the one that most entries or relationships name, by id among equals: of a person, the place
    of most entries that name them.
    """
    by_label: dict[str, list[str]] = defaultdict(list)
    for key in dict.fromkeys(things):
        by_label[key.label].append(key.id)
    found: dict[Key, Key] = {}
    for label, ids in by_label.items():
        for way in _WAYS.get(label, ()):
            left = [id for id in ids if Key(label, id) not in found]
            found |= {Key(label, id): Key("Place", place) for id, place in _ask(store, label, way, left).items()}
    return found


def _ask(store: Store, label: str, way: str, ids: Collection[str]) -> dict[str, str]:
    """The place at the end of one way from each of some things of a kind."""
    pattern = f"(n:{label}){way}(p:Place)" if way else "(p:Place)"
    asked = f"""UNWIND $ids AS id MATCH {pattern} WHERE {"n" if way else "p"}.id = id AND {_ON_THE_MAP}
        RETURN id, p.id AS place, count(*) AS times"""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for id, place, times in store.query(asked, {"ids": list(ids)}, ALL_ROWS).rows if ids else ():
        counts[id][place] += times
    return {id: min(places, key=lambda place: (-places[place], place)) for id, places in counts.items()}
