"""Acts, charges, sanctions and stays, each on a page of its own."""

from collections.abc import Callable, Mapping

from kg.schema.sentences import phrase, say
from kg.stores import Store
from queries.pages.documents import entry_lines
from queries.pages.facts import act_lines, case_lines, charge_lines, sanction_lines, stay_lines
from queries.pages.phrases import PARTS, claim, name_provision, plain, standing_of
from queries.pages.rows import ask, ask_ties
from queries.pages.values import Line, Page, Tie, Ties, passages_in, sections_of

_LINES: Mapping[str, Callable[[Store, Ties], list[Line]]] = {
    "Event": act_lines,
    "Charge": charge_lines,
    "Sanction": sanction_lines,
    "Stay": stay_lines,
}
FACTS = tuple(_LINES)
"""The labels of facts."""

_PARTIES = {
    "Event": "MATCH (x:Event)<-[r:INVOLVED_IN]-(o:Person|Organisation|Court|Facility)",
    "Charge": "MATCH (x:Charge)<-[r:FACES]-(o:Person)",
    "Sanction": "MATCH (x:Sanction)<-[r:RECEIVED]-(o:Person|Organisation)",
    "Stay": "MATCH (x:Stay)<-[r:IN_CUSTODY]-(o:Person)",
}
_PLACES = {
    "Event": "MATCH (x:Event)-[r:AT]->(o:Facility|Place)",
    "Stay": "MATCH (x:Stay)-[r:AT]->(o:Facility)",
    "Sanction": "MATCH (x:Sanction)-[r:IMPOSED_BY]->(o:Court|Organisation|Facility|Person)",
}
_NAMED = """ WHERE x.id = $id
RETURN o.name AS name, o.id AS id, r.role AS role, r.standing AS standing, r.entries AS entries, r.spans AS spans
ORDER BY role, name, id"""
_OTHERS = (
    ("Contradicted by", "-[r:CONTRADICTS]-", ("Event", "Sanction")),
    ("Replaces", "-[r:REPLACES]->", ("Charge", "Sanction")),
    ("Replaced by", "<-[r:REPLACES]-", ("Charge", "Sanction")),
)
_ROLES = {**PARTS, "to": phrase("it was done to"), "by": phrase("did it")}


def read_fact(store: Store, label: str, id: str) -> Page:
    """The page of an act, a charge, a sanction or a stay."""
    lines = _LINES[label]
    line = read_line(store, label, id)
    cases = f"MATCH (x:{label})-[r:IN_CASE]->(c:Case) WHERE x.id = $id"
    told = "RETURN c.id AS fact, r.entries AS entries, r.spans AS spans ORDER BY fact"
    return Page(
        label,
        id,
        line.what,
        _about(line),
        sections_of(
            ("Who", _named(store, _PARTIES.get(label), id)),
            ("Imposed by" if label == "Sanction" else "Where", _named(store, _PLACES.get(label), id)),
            ("Articles", _provisions(store, label, id) if label in ("Charge", "Sanction") else ()),
            ("In cases", case_lines(store, ask_ties(store, f"{cases} {told}", id))),
            *_others(store, label, id, lines),
            ("Reported in", _entries(store, label, id)),
        ),
    )


def read_line(store: Store, label: str, id: str, tie: Tie | None = None) -> Line:
    """A fact in a line, with the ``tie`` of somebody to it."""
    return _LINES[label](store, Ties({id: tie or Tie()}))[0]


def _about(line: Line) -> tuple[tuple[str, str], ...]:
    about = (
        ("Dates", ", ".join(line.dates)),
        ("Standing", line.standing),
        *(("", detail) for detail in line.details),
    )
    return tuple((what, value) for what, value in about if value)


def _named(store: Store, pattern: str | None, id: str) -> list[Line]:
    lines = []
    for row in ask(store, pattern + _NAMED, id=id) if pattern else []:
        role = say(_ROLES[row["role"]]) if row["role"] in _ROLES else plain(row["role"] or "")
        standing = standing_of(row["standing"]) if row["standing"] else ""
        details = (role + claim(row["standing"]),) if role else ()
        lines.append(Line(row["name"], row["id"], (), standing, details, passages_in(row)))
    return lines


def _provisions(store: Store, label: str, id: str) -> list[Line]:
    asked = f"""MATCH (x:{label})-[r:UNDER]->(v:Provision) WHERE x.id = $id
        RETURN v.id AS id, v.title AS title, r.entries AS entries, r.spans AS spans ORDER BY id"""
    return [
        Line(name_provision(row["id"]), row["id"], details=_some(row["title"]), passages=passages_in(row))
        for row in ask(store, asked, id=id)
    ]


def _others(
    store: Store, label: str, id: str, lines: Callable[[Store, Ties], list[Line]]
) -> list[tuple[str, list[Line]]]:
    """What contradicts it, what it replaces, and what replaced it."""
    arrows = [(title, arrow) for title, arrow, labels in _OTHERS if label in labels]
    return [(title, lines(store, _ties(store, label, arrow, id))) for title, arrow in arrows]


def _ties(store: Store, label: str, arrow: str, id: str) -> Ties:
    asked = f"MATCH (x:{label}){arrow}(o:{label}) WHERE x.id = $id"
    ties = ask_ties(store, f"{asked} RETURN o.id AS fact, r.entries AS entries, r.spans AS spans ORDER BY fact", id)
    return Ties(ties.of)


def _entries(store: Store, label: str, id: str) -> list[Line]:
    asked = f"""MATCH (x:{label})<-[:RECORDS]-(n:Entry) WHERE x.id = $id
        RETURN n.id AS id, n.date AS date, n.text AS text ORDER BY date, id"""
    return entry_lines(ask(store, asked, id=id))


def _some(text: str | None) -> tuple[str, ...]:
    return (text,) if text else ()
