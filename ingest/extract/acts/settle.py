"""From candidates to acts: what is no act by the guide goes, the same act told twice becomes one.

Source of the rules: the annotation guide, "acts: who did what to whom" and "Settled cases".
"""

from ingest.extract.acts.lexicon import Lexicon
from ingest.extract.acts.triggers import Candidate

HARM = frozenset({"death", "torture", "attack"})
STEPS = frozenset({"trial", "sentence", "remand", "appeal", "release", "detention", "extradition"})
_NOUNS_THAT_COUNT = frozenset({"torture", "death", "attack", "trial", "hunger_strike", "protest", "investigation", "threat"})


def settle(candidates: list[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """Choose and join; the order of the text is kept."""
    kept = [c for c in candidates if not (c.background and c.type not in HARM)]
    strong = [c for c in kept if not c.weak and c.type != "statement"]
    types = {c.type for c in strong}
    result: list[Candidate] = []
    for c in kept:
        if c.type == "statement":
            continue
        if c.weak and not _weak_counts(c, types):
            continue
        result.append(c)
    result = _join(result)
    statements = [c for c in kept if c.type == "statement"]
    if any(c.by for c in statements) and all(c.noun for c in result):
        result = [c for c in result if c.to]
    statement = _statement(statements, result)
    if statement is not None:
        result.append(statement)
    return sorted(result, key=lambda c: c.trigger.start)


def _weak_counts(c: Candidate, types: set[str]) -> bool:
    if c.type in types:
        return True
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
    if a.noun or b.noun:
        return True
    if a.to and b.to:
        return bool(set(a.to) & set(b.to))
    return True


def _statement(statements: list[Candidate], others: list[Candidate]) -> Candidate | None:
    """One statement of an entry, where speaking is the news."""
    strong = [c for c in statements if c.frame.words.news and (c.by or not others)]
    if strong and not others:
        return strong[0]
    if others:
        return None
    return next((c for c in statements if c.by), statements[0] if statements else None)
