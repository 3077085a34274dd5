"""Provisions, cases and campaigns, each on a page."""

from kg.stores import Store
from queries.pages.documents import mention_lines
from queries.pages.facts import act_lines, case_lines, charge_lines, sanction_lines, stay_lines
from queries.pages.phrases import date_mentions, name_provision, plain, say_part
from queries.pages.rows import ask, ask_ties
from queries.pages.values import Line, Page, passages_in, sections_of

_TIES = "r.entries AS entries, r.spans AS spans"
_PROVISION = """MATCH (v:Provision) WHERE v.id = $id
RETURN v.code AS code, v.title AS title, v.level AS level"""
_WHOLE = "MATCH (v:Provision)-[:PART_OF]->(w:Provision) WHERE v.id = $id RETURN w.id AS id ORDER BY id"
_PARTS = "MATCH (v:Provision)<-[:PART_OF]-(w:Provision) WHERE v.id = $id RETURN w.id AS id ORDER BY id"
# Under the provision itself, or a part of it.
_UNDER = "MATCH (v:Provision)<-[:PART_OF*0..3]-(w:Provision) WHERE v.id = $id MATCH (w)<-[r:UNDER]-"
_CHARGES = f"{_UNDER}(c:Charge) RETURN c.id AS fact, {_TIES} ORDER BY fact, w.id"
_SANCTIONS = f"{_UNDER}(s:Sanction) RETURN s.id AS fact, {_TIES} ORDER BY fact, w.id"


def read_provision(store: Store, id: str) -> Page:
    """The page of a code of law, an article, or a part of one."""
    found = ask(store, _PROVISION, id=id)[0]
    whole = [name_provision(row["id"]) for row in ask(store, _WHOLE, id=id)]
    parts = [Line(name_provision(row["id"]), row["id"]) for row in ask(store, _PARTS, id=id)]
    about = (("Title", found["title"]), ("Level", found["level"]), ("Part of", ", ".join(whole)))
    return Page(
        "Provision",
        id,
        name_provision(id),
        tuple((what, str(value)) for what, value in about if value),
        sections_of(
            ("Parts of it", parts),
            ("Charges (accusations, proven or not)", charge_lines(store, ask_ties(store, _CHARGES, id))),
            ("Sanctions", sanction_lines(store, ask_ties(store, _SANCTIONS, id))),
            ("Mentions", mention_lines(store, "Provision", id)),
        ),
    )


_CASE = """MATCH (c:Case) WHERE c.id = $id
RETURN c.title AS title, c.kind AS kind, c.number AS number, c.first_seen AS first, c.last_seen AS last"""
_PARTIES = f"""MATCH (c:Case)<-[r:PARTY_TO]-(p:Person|Organisation) WHERE c.id = $id
RETURN p.name AS name, p.id AS id, r.role AS role, {_TIES} ORDER BY role, name, id"""
_COURTS = f"""MATCH (c:Case)-[r:BEFORE]->(b:Court) WHERE c.id = $id
RETURN b.name AS name, b.id AS id, r.first_seen AS first, r.last_seen AS last, {_TIES} ORDER BY first, name, id"""
_HAS = "MATCH (c:Case)<-[r:IN_CASE]-(x:"
_IN = f") WHERE c.id = $id RETURN x.id AS fact, {_TIES} ORDER BY fact"
_FROM = """MATCH (c:Case)-[:ARISES_FROM]->(a:Campaign) WHERE c.id = $id
RETURN a.title AS title, a.id AS id, a.first_seen AS first, a.last_seen AS last ORDER BY first, title, id"""


def read_case(store: Store, id: str) -> Page:
    """The page of a proceeding, incident, registration or bill."""
    found = ask(store, _CASE, id=id)[0]
    dates = ", ".join(date_mentions(found["first"], found["last"]))
    about = (("Kind", plain(found["kind"] or "", "case_kind")), ("Number", found["number"]), ("In the reports", dates))
    parties = [
        Line(row["name"], row["id"], details=(say_part(row["role"]),), passages=passages_in(row))
        for row in ask(store, _PARTIES, id=id)
    ]
    courts = [
        Line(row["name"], row["id"], date_mentions(row["first"], row["last"]), passages=passages_in(row))
        for row in ask(store, _COURTS, id=id)
    ]
    return Page(
        "Case",
        id,
        found["title"],
        tuple((what, value) for what, value in about if value),
        sections_of(
            ("Parties", parties),
            ("Before", courts),
            (
                "Charges (accusations, proven or not)",
                charge_lines(store, ask_ties(store, f"{_HAS}Charge{_IN}", id)),
            ),
            ("Sanctions", sanction_lines(store, ask_ties(store, f"{_HAS}Sanction{_IN}", id))),
            ("Custody", stay_lines(store, ask_ties(store, f"{_HAS}Stay{_IN}", id))),
            ("Acts", act_lines(store, ask_ties(store, f"{_HAS}Event{_IN}", id))),
            ("Comes from", _campaigns(store, id)),
        ),
    )


def _campaigns(store: Store, id: str) -> list[Line]:
    rows = ask(store, _FROM, id=id)
    return [Line(row["title"], row["id"], date_mentions(row["first"], row["last"])) for row in rows]


_CAMPAIGN = "MATCH (a:Campaign) WHERE a.id = $id RETURN a.title AS title, a.first_seen AS first, a.last_seen AS last"
_COMES = "MATCH (a:Campaign)<-[r:ARISES_FROM]-(x:"
_ARISING = f") WHERE a.id = $id RETURN x.id AS fact, {_TIES} ORDER BY fact"


def read_campaign(store: Store, id: str) -> Page:
    """The page of what many cases and acts come from."""
    found = ask(store, _CAMPAIGN, id=id)[0]
    return Page(
        "Campaign",
        id,
        found["title"],
        (("In the reports", ", ".join(date_mentions(found["first"], found["last"]))),),
        sections_of(
            ("Cases", case_lines(store, ask_ties(store, f"{_COMES}Case{_ARISING}", id))),
            ("Acts", act_lines(store, ask_ties(store, f"{_COMES}Event{_ARISING}", id))),
        ),
    )
