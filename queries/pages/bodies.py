"""Courts, facilities, organisations and places, each on a page."""

from kg.schema.sentences import say
from kg.stores import Store
from queries.pages.documents import entry_lines, mention_lines
from queries.pages.facts import act_lines, case_lines, sanction_lines, stay_lines
from queries.pages.phrases import TIE_STATED, plain
from queries.pages.rows import ask, ask_ties
from queries.pages.values import Line, Page, passages_in, sections_of

_TIES = "r.entries AS entries, r.spans AS spans"


def read_body(store: Store, label: str, id: str) -> Page:
    """The page of a court, facility or organisation."""
    node = f"(x:{label})"
    found = ask(store, f"MATCH {node} WHERE x.id = $id RETURN x.name AS name, x.names AS names, x.kind AS kind", id=id)
    located = f"MATCH {node}-[:LOCATED_IN]->(p:Place) WHERE x.id = $id RETURN p.name AS name ORDER BY name"
    acts = f"""MATCH {node}-[r:INVOLVED_IN]->(e:Event) WHERE x.id = $id
        RETURN e.id AS fact, r.role AS role, r.standing AS standing, {_TIES} ORDER BY fact, role"""
    here = f"MATCH {node}<-[r:AT]-(e:Event) WHERE x.id = $id RETURN e.id AS fact, {_TIES} ORDER BY fact"
    stays = f"MATCH {node}<-[r:AT]-(s:Stay) WHERE x.id = $id RETURN s.id AS fact, {_TIES} ORDER BY fact"
    imposed = f"MATCH {node}<-[r:IMPOSED_BY]-(s:Sanction) WHERE x.id = $id RETURN s.id AS fact, {_TIES} ORDER BY fact"
    received = f"MATCH {node}-[r:RECEIVED]->(s:Sanction) WHERE x.id = $id RETURN s.id AS fact, {_TIES} ORDER BY fact"
    party = f"""MATCH {node}-[r:PARTY_TO]->(c:Case) WHERE x.id = $id
        RETURN c.id AS fact, r.role AS role, {_TIES} ORDER BY fact, role"""
    cases = f"MATCH {node}<-[r:BEFORE]-(c:Case) WHERE x.id = $id RETURN c.id AS fact, {_TIES} ORDER BY fact"
    people = f"""MATCH {node}<-[r:AFFILIATED_WITH]-(p:Person) WHERE x.id = $id
        RETURN p.name AS name, r.as AS role, p.id AS id, {_TIES} ORDER BY name, role, id"""
    is_facility, is_court, is_organisation = (label == kind for kind in ("Facility", "Court", "Organisation"))
    return Page(
        label,
        id,
        found[0]["name"],
        _about(label, found[0], [row["name"] for row in ask(store, located, id=id)]),
        sections_of(
            ("People", _people(store, people, id) if is_organisation else ()),
            ("Held there", stay_lines(store, ask_ties(store, stays, id)) if is_facility else ()),
            ("Cases before it", case_lines(store, ask_ties(store, cases, id)) if is_court else ()),
            ("Sanctions received", sanction_lines(store, ask_ties(store, received, id)) if is_organisation else ()),
            ("Sanctions", sanction_lines(store, ask_ties(store, imposed, id))),
            ("Acts there", act_lines(store, ask_ties(store, here, id)) if is_facility else ()),
            ("Acts", act_lines(store, ask_ties(store, acts, id))),
            ("Party to cases", case_lines(store, ask_ties(store, party, id)) if is_organisation else ()),
            ("Mentions", mention_lines(store, label, id)),
        ),
    )


def _about(label: str, row: dict[str, object], places: list[str]) -> tuple[tuple[str, str], ...]:
    names = row["names"]
    others = [str(name) for name in names if name != row["name"]] if isinstance(names, list) else []
    about = (
        ("Kind", plain(row["kind"] or "", f"{label.lower()}_kind")),
        ("In", ", ".join(places)),
        ("Also named", ", ".join(others)),
    )
    return tuple((what, value) for what, value in about if value)


def _people(store: Store, cypher: str, id: str) -> list[Line]:
    return [
        Line(
            ", ".join(filter(None, (row["name"], plain(row["role"] or "")))),
            row["id"],
            standing=say(TIE_STATED),
            passages=passages_in(row),
        )
        for row in ask(store, cypher, id=id)
    ]


_PLACE = "MATCH (x:Place) WHERE x.id = $id RETURN x.name AS name, x.names AS names, x.kind AS kind"
_WITHIN = "MATCH (x:Place)-[:PART_OF]->(p:Place) WHERE x.id = $id RETURN p.name AS name ORDER BY name"
_PARTS = "MATCH (x:Place)<-[:PART_OF]-(p:Place) WHERE x.id = $id RETURN p.name AS name, p.id AS id ORDER BY name, id"
_BODIES = """MATCH (x:Place)<-[:LOCATED_IN]-(b:Court|Facility|Organisation) WHERE x.id = $id
RETURN b.name AS name, b.id AS id, b.kind AS kind,
       CASE WHEN b:Court THEN 'court_kind' WHEN b:Facility THEN 'facility_kind' ELSE 'organisation_kind' END AS kinds
ORDER BY name, id"""
_HERE = f"MATCH (x:Place)<-[r:AT]-(e:Event) WHERE x.id = $id RETURN e.id AS fact, {_TIES} ORDER BY fact"
_ENTRIES = """MATCH (x:Place)<-[:LOCATED_IN]-(n:Entry) WHERE x.id = $id
RETURN n.id AS id, n.date AS date, n.text AS text ORDER BY date, id"""


def read_place(store: Store, id: str) -> Page:
    """The page of a settlement, district, region or country."""
    found = ask(store, _PLACE, id=id)[0]
    parts = [Line(row["name"], row["id"]) for row in ask(store, _PARTS, id=id)]
    bodies = [
        Line(row["name"], row["id"], details=(plain(row["kind"] or "", row["kinds"]),))
        for row in ask(store, _BODIES, id=id)
    ]
    return Page(
        "Place",
        id,
        found["name"],
        _about("Place", found, [row["name"] for row in ask(store, _WITHIN, id=id)]),
        sections_of(
            ("Courts, facilities and organisations", bodies),
            ("Acts there", act_lines(store, ask_ties(store, _HERE, id))),
            ("Entries", entry_lines(ask(store, _ENTRIES, id=id))),
            ("Mentions", mention_lines(store, "Place", id)),
            ("Places in it", parts),
        ),
    )
