"""Who stands accused of a harm: trial and verdict are theirs, the harm was done to the victim and by them.

`A trial began in the case of X, who was killed. Officers Y and Z are in the dock`: what happens in court happens to Y
and Z, not to X (annotation, acts: an underlying harm is an act when the case is about it). A verdict makes the harm
``found``, anything before it ``alleged``.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.extract.acts.predicates.candidates import Candidate
from ingest.facts import EntryFacts, Party, Person
from ingest.vocabulary import PROSECUTION_STEPS, VIOLENCE, ActType, Standing

# The harms that people are tried for.
_TRIED_HARMS: frozenset[ActType] = VIOLENCE | {"media_restriction"}
_IN_COURT: frozenset[ActType] = frozenset({"trial", "sentence", "appeal"})
_DECIDED: frozenset[ActType] = frozenset({"trial", "sentence"})
_FOR = ("for ", "for the ", "of the ", "with the ", "of ", "with ")
# How a harm is told that a case is about.
_TOLD_BESIDE = ("relative", "pluperfect", "gerund:for", "gerund:of")


def tie_accused(
    chosen: Sequence[Candidate], all_: Sequence[Candidate], facts: EntryFacts, topic: tuple[int, ...]
) -> list[Candidate]:
    """The chosen acts, with court steps for the accused alone and harms by them; ``topic`` are the header's persons."""
    chosen = _without_charged_victims(chosen, facts)
    accused = _accused_in(all_, facts)
    if not accused:
        return list(chosen)
    victims = {p for c in chosen if c.type in _TRIED_HARMS for p in c.to} - set(accused)
    header = {Party("person", i) for i in topic}
    return _with_answering([_told_of_accused(c, accused, victims, header) for c in chosen], accused)


def _without_charged_victims(chosen: Sequence[Candidate], facts: EntryFacts) -> list[Candidate]:
    """`X was attacked by strangers. A case was opened`: it is about what X suffered, and not against X.

    `The trial of the guards began after the death of X`: nor is a trial or a verdict that of somebody dead, unless
    an article is held against them.
    """
    harmed = {p for c in chosen if c.type in _TRIED_HARMS for p in c.to if p not in c.by}
    accused = {charge.person for charge in facts.charges}
    accused |= {i for i, person in enumerate(facts.persons) if person.role == "perpetrator"}
    dead = {p for c in chosen if c.type == "death" for p in c.to if p.index not in accused}
    return [replace(c, to=(), topical=False) if c.to and set(c.to) <= _victims(c, harmed, dead) else c for c in chosen]


def _victims(c: Candidate, harmed: set[Party], dead: set[Party]) -> set[Party]:
    """Those whom a step of a case cannot be against, where its words do not name them."""
    if c.type == "charge":
        return harmed if c.topical else set()
    return dead if c.type in _DECIDED and not c.direct else set()


def _with_answering(told: list[Candidate], accused: tuple[Party, ...]) -> list[Candidate]:
    """The acts with harms by those who answer for them in the steps of a case, ``found`` where one is a verdict."""
    steps = [c for c in told if c.type in PROSECUTION_STEPS and set(c.to) & set(accused)]
    if not steps:
        return told
    found = any(c.type == "sentence" and c.pattern.words.outcome is None for c in steps)
    answering = tuple(dict.fromkeys(p for c in steps for p in c.to if p in accused))
    standing: Standing = "found" if found else "alleged"
    return [
        replace(c, by=c.by or answering, standing=c.standing or standing) if c.type in _TRIED_HARMS else c for c in told
    ]


def _accused_in(candidates: Sequence[Candidate], facts: EntryFacts) -> tuple[Party, ...]:
    """The persons whom the entry names as those who did it, or who answer in a case about what others suffered."""
    named = [Party("person", i) for i, person in enumerate(facts.persons) if person.role == "perpetrator"]
    harms = [c for c in candidates if c.type in _TRIED_HARMS and _is_beside(c)]
    about = {(c.sentence, p) for c in candidates if c.type in _IN_COURT for p in c.to}
    case = any((harm.sentence, p) in about for harm in harms for p in harm.to)
    for_it = {c.sentence for c in harms if c.form == "noun" and facts.entry.text.endswith(_FOR, 0, c.trigger.start)}
    steps = [c for c in candidates if c.type in PROSECUTION_STEPS and (case or c.sentence in for_it)]
    return tuple(dict.fromkeys((*named, *_not_harmed(steps, candidates, facts))))


def _not_harmed(steps: Sequence[Candidate], candidates: Sequence[Candidate], facts: EntryFacts) -> list[Party]:
    """The persons of steps of a case to whom no harm was done, under any spelling of their names."""
    harms = [c for c in candidates if c.type in _TRIED_HARMS or c.type == "threat"]
    harmed = {spelling_of(facts.persons[p.index]) for c in harms for p in c.to if p.kind == "person"}
    persons = [p for c in steps for p in c.to if p.kind == "person"]
    return [p for p in persons if spelling_of(facts.persons[p.index]) not in harmed]


def _is_beside(c: Candidate) -> bool:
    return c.form == "noun" or any(mark in c.assertion.marks for mark in _TOLD_BESIDE)


def _told_of_accused(c: Candidate, accused: tuple[Party, ...], victims: set[Party], header: set[Party]) -> Candidate:
    """One act without victims where the accused stand, and without the accused where victims do."""
    by = tuple(p for p in c.by if p not in victims)
    if c.type in _TRIED_HARMS:
        return replace(c, to=tuple(p for p in c.to if p not in accused), by=by)
    if c.type not in _IN_COURT or (c.direct and c.type == "sentence" and set(c.to) <= header):
        return replace(c, by=by)  # "X, Article …. A major hit him. He was fined": X was
    others = tuple(p for p in c.to if p not in victims and p.kind == "person")
    return replace(c, to=others or (accused if c.to or c.count is None else ()), by=by)


def spelling_of(person: Person) -> tuple[str, str]:
    """The surname, and the initial of the given name."""
    return (person.surname or "").casefold(), (person.given or "")[:1].casefold()
