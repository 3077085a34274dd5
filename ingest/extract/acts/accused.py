"""Who stands accused of a harm: trial and verdict are theirs, the harm was done to the victim and by them.

`A trial began in the case of X, who was killed. Officers Y and Z are in the dock`: what happens in court happens to Y
and Z, not to X (annotation, acts: an underlying harm is an act when the case is about it). A verdict makes the harm
``found``, anything before it ``alleged``.
"""

from ingest.extract.acts.candidates import Candidate
from ingest.facts import EntryFacts, Party
from ingest.vocabulary import PROSECUTION_STEPS, VIOLENCE, ActType

# The harms that people are tried for.
TRIED_HARMS: frozenset[ActType] = VIOLENCE | {"media_restriction"}
_IN_COURT: frozenset[ActType] = frozenset({"trial", "sentence", "appeal"})
_FOR = ("for ", "for the ", "of the ", "with the ")


def accused_in(candidates: list[Candidate], facts: EntryFacts) -> tuple[Party, ...]:
    """The persons whom the entry names as those who did it, or who answer in a case about what others suffered."""
    named = [Party("person", i) for i, person in enumerate(facts.persons) if person.role == "perpetrator"]
    harmed = {p for c in candidates if c.type in TRIED_HARMS for p in c.to}
    about = {(c.sentence, p) for c in candidates if c.type in _IN_COURT for p in c.to}
    harms = [c for c in candidates if c.type in TRIED_HARMS and c.to and (c.noun or c.background)]
    case = any((harm.sentence, p) in about for harm in harms for p in harm.to)
    for_it = {c.sentence for c in harms if c.noun and facts.entry.text.endswith(_FOR, 0, c.trigger.start)}
    steps = [c for c in candidates if c.type in PROSECUTION_STEPS and (case or c.sentence in for_it)]
    named += [p for c in steps for p in c.to if p.kind == "person" and p not in harmed]
    return tuple(dict.fromkeys(named))


def accuse(candidates: list[Candidate], accused: tuple[Party, ...], header: frozenset[Party] = frozenset()) -> None:
    """Give court steps to the accused alone and harms to their victims, in place; all is told of the ``header``."""
    if not accused:
        return
    victims = {p for c in candidates if c.type in TRIED_HARMS for p in c.to if p not in accused}
    for c in candidates:
        if c.type in TRIED_HARMS:
            c.to = tuple(p for p in c.to if p not in accused)
        elif c.type in _IN_COURT:
            if c.direct and c.type == "sentence" and set(c.to) <= header:
                continue  # "X, Article …. A major hit him. He was fined": X was
            others = tuple(p for p in c.to if p not in victims and p.kind == "person")
            c.to = others or (accused if c.to or c.count is None else ())
        c.by = tuple(p for p in c.by if p not in victims)
    steps = [c for c in candidates if c.type in PROSECUTION_STEPS and set(c.to) & set(accused)]
    if not steps:
        return
    found = any(c.type == "sentence" and c.frame.words.outcome is None for c in steps)
    answering = tuple(dict.fromkeys(p for c in steps for p in c.to if p in accused))
    for c in candidates:
        if c.type in TRIED_HARMS:
            c.by = c.by or answering
            c.standing = c.standing or ("found" if found else "alleged")
