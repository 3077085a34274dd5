"""Lines for the facts that something is tied to: acts, charges, sanctions, stays and cases."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from kg.schema.sentences import phrase, say, say_number
from kg.stores import Store
from queries.pages.phrases import (
    IMPOSED_ON,
    PARTS,
    REQUESTED,
    STATED,
    claim,
    date_act,
    date_mentions,
    format_duration,
    list_words,
    name_act,
    name_own,
    name_provision,
    plain,
    say_role,
    standing_of,
)
from queries.pages.rows import ask, ask_names
from queries.pages.stages import find_stages
from queries.pages.values import Line, Tie, Ties

_OF = "UNWIND $ids AS id MATCH "
_ACTS = f"""{_OF}(e:Event) WHERE e.id = id
RETURN e.id AS id, e.type AS type, e.date AS date, e.reported AS reported, e.standing AS standing,
       e.outcome AS outcome, e.reason AS reason, e.next AS next, e.hours AS hours, e.count AS count,
       e.disputed AS disputed
ORDER BY reported, date, type, id"""
_INVOLVED = f"""{_OF}(e:Event)<-[r:INVOLVED_IN]-(x:Person|Organisation|Court|Facility) WHERE e.id = id
RETURN e.id AS id, x.id AS party, x.name AS name, r.role AS role, r.standing AS standing
ORDER BY id, role, name, party"""
_SCENES = f"""{_OF}(e:Event)-[:AT]->(f:Facility|Place) WHERE e.id = id
RETURN e.id AS id, f.name AS name ORDER BY id, name"""
_CHARGES = f"""{_OF}(c:Charge)-[:UNDER]->(v:Provision) WHERE c.id = id
RETURN c.id AS id, c.count AS count, c.first_seen AS first, c.last_seen AS last, v.id AS provision, v.title AS title
ORDER BY first, provision, id"""
_CHARGED = f"""{_OF}(c:Charge)<-[r:FACES]-(p:Person) WHERE c.id = id
RETURN c.id AS id, p.name AS name, p.id AS party, r.role AS role ORDER BY id, name, party"""
_SANCTIONS = f"""{_OF}(s:Sanction) WHERE s.id = id
RETURN s.id AS id, s.kind AS kind, s.duration AS duration, s.until AS until, s.amount AS amount,
       s.duration_max AS longest, s.joint AS joint, s.count AS count,
       s.index_units AS units, s.status AS status, s.date AS date, s.disputed AS disputed
ORDER BY date, kind, id"""
_RECEIVED = f"""{_OF}(s:Sanction)<-[:RECEIVED]-(p:Person|Organisation) WHERE s.id = id
RETURN s.id AS id, p.name AS name, p.id AS party ORDER BY id, name, party"""
_REPORTED = f"""{_OF}(s:Sanction)<-[:RECORDS]-(n:Entry) WHERE s.id = id
RETURN s.id AS id, min(n.date) AS date ORDER BY id"""
_IMPOSED_BY = f"""{_OF}(s:Sanction)-[:IMPOSED_BY]->(x:Court|Organisation|Facility|Person) WHERE s.id = id
RETURN s.id AS id, x.name AS name ORDER BY id, name"""
_SANCTION_UNDER = f"""{_OF}(s:Sanction)-[:UNDER]->(v:Provision) WHERE s.id = id
RETURN s.id AS id, v.id AS name ORDER BY id, name"""
_STAYS = f"""{_OF}(s:Stay)-[:AT]->(f:Facility) WHERE s.id = id
RETURN s.id AS id, f.name AS name, f.id AS party, s.first_seen AS first, s.last_seen AS last, s.since AS since,
       s.until AS until
ORDER BY first, name, id"""
_HELD = f"""{_OF}(s:Stay)<-[:IN_CUSTODY]-(p:Person) WHERE s.id = id
RETURN s.id AS id, p.name AS name, p.id AS party ORDER BY id, name, party"""
_CASES = f"""{_OF}(c:Case) WHERE c.id = id
RETURN c.id AS id, c.title AS title, c.number AS number, c.first_seen AS first, c.last_seen AS last
ORDER BY first, title, id"""

_DIFFER = phrase("ACCOUNTS DIFFER")
_TOLD = (
    ("own", phrase("by {it}")),
    ("others", phrase("also to {it}")),
    ("also", phrase("also by {it}")),
    ("by", phrase("by {it}")),
    ("scenes", phrase("at {it}")),
    ("outcome", phrase("outcome: {it}")),
    ("hours", phrase("for {it} hours")),
    ("count", phrase("{it} people")),
    ("next", phrase("for {it}")),
    ("reason", phrase("reason given: {it}")),
    ("disputed", _DIFFER),
)
"""What is said of an act besides its type, by the name of the value."""


def act_lines(store: Store, ties: Ties) -> list[Line]:
    """Acts, each with who else was involved, when it happened and how far it is established."""
    rows = _first(store, _ACTS, ties)
    ids = [row["id"] for row in rows]
    involved: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in ask(store, _INVOLVED, ids=ids) if ids else []:
        involved[row["id"]].append(row)
    scenes = ask_names(store, _SCENES, ids)
    return [
        _act_line(row, ties.of[row["id"]], involved[row["id"]], scenes.get(row["id"], []), ties.but) for row in rows
    ]


def _act_line(row: Mapping[str, Any], tie: Tie, involved: list[dict[str, Any]], scenes: list[str], but: str) -> Line:
    others = [party for party in involved if party["party"] != but]
    to = list_words(party["name"] for party in others if party["role"] == "to")
    by = list_words(party["name"] + claim(party["standing"] or row["standing"]) for party in _authors(others))
    standing = tie.standing or row["standing"]
    told = {**row, "scenes": list_words(scenes), **_parts(tie.role, to, by, name_own(but) + claim(standing))}
    what = name_act(row["type"]) + told["of"]
    told |= {"outcome": plain(row["outcome"] or "", "outcome"), "hours": f"{row['hours']:g}" if row["hours"] else ""}
    details = tuple(say(form, it=told[name]) for name, form in _TOLD if told.get(name))
    dates = date_act(row["date"], row["reported"])
    return Line(what, row["id"], dates, standing_of(standing), details, tie.passages)


def _parts(role: str, to: str, by: str, own: str) -> dict[str, str]:
    """Who did an act and to whom, by the names of ``_TOLD``, for a page of one who has a role in it."""
    of = say(" of {whom}", whom=to) if to else ""
    parts = {"of": "", "others": to} if "to" in role else {"of": of}
    return parts | ({"own": own, "also": by} if "by" in role else {"by": by})


def _authors(parties: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return [party for party in parties if party["role"] == "by"]


def charge_lines(store: Store, ties: Ties) -> list[Line]:
    """Charges, each with the last step that an entry reports: naming an article beside somebody is none."""
    rows = _first(store, _CHARGES, ties)
    if not rows:
        return []
    ids = list(dict.fromkeys(row["id"] for row in rows))
    stages = find_stages(store, ids)
    people: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in ask(store, _CHARGED, ids=ids):
        people[row["id"]].append(row)
    return [_charge_line(row, ties, people[row["id"]], stages[row["id"]]) for row in rows]


def _charge_line(row: Mapping[str, Any], ties: Ties, people: list[dict[str, Any]], stage: str) -> Line:
    who = list_words(person["name"] for person in people if person["party"] != ties.but)
    unnamed = say_number("{n} person not named|{n} people not named", row["count"]) if row["count"] else ""
    nobody = "" if people else say("nobody named")
    accused = any(person["role"] == "perpetrator" for person in people)
    title = f" ({row['title']})" if row["title"] else ""
    details = (who or ("" if people else unnamed) or nobody, say(PARTS["perpetrator"]) if accused else "")
    dates = date_mentions(row["first"], row["last"])
    what = f"{name_provision(row['provision'])}{title}"
    return Line(what, row["id"], dates, stage, _those(details), ties.of[row["id"]].passages)


def sanction_lines(store: Store, ties: Ties) -> list[Line]:
    """Sanctions, each with who imposed it, and whether it was imposed or only requested."""
    rows = _first(store, _SANCTIONS, ties)
    ids = [row["id"] for row in rows]
    imposed, under = ask_names(store, _IMPOSED_BY, ids), ask_names(store, _SANCTION_UNDER, ids)
    received = _but(ask(store, _RECEIVED, ids=ids), ties.but) if ids else {}
    reported = {row["id"]: row["date"] for row in ask(store, _REPORTED, ids=ids)} if ids else {}
    lines = []
    for row in rows:
        id = row["id"]
        details = (
            list_words(received.get(id, [])),
            say("by {it}", it=list_words(imposed[id])) if id in imposed else "",
            say("under {articles}", articles=list_words(map(name_provision, under[id]))) if id in under else "",
            say(_DIFFER) if row["disputed"] else "",
        )
        standing = say(REQUESTED) if row["status"] == "requested" else say("imposed")
        dates = date_act(row["date"], reported.get(id), IMPOSED_ON)
        lines.append(Line(describe_sanction(row), id, dates, standing, _those(details), ties.of[id].passages))
    return lines


def describe_sanction(row: Mapping[str, Any]) -> str:
    """``administrative arrest, 15 days``."""
    amounts = (
        say(" to ").join(map(format_duration, _those((row["duration"], row["longest"])))),
        f"{row['amount']:,.10g}" if row["amount"] is not None else "",
        say_number("{n} index unit|{n} index units", row["units"]) if row["units"] is not None else "",
        say("to be paid jointly") if row["joint"] else "",
        say("until {date}", date=row["until"]) if row["until"] else "",
        say("{it} people", it=row["count"]) if row["count"] else "",
    )
    return ", ".join((plain(row["kind"], "sanction_kind"), *_those(amounts)))


def stay_lines(store: Store, ties: Ties) -> list[Line]:
    """Stays in custody, each with between which entries it is mentioned, and since and until when it lasted."""
    held = _but(ask(store, _HELD, ids=ties.ids), ties.but) if ties.of else {}
    lines = []
    for row in ask(store, _STAYS, ids=ties.ids) if ties.of else []:
        what = say("held at {place}", place=row["name"]) if row["party"] != ties.but else say("held")
        dates = (
            *((say("since {date}", date=row["since"]),) if row["since"] else ()),
            *date_mentions(row["first"], row["last"]),
            say("until {date}", date=row["until"]) if row["until"] else say("end not reported"),
        )
        details = _those((list_words(held.get(row["id"], [])),))
        lines.append(Line(what, row["id"], dates, say(STATED), details, ties.of[row["id"]].passages))
    return lines


def case_lines(store: Store, ties: Ties) -> list[Line]:
    """Cases, each with the part that the page's thing has in it."""
    lines = []
    for row in ask(store, _CASES, ids=ties.ids) if ties.of else []:
        tie = ties.of[row["id"]]
        roles = [say_role(role) for role in filter(None, tie.role.split(", "))]
        details = _those((say("No. {number}", number=row["number"]) if row["number"] else "", *roles))
        dates = date_mentions(row["first"], row["last"])
        lines.append(Line(row["title"], row["id"], dates, "", details, tie.passages))
    return lines


def _first(store: Store, cypher: str, ties: Ties) -> list[dict[str, Any]]:
    """The rows of the facts that are to be told, the first in time."""
    if not ties.of:
        return []
    if ties.most is None:
        return ask(store, cypher, ids=ties.ids)
    return ask(store, f"{cypher} LIMIT $most", ids=ties.ids, most=ties.most)


def _but(rows: Iterable[Mapping[str, Any]], but: str) -> dict[str, list[str]]:
    named: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row["party"] != but:
            named[row["id"]].append(row["name"])
    return named


def _those(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, texts))
