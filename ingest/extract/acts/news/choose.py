"""From candidates to acts: the likely ones are kept, what is told twice becomes one act."""

from dataclasses import replace

from ingest.extract.acts.entry_types.by_words import PREFIX
from ingest.extract.acts.entry_types.model import TypeRatings
from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.news.accused import spelling_of, tie_accused
from ingest.extract.acts.news.header_terms import drop_header_terms
from ingest.extract.acts.news.told import find_told
from ingest.extract.acts.predicates.candidates import Candidate
from ingest.facts import Act, Confidence, EntryFacts, Evidence, Party, Span
from ingest.vocabulary import PRISONS, VIOLENCE, ActType, Standing

# Below these an act is a doubtful one; and none where the entry tells nothing likelier.
_CERTAIN = 0.8
_LEAST = 0.2
_HARMS: frozenset[ActType] = VIOLENCE | {"threat"}


def choose_acts(
    candidates: list[Candidate], ratings: TypeRatings, facts: EntryFacts, topic: tuple[int, ...], lexicon: Lexicon
) -> tuple[Act, ...]:
    """The acts of an entry, in the order of the text: the likely ones, or the likeliest where none is.

    ``ratings`` say how likely the entry tells each type, ``topic`` are the persons of its header.
    """
    candidates = [c for c in candidates if not _threatens_nobody(c, facts)]
    kept = _one_a_word(find_told(candidates, ratings))
    if not kept:
        likeliest = max(candidates, key=lambda c: c.probability, default=None)
        kept = [likeliest] if likeliest is not None and likeliest.probability >= _LEAST else []
    kept = drop_header_terms(_drop_refused_notices(kept), candidates, facts)
    told = tie_accused(_join(kept), candidates, facts, topic)
    return tuple(_act(_by_others(_by_prison(c, facts), facts), lexicon) for c in _join(told))


def _threatens_nobody(c: Candidate, facts: EntryFacts) -> bool:
    """`The prisoner X threatened to stop eating`: somebody persecuted says what they may do to themselves."""
    if c.type != "threat" or "threaten" not in c.lemma or c.to or c.count or not c.by:
        return False
    return all(p.kind == "person" and facts.persons[p.index].role == "target" for p in c.by)


def _one_a_word(candidates: list[Candidate]) -> list[Candidate]:
    """Of candidates at one word the likeliest: ``let go`` is a release, and not a dismissal too."""
    best: dict[int, Candidate] = {}
    for c in candidates:
        known = best.get(c.trigger.start)
        if known is None or c.probability > known.probability:
            best[c.trigger.start] = c
    return [c for c in candidates if best[c.trigger.start] is c]


def _drop_refused_notices(candidates: list[Candidate]) -> list[Candidate]:
    """`Submitted a notice, and was refused`: a notice is told only where no refusal is (annotation, acts)."""
    refused = {party for c in candidates if c.type == "assembly_refusal" for party in c.to}
    return [
        c
        for c in candidates
        if c.type != "assembly_notice" or c.pattern.words.outcome is not None or refused.isdisjoint(c.by)
    ]


def _by_prison(c: Candidate, facts: EntryFacts) -> Candidate:
    """What guards or the administration of a prison do is done by the prison (annotation, acts)."""
    prisons = [Party("body", i) for i, body in enumerate(facts.bodies) if body.type in PRISONS]
    if c.by or "prison_staff" not in c.subject_kinds or len(prisons) != 1:
        return c
    return replace(c, by=tuple(prisons))


def _by_others(c: Candidate, facts: EntryFacts) -> Candidate:
    """Nobody harms themselves, though the entry may spell their name in two ways."""
    if c.type not in _HARMS:
        return c
    harmed = {spelling_of(facts.persons[p.index]) for p in c.to if p.kind == "person"}
    return replace(
        c, by=tuple(p for p in c.by if p.kind == "body" or spelling_of(facts.persons[p.index]) not in harmed)
    )


def _join(candidates: list[Candidate]) -> list[Candidate]:
    """The same act told twice is one: of one type, with somebody in common or nobody named in one of them."""
    joined: list[Candidate] = []
    for c in candidates:
        n = next((n for n, other in enumerate(joined) if _is_same(c, other)), None)
        if n is None:
            joined.append(c)
        else:
            joined[n] = _merged(joined[n], c)
    return joined


def _is_same(c: Candidate, other: Candidate) -> bool:
    """Whether two candidates may tell the same act."""
    if c.type != other.type:
        return False
    if not (c.to and other.to):
        return True  # nobody is named in one of them
    if set(c.to) & set(other.to):
        return True
    return (c.topical or other.topical) and not (c.direct and other.direct)


def _merged(first: Candidate, second: Candidate) -> Candidate:
    """Of two tellings the likelier one leads; who is named directly is kept, what is inferred gives way."""
    lead, other = (first, second) if first.probability >= second.probability else (second, first)
    # Who stands beside a noun is less certain: "said in a statement on the sentence of X".
    further = () if lead.by and other.form == "noun" and lead.form != "noun" else other.by
    by = tuple(dict.fromkeys([*lead.by, *further]))
    return replace(
        lead, to=_merged_to(lead, other), by=by, count=lead.count or other.count, topical=lead.topical and other.topical
    )


def _merged_to(lead: Candidate, other: Candidate) -> tuple[Party, ...]:
    """To whom it was done: all who are named directly, or else whom the likelier telling names."""
    if lead.topical and other.to and not other.topical:
        return other.to
    if lead.direct and other.direct:
        return tuple(dict.fromkeys([*lead.to, *other.to]))
    return lead.to or other.to


def _act(c: Candidate, lexicon: Lexicon) -> Act:
    words = c.pattern.words
    claimed = c.assertion.claimed and c.type in lexicon.wrongdoing
    told: Standing | None = "denied" if c.assertion.category == "denied" else "alleged" if claimed else None
    standing = words.standing or c.standing or told
    doubts = [
        doubt
        for doubt, holds in (
            ("told by a noun, without a verb", c.form == "noun"),
            ("told by the words of the entry together", c.form == "words"),
            ("only somebody's words", c.assertion.claimed and c.type != "statement" and c.form != "words"),
            ("who is concerned is not said beside it", c.topical),
            (f"likely with {c.probability:.2f}", c.probability < _CERTAIN),
        )
        if holds
    ]
    confidence: Confidence = "high" if not doubts else "medium" if c.probability >= 0.5 else "low"
    span = Span(c.trigger.start, c.trigger.end)
    evidence = Evidence((span,), c.pattern.id, confidence, "; ".join(doubts), (_rule(c),))
    return Act(c.type, evidence, c.to, c.by, standing=standing, outcome=words.outcome, count=c.count)


def _rule(c: Candidate) -> str:
    if c.pattern.id.startswith("frame/"):
        return "acts.frame"
    if c.pattern.id.startswith(PREFIX):
        return "acts.words"
    return "acts.noun" if c.form == "noun" else "acts.verb"
