"""From candidates to acts: what is not an act (annotation, acts) is removed, the same act told twice becomes one.

Source of the rules: docs/annotation.md, "Acts" and its settled cases.
"""

from ingest.analysis.document import Document
from ingest.extract.acts.accused import TRIED_HARMS, accuse, accused_in
from ingest.extract.acts.candidates import Candidate
from ingest.extract.acts.corrections import CASE_STEPS, correct
from ingest.extract.acts.statements import choose_statement
from ingest.facts import EntryFacts, Party
from ingest.vocabulary import FILINGS, PROSECUTION_STEPS, VIOLENCE, ActType

# Beside these alone, what somebody suffered only says who they are.
_NOT_ABOUT_HARM: frozenset[ActType] = frozenset(
    {"release", "remand", "detention", "prison_conditions", "hunger_strike", "extradition", "search"}
)
# What may be about a harm that a noun tells.
_ABOUT_HARM: frozenset[ActType] = frozenset({"trial", "complaint", "investigation"})
# Without a victim it is none.
_HAS_VICTIM: frozenset[ActType] = frozenset({"death", "attack"})
# Two of these are two acts where they end otherwise.
_BY_OUTCOME: frozenset[ActType] = frozenset({"registration", "sentence"})
_NOUNS_THAT_COUNT: frozenset[ActType] = frozenset(
    {"torture", "death", "attack", "trial", "hunger_strike", "protest", "investigation", "threat"}
)


def settle(
    candidates: list[Candidate], document: Document, facts: EntryFacts, topic: tuple[int, ...]
) -> list[Candidate]:
    """Choose and join; the order of the text is kept. ``topic`` holds the persons of a header, else nobody."""
    kept = [c for c in candidates if not c.background or c.type in VIOLENCE or c.type == "assembly_notice"]
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
    told = {c.type for c in kept if c.standing != "denied" and not c.noun}
    kept = [c for c in kept if c.standing != "denied" or c.type not in told]  # what is told besides is no mere denial
    result: list[Candidate] = []
    for c in kept:
        if c.type == "statement":
            continue
        tried_for = c.noun and c.type in TRIED_HARMS and bool(accused) and bool(types & PROSECUTION_STEPS)
        if c.weak and not tried_for and not _weak_counts(c, types):
            continue
        result.append(c)
    result = _join(result)
    accuse(result, accused, frozenset(Party("person", i) for i in topic))
    result = _without_repeated(_join(result))
    result = [c for c in result if _somebody_suffers(c) or len(result) == 1]
    statements = [c for c in kept if c.type == "statement"]
    if any(c.by or c.frame.words.news for c in statements) and all(c.noun for c in result):
        result = [c for c in result if c.to]
    statement = choose_statement(statements, result, facts, topic)
    if statement is not None:
        result.append(statement)
    correct(result, candidates, document, facts)
    return sorted(result, key=lambda c: c.trigger.start)


def _without_repeated(candidates: list[Candidate]) -> list[Candidate]:
    """Without what a stronger step of the same matter already tells.

    A hearing beside the decision of an appeal court, the charge beside the trial for it, the verdict that is appealed,
    and beatings beside the torture they were part of.
    """
    of_type: dict[ActType, list[Candidate]] = {}
    for c in candidates:
        of_type.setdefault(c.type, []).append(c)
    appeals = {c.sentence for c in of_type.get("appeal", ()) if not c.noun}

    def told_by(c: Candidate, type_: ActType) -> bool:
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


def _somebody_suffers(c: Candidate) -> bool:
    """Whether a harm has somebody it was done to, or is told by a verb of its own: ``the police attacked them``."""
    if c.type not in _HAS_VICTIM or c.to or c.count:
        return True
    return c.type == "attack" and not (c.noun or c.claimed or c.background)


def _weak_counts(c: Candidate, types: set[ActType]) -> bool:
    if c.type in types:
        return True
    if c.type == "assembly_refusal":
        return "complaint" in types
    if c.type == "charge":
        return not types & CASE_STEPS and not (c.noun and "investigation" in types)
    if c.noun and c.type == "hunger_strike" and c.to and c.counted:
        return True
    if c.noun:
        if c.type in VIOLENCE:
            return bool(c.to) or not types.isdisjoint(_ABOUT_HARM)
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
        if keep.type in FILINGS and keep.frame.words.outcome is None and drop.frame.words.outcome:
            keep.frame = drop.frame  # "sued the department, and won": one act with its outcome
        keep.to = keep.to or drop.to
        keep.by = tuple(dict.fromkeys([*keep.by, *drop.by]))
        keep.count = keep.count or drop.count
        joined[joined.index(same)] = keep
    return joined


def _compatible(a: Candidate, b: Candidate) -> bool:
    if a.type in _BY_OUTCOME and a.frame.words.outcome != b.frame.words.outcome:
        return False
    if a.noun or b.noun:
        return True
    if a.to and b.to:
        return bool(set(a.to) & set(b.to))
    return True
