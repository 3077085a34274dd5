"""Roles, decided when the acts are known (annotation, persons).

Assumed: who undergoes an act is a target, whatever else they are, unless they are in it as the one accused of an
abuse; who is accused of torture, killing or an attack is a perpetrator; who only speaks is a speaker; who neither
undergoes nor does anything is mentioned (a subject).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.analysis.document import Document
from ingest.extract.persons.officers import is_officer
from ingest.extract.persons.offices import words_before
from ingest.facts import Entry, EntryFacts, Party, Person
from ingest.jurisdictions.lexicons import office_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import FAMILY_AND_LAWYERS, PROSECUTION_STEPS, SPOKEN, VIOLENCE, ActType, Office, Role

# How far after the header a name still opens the entry.
_OPENING = 40
# How far before a name a demand still speaks of it.
_REACH = 110
_ABUSES: frozenset[ActType] = VIOLENCE | {"threat", "media_restriction"}
# In the lexicon, for whom everybody knows and who holds no office any more.
_FORMER: Final = "former"
# What makes even an official one of the persecuted.
_HARM: frozenset[ActType] = frozenset({"detention", "search", "torture", "sentence"})
# What is done to a lawyer, and not only in the case of a client.
_OWN_HARM: frozenset[ActType] = frozenset(
    {
        "detention",
        "search",
        "torture",
        "sentence",
        "attack",
        "threat",
        "seizure",
        "dismissal",
        "summons",
        "charge",
        "death",
    }
)
_SPEAKING: frozenset[ActType] = SPOKEN | {"investigation", "complaint"}
_PUBLIC: frozenset[ActType] = frozenset({"statement"})
_LONGEST_QUOTE = 400
# "X was taken to", "X and Y were sacked", "X got"; not "X was not touched" and not "X was to have spoken".
_PASSIVE_BEHIND = re.compile(
    r"(?:,?\s(?:and\s)?[A-Z][\w.’'-]+){0,5},?\s"
    r"(?:(?:was|were|has\sbeen|have\sbeen|had\sbeen|is|are|is\sbeing)\s(?!not\b|to\b|so\sfar\b)"
    r"[a-z]+(?:ed|en|wn|ld|nt|ut|it|pt|ck|ot)\b|got\s|received\s)"
)
_DEMANDS = re.compile(
    r"\b(?:freedom|release|support|amnesty|free|solidarity|portrait|poster|memory|register|demand\w*|named|"
    r"asylum|list|lists)\b",
    re.IGNORECASE,
)


def settle_roles(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> tuple[Person, ...]:
    """The persons with their final roles; needs ``facts.acts``, and works from titles alone where there are none."""
    in_the_dock = [_accused_by(document, facts, i, p, jurisdiction) for i, p in enumerate(facts.persons)]
    return tuple(
        _settled(person, "perpetrator", rule)
        if (rule := in_the_dock[index] or _beside_the_accused(facts, index, in_the_dock))
        else _settle(document, facts, index, person, jurisdiction)
        for index, person in enumerate(facts.persons)
    )


def _settled(person: Person, role: Role, rule: str, office: Office | None = None) -> Person:
    """The person with their final role; the rule that gave it stands last."""
    before = (earlier for earlier in person.evidence.further if earlier != rule)
    evidence = replace(person.evidence, further=(*before, rule))
    return replace(person, role=role, office=office, evidence=evidence)


def _beside_the_accused(facts: EntryFacts, index: int, in_the_dock: Sequence[str]) -> str:
    return "roles.sentenced_beside" if any(in_the_dock) and _shares_the_dock(facts, index) else ""


def _accused_by(document: Document, facts: EntryFacts, index: int, person: Person, jurisdiction: Jurisdiction) -> str:
    """The rule by which somebody is accused of an abuse; empty for everybody else."""
    party = Party("person", index)
    does = {act.type: bool(act.to) for act in facts.acts if party in act.by and party not in act.to}
    if any(to_somebody or type == "torture" for type, to_somebody in does.items() if type in _ABUSES):
        return "roles.did_harm"
    if _is_harmed_by_somebody(facts, party):
        return ""
    accused = _is_accused(facts, index) and _did_the_abuse(document, facts, index, person, jurisdiction)
    return "roles.accused_of_abuse" if accused else ""


def _is_harmed_by_somebody(facts: EntryFacts, party: Party) -> bool:
    """Whether the entry says which other people beat, tortured or killed somebody: they stand accused of it."""
    harms = [act for act in facts.acts if act.type in VIOLENCE and party in act.to]
    return any(by.kind == "person" and by != party for act in harms for by in act.by)


def _is_accused(facts: EntryFacts, index: int) -> bool:
    party = Party("person", index)
    return _is_charged(facts, index) or any(party in act.to and act.type in PROSECUTION_STEPS for act in facts.acts)


def _is_charged(facts: EntryFacts, index: int) -> bool:
    return any(c.person == index for c in facts.charges) or any(index in s.persons for s in facts.sanctions)


def _shares_the_dock(facts: EntryFacts, index: int) -> bool:
    """Sentenced beside somebody who did the abuse, and not one of those it was done to."""
    party = Party("person", index)
    harmed = any(party in act.to and act.type in _ABUSES for act in facts.acts)
    own = any(c.person == index for c in facts.charges)
    return not harmed and not own and any(index in s.persons for s in facts.sanctions)


def _settle(document: Document, facts: EntryFacts, index: int, person: Person, jurisdiction: Jurisdiction) -> Person:
    """The final role of somebody who is not accused of an abuse: by office, by what the acts say, by who speaks."""
    party = Party("person", index)
    undergoes = {act.type for act in facts.acts if party in act.to}
    does = {act.type for act in facts.acts if party in act.by}
    if settled := _settle_by_office(person, undergoes, jurisdiction):
        return settled
    harmed = bool(undergoes - _PUBLIC)
    if harmed and _acts_for_client(facts, index, undergoes):
        return person
    if not (harmed or does) and (rule := _rule_of_subject(document, person, undergoes)):
        return _settled(person, "subject", rule, person.office)
    if harmed:
        return _settled(person, "target", "roles.undergoes_act")
    if person.role != "relative" and _is_charged(facts, index):
        return _settled(person, "target", "roles.charged")
    if person.role in FAMILY_AND_LAWYERS:
        return person
    role, rule = _role_of_a_speaker(document, facts, person, undergoes, does, jurisdiction)
    return _settled(person, role, rule, person.office)


def _acts_for_client(facts: EntryFacts, index: int, undergoes: set[ActType]) -> bool:
    """ "refused the motion of his lawyer X": what is done in a client's case is not done to the lawyer."""
    own = undergoes & _OWN_HARM or _is_charged(facts, index)
    return facts.persons[index].role == "lawyer" and not own


def _rule_of_subject(document: Document, person: Person, undergoes: set[ActType]) -> str | None:
    """The rule by which somebody whom no act harmed, and who did nothing, is only mentioned; ``None`` for others."""
    if person.role != "relative" and _is_spoken_of(document, person):
        return "roles.spoken_of"
    # "The sentence of X is illegal, they said."
    return "roles.spoken_for" if undergoes and not _opens(document.entry, person) else None


def _settle_by_office(person: Person, undergoes: set[ActType], jurisdiction: Jurisdiction) -> Person | None:
    """Who holds an office, held one or is on trial as an officer; ``None`` if their acts decide."""
    office = office_words(jurisdiction).holders.get((person.surname or "").lower(), person.office)
    if office == _FORMER:
        return _settled(person, "other", "roles.former_holder")
    if person.role == "perpetrator":
        return replace(person, office=None)
    if not office or undergoes & _HARM:
        return None
    return person if office == person.office else _settled(person, "official", "roles.known_holder", office)


def _role_of_a_speaker(
    document: Document,
    facts: EntryFacts,
    person: Person,
    undergoes: set[ActType],
    does: set[ActType],
    jurisdiction: Jurisdiction,
) -> tuple[Role, str]:
    """A role with its rule for those whom no act harmed: what they did, or what was said about them, decides."""
    if undergoes:
        return ("target", "roles.speaks_of_own_case") if does else ("subject", "roles.spoken_for")
    if "protest" in does:
        return "target", "roles.protests"  # who stands alone with a poster is the one the police come for
    if does:
        return ("speaker", "roles.only_speaks") if does <= _SPEAKING else ("other", "roles.does_other")
    return _role_of_a_bystander(document, facts, person, jurisdiction)


def _did_the_abuse(
    document: Document, facts: EntryFacts, index: int, person: Person, jurisdiction: Jurisdiction
) -> bool:
    """An officer in the dock, or somebody under an article whose accused are those who did the harm."""
    abusive = office_words(jurisdiction).abuse_articles
    return is_officer(document, person, jurisdiction) or any(
        c.person == index and f"{c.code}:{c.article}" in abusive for c in facts.charges
    )


def _role_of_a_bystander(
    document: Document, facts: EntryFacts, person: Person, jurisdiction: Jurisdiction
) -> tuple[Role, str]:
    if person.role == "speaker":
        return "speaker", "roles.says"
    if _opens(facts.entry, person):
        return "target", "roles.opens_entry"
    text = " ".join(words_before(document, person.evidence.spans[0])[-4:])
    if any(text.endswith(word) for word in office_words(jurisdiction).speakers):
        return "speaker", "roles.described_as_speaker"
    if _tell_to_whom(facts) and not _undergoes_by_words(document, person):
        return "subject", "roles.not_in_acts"
    return "target", "roles.undergoes_by_words" if facts.acts else "roles.default"


def _tell_to_whom(facts: EntryFacts) -> bool:
    """Whether the acts say to whom they were done; where none does, those named are the likeliest."""
    named = any(party.kind == "person" for act in facts.acts for party in act.to)
    return named or any(act.count for act in facts.acts)


def _undergoes_by_words(document: Document, person: Person) -> bool:
    """ "X was taken to": the words right behind a name do something to somebody, and are not denied."""
    ends = (span.end for span in person.evidence.spans)
    return any(_PASSIVE_BEHIND.match(document.text, end) for end in ends)


def _opens(entry: Entry, person: Person) -> bool:
    return 0 <= person.evidence.spans[0].start - entry.body <= _OPENING


def _in_quotes(document: Document, person: Person) -> bool:
    """Whether every mention is in quotation marks, and not in a speech that may be most of the entry."""
    quotations = [document.quotation_at(span.start) for span in person.evidence.spans]
    return all(q is not None and q.words.end - q.words.start <= _LONGEST_QUOTE for q in quotations)


def _is_spoken_of(document: Document, person: Person) -> bool:
    """Named in a quotation, a slogan or a demand alone (`demanding amnesty for X and Y`)."""
    start = person.evidence.spans[0].start
    low = max(document.entry.body, document.sentence_at(start).start, start - _REACH)
    return _in_quotes(document, person) or _DEMANDS.search(document.text, low, start) is not None
