"""Verbs that may tell an act: the patterns of their classes, and whether it is only planned or refused."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ingest.extract.acts.arguments.slots import Argument, Slots
from ingest.extract.acts.lexicon.predicates import Classes, Pattern, PatternWords
from ingest.extract.acts.predicates.assertion import Assertion, assert_verb, find_order
from ingest.extract.acts.predicates.candidates import Candidate, Predicate, make_candidate
from ingest.extract.acts.predicates.context import Context
from ingest.extract.acts.predicates.patterns import Match, match_patterns
from ingest.extract.acts.syntax.verbs.verb import Verb
from ingest.facts import Party
from ingest.vocabulary import FILINGS, PROFESSIONALS, VIOLENCE, ActType

# How many tokens behind a verb its particle may stand.
_PARTICLE_REACH = 6
# What somebody will have to do because it was decided.
_DUE: frozenset[ActType] = frozenset({"sentence", "remand", "summons"})
# One verb may tell these of several people, each with an object of their own.
_SHARED: frozenset[ActType] = frozenset({
    "sentence", "trial", "assembly_refusal", "remand", "appeal", "charge", "release",
})  # fmt: skip

# Somebody holds these, and refuses to.
_HELD: frozenset[ActType] = frozenset({"protest", "trial"})
# Before "with" these add people to whom it was done.
_COMPANY = frozenset({"along", "together"})


def read_verb(verb: Verb, context: Context, used: set[int]) -> Candidate | None:
    """The candidate of a verb. Adds the tokens of the things in its arguments to ``used``: they tell no other act."""
    patterns = _find_patterns(verb, context)
    if not patterns:
        return None
    slots = context.arguments.of_verb(verb)
    matches = match_patterns(patterns, slots, _is_negated(verb, slots, context), verb, context)
    if not matches:
        return None
    _mark_used(matches[0], used)
    words = matches[0].pattern.words
    assertion = assert_verb(verb, context.sentence, context.lexicon, context.cues)
    if _is_held_back(assertion, words):
        return None
    if _is_decided(assertion, words):
        assertion = replace(assertion, category="decided")
    trigger = context.tokens[verb.head]
    candidate = make_candidate(Predicate(trigger, verb.lemma, form_of(verb), slots, assertion), matches, context)
    _share_out(candidate, verb, context)
    _add_companions(candidate, verb, slots, context)
    candidate.by = candidate.by or _who_ordered(verb, context)
    return candidate


def _who_ordered(verb: Verb, context: Context) -> tuple[Party, ...]:
    """`The court ordered that X be held`, `decided to have X held`: the body that decided it."""
    order = find_order(verb, verb, context.sentence, context.cues)
    subject = context.arguments.of_verb(order).first("subject") if order is not None else None
    return tuple(p for p in subject.parties if p.kind == "body") if subject is not None else ()


def form_of(verb: Verb) -> str:
    """The form of a verb as the news model knows it: ``finite+passive``."""
    return f"{verb.form}+passive" if verb.passive else verb.form


def _find_patterns(verb: Verb, context: Context) -> tuple[Pattern, ...]:
    """The patterns of a verb, first those of the verb with its particle: ``pick up`` before ``pick``."""
    classes = context.lexicon.classes
    behind = [t.word for t in context.tokens[verb.head + 1 : verb.head + 1 + _PARTICLE_REACH]]
    names = [verb.lemma]
    for particle in classes.particles.get(verb.lemma, ()):
        if _has_particle(behind, particle):
            names.append(" ".join((verb.lemma, *particle)))
    return _patterns_of(classes, tuple(reversed(names)))


@cache
def _patterns_of(classes: Classes, names: tuple[str, ...]) -> tuple[Pattern, ...]:
    return tuple(dict.fromkeys(pattern for name in names for pattern in classes.verbs.get(name, ())))


def _has_particle(words: list[str], particle: tuple[str, ...]) -> bool:
    """Whether a particle stands among the words: ``up`` of ``picked X up``."""
    if particle[0] not in words:
        return False
    at = words.index(particle[0])
    return tuple(words[at : at + len(particle)]) == particle


def _is_negated(verb: Verb, slots: Slots, context: Context) -> bool:
    """``Did not permit``, ``permitted none of the rallies``, ``the impossibility of permitting the rally``."""
    if verb.negated or (verb.form == "gerund" and context.arguments.ruled_out(verb.start)):
        return True
    firsts = (slots.first(slot) for slot in ("object", "subject", "second"))
    return any(argument is not None and argument.negated for argument in firsts)


def _mark_used(match: Match, used: set[int]) -> None:
    """``Filed a complaint``: the complaint is told by the verb, and not once more by the noun."""
    for argument in match.used:
        if "person" not in argument.kinds:
            used.update(range(argument.start, argument.end))


def _is_held_back(assertion: Assertion, words: PatternWords) -> bool:
    """``Refused X to hold a rally``, ``refused to review the case``: nothing was held."""
    return assertion.category == "refused" and words.type in _HELD


def _is_decided(assertion: Assertion, words: PatternWords) -> bool:
    """``Will spend two months in custody``, ``is to appear before the investigator``: decided already."""
    ahead = assertion.category in ("planned", "modal")
    return ahead and words.type in _DUE and words.to[:1] == ("subject",)


def _share_out(candidate: Candidate, verb: Verb, context: Context) -> None:
    """``X got 15 days, Y a fine``: add those who have an object of their own and no verb."""
    if candidate.type in _SHARED and candidate.to and candidate.direct:
        further = (p for p in context.arguments.gapped(verb) if p not in candidate.by)
        candidate.to = tuple(dict.fromkeys((*candidate.to, *further)))


def _add_companions(candidate: Candidate, verb: Verb, slots: Slots, context: Context) -> None:
    """``Took X away together with her son Y``: it was done to Y too."""
    if not candidate.direct or candidate.type in FILINGS or _may_be_doers(candidate, verb, slots):
        return
    further = (p for p in _company(slots, context) if p not in candidate.by)
    candidate.to = tuple(dict.fromkeys((*candidate.to, *further)))


def _may_be_doers(candidate: Candidate, verb: Verb, slots: Slots) -> bool:
    """``X was beaten by a guard together with Y``: Y may have beaten X."""
    return candidate.type in VIOLENCE and verb.passive and slots.first("subject") is not None


def _company(slots: Slots, context: Context) -> Iterator[Party]:
    """The persons behind ``together with``; not so the lawyer with whom X came."""
    persons = context.facts.persons
    for argument in slots.arguments.get("with", ()):
        if _is_company(argument, context):
            named = (p for p in argument.parties if p.kind == "person")
            yield from (p for p in named if persons[p.index].role not in PROFESSIONALS)


def _is_company(argument: Argument, context: Context) -> bool:
    before = [t.word for t in context.tokens[max(argument.start - 2, 0) : argument.start + 1]]
    return "with" in before and not _COMPANY.isdisjoint(before[: before.index("with")])
