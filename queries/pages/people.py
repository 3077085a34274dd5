"""A person on a page: what was done to and by them, charges, sanctions, custody, cases, family, lawyers, bodies."""

from collections.abc import Callable

from kg.schema.sentences import phrase, say
from kg.stores import Store
from queries.pages.documents import mention_lines
from queries.pages.facts import act_lines, case_lines, charge_lines, sanction_lines, stay_lines
from queries.pages.phrases import TIE_STATED, plain
from queries.pages.rows import ask, ask_ties
from queries.pages.values import Line, Page, Section, Ties, passages_in, sections_of

_PERSON = """MATCH (p:Person) WHERE p.id = $id
RETURN p.name AS name, p.names AS names, p.offices AS offices, p.occupations AS occupations"""
_TIES = "r.entries AS entries, r.spans AS spans"
_ACTS = f"""MATCH (p:Person)-[r:INVOLVED_IN]->(e:Event) WHERE p.id = $id
RETURN e.id AS fact, r.role AS role, r.standing AS standing, {_TIES} ORDER BY fact, role"""
_CHARGES = f"""MATCH (p:Person)-[r:FACES]->(c:Charge) WHERE p.id = $id
RETURN c.id AS fact, r.role AS role, {_TIES} ORDER BY fact, role"""
_SANCTIONS = f"MATCH (p:Person)-[r:RECEIVED]->(s:Sanction) WHERE p.id = $id RETURN s.id AS fact, {_TIES} ORDER BY fact"
_STAYS = f"MATCH (p:Person)-[r:IN_CUSTODY]->(s:Stay) WHERE p.id = $id RETURN s.id AS fact, {_TIES} ORDER BY fact"
_CASES = f"""MATCH (p:Person)-[r:PARTY_TO]->(c:Case) WHERE p.id = $id
RETURN c.id AS fact, r.role AS role, {_TIES} ORDER BY fact, role"""
_KIN = f"""MATCH (p:Person)-[r:RELATED_TO]->(o:Person) WHERE p.id = $id
RETURN r.kind AS kin, o.name AS name, o.id AS id, {_TIES} ORDER BY kin, name, id"""
_KIN_OF = f"""MATCH (p:Person)<-[r:RELATED_TO]-(o:Person) WHERE p.id = $id
RETURN r.kind AS kin, o.name AS name, o.id AS id, {_TIES} ORDER BY kin, name, id"""
_CLIENTS = f"""MATCH (p:Person)-[r:REPRESENTS]->(o:Person) WHERE p.id = $id
RETURN 'lawyer' AS kin, o.name AS name, o.id AS id, {_TIES} ORDER BY name, id"""
_LAWYERS = f"""MATCH (p:Person)<-[r:REPRESENTS]-(o:Person) WHERE p.id = $id
RETURN 'lawyer' AS kin, o.name AS name, o.id AS id, {_TIES} ORDER BY name, id"""
_BODIES = f"""MATCH (p:Person)-[r:AFFILIATED_WITH]->(o:Organisation) WHERE p.id = $id
RETURN o.name AS name, r.as AS role, o.id AS id, {_TIES} ORDER BY name, role, id"""


def read_person(store: Store, id: str, most: int | None = None) -> Page:
    """The page of the person with an id; ``most`` charges, sanctions and acts of it, or all."""
    told = [
        _told("Charges (accusations, proven or not)", charge_lines, store, ask_ties(store, _CHARGES, id, most)),
        _told("Sanctions", sanction_lines, store, ask_ties(store, _SANCTIONS, id, most)),
        _told("Custody", stay_lines, store, ask_ties(store, _STAYS, id)),
        _told("Acts", act_lines, store, ask_ties(store, _ACTS, id, most)),
    ]
    person = ask(store, _PERSON, id=id)[0]
    about = [
        ("Also spelled", [name for name in person["names"] or () if name != person["name"]]),
        ("Office", [plain(office, "office") for office in person["offices"] or ()]),
        ("Described as", person["occupations"] or ()),
    ]
    return Page(
        "Person",
        id,
        person["name"],
        tuple((what, ", ".join(values)) for what, values in about if values),
        tuple(section for section in told if section.lines)
        + sections_of(
            ("Cases", case_lines(store, ask_ties(store, _CASES, id))),
            ("Family", [*_tied(store, _KIN, id, _OF), *_tied(store, _KIN_OF, id, _IS)]),
            ("Lawyers and clients", [*_tied(store, _LAWYERS, id, _IS), *_tied(store, _CLIENTS, id, _OF)]),
            ("Bodies", _affiliations(store, id)),
            ("Mentions", mention_lines(store, "Person", id)),
        ),
    )


def _told(title: str, tell: Callable[[Store, Ties], list[Line]], store: Store, ties: Ties) -> Section:
    """A section of facts, with how many of them are not told."""
    lines = tuple(tell(store, ties))
    return Section(title, lines, 0 if ties.most is None else max(0, len(ties.of) - ties.most))


_OF, _IS = phrase("{kin} of {name}"), phrase("{kin}: {name}")


def _tied(store: Store, cypher: str, id: str, form: str) -> list[Line]:
    lines = []
    for row in ask(store, cypher, id=id):
        kin = plain(row["kin"], "role" if row["kin"] == "lawyer" else "kinship")
        what = say(form, kin=kin, name=row["name"])
        lines.append(Line(what, row["id"], standing=say(TIE_STATED), passages=passages_in(row)))
    return lines


def _affiliations(store: Store, id: str) -> list[Line]:
    rows = ask(store, _BODIES, id=id)
    whats = [", ".join(filter(None, (plain(row["role"] or ""), row["name"]))) for row in rows]
    return [
        Line(what, row["id"], standing=say(TIE_STATED), passages=passages_in(row))
        for what, row in zip(whats, rows, strict=True)
    ]
