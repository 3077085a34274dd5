"""What happened to one person, as bars and points in time: acts, custody, arrests of their length."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from kg.graph.evidence import Passage
from kg.stores import Store
from queries.pages.rows import ask
from queries.pages.values import passages_in

_TIES = "r.entries AS entries, r.spans AS spans"
_ACTS = f"""MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event) WHERE p.id = $id AND r.role = 'to'
RETURN e.id AS id, e.type AS kind, coalesce(e.date, e.reported) AS since, null AS until, null AS days,
       coalesce(r.standing, e.standing) AS standing, {_TIES} ORDER BY since, id"""
_STAYS = f"""MATCH (p:Person)-[r:IN_CUSTODY]->(s:Stay)-[:AT]->(f:Facility) WHERE p.id = $id
RETURN s.id AS id, f.name AS kind, coalesce(s.since, s.first_seen) AS since, coalesce(s.until, s.last_seen) AS until,
       null AS days, null AS standing, {_TIES} ORDER BY since, id"""
_SANCTIONS = f"""MATCH (p:Person)-[r:RECEIVED]->(s:Sanction) WHERE p.id = $id
RETURN s.id AS id, s.kind AS kind, s.date AS since, s.until AS until, s.days AS days, s.status AS standing, {_TIES}
ORDER BY since, id"""

LaneKind = Literal["act", "custody", "sanction"]
_ASKED: tuple[tuple[LaneKind, str], ...] = (("act", _ACTS), ("custody", _STAYS), ("sanction", _SANCTIONS))
_DAY = len("2022-10-04")


@dataclass(frozen=True)
class Episode:
    """An act, a custody or a sanction in time (ISO, as exact as known), with the words that tie the person to it.

    ``until`` is empty for an act. ``what`` is the type of the act or sanction, or the facility's name. ``standing`` is
    that of the graph: ``requested`` for a sanction that was not imposed.
    """

    id: str
    kind: LaneKind
    what: str
    since: str
    until: str | None
    standing: str | None
    passages: tuple[Passage, ...]


def read_lane(store: Store, person: str) -> list[Episode]:
    """What happened to a person (id), in the order of time; what has no date at all is left out."""
    found = [episode for kind, asked in _ASKED for episode in _episodes(kind, ask(store, asked, id=person))]
    return sorted(found, key=lambda episode: (episode.since, episode.kind, episode.id))


def _episodes(kind: LaneKind, rows: list[dict[str, Any]]) -> Iterator[Episode]:
    for row in rows:
        if row["since"]:
            until = row["until"] or _after(row["since"], row["days"])
            standing = None if row["standing"] == "imposed" else row["standing"]
            yield Episode(row["id"], kind, row["kind"], row["since"], until, standing, passages_in(row))


def _after(since: str, days: int | None) -> str | None:
    """The last day of what lasts some days from a day; ``None`` where either is not known."""
    if days is None or len(since) != _DAY:
        return None
    try:
        return (date.fromisoformat(since) + timedelta(days=days)).isoformat()
    except OverflowError:
        return None
