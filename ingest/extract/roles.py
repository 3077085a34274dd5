"""Roles, settled when the acts are known (guide, persons: role).

Assumed: who undergoes an act is a target, whatever else they are, unless they stand in it as the one accused of an
abuse; who is accused of torture, killing or an attack is a perpetrator; who only speaks is a speaker; whom nothing is
done to, and who does nothing, is spoken of (a subject).
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.extract.offices import office_words, words_before
from ingest.facts import EntryFacts, Party, Person, Span
from ingest.jurisdiction import Jurisdiction

# How far from the start of the telling a name still opens it.
_OPENING = 40
_ABUSES = frozenset({"torture", "attack", "death", "threat", "media_restriction"})
_ACCUSED = frozenset({"trial", "sentence", "remand", "charge", "appeal"})
_SPEAKING = frozenset({"statement", "legislation", "investigation", "other"})
_PUBLIC = frozenset({"statement"})
_QUOTE = re.compile(r"[“«\"]([^“”«»\"]{0,400})[”»\"]")
_DEMANDS = re.compile(
    r"\b(?:freedom|release|support|amnesty|free|solidarity|portrait|poster|memory|register|demand\w*|named|"
    r"asylum|list|lists)\b",
    re.IGNORECASE,
)
_OFFICERS_NAMED = re.compile(r"\b(?:officers?|policem[ae]n|guards?|soldiers?|servicem[ae]n)\s(?:[\w.]+,?\s){0,5}$")
_OFFICERS = frozenset({"police", "prison", "security", "investigator"})


def settle_roles(facts: EntryFacts, jurisdiction: Jurisdiction) -> tuple[Person, ...]:
    """The persons with their final roles; needs ``facts.acts``, and works from titles alone where there are none."""
    return tuple(_settle(facts, index, person, jurisdiction) for index, person in enumerate(facts.persons))


def _settle(facts: EntryFacts, index: int, person: Person, jurisdiction: Jurisdiction) -> Person:
    party = Party("person", index)
    undergoes = {act.type for act in facts.acts if party in act.to}
    does = {act.type for act in facts.acts if party in act.by}
    charged = any(c.person == index for c in facts.charges) or any(s.person == index for s in facts.sanctions)
    accused = charged or bool(undergoes & _ACCUSED)
    if does & _ABUSES - undergoes or (accused and _did_the_abuse(facts, index, person, jurisdiction)):
        return replace(person, role="perpetrator", office=None)
    office = office_words(jurisdiction).holders.get((person.surname or "").lower(), person.office)
    if office and not charged and person.role != "perpetrator":
        return replace(person, role="official", office=office)
    if person.role == "perpetrator":
        return replace(person, office=None)
    if undergoes - _PUBLIC or charged:
        return replace(person, role="target", office=None)
    if person.role in ("lawyer", "relative"):
        return person
    if undergoes:  # a statement about one's own case, or about somebody else's
        return replace(person, role="target" if does else "subject")
    if does:
        return replace(person, role="speaker" if does <= _SPEAKING | {"protest", "complaint"} else "other")
    return replace(person, role=_role_of_a_bystander(facts, person, jurisdiction))


def _did_the_abuse(facts: EntryFacts, index: int, person: Person, jurisdiction: Jurisdiction) -> bool:
    """An officer in the dock, or somebody under an article whose accused are those who did the harm."""
    abusive = office_words(jurisdiction).abuse_articles
    return _is_officer(facts, person) or any(
        c.person == index and f"{c.code}:{c.article}" in abusive for c in facts.charges
    )


def _is_officer(facts: EntryFacts, person: Person) -> bool:
    if person.office in _OFFICERS:
        return True
    text = facts.entry.text
    return any(
        re.search(r"\b(?:police )?officers?\s(?:\w+\s){0,2}$", text[max(0, s.start - 40) : s.start])
        for s in person.evidence.spans
    )


def _role_of_a_bystander(facts: EntryFacts, person: Person, jurisdiction: Jurisdiction) -> str:
    if person.role == "speaker":
        return "speaker"
    if 0 <= person.evidence.spans[0].start - facts.entry.body <= _OPENING:
        return "target"
    if _in_quotes(facts.entry.text, person) or _is_demanded(facts.entry.text, person):
        return "subject"
    text = " ".join(words_before(facts.entry.text, person.evidence.spans[0])[-4:])
    if any(text.endswith(word) for word in office_words(jurisdiction).speakers):
        return "speaker"
    return "subject" if facts.acts else "target"


def _in_quotes(text: str, person: Person) -> bool:
    quoted = [match.span(1) for match in _QUOTE.finditer(text)]
    return all(any(start <= s.start < end for start, end in quoted) for s in person.evidence.spans)


def _is_demanded(text: str, person: Person) -> bool:
    return any(_DEMANDS.search(text[max(0, s.start - 60) : s.start]) for s in _first(person))


def _first(person: Person) -> Iterable[Span]:
    return person.evidence.spans[:1]
