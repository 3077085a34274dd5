"""Entries about invented people, and what is read in them, in a short form that tables of cases can hold.

A candidate act is written ``detention of Orlan Timur by City Police (3)``: its type, who stands in ``to`` and ``by``,
and how many are counted. The people and bodies that may appear are those of ``PEOPLE`` and ``BODIES``, because the
extractors that find names have tests of their own.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NotRequired, TypedDict

import yaml

from ingest.analysis.document import analyse
from ingest.extract.acts import find_acts, find_candidates
from ingest.extract.acts.arguments.focus import Focus
from ingest.extract.acts.arguments.topic import find_topic
from ingest.extract.acts.lexicon.assertion import load_assertion
from ingest.extract.acts.lexicon.lexicon import load_acts
from ingest.extract.acts.predicates.candidates import Candidate
from ingest.extract.acts.predicates.reader import read_predicates
from ingest.extract.acts.syntax.clauses import Sentence, read_sentence, split_tokens
from ingest.extract.acts.syntax.tokens import Token, read_tokens
from ingest.facts import Act, Body, Entry, EntryFacts, Evidence, Footnote, Party, Person, Span
from ingest.jurisdictions.packs import load_jurisdiction
from ingest.vocabulary import BodyKind, BodyType, Role

JURISDICTION = load_jurisdiction("kazakhstan")
LEXICON = load_acts(JURISDICTION)
DAY = "2031-03-03"

BodyWords = tuple[BodyKind, str, BodyType]
COURT: BodyWords = ("court", "district court", "district")
AKIMAT: BodyWords = ("organisation", "akimat", "state")
POLICE: BodyWords = ("organisation", "City Police", "state")
MINISTRY: BodyWords = ("organisation", "Ministry of Press", "state")
SITE: BodyWords = ("organisation", "Dawn Portal", "media")
COALITION: BodyWords = ("organisation", "Open Roof", "ngo")
PARTY: BodyWords = ("organisation", "Open Sky", "party")
COMPANY: BodyWords = ("organisation", "Lantern Works", "company")
STATION: BodyWords = ("facility", "Northern police station", "police_station")
COLONY: BodyWords = ("facility", "AB-12/9", "prison")
BODIES = (COURT, AKIMAT, POLICE, MINISTRY, SITE, COALITION, PARTY, COMPANY, STATION, COLONY)
PEOPLE = ("Orlan Timur", "Salova Vera", "Denko Ivan")


def facts_of(
    text: str, *names: str, bodies: tuple[BodyWords, ...] = (), roles: Mapping[str, Role] | None = None
) -> EntryFacts:
    """Facts of an entry of March 3, 2031; a name is ``Surname Given``, a body kind, name and type."""
    people = [_person(text, name, (roles or {}).get(name, "other")) for name in names]
    things = [Body(kind, name, type_, _evidence(text, [name])) for kind, name, type_ in bodies]
    notes = tuple(Footnote(m[1], Span(*m.span())) for m in re.finditer(r"\[(\d+)\]", text))
    return EntryFacts(Entry(1, text, 1, DAY, footnotes=notes), (), tuple(people), tuple(things))


def facts_in(text: str, roles: Mapping[str, Role] | None = None) -> EntryFacts:
    """Facts of an entry with those of ``PEOPLE`` and ``BODIES`` whom it names."""
    people = [name for name in PEOPLE if name.split()[0] in text]
    return facts_of(text, *people, bodies=tuple(body for body in BODIES if body[1] in text), roles=roles)


def acts_of(facts: EntryFacts) -> tuple[Act, ...]:
    """The acts, as the news model of the project chooses them."""
    return find_acts(analyse(facts.entry, JURISDICTION), facts, JURISDICTION)


def told(facts: EntryFacts) -> list[tuple[str, list[str], list[str]]]:
    """Type, ``to`` and ``by`` of every act."""
    return [(act.type, _names(act.to, facts), _names(act.by, facts)) for act in acts_of(facts)]


def candidates_of(facts: EntryFacts) -> list[Candidate]:
    """Every candidate act; no weight has a say in these."""
    return find_candidates(analyse(facts.entry, JURISDICTION), facts, JURISDICTION)[0]


def sentences_of(facts: EntryFacts) -> list[Sentence]:
    """The sentences of an entry with their verbs and clauses."""
    return [read_sentence(tokens, LEXICON) for tokens in _tokens_of(facts)]


def predicates_of(facts: EntryFacts) -> list[Candidate]:
    """What the classes of predicates read before anything is left out as not having happened."""
    cues = load_assertion(JURISDICTION)
    focus = Focus(facts, LEXICON, *find_topic(_tokens_of(facts), facts))
    sentences = enumerate(sentences_of(facts))
    return [candidate for n, s in sentences for candidate in read_predicates(s, n, facts, LEXICON, focus, cues)]


def framed_in(facts: EntryFacts) -> list[str]:
    """``dismissal of Orlan Timur`` for every candidate that only a narrow phrase reads."""
    return [_who(c, facts) for c in candidates_of(facts) if c.pattern.id.startswith("frame/")]


def who_in(facts: EntryFacts) -> list[str]:
    """``detention of Orlan Timur by City Police`` for every candidate."""
    return [_who(candidate, facts) for candidate in candidates_of(facts)]


def patterns_in(facts: EntryFacts) -> list[str]:
    """``detain/person: detention of Orlan Timur`` for every candidate that a class of predicates reads."""
    return [f"{c.pattern.id}: {_who(c, facts)}" for c in candidates_of(facts) if not c.pattern.id.startswith("frame/")]


class Case(TypedDict):
    """A row of a table: a sentence, the roles of its people, and the candidates that are read in it."""

    text: str
    reads: list[str]
    roles: NotRequired[dict[str, Role]]


def read_cases(path: Path) -> dict[str, Case]:
    """A table of cases beside a test."""
    cases: dict[str, Case] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return cases


def tied_in(case: Case) -> set[str]:
    """What a case reads of the types that it expects, with somebody tied to it."""
    facts = facts_in(case["text"], case.get("roles"))
    types = {reading.split()[0] for reading in case["reads"]}
    return {told for told in who_in(facts) if told.split()[0] in types and told not in types}


def write_act(type_: str, to: list[str], by: list[str], count: int | None = None) -> str:
    """The short form of an act."""
    whom, who = ", ".join(to), ", ".join(by)
    return f"{type_}{f' of {whom}' if to else ''}{f' by {who}' if by else ''}{f' ({count})' if count else ''}"


def _tokens_of(facts: EntryFacts) -> list[list[Token]]:
    document = analyse(facts.entry, JURISDICTION)
    return split_tokens(read_tokens(document, facts, LEXICON.country), document)


def _who(candidate: Candidate, facts: EntryFacts) -> str:
    return write_act(candidate.type, _names(candidate.to, facts), _names(candidate.by, facts), candidate.count)


def _names(parties: tuple[Party, ...], facts: EntryFacts) -> list[str]:
    return [(facts.persons if p.kind == "person" else facts.bodies)[p.index].name for p in parties]


def _person(text: str, name: str, role: Role) -> Person:
    surname, _, given = name.partition(" ")
    forms = [f"{surname} {given}", f"{given} {surname}", surname] if given else [surname]
    return Person(surname, given or None, role, _evidence(text, forms))


def _evidence(text: str, forms: list[str]) -> Evidence:
    pattern = "|".join(map(re.escape, forms))
    return Evidence(tuple(Span(*m.span()) for m in re.finditer(pattern, text)), "test")
