"""Who stands in the places of acts that are settled: judges, those who plead for others, and whom the entry implies.

Source of the rules: docs/annotation.md, the settled cases of "Acts".
"""

from ingest.analysis.document import Document
from ingest.extract.acts.candidates import Candidate, facts_kind
from ingest.facts import EntryFacts, Party
from ingest.vocabulary import (
    COURT_STEPS,
    FAMILY_AND_LAWYERS,
    FILINGS,
    JUDGES_ACTS,
    PRISONS,
    PROSECUTION_STEPS,
    VIOLENCE,
    ActType,
    OrganisationKind,
    Role,
)

# What happens to somebody against whom there is a case, from detention to release.
CASE_STEPS: frozenset[ActType] = COURT_STEPS | {"release", "detention", "extradition"}
_OTHER_HARDSHIPS: frozenset[ActType] = frozenset(
    {"charge", "threat", "prison_conditions", "hunger_strike", "search", "seizure"}
)
# Who files complaints for others, as their titles tell.
_PLEAD: frozenset[Role] = FAMILY_AND_LAWYERS | {"speaker"}
_UNDERGONE: frozenset[ActType] = VIOLENCE | CASE_STEPS | _OTHER_HARDSHIPS
# What nobody dead does, and what need not kill.
_OF_THE_LIVING: frozenset[ActType] = frozenset({"statement", "complaint", "protest", "hunger_strike"})
_SHOT = frozenset({"shot", "shoot", "shoots", "shooting"})
# They are what a picket stands in front of.
_NEVER_PROTEST: frozenset[OrganisationKind] = frozenset({"state", "company", "international"})
# Refused to a prisoner's family or lawyer, these are refused to the prisoner.
_OF_PRISONERS: frozenset[ActType] = frozenset({"prison_conditions", "due_process"})
# "Pulled out of the column and taken to the police department": it was done before, not there.
_INSIDE = ("in ", "in the ", "at ", "at the ", "inside ", "inside the ", "of ", "of the ", "from ", "from the ")
# A full stop that is no initial's.


def correct(acts: list[Candidate], candidates: list[Candidate], document: Document, facts: EntryFacts) -> None:
    """Put right who stands in the acts, in place; ``candidates`` are all that the entry tells."""
    for c in acts:
        _seat_judges(c, document, facts)
        if c.type in FILINGS:
            _plead_for_others(c, acts, facts)
        if c.type == "protest":
            c.by = tuple(p for p in c.by if p.kind == "person" or facts.bodies[p.index].type not in _NEVER_PROTEST)
        if c.type == "assembly_refusal":
            c.to = tuple(p for p in c.to if p.kind == "body" or facts.persons[p.index].role != "official")
        _correct_harm(c, acts, candidates, document, facts)
        _give_to_prisoner(c, candidates, facts)
        if c.by_staff and not c.by:
            prison = _prison_of(c, document, facts)
            c.by = () if prison is None else (Party("body", prison),)
        if not c.to and not c.count:
            _infer(c, acts, facts)


def _spare_the_living(c: Candidate, candidates: list[Candidate]) -> None:
    """Who speaks, complains or stands with a poster is not dead: "those who shot me" wounded them."""
    living = {p for o in candidates if o.type in _OF_THE_LIVING and not o.background for p in o.by}
    if c.to and set(c.to) <= living and c.trigger.word in _SHOT:
        c.type = "attack"
        return
    c.to = tuple(p for p in c.to if p not in living)


def _correct_harm(
    c: Candidate, acts: list[Candidate], candidates: list[Candidate], document: Document, facts: EntryFacts
) -> None:
    if c.type == "charge" and c.topical and any(_harms_them(o, c) for o in acts):
        c.to = ()  # a case opened about what was done to them is no charge against them
    if c.type == "death":
        _spare_the_living(c, candidates)
    if c.type == "attack" and _prison_of(c, document, facts) is not None:
        c.type = "torture"
    if c.noun and c.type in VIOLENCE and c.to and all(_is_relative(p, facts) for p in c.to):
        harmed = _targets(facts)
        c.to = tuple(harmed) if len(harmed) == 1 else ()  # "her complaint of torture": her son's
    if c.type == "torture" and c.standing is None and c.frame.words.standing is None:
        c.standing = "alleged"  # until a court or an inquiry finds it so


def _give_to_prisoner(c: Candidate, candidates: list[Candidate], facts: EntryFacts) -> None:
    """`His wife was refused a visit`, `the lawyer was not let in`: it is done to the prisoner."""
    if c.type not in _OF_PRISONERS or not c.to or not all(_pleads(p, facts) for p in c.to):
        return
    others = (o.to for o in candidates if o.to and not any(_pleads(p, facts) for p in o.to))
    c.to, c.inferred = next(others, tuple(_targets(facts))), True


def _infer(c: Candidate, acts: list[Candidate], facts: EntryFacts) -> None:
    """Whom an act that names nobody is done to, as another act of the entry tells."""
    told: Candidate | None = None
    if c.type == "seizure":
        # "The flat of X was searched. They carried away a laptop": out of the flat.
        told = next((o for o in acts if o.type == "search" and o.to), None)
        c.by = c.by or (told.by if told is not None else ())
    elif c.type == "torture":
        # "Killed under torture": the same person suffered both.
        same = next((o for o in acts if o.type == "death" and o.sentence == c.sentence), None)
        c.to = same.to if same is not None else ()
    elif c.type == "due_process":
        told = next((o for o in acts if o.type in PROSECUTION_STEPS and o.to), None)
    elif c.type == "trial":
        c.to = _in_the_dock(acts, facts)
    elif c.type == "assembly_refusal" and c.noun:
        told = next((o for o in acts if o.type == "complaint" and o.to), None)
    if told is not None:
        c.to, c.inferred = told.to, True


def _in_the_dock(acts: list[Candidate], facts: EntryFacts) -> tuple[Party, ...]:
    """Who is on trial for a harm: those who did it, unless those they did it to are the ones charged."""
    harms = [c for c in acts if c.type in VIOLENCE and c.to and c.by]
    charged = {charge.person for charge in facts.charges}
    if any(p.kind == "person" and p.index in charged for c in harms for p in c.to):
        return ()
    return tuple(dict.fromkeys(p for c in harms for p in c.by if p.kind == "person"))


def _pleads(party: Party, facts: EntryFacts) -> bool:
    return party.kind == "person" and facts.persons[party.index].role in FAMILY_AND_LAWYERS


def _targets(facts: EntryFacts) -> list[Party]:
    return [Party("person", i) for i, person in enumerate(facts.persons) if person.role == "target"]


def _harms_them(harm: Candidate, charge: Candidate) -> bool:
    """Whether the sentence that tells of a case opened tells of a harm done to those who would be charged."""
    return harm.type in VIOLENCE and harm.sentence == charge.sentence and bool(set(harm.to) & set(charge.to))


def _plead_for_others(c: Candidate, acts: list[Candidate], facts: EntryFacts) -> None:
    """A complaint by a defender, a lawyer or a relative is about those they plead for, where the entry tells whom."""
    if not c.by or not set(c.to) <= set(c.by):
        return
    if any(p.kind != "person" or facts.persons[p.index].role not in _PLEAD for p in c.by):
        return
    others = dict.fromkeys(p for o in acts if o is not c and o.type in _UNDERGONE for p in o.to if p not in c.by)
    targets = [Party("person", i) for i, person in enumerate(facts.persons) if person.role == "target"]
    others = others or dict.fromkeys(p for p in targets if p not in c.by)
    if others or c.count:
        c.to, c.inferred = tuple(others), True


def _prison_of(c: Candidate, document: Document, facts: EntryFacts) -> int | None:
    """The place of detention that an act is told of: in its sentence, or in the header of a prisoner's entry."""
    text, first = facts.entry.text, min((p.evidence.spans[0].start for p in facts.persons), default=0)
    known = not c.claimed and bool(c.by)
    for index, body in enumerate(facts.bodies):
        if body.kind == "facility" and (not known or body.type in PRISONS):
            for span in body.evidence.spans:
                inside = text.endswith(_INSIDE, 0, span.start) or span.end < c.trigger.start
                if (inside and document.in_one_sentence(c.trigger.start, span.start)) or span.start < first:
                    return index
    return None


def _is_relative(party: Party, facts: EntryFacts) -> bool:
    return party.kind == "person" and facts.persons[party.index].role == "relative"


def _seat_judges(c: Candidate, document: Document, facts: EntryFacts) -> None:
    """A judge never stands where it is done to somebody, and decides with the court that is named."""
    judges = [Party("person", i) for i, person in enumerate(facts.persons) if person.office == "judge"]
    in_court = c.type == "complaint" and any(facts_kind(facts, p) == "court" for p in c.by)
    if not judges or not (in_court or c.type in JUDGES_ACTS):
        return
    c.to = tuple(p for p in c.to if p not in judges)
    if len(judges) == 1 and _told_together(judges[0], c, document, facts):
        c.by = tuple(dict.fromkeys([*c.by, *judges]))


def _told_together(judge: Party, c: Candidate, document: Document, facts: EntryFacts) -> bool:
    """Whether the judge is named in the sentence of the act, or before anybody else in the entry."""
    spans = facts.persons[judge.index].evidence.spans
    if spans[0].start == min(p.evidence.spans[0].start for p in facts.persons):
        return True
    return any(document.in_one_sentence(c.trigger.start, span.start) for span in spans)
