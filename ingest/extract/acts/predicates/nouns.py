"""Nouns that may tell an act: those of the classes, and the verbs that carry them (``a search was carried out``)."""

from ingest.extract.acts.arguments.slots import Slots
from ingest.extract.acts.lexicon.nouns import singular
from ingest.extract.acts.lexicon.predicates import Pattern
from ingest.extract.acts.predicates.assertion import Assertion, assert_noun, assert_verb
from ingest.extract.acts.predicates.candidates import Candidate, Predicate, make_candidate
from ingest.extract.acts.predicates.context import Context
from ingest.extract.acts.predicates.patterns import match_patterns
from ingest.extract.acts.syntax.grammar import PREPOSITIONS
from ingest.extract.acts.syntax.verbs.verb import Verb

# How many words a noun of the classes has at most.
_LONGEST_NOUN = 3


def find_noun(k: int, context: Context) -> tuple[tuple[Pattern, ...], int]:
    """The patterns of the longest noun of the classes that begins at ``k``, and of how many words it is."""
    classes, first = context.lexicon.classes, context.tokens[k].word
    if first not in classes.first_of_nouns and singular(first) not in classes.first_of_nouns:
        return (), 1
    nouns = classes.nouns
    for size in range(_LONGEST_NOUN, 0, -1):
        words = tuple(token.word for token in context.tokens[k : k + size])
        if len(words) < size:
            continue
        patterns = nouns.get(words) or nouns.get((*words[:-1], singular(words[-1])))
        if patterns:
            return patterns, size
    return (), 1


def read_noun(k: int, size: int, patterns: tuple[Pattern, ...], context: Context) -> Candidate | None:
    """The candidate of the noun at ``tokens[k : k + size]``: ``the detention of X``."""
    slots = context.arguments.of_noun(k, k + size)
    carrier = find_carrier(k, context)
    if carrier is not None:
        take_over(carrier, slots, context)
    matches = match_patterns(patterns, slots, False, None, context)
    if not matches:
        return None
    assertion, form = assert_carried(k, carrier, context)
    trigger = context.tokens[k]
    return make_candidate(Predicate(trigger, trigger.word, form, slots, assertion), matches, context)


def find_carrier(k: int, context: Context) -> Verb | None:
    """The verb that only says that what the noun at ``k`` names was done: ``a search was carried out``."""
    for verb in context.sentence.verbs:
        if verb.lemma not in context.lexicon.nouns.light or verb.form not in ("finite", "gerund", "infinitive"):
            continue
        start, end = _carried_span(verb, context)
        if start <= k < end and not any(t.word in PREPOSITIONS or t.word == "," for t in context.tokens[start:k]):
            return verb
    return None


def _carried_span(verb: Verb, context: Context) -> tuple[int, int]:
    """Where the noun that a verb carries stands: before ``was carried out`` and ``followed``, behind ``made``."""
    start, end = verb.subject
    carries_subject = verb.passive or verb.lemma in context.lexicon.nouns.occurring
    return (start, end) if carries_subject and start < end else context.object_span(verb)


def take_over(carrier: Verb, slots: Slots, context: Context) -> None:
    """Give a noun the arguments of the verb that carries it: who did it, to whom, where."""
    for slot, arguments in context.arguments.of_verb(carrier).arguments.items():
        if slot == "subject":
            if carrier.lemma not in context.lexicon.nouns.occurring:
                slots.arguments.setdefault("by", []).extend(arguments)
        elif slot not in ("object", "second"):
            slots.arguments.setdefault(slot, []).extend(arguments)


def assert_carried(k: int, carrier: Verb | None, context: Context) -> tuple[Assertion, str]:
    """How a noun is asserted, and its form: as the verb that carries it is, where there is one."""
    if carrier is None:
        return assert_noun(k, context.sentence, context.lexicon, context.cues), "noun"
    return assert_verb(carrier, context.sentence, context.lexicon, context.cues), f"{carrier.form}+light"
