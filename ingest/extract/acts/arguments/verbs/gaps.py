"""People who have an object of a verb but no verb of their own: ``X got 15 days, Y a fine and Z a warning``."""

from ingest.extract.acts.arguments.heads import heads_of
from ingest.extract.acts.arguments.values import Context
from ingest.extract.acts.lexicon.nouns import Kinds
from ingest.extract.acts.syntax.bounds import phrase_end
from ingest.extract.acts.syntax.grammar import PREPOSITIONS
from ingest.extract.acts.syntax.verbs.verb import Verb
from ingest.facts import Party

# What people are given or refused.
_GIVEN: Kinds = frozenset({
    "arrest_term", "assembly", "ban", "custody", "fine", "house_arrest", "liberty_term", "prison_term", "psychiatry",
    "verdict", "warning",
})  # fmt: skip
_BEGINS_GIVEN = frozenset({
    "a", "an", "eight", "five", "four", "nine", "seven", "six", "ten", "three", "to", "two",
})  # fmt: skip
_JOINTS = frozenset({",", "and", ";", "for", "while"})
_LONGEST_DESCRIPTION = 3
"""So many words may stand between a joint and the name behind it."""


def gapped_persons(context: Context, verb: Verb) -> tuple[Party, ...]:
    """Who else was given something, up to the next verb that has a subject of its own."""
    tokens, verbs = context.tokens, context.sentence.verbs
    own = (v for v in verbs if v.head > verb.head and v.form == "finite" and v.coordinated is None and not v.relative)
    limit = next((v.boundary for v in own), len(tokens))
    names = (k for k in range(verb.head + 2, min(limit, len(tokens) - 1)) if tokens[k].kind == "person")
    given = (k for k in names if _follows_joint(context, k, verb.head) and _is_given(context, k, limit))
    return tuple(dict.fromkeys(Party("person", tokens[k].ref) for k in given))


def _follows_joint(context: Context, k: int, floor: int) -> bool:
    """`…, and teacher X | a fine`: whether a joint stands before the name at ``k`` and what describes it."""
    for j in range(k - 1, max(k - 2 - _LONGEST_DESCRIPTION, floor), -1):
        token = context.tokens[j]
        if token.word in _JOINTS:
            return True
        if token.kind != "word" or token.word in PREPOSITIONS:
            return False
    return False


def _is_given(context: Context, name: int, limit: int) -> bool:
    """`Y | a fine`, `Y, | 15 days`: whether something given stands right behind the name."""
    tokens = context.tokens
    k = name + 1
    if tokens[k].word == "," and k + 1 < len(tokens):
        k += 1
    if tokens[k].kind != "number" and tokens[k].word not in _BEGINS_GIVEN:
        return False
    begin = k + 1 if tokens[k].word == "to" else k
    return bool(heads_of(context, begin, phrase_end(tokens, k + 1, limit, context.stops))[0] & _GIVEN)
