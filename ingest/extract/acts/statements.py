"""Which statement of an entry is its news, and whose matter it is (annotation, acts).

One counts only where speaking is the news.
Beside other acts one counts where they only stand in it, where a body or official says them, or where the entry opens
with it; who only tells what was done to themselves, and a lawyer as the source, make none.
"""

from ingest.extract.acts.candidates import Candidate, facts_kind
from ingest.facts import EntryFacts, Party
from ingest.vocabulary import OFFICIALS_AND_LAWYERS, PROFESSIONALS, VOICES, OrganisationKind, Role

# Whose own case a statement is not.
_OUTSIDERS: frozenset[Role] = PROFESSIONALS | {"relative"}
# Who tells for others what was done to them, though it may have been done to themselves.
_SPOKESPERSONS: frozenset[Role] = OFFICIALS_AND_LAWYERS | {"relative"}
_CIVIC: frozenset[OrganisationKind] = frozenset({"ngo", "international"})


def choose_statement(
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
    if chosen is not None and chosen.by and all(p.kind == "body" for p in chosen.by):
        # "The ministry issued a warning …, informed deputy minister X": they speak together.
        chosen.by += tuple(dict.fromkeys(p for c in statements for p in c.by if _speaks_for(p, c, facts)))
    if chosen is not None and focus_topic and not chosen.noun:
        own = tuple(Party("person", i) for i in focus_topic if facts.persons[i].role not in _OUTSIDERS)
        chosen.to = chosen.to or own
    if chosen is not None and not chosen.to:
        # What they tell was done to themselves.
        chosen.to = tuple(p for p in chosen.by if _own_case(p, others, facts))
    if chosen is not None and not chosen.to and not chosen.noun and (not others or _by_relatives(chosen, facts)):
        concerned = (Party("person", i) for i, person in enumerate(facts.persons) if person.role == "target")
        chosen.to = tuple(p for p in concerned if p not in chosen.by)
        chosen.inferred = bool(chosen.to)
    return chosen


def _speaks_for(party: Party, c: Candidate, facts: EntryFacts) -> bool:
    return not c.claimed and party.kind == "person" and facts.persons[party.index].office is not None


def _by_relatives(c: Candidate, facts: EntryFacts) -> bool:
    return bool(c.by) and all(p.kind == "person" and facts.persons[p.index].role == "relative" for p in c.by)


def _own_case(party: Party, others: list[Candidate], facts: EntryFacts) -> bool:
    if party.kind != "person" or facts.persons[party.index].role in _SPOKESPERSONS:
        return False
    return any(party in o.to for o in others)


def _beside(statements: list[Candidate], others: list[Candidate], facts: EntryFacts) -> Candidate | None:
    """The statement that is news beside other acts: they only stand in it, or the entry begins with it."""
    told = [c for c in statements if not c.claimed and not c.trigger.quoted and not c.background]
    if all(o.background for o in others) and any(c.by for c in told):
        return next(c for c in told if c.by)
    if all(o.claimed or o.noun for o in others):
        # Who tells what was done to themselves is the source of it.
        harmed = {p for o in others for p in o.to}
        public = [c for c in told if any(_public(p, facts) and p not in harmed for p in c.by)]
        quoted = [c for c in told if c.by and _quotation_first(facts) and not c.noun and not _by_lawyer(c, facts)]
        protest = any(o.type == "protest" for o in others)
        strong = [c for c in told if c.frame.words.news and not c.noun and not protest and (c.by or c.sentence == 0)]
        return next(iter([*public, *quoted, *strong]), None)
    civic = [c for c in told if c.frame.words.news and c.by and not c.noun and all(_civic(p, facts) for p in c.by)]
    if civic and not any(o.type == "statement" for o in others):
        return civic[0]
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


def _civic(party: Party, facts: EntryFacts) -> bool:
    """Whether it is a body that speaks up for others: a coalition, an association, an international organisation."""
    return party.kind == "body" and facts.bodies[party.index].type in _CIVIC


def _public(party: Party, facts: EntryFacts) -> bool:
    """Whether it is a body or an official: their speaking is news beside what they tell."""
    return party.kind == "body" or facts.persons[party.index].role in VOICES
