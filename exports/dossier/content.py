"""What a dossier says, as plain values that each format writes in its own way."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from exports.dossier.claims import Claim, Claims
from exports.dossier.questionnaire import answer
from exports.dossier.quotes import Note, Quote, Quoter
from exports.dossier.scope import Scope, find_scope
from exports.dossier.wording import (
    AFFILIATED,
    IN_OFFICE,
    NO_FACTS,
    RELATIVE,
    ROWS,
    TIES,
    TITLE,
    Certainty,
    list_facts,
)
from exports.rdf.tables import GraphTables, make_tables
from kg.graph.value import Graph, Key, Relationship
from queries.pages.phrases import PARTS, count, list_words, name_act, name_provision, plain


@dataclass(frozen=True)
class Tie:
    """Somebody or something that is tied to the subject, with the words."""

    what: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Dossier:
    """``summary`` and ``headings`` are rows; ``contradictions`` are two or more claims side by side."""

    title: str
    notes_at_top: tuple[str, ...]
    summary: Sequence[tuple[str, str]]
    headings: Sequence[tuple[str, list[str]]]
    claims: Sequence[Claim]
    contradictions: Sequence[Sequence[Claim]]
    law: Sequence[tuple[str, str, str]]
    ties: Sequence[Tie]
    notes: Sequence[Note]


def make_dossier(graph: Graph, subject: Key, notes_at_top: Sequence[str]) -> Dossier:
    """The dossier of a person or case of a graph, as a profile lets it out."""
    tables = make_tables(graph)
    scope, quoter = find_scope(graph.by_key[subject], tables), Quoter(graph, tables)
    made = Claims(graph, tables, quoter)
    claims = made.of_scope(scope)
    ties = [Tie(_tie(r, made), tuple(quoter.quotes([r]))) for r in scope.ties]
    contradictions = _contradictions(claims, tables)
    return Dossier(
        TITLE.format(made.name(subject)),
        tuple(notes_at_top),
        _summary(scope, claims, contradictions, made),
        answer(scope.subject, claims, made),
        claims,
        contradictions,
        _law(claims, made),
        [*ties, *(Tie(line, ()) for line in _in_office(claims, made, subject))],
        quoter.notes,
    )


def _contradictions(claims: Sequence[Claim], tables: GraphTables) -> list[list[Claim]]:
    """Claims that entries contradict one another about, those of one account together."""
    by_key = {claim.fact.key: claim for claim in claims}
    groups: dict[Key, list[Claim]] = {}
    for key, claim in by_key.items():
        others = [r.end for r in tables.outgoing.get(key, ()) if r.type == "CONTRADICTS" and r.end in by_key]
        for other in others:
            group = groups.get(key) or groups.get(other) or [claim]
            group += [c for c in (claim, by_key[other]) if c not in group]
            groups[key] = groups[other] = group
    return list({id(group): group for group in groups.values()}.values())


def _summary(
    scope: Scope, claims: Sequence[Claim], contradictions: Sequence[Sequence[Claim]], made: Claims
) -> list[tuple[str, str]]:
    acts = _of_label(claims, "Event")
    sure = [c for c in acts if c.certainty in ("stated", "found")]
    rows = {
        "subject": made.name(scope.subject.key),
        "acts": _acts_counted(sure),
        "unproven": _acts_counted(c for c in acts if c not in sure),
        "charges": _listed(_of_label(claims, "Charge")),
        "imposed": _listed(_of_certainty(claims, "imposed")),
        "requested": _listed(_of_certainty(claims, "requested")),
        "custody": _listed(_of_label(claims, "Stay")),
        "courts": _courts(scope, made),
        "disputed": "; ".join(list_facts([c.number for c in group]) for group in contradictions),
        "entries": _entries_counted(claims),
    }
    return [(ROWS[name], text) for name, text in rows.items() if text]


def _of_label(claims: Iterable[Claim], label: str) -> list[Claim]:
    return [c for c in claims if c.fact.label == label]


def _of_certainty(claims: Iterable[Claim], certainty: Certainty) -> list[Claim]:
    return [c for c in claims if c.certainty == certainty]


def _courts(scope: Scope, made: Claims) -> str:
    return "; ".join(dict.fromkeys(made.name(r.end) for r in scope.ties if r.type == "BEFORE"))


def _entries_counted(claims: Sequence[Claim]) -> str:
    entries = {quote.entry for c in claims for quote in c.quotes}
    return count(len(entries), "entry", "entries") if claims else NO_FACTS


def _acts_counted(claims: Iterable[Claim]) -> str:
    numbers = Counter(name_act(str(claim.fact.properties["type"])) for claim in claims)
    return "; ".join(f"{name} × {number}" if number > 1 else name for name, number in numbers.items())


def _listed(claims: Iterable[Claim]) -> str:
    """A line for each claim; a charge with its stage, custody with its dates."""
    lines = []
    for claim in claims:
        own = {"Charge": claim.standing, "Stay": ", ".join(claim.dates[:2])}.get(claim.fact.label, claim.dates[0])
        lines.append(f"{claim.what.removeprefix('Charge: ')}: {own} ({list_facts([claim.number])})")
    return "\n".join(lines)


def _law(claims: Iterable[Claim], made: Claims) -> list[tuple[str, str, str]]:
    """Each provision with its title and the facts under it."""
    found: dict[str, tuple[str, list[int]]] = {}
    for claim in claims:
        for provision in made.law.under(claim.fact.key):
            title = made.law.title(provision)
            found.setdefault(name_provision(provision.id), (title, []))[1].append(claim.number)
    return [(name, title, list_facts(numbers)) for name, (title, numbers) in sorted(found.items())]


def _tie(relationship: Relationship, made: Claims) -> str:
    p = relationship.properties
    role = str(p.get("role", ""))
    words = {"AFFILIATED_WITH": p.get("as", AFFILIATED), "RELATED_TO": p.get("kind", RELATIVE)}
    what = plain(words.get(relationship.type, PARTS.get(role, role)))
    form = TIES[relationship.type]
    return form.format(start=made.name(relationship.start), end=made.name(relationship.end), what=what)


def _in_office(claims: Iterable[Claim], made: Claims, subject: Key) -> list[str]:
    """Those who act in an office in one of the facts."""
    found: dict[tuple[str, str], list[int]] = {}
    for claim in claims:
        for party in (*made.parties(claim.fact.key, "by"), *made.parties(claim.fact.key, "to")):
            if "office" in party.properties and party.start != subject:
                named = made.name(party.start), plain(party.properties["office"])
                found.setdefault(named, []).append(claim.number)
    return [IN_OFFICE.format(*named, list_words(map(str, numbers))) for named, numbers in found.items()]
