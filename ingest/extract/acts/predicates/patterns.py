"""Which patterns of its class fit a predicate: all that fit are ranked, the best is taken and the next is kept."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.extract.acts.arguments.slots import Argument, Slots
from ingest.extract.acts.lexicon.predicates import Condition, Pattern, PatternWords
from ingest.extract.acts.predicates.context import Context
from ingest.extract.acts.syntax.verbs.verb import Verb

# What somebody says begins here: "answered that …", "answered: …".
_OPENS_TOLD = frozenset({"that", ":"})


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that fits, and the arguments that made it fit; ``score`` is its rank and how many conditions it has."""

    pattern: Pattern
    score: tuple[int, int]
    used: tuple[Argument, ...]


def match_patterns(
    patterns: Iterable[Pattern], slots: Slots, negated: bool, verb: Verb | None, context: Context
) -> list[Match]:
    """The patterns that fit, the best first; none where the best is ``void``. ``verb`` is ``None`` for a noun."""
    following = _following(slots, context)
    found = []
    for pattern in patterns:
        words = pattern.words
        if (
            not pattern.needs <= slots.arguments.keys()
            or not _suits_word(pattern, verb)
            or not _suits_negation(words, negated)
        ):
            continue
        if not _suits_following(words, following) or not _suits_near(words, slots, verb, context):
            continue
        if not _suits_told(words, verb, context):
            continue
        used = _arguments_that_fit(pattern, slots)
        if used is not None:
            found.append(Match(pattern, (words.rank, _count_conditions(pattern)), used))
    ranked = sorted(found, key=lambda match: match.score, reverse=True)
    return [] if ranked and ranked[0].pattern.words.void else ranked


def _following(slots: Slots, context: Context) -> frozenset[str]:
    """The verb that completes the predicate and its classes: ``extradite`` of ``refused to extradite X``."""
    if slots.comp is None:
        return frozenset()
    return context.lexicon.classes.of_verb.get(slots.comp.lemma, frozenset()) | {slots.comp.lemma}


def _suits_word(pattern: Pattern, verb: Verb | None) -> bool:
    """A noun takes the patterns of nouns and those with conditions; a verb takes the others, in their voice."""
    words = pattern.words
    if verb is None:
        return words.noun or bool(pattern.when)
    if words.noun:
        return False
    return words.voice is None or (words.voice == "passive") == verb.passive


def _suits_negation(words: PatternWords, negated: bool) -> bool:
    """``Did not admit X`` fits a negated pattern only; verbs of speech fit either way."""
    return words.speech or words.negated in ("any", negated)


def _suits_following(words: PatternWords, following: frozenset[str]) -> bool:
    """``Refused to extradite X`` fits ``comp: [extradite]``."""
    return not words.comp or not following.isdisjoint(words.comp)


def _suits_near(words: PatternWords, slots: Slots, verb: Verb | None, context: Context) -> bool:
    """``Was not let into the courtroom`` fits ``near: [courtroom]``: one of the words is in the clause."""
    if not words.near:
        return True
    start, end = slots.clause
    if verb is not None:
        start = min(verb.start, start)
    return any(token.word in words.near for token in context.tokens[start:end])


def _suits_told(words: PatternWords, verb: Verb | None, context: Context) -> bool:
    """``Answered X that the park is under repair`` fits ``told: [[park], [repair]]``: of each list a word is told."""
    if not words.told:
        return True
    if verb is None:
        return False
    tokens = context.tokens
    opened = next((k for k in range(verb.head, len(tokens)) if tokens[k].word in _OPENS_TOLD), len(tokens))
    said = {token.word for token in tokens[opened:]}
    return all(not said.isdisjoint(alternatives) for alternatives in words.told)


def _count_conditions(pattern: Pattern) -> int:
    words = pattern.words
    return len(pattern.when) + sum(map(bool, (words.comp, words.near, words.told, words.voice)))


def _arguments_that_fit(pattern: Pattern, slots: Slots) -> tuple[Argument, ...] | None:
    """The arguments that meet the conditions of a pattern; ``None`` where one is not met, or one of ``unless`` is."""
    met: list[Argument] = []
    for condition in pattern.when:
        argument = _find_argument(condition, slots)
        if argument is None:
            return None
        met.append(argument)
    for condition in pattern.unless:
        if _find_argument(condition, slots) is not None:
            return None
    return tuple(met)


def _find_argument(condition: Condition, slots: Slots) -> Argument | None:
    """The first argument that meets a condition."""
    if condition.slot == "any":
        every = (argument for found in slots.arguments.values() for argument in found)
        return next((argument for argument in every if _meets(argument, condition)), None)
    meets = _governs if condition.governed else _meets
    for argument in slots.arguments.get(condition.slot, ()):
        if meets(argument, condition):
            return argument
    return None


def _meets(argument: Argument, condition: Condition) -> bool:
    if condition.any:
        return True
    return not (argument.kinds.isdisjoint(condition.kinds) and argument.words.isdisjoint(condition.words))


def _governs(argument: Argument, condition: Condition) -> bool:
    """``The intake of food`` meets ``object.of: [food]``."""
    return not (argument.of_kinds.isdisjoint(condition.kinds) and argument.of_words.isdisjoint(condition.words))
