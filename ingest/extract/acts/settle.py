"""From candidates to acts: what is no act by the guide goes, the same act told twice becomes one.

Source of the rules: the annotation guide, "acts: who did what to whom" and "Settled cases".
"""

import re

from ingest.extract.acts.accused import HARMS, accuse, accused_in
from ingest.extract.acts.candidates import Candidate, facts_kind
from ingest.extract.acts.statements import choose_statement
from ingest.facts import EntryFacts, Party

HARM = frozenset({"death", "torture", "attack"})
STEPS = frozenset({"trial", "sentence", "remand", "appeal", "release", "detention", "extradition"})
_DECIDED_BY_JUDGES = frozenset({"trial", "sentence", "remand", "appeal", "due_process"})
# Beside these alone, what somebody suffered only says who they are.
_NOT_ABOUT_HARM = frozenset(
    {"release", "remand", "detention", "prison_conditions", "hunger_strike", "extradition", "search"}
)
_AGAINST_SOMEBODY = frozenset({"trial", "sentence", "remand", "charge", "appeal"})
# Who files complaints for others, as their titles tell.
_PLEAD = frozenset({"speaker", "lawyer", "relative"})
_UNDERGONE = frozenset({*HARM, *STEPS, "charge", "threat", "prison_conditions", "hunger_strike", "search", "seizure"})
# They are what a picket stands in front of.
_NEVER_PROTEST = frozenset({"state", "company", "international"})
_NOUNS_THAT_COUNT = frozenset(
    {"torture", "death", "attack", "trial", "hunger_strike", "protest", "investigation", "threat"}
)


# Refused to a prisoner's family or lawyer, these are refused to the prisoner.
_OF_PRISONERS = frozenset({"prison_conditions", "due_process"})
# "Pulled out of the column and taken to the police department": it was done before, not there.
_INSIDE = ("in ", "in the ", "at ", "at the ", "inside ", "inside the ", "of ", "of the ", "from ", "from the ")
# A full stop that is no initial's.
_SENTENCE_END = re.compile(r"(?<![A-Z])\. ")


def settle(candidates: list[Candidate], facts: EntryFacts, topic: tuple[int, ...]) -> list[Candidate]:
    """Choose and join; the order of the text is kept. ``topic`` holds the persons of a header, else nobody."""
    kept = [c for c in candidates if not c.background or c.type in HARM or c.type == "assembly_notice"]
    if any(c.type == "assembly_refusal" and not c.weak for c in kept):
        # A notice stands for itself only where no refusal is told.
        kept = [c for c in kept if c.type != "assembly_notice"]
    if any(c.type == "detention" for c in kept):
        kept += [c for c in candidates if c.background and c.type == "protest" and not c.noun]
        kept.sort(key=lambda c: c.trigger.start)
    strong = [c for c in kept if not c.weak and c.type != "statement"]
    types = {c.type for c in strong}
    accused = accused_in(candidates, facts)
    if types and types <= _NOT_ABOUT_HARM:
        kept = [c for c in kept if not c.background]
    result: list[Candidate] = []
    for c in kept:
        if c.type == "statement":
            continue
        tried_for = c.noun and c.type in HARMS and bool(accused) and bool(types & _AGAINST_SOMEBODY)
        if c.weak and not tried_for and not _weak_counts(c, types):
            continue
        result.append(c)
    result = _join(result)
    accuse(result, accused)
    result = _without_repeated(_join(result))
    result = [c for c in result if _somebody_suffers(c) or len(result) == 1]
    statements = [c for c in kept if c.type == "statement"]
    if any(c.by or c.frame.words.news for c in statements) and all(c.noun for c in result):
        result = [c for c in result if c.to]
    statement = choose_statement(statements, result, facts, topic)
    if statement is not None:
        result.append(statement)
    tried = next((c for c in result if c.type in _AGAINST_SOMEBODY and c.to), None)
    claimants = next((c.to for c in result if c.type == "complaint" and c.to), ())
    for c in result:
        _seat_judges(c, facts)
        if c.type == "charge" and c.topical and any(_harms_them(o, c) for o in result):
            c.to = ()  # a case opened about what was done to them is no charge against them
        if c.type in ("complaint", "appeal"):
            _plead_for_others(c, result, facts)
        if c.type == "protest":
            c.by = tuple(p for p in c.by if p.kind == "person" or facts.bodies[p.index].type not in _NEVER_PROTEST)
        if c.type == "attack" and _in_custody(c, facts):
            c.type = "torture"
        if c.noun and c.type in HARM and c.to and all(_is_relative(p, facts) for p in c.to):
            harmed = [Party("person", i) for i, person in enumerate(facts.persons) if person.role == "target"]
            c.to = tuple(harmed) if len(harmed) == 1 else ()  # "her complaint of torture": her son's
        if c.type in _OF_PRISONERS and c.to and all(_pleads(p, facts) for p in c.to):
            # "His wife was refused a visit", "the lawyer was not let in": it is done to the prisoner.
            c.to = next(iter({o.to for o in candidates if o.to and not any(_pleads(p, facts) for p in o.to)}), ())
            c.to = c.to or tuple(p for p in _targets(facts))
            c.inferred = True
        if c.type == "seizure" and not c.to and not c.count:
            # "The flat of X was searched. They carried away a laptop": out of the flat.
            searched = next((o for o in result if o.type == "search" and o.to), None)
            c.to, c.by, c.inferred = (searched.to, c.by or searched.by, True) if searched else ((), c.by, False)
        if c.type == "torture" and not c.to and not c.count:
            # "Killed under torture": the same person suffered both.
            c.to = next((o.to for o in result if o.type == "death" and o.sentence == c.sentence), ())
        if c.type == "torture" and c.standing is None and c.frame.words.standing is None:
            c.standing = "alleged"  # until a court or an inquiry finds it so
        if c.type == "assembly_refusal":
            c.to = tuple(p for p in c.to if p.kind == "body" or facts.persons[p.index].role != "official")
        if c.type == "due_process" and not c.to and tried is not None:
            c.to, c.inferred = tried.to, True
        if c.type == "assembly_refusal" and c.noun and not c.to:
            c.to, c.inferred = claimants, bool(claimants)
    return sorted(result, key=lambda c: c.trigger.start)


def _pleads(party: Party, facts: EntryFacts) -> bool:
    return party.kind == "person" and facts.persons[party.index].role in ("relative", "lawyer")


def _targets(facts: EntryFacts) -> list[Party]:
    return [Party("person", i) for i, person in enumerate(facts.persons) if person.role == "target"]


def _without_repeated(candidates: list[Candidate]) -> list[Candidate]:
    """Without what a stronger step of the same matter already tells.

    A hearing beside the decision of an appeal court, the charge beside the trial for it, the verdict that is appealed,
    and beatings beside the torture they were part of.
    """
    of_type: dict[str, list[Candidate]] = {}
    for c in candidates:
        of_type.setdefault(c.type, []).append(c)
    appeals = {c.sentence for c in of_type.get("appeal", ()) if not c.noun}

    def told_by(c: Candidate, type_: str) -> bool:
        return bool(c.to) and any(set(c.to) <= set(o.to) for o in of_type.get(type_, ()))

    def repeated(c: Candidate) -> bool:
        if c.type == "trial":
            return c.sentence in appeals
        if c.type == "charge":
            return c.frame.words.outcome is None and told_by(c, "trial")
        if c.type == "sentence":
            return told_by(c, "appeal") and not any(p.kind == "body" for p in c.by)
        return c.type == "attack" and (c.claimed or c.background) and told_by(c, "torture")

    for c in of_type.get("charge", ()):
        # "18 people are tried. Among them X is charged under …": X is tried.
        open_to = next((t for t in of_type.get("trial", ()) if not t.to and not t.noun), None)
        if open_to is not None and c.weak and not c.noun and c.to:
            open_to.to = c.to
    return [c for c in candidates if not repeated(c)]


def _harms_them(harm: Candidate, charge: Candidate) -> bool:
    """Whether the sentence that tells of a case opened tells of a harm done to those who would be charged."""
    return harm.type in HARM and harm.sentence == charge.sentence and bool(set(harm.to) & set(charge.to))


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


def _in_custody(c: Candidate, facts: EntryFacts) -> bool:
    """Whether the harm is told of a place of detention: in its sentence, or in the header of a prisoner's entry."""
    text, first = facts.entry.text, min((p.evidence.spans[0].start for p in facts.persons), default=0)
    known = not c.claimed and bool(c.by)
    for body in facts.bodies:
        if body.kind == "facility" and (not known or body.type in ("prison", "remand")):
            for span in body.evidence.spans:
                start, end = sorted((span.start, c.trigger.start))
                inside = text.endswith(_INSIDE, 0, span.start) or span.end < c.trigger.start
                if (text.count(". ", start, end) == 0 and inside) or span.start < first:
                    return True
    return False


def _is_relative(party: Party, facts: EntryFacts) -> bool:
    return party.kind == "person" and facts.persons[party.index].role == "relative"


def _seat_judges(c: Candidate, facts: EntryFacts) -> None:
    """A judge never stands where it is done to somebody, and decides with the court that is named."""
    judges = [Party("person", i) for i, person in enumerate(facts.persons) if person.office == "judge"]
    in_court = c.type == "complaint" and any(facts_kind(facts, p) == "court" for p in c.by)
    if not judges or not (in_court or c.type in _DECIDED_BY_JUDGES):
        return
    c.to = tuple(p for p in c.to if p not in judges)
    if len(judges) == 1 and _told_together(judges[0], c, facts):
        c.by = tuple(dict.fromkeys([*c.by, *judges]))


def _told_together(judge: Party, c: Candidate, facts: EntryFacts) -> bool:
    """Whether the judge is named in the sentence of the act, or before anybody else in the entry."""
    spans = facts.persons[judge.index].evidence.spans
    if spans[0].start == min(p.evidence.spans[0].start for p in facts.persons):
        return True
    text, at = facts.entry.text, c.trigger.start
    return any(not _SENTENCE_END.search(text, *sorted((at, span.start))) for span in spans)


def _somebody_suffers(c: Candidate) -> bool:
    """Whether a harm has somebody it was done to, or is told by a verb of its own: ``the police attacked them``."""
    if c.type not in ("death", "attack") or c.to or c.count:
        return True
    return c.type == "attack" and not (c.noun or c.claimed or c.background)


def _weak_counts(c: Candidate, types: set[str]) -> bool:
    if c.type in types:
        return True
    if c.type == "assembly_refusal":
        return "complaint" in types
    if c.type == "charge":
        return not types & STEPS
    if c.noun and c.type == "hunger_strike" and c.to and c.counted:
        return True
    if c.noun:
        if c.type in ("torture", "death", "attack"):
            return bool(c.to) or bool(types & {"trial", "complaint", "investigation"})
        return c.type in _NOUNS_THAT_COUNT and not types
    return not types


def _join(candidates: list[Candidate]) -> list[Candidate]:
    joined: list[Candidate] = []
    for c in candidates:
        same = next((o for o in joined if o.type == c.type and _compatible(o, c)), None)
        if same is None:
            joined.append(c)
            continue
        keep, drop = (same, c) if same.to or not c.to else (c, same)
        if keep.noun and not drop.noun and keep.to == drop.to:
            keep, drop = drop, keep
        keep.to = keep.to or drop.to
        keep.by = tuple(dict.fromkeys([*keep.by, *drop.by]))
        keep.count = keep.count or drop.count
        joined[joined.index(same)] = keep
    return joined


def _compatible(a: Candidate, b: Candidate) -> bool:
    if a.type == "registration" and a.frame.words.outcome != b.frame.words.outcome:
        return False
    if a.noun or b.noun:
        return True
    if a.to and b.to:
        return bool(set(a.to) & set(b.to))
    return True
