"""Lists that name people behind what was done to them: ``Among the detained were X and Y``."""

from collections.abc import Iterator
from dataclasses import replace

from ingest.extract.acts.arguments.slots import Slots
from ingest.extract.acts.predicates.assertion import assert_verb
from ingest.extract.acts.predicates.candidates import Candidate, Predicate, make_candidate
from ingest.extract.acts.predicates.context import Context
from ingest.extract.acts.predicates.patterns import match_patterns
from ingest.extract.acts.syntax.verbs.verb import Verb
from ingest.facts import Party

# What opens a list; closed words of grammar.
_OPENERS = ("among", "including")
_PARTICIPLES = ("adjective", "reduced", "finite")
_OPENING_PHRASES = (*((word,) for word in _OPENERS), ("in", "their", "number"))


def read_list(verb: Verb, context: Context) -> Candidate | None:
    """``Among the detained were X and Y``: the participle tells what was done to those who are named behind."""
    participle = _find_participle(verb, context)
    if participle is None:
        return None
    slots = Slots(clause=(verb.boundary, verb.after[1]))
    slots.put("object", context.arguments.phrase(*context.object_span(verb)))
    passive = Verb(verb.start, verb.head, participle, True, "finite", after=verb.after, boundary=verb.boundary)
    matches = match_patterns(context.lexicon.classes.verbs[participle], slots, False, passive, context)
    if not matches:
        return None
    assertion = assert_verb(verb, context.sentence, context.lexicon, context.cues)
    predicate = Predicate(context.tokens[verb.head], verb.lemma, "finite+presented", slots, assertion)
    return make_candidate(predicate, matches, context)


def read_members(context: Context) -> list[Candidate]:
    """``Among them were X and Y``: what was told before of people who were only counted was done to them."""
    verb = next((v for v in context.sentence.verbs if v.form == "finite"), None)
    if verb is None or verb.lemma != "be" or not _opens_list(context):
        return []
    members = _name_members(verb, context)
    return [_tell_of_members(told, members, verb, context) for told in context.focus.told] if members else []


def _find_participle(verb: Verb, context: Context) -> str | None:
    """``Detain`` of ``among the detained were …``: the first verb of the classes in the subject of a list."""
    start, end = verb.subject
    if verb.lemma != "be" or start >= end or context.tokens[start].word not in _OPENERS:
        return None
    inner = (v.lemma for v in context.sentence.verbs if start < v.head < end and v.form in _PARTICIPLES)
    known = context.lexicon.classes.verbs
    return next((lemma for lemma in (*inner, *_participles_in(start, end, context)) if lemma in known), None)


def _participles_in(start: int, end: int, context: Context) -> Iterator[str]:
    """The verbs whose participle a word of the slice may be, whether or not it was read as a verb."""
    for token in context.tokens[start:end]:
        yield from (lemma for lemma, form in context.lexicon.forms.get(token.word, ()) if form == "participle")


def _opens_list(context: Context) -> bool:
    words = tuple(token.word for token in context.tokens[:3])
    return any(words[: len(phrase)] == phrase for phrase in _OPENING_PHRASES)


def _name_members(verb: Verb, context: Context) -> tuple[Party, ...]:
    """The persons behind the verb of a list."""
    members = context.arguments.phrase(*context.object_span(verb))
    return tuple(p for p in members.parties if p.kind == "person") if members is not None else ()


def _tell_of_members(told: Candidate, members: tuple[Party, ...], verb: Verb, context: Context) -> Candidate:
    """What was told of the counted, told of those who are named now; a protest is theirs."""
    named = replace(
        told,
        trigger=context.tokens[verb.head],
        sentence=context.number,
        clause=(verb.boundary, verb.after[1]),
        direct=True,
        count=None,
    )
    if told.type == "protest":
        named.by = members
    else:
        named.to = members
    return named
