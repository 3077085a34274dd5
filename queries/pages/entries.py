"""An entry as it is printed, with every fact marked in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ingest.facts import Span
from kg.graph.evidence import Passage
from kg.schema.sentences import say
from kg.stores import Store
from queries.pages.facts import act_lines, charge_lines, sanction_lines, stay_lines
from queries.pages.phrases import TIE_STATED, name_provision, plain, say_kind
from queries.pages.rows import ask, ask_ties
from queries.pages.single_facts import FACTS
from queries.pages.values import Line, Mark, Page, Ties, sections_of

_ENTRY = """MATCH (n:Entry)-[:IN_REPORT]->(r:Report) WHERE n.id = $id
RETURN n.text AS text, n.date AS date, r.title AS title, r.id AS report"""
_PLACES = "MATCH (n:Entry)-[:LOCATED_IN]->(p:Place) WHERE n.id = $id RETURN p.name AS name ORDER BY name"
_SOURCES = """MATCH (n:Entry)-[c:CITES]->(s:Source) WHERE n.id = $id
RETURN c.footnote AS footnote, s.url AS id, c.start AS start ORDER BY start, id"""
_NAMED = ("Person", "Organisation", "Court", "Facility", "Place", "Provision")


@dataclass(frozen=True)
class _Named:
    label: str
    id: str
    name: str
    role: str
    spans: tuple[Span, ...]


def read_entry(store: Store, id: str) -> Page:
    """The page of an entry: its text with a mark behind the words of each fact, then the facts by their marks."""
    found = ask(store, _ENTRY, id=id)[0]
    named = [thing for label in _NAMED for thing in _mentions(store, label, id)]
    facts = {label: _recorded(store, label, id) for label in FACTS}
    spans = [(thing.id, span) for thing in named for span in thing.spans]
    spans += [(fact, span) for _, recorded in facts.values() for fact, span in recorded.items()]
    numbers = _numbers(spans)
    places = [row["name"] for row in ask(store, _PLACES, id=id)]
    about = (("Report", f"{found['title']} ({found['report']})"), ("Date", found["date"]), ("Place", ", ".join(places)))
    sections = (
        ("Named", [_named_line(thing) for thing in named]),
        ("Charges (accusations, proven or not)", charge_lines(store, facts["Charge"][0])),
        ("Sanctions", sanction_lines(store, facts["Sanction"][0])),
        ("Custody", stay_lines(store, facts["Stay"][0])),
        ("Acts", act_lines(store, facts["Event"][0])),
        ("Sources", _sources(store, id)),
    )
    marks = tuple(Mark(span, numbers[thing]) for thing, span in sorted(spans, key=lambda pair: pair[1]))
    return Page(
        "Entry",
        id,
        id,
        tuple((what, value) for what, value in about if value),
        sections_of(*((title, _numbered(lines, numbers)) for title, lines in sections)),
        found["text"],
        marks,
    )


@dataclass(frozen=True)
class EntryMentions:
    """The ids of an entry's mentions by the id of their thing, and a line for each tie of two things that it states."""

    of_things: Mapping[str, Sequence[str]] = field(default_factory=dict)
    ties: tuple[Line, ...] = ()


def with_mention_ids(page: Page, mentions: EntryMentions) -> Page:
    """An entry's page with the ids of its own mentions, by which a person decides about what this entry says.

    A thing without a mention keeps its own id.
    """
    own = mentions.of_things
    sections = [replace(s, lines=tuple(_with_mention(line, own) for line in s.lines)) for s in page.sections]
    ties = sections_of(("Family, lawyers and bodies", mentions.ties))
    return replace(page, sections=(*sections[:1], *ties, *sections[1:]))


def with_tie_ids(page: Page, ties: Mapping[Passage, Sequence[str]]) -> Page:
    """A page whose lines about two people, or a person and a body, have the ids by which each entry's tie is decided.

    ``ties`` are the ids by the words that they rest on. Other lines have ids of their own already.
    """
    sections = [replace(s, lines=tuple(_with_ties(line, ties) for line in s.lines)) for s in page.sections]
    return replace(page, sections=tuple(sections))


def _with_ties(line: Line, ties: Mapping[Passage, Sequence[str]]) -> Line:
    ids = dict.fromkeys(id for passage in line.passages for id in ties.get(passage, ()))
    return replace(line, id=", ".join((line.id, *ids))) if ids and line.standing == TIE_STATED else line


def _with_mention(line: Line, mentions: Mapping[str, Sequence[str]]) -> Line:
    return replace(line, id=", ".join(mentions.get(line.id, (line.id,))))


def _mentions(store: Store, label: str, id: str) -> list[_Named]:
    name = "x.id" if label == "Provision" else "x.name"
    asked = f"""MATCH (n:Entry)-[m:MENTIONS]->(x:{label}) WHERE n.id = $id
        RETURN x.id AS id, {name} AS name, m.role AS role, m.start AS start, m.end AS end ORDER BY start, id"""
    rows: dict[str, list[dict[str, int | str]]] = {}
    for row in ask(store, asked, id=id):
        rows.setdefault(row["id"], []).append(row)
    return [
        _Named(
            label,
            thing,
            str(first["name"]),
            str(first["role"] or ""),
            tuple(Span(int(row["start"]), int(row["end"])) for row in found),
        )
        for thing, found in rows.items()
        for first in found[:1]
    ]


def _recorded(store: Store, label: str, id: str) -> tuple[Ties, dict[str, Span]]:
    """The facts of a label that an entry reports, and the first words of each."""
    asked = f"""MATCH (n:Entry)-[r:RECORDS]->(x:{label}) WHERE n.id = $id
        RETURN x.id AS fact, r.start AS start, r.end AS end ORDER BY start, fact"""
    spans = {row["fact"]: Span(row["start"], row["end"]) for row in ask(store, asked, id=id)}
    return Ties(ask_ties(store, asked, id).of), spans


def _numbers(spans: list[tuple[str, Span]]) -> dict[str, int]:
    """The number of each thing and fact, in the order of their first words."""
    firsts: dict[str, Span] = {}
    for thing, span in spans:
        firsts[thing] = min(span, firsts.get(thing, span))
    ordered = sorted(firsts, key=lambda thing: (firsts[thing], thing))
    return {thing: number for number, thing in enumerate(ordered, 1)}


def _named_line(thing: _Named) -> Line:
    name = name_provision(thing.name) if thing.label == "Provision" else thing.name
    details = (say_kind(thing.label), say("as {role}", role=plain(thing.role, "role")) if thing.role else "")
    return Line(name, thing.id, details=tuple(filter(None, details)))


def _numbered(lines: list[Line], numbers: dict[str, int]) -> list[Line]:
    """The lines with the numbers by which the text marks them."""
    return [replace(line, mark=numbers.get(line.id)) for line in lines]


def _sources(store: Store, id: str) -> list[Line]:
    """Each address with the number of its note; a linked word and an address in the text have none."""
    rows = ask(store, _SOURCES, id=id)
    return [Line(f"[{row['footnote']}]" if row["footnote"] else say("in the text"), row["id"]) for row in rows]
