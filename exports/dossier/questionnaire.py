"""The headings of a submission, each with what the facts of a dossier say to it.

Headings of the model questionnaire of the Working Group on Arbitrary Detention (OHCHR, Fact Sheet No. 26, annex V).
"""

from collections.abc import Callable, Iterable, Mapping

from exports.dossier.claims import Claim, Claims
from exports.dossier.wording import (
    HEADINGS,
    NOT_KEPT,
    NOT_TOLD,
    RIGHTS_NOTE,
    TO_BE_ADDED,
    TO_FILL_IN,
    Heading,
    list_facts,
    name_fact,
)
from exports.rdf.ontology.rights import load_rights, rights_touched
from ingest.vocabulary import CUSTODY_BEFORE_JUDGEMENT, VIOLENCE, ActType
from kg.entries.quotation import one_line
from kg.graph.value import Node
from queries.pages.phrases import claim as doubt
from queries.pages.phrases import list_words, plain

_OF_CUSTODY = {*CUSTODY_BEFORE_JUDGEMENT, "administrative_arrest", "imprisonment"}
_HELD: tuple[ActType, ...] = ("remand",)
_TREATMENT: tuple[ActType, ...] = (*VIOLENCE, "threat", "prison_conditions")
_TRIAL: tuple[ActType, ...] = ("charge", "trial", "sentence", "due_process")
_REMEDIES: tuple[ActType, ...] = ("complaint", "appeal", "investigation")
_BY_AUTHORITIES: tuple[ActType, ...] = ("detention", "search", "summons", "charge", "remand", "trial", "sentence")


def answer(subject: Node, claims: list[Claim], made: Claims) -> list[tuple[str, list[str]]]:
    """Each heading with its lines; a heading of which nothing is known says so."""
    against = [c for c in claims if _is_against(c)]
    answers: Mapping[Heading, Callable[[], list[str]]] = {
        "identity": lambda: _identity(subject),
        "arrest": lambda: [_line(c) for c in _acts(against, ("detention",))],
        "detention": lambda: [_line(c) for c in against if _is_custody(c)],
        "treatment": lambda: [_line(c) for c in _acts(against, _TREATMENT)],
        "trial": lambda: [_line(c) for c in against if _is_of_trial(c)],
        "authorities": lambda: _authorities(against, made),
        "reasons": lambda: _reasons(against),
        "legal_basis": lambda: _legal_basis(against, made),
        "rights": lambda: _rights(against),
        "remedies": lambda: [_line(c) for c in _acts(claims, _REMEDIES)],
        "to_be_added": lambda: list(TO_BE_ADDED),
    }
    return [(HEADINGS[heading], make() or [NOT_TOLD]) for heading, make in answers.items()]


def _is_against(claim: Claim) -> bool:
    """Whether it was done to the subject, and not to people who stand accused of harm to others."""
    return not claim.about_accused and (not claim.roles or bool(claim.roles & {"to", "target"}))


def _identity(subject: Node) -> list[str]:
    p = subject.properties
    lists = {name: [one_line(str(v)) for v in value] for name, value in p.items() if isinstance(value, list)}
    others = [name for name in lists.get("names", []) if name != p.get("name")]
    offices = list_words([*map(plain, lists.get("offices", [])), *lists.get("occupations", [])])
    named = one_line(str(p.get("name") or p.get("title") or subject.id))
    if subject.label == "Case":
        number = f"Number: {p['number']}" if "number" in p else ""
        return [f"Case: {named}", *filter(None, [number])]
    return [
        f"Name: {named}",
        f"Other spellings in the reports: {list_words(others)}" if others else "",
        f"Occupation or office: {offices or NOT_TOLD}",
        f"{TO_FILL_IN}: {NOT_KEPT}",
    ]


def _acts(claims: Iterable[Claim], types: tuple[ActType, ...]) -> list[Claim]:
    return [c for c in claims if c.fact.properties.get("type") in types]


def _is_custody(claim: Claim) -> bool:
    p = claim.fact.properties
    return claim.fact.label == "Stay" or p.get("kind") in _OF_CUSTODY or p.get("type") in _HELD


def _is_of_trial(claim: Claim) -> bool:
    return claim.fact.label == "Sanction" or claim.fact.properties.get("type") in _TRIAL


def _line(claim: Claim) -> str:
    """A claim on one line, with its standing unless a report states it as fact."""
    certain = claim.certainty in ("stated", "imposed", "convicted")
    standing = "" if certain else f" ({claim.standing})"
    told = "; ".join((claim.what, *claim.details))
    return f"{told}; {', '.join(claim.dates)}{standing} ({name_fact(claim.number)})"


def _authorities(claims: Iterable[Claim], made: Claims) -> list[str]:
    """Who detained, searched, tried and sentenced, who imposed sanctions, and where people were held."""
    found: dict[str, list[int]] = {}
    for claim in claims:
        key = claim.fact.key
        named = [*made.ends(key, "IMPOSED_BY")]
        if claim.fact.label == "Stay":
            named += made.ends(key, "AT")
        if claim.fact.properties.get("type") in _BY_AUTHORITIES:
            standing = None if claim.certainty == "stated" else claim.certainty
            named += [made.name(r.start) + doubt(standing) for r in made.parties(key, "by")]
        for name in dict.fromkeys(named):
            found.setdefault(name, []).append(claim.number)
    return [f"{name} ({list_facts(numbers)})" for name, numbers in found.items()]


def _reasons(claims: Iterable[Claim]) -> list[str]:
    reasons = ((c, c.fact.properties.get("reason")) for c in claims)
    return [f"{c.what}: {one_line(str(reason))} ({name_fact(c.number)})" for c, reason in reasons if reason]


def _legal_basis(claims: Iterable[Claim], made: Claims) -> list[str]:
    found: dict[str, list[int]] = {}
    for claim in claims:
        for provision in made.law.under(claim.fact.key):
            found.setdefault(made.law.name(provision), []).append(claim.number)
    return [f"{name} ({list_facts(numbers)})" for name, numbers in found.items()]


def _rights(claims: Iterable[Claim]) -> list[str]:
    """The rights that acts touch by their type; of a denied act none, and an alleged one says so."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        if claim.fact.label == "Event" and claim.certainty != "denied":
            standing = None if claim.certainty == "stated" else claim.certainty
            for right in rights_touched(claim.fact):
                found.setdefault(right, []).append(f"{name_fact(claim.number)}{doubt(standing)}")
    rights = load_rights()
    lines = [f"{name.replace('-', ' ')}, {rights[name].en} ({list_words(facts)})" for name, facts in found.items()]
    return [RIGHTS_NOTE, *lines] if lines else []
