"""From candidates to acts: what is no act by the guide goes, the same act told twice becomes one.

Source of the rules: the annotation guide, "acts: who did what to whom" and "Settled cases".
"""

from ingest.extract.acts.accused import HARMS, accuse, accused_in
from ingest.extract.acts.triggers import Candidate, facts_kind
from ingest.facts import EntryFacts, Party

HARM = frozenset({"death", "torture", "attack"})
STEPS = frozenset({"trial", "sentence", "remand", "appeal", "release", "detention", "extradition"})
_DECIDED_BY_JUDGES = frozenset({"trial", "sentence", "remand", "appeal", "due_process"})
# Whose own case a statement is not.
_OUTSIDERS = frozenset({"official", "speaker", "lawyer", "relative"})
# Beside these alone, what somebody suffered only says who they are.
_NOT_ABOUT_HARM = frozenset(
    {"release", "remand", "detention", "prison_conditions", "hunger_strike", "extradition", "search"}
)
_AGAINST_SOMEBODY = frozenset({"trial", "sentence", "remand", "charge", "appeal"})
_NOUNS_THAT_COUNT = frozenset(
    {"torture", "death", "attack", "trial", "hunger_strike", "protest", "investigation", "threat"}
)


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
    result = _join(result)
    appeals = {c.sentence for c in result if c.type == "appeal" and not c.noun}
    result = [c for c in result if not (c.type == "trial" and c.sentence in appeals)]
    result = [c for c in result if _somebody_suffers(c) or len(result) == 1]
    statements = [c for c in kept if c.type == "statement"]
    if any(c.by or c.frame.words.news for c in statements) and all(c.noun for c in result):
        result = [c for c in result if c.to]
    statement = _statement(statements, result, facts, topic)
    if statement is not None:
        result.append(statement)
    tried = next((c for c in result if c.type in _AGAINST_SOMEBODY and c.to), None)
    claimants = next((c.to for c in result if c.type == "complaint" and c.to), ())
    for c in result:
        _seat_judges(c, facts)
        if c.type == "assembly_refusal":
            c.to = tuple(p for p in c.to if p.kind == "body" or facts.persons[p.index].role != "official")
        if c.type == "due_process" and not c.to and tried is not None:
            c.to, c.inferred = tried.to, True
        if c.type == "assembly_refusal" and c.noun and not c.to:
            c.to, c.inferred = claimants, bool(claimants)
    return sorted(result, key=lambda c: c.trigger.start)


def _seat_judges(c: Candidate, facts: EntryFacts) -> None:
    """A judge never stands where it is done to somebody, and decides with the court that is named."""
    judges = [Party("person", i) for i, person in enumerate(facts.persons) if person.office == "judge"]
    in_court = c.type == "complaint" and any(facts_kind(facts, p) == "court" for p in c.by)
    if not judges or not (in_court or c.type in _DECIDED_BY_JUDGES):
        return
    c.to = tuple(p for p in c.to if p not in judges)
    if len(judges) == 1:
        c.by = tuple(dict.fromkeys([*c.by, *judges]))


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


def _statement(
    statements: list[Candidate], others: list[Candidate], facts: EntryFacts, focus_topic: tuple[int, ...]
) -> Candidate | None:
    """One statement of an entry, where speaking is the news."""
    statements = [c for c in statements if not any(facts_kind(facts, p) == "court" for p in c.by)]
    if others:
        chosen = _beside(statements, others, facts)
    else:
        strong = [c for c in statements if c.frame.words.news and c.by]
        spoken = next((c for c in statements if c.by), statements[0] if statements else None)
        chosen = next(iter(strong), None) or spoken
    if chosen is not None and focus_topic and not chosen.noun:
        own = tuple(Party("person", i) for i in focus_topic if facts.persons[i].role not in _OUTSIDERS)
        chosen.to = chosen.to or own
    if chosen is not None and not chosen.to:
        # What they tell was done to themselves.
        chosen.to = tuple(p for p in chosen.by if p.kind == "person" and any(p in o.to for o in others))
    if chosen is not None and not others and not chosen.to and not chosen.noun:
        concerned = (Party("person", i) for i, person in enumerate(facts.persons) if person.role == "target")
        chosen.to = tuple(p for p in concerned if p not in chosen.by)
        chosen.inferred = bool(chosen.to)
    return chosen


def _beside(statements: list[Candidate], others: list[Candidate], facts: EntryFacts) -> Candidate | None:
    """The statement that is news beside other acts: they only stand in it, or the entry begins with it."""
    told = [c for c in statements if not c.claimed and not c.trigger.quoted and not c.background]
    if all(o.claimed or o.noun for o in others):
        # Who tells what was done to themselves is the source of it.
        harmed = {p for o in others for p in o.to}
        public = [c for c in told if any(_public(p, facts) and p not in harmed for p in c.by)]
        quoted = [c for c in told if c.by and _quotation_first(facts) and not c.noun and not _by_lawyer(c, facts)]
        protest = any(o.type == "protest" for o in others)
        strong = [c for c in told if c.frame.words.news and not c.noun and not protest and (c.by or c.sentence == 0)]
        return next(iter([*public, *quoted, *strong]), None)
    first = min(o.trigger.start for o in others)
    opening = [
        c
        for c in told
        if c.by
        and not c.noun
        and c.trigger.start < first
        and (c.frame.words.news or (c.sentence == 0 and c.by[0].kind == "body"))
    ]
    return next(iter(opening), None)


def _by_lawyer(c: Candidate, facts: EntryFacts) -> bool:
    return any(p.kind == "person" and facts.persons[p.index].role == "lawyer" for p in c.by)


def _quotation_first(facts: EntryFacts) -> bool:
    return facts.entry.text[facts.entry.body :].lstrip(" ,:")[:1] in ("“", "«", "„", '"')


def _public(party: Party, facts: EntryFacts) -> bool:
    """Whether it is a body or an official: their speaking is news beside what they tell."""
    return party.kind == "body" or facts.persons[party.index].role in ("official", "speaker")
