"""Where a noun phrase ends: at a mark, a marker, a preposition other than "of", a provision or the next verb."""

from ingest.extract.acts.syntax.auxiliaries import is_adverb
from ingest.extract.acts.syntax.grammar import MARKERS, PREPOSITIONS
from ingest.extract.acts.syntax.tokens import Token

# Marks that may stand within a list of described people.
_INSIDE_LISTS = frozenset({",", "(", ")", "-", "“", "”", '"'})


def phrase_end(tokens: list[Token], start: int, limit: int, stops: frozenset[int]) -> int:
    """Where the noun phrase that begins at ``start`` ends; ``stops`` are the indices where verbs begin."""
    k = start
    while k < limit:
        token = tokens[k]
        if k in stops and k > start:
            break
        if token.kind == "mark" and token.word not in ("(", ")", "-"):
            goes_on = token.word == "," and (
                _list_goes_on(tokens, k, limit) or _names_follow(tokens, start, k, limit, stops)
            )
            if not goes_on:
                break
        elif (
            (token.word in MARKERS and token.word not in ("as",) and k > start)
            or (token.word in PREPOSITIONS and token.word != "of" and k > start)
            or (token.word == "and" and k + 1 in stops)
            or (token.kind == "law" and k > start)
        ):
            break
        k += 1
    return k


def _list_goes_on(tokens: list[Token], comma: int, limit: int) -> bool:
    left = tokens[comma - 1]
    k = comma + 1
    while k < limit and tokens[k].word in ("and", "as", "well", "the"):
        k += 1
    right = tokens[k] if k < limit else None
    return right is not None and left.kind == right.kind and left.kind in ("person", "body")


def _names_follow(tokens: list[Token], start: int, comma: int, limit: int, stops: frozenset[int]) -> bool:
    """`X, the head of a foundation, | lawyer Y`: whether a list of described people goes on behind the comma."""
    if not any(t.kind == "person" for t in tokens[start:comma]):
        return False
    governed = False
    for k in range(comma + 1, limit):
        token = tokens[k]
        if k in stops or token.kind == "law" or (token.kind == "word" and token.word in MARKERS):
            return False
        if token.kind == "mark" and token.word not in _INSIDE_LISTS:
            return False
        if token.kind == "person" and not governed:
            return True
        governed = token.word in PREPOSITIONS or (governed and token.word not in (",", "and"))
    return False


def skip_adverbs(tokens: list[Token], k: int, limit: int) -> int:
    """The index of the first token from ``k`` on that is no adverb."""
    while k < limit and is_adverb(tokens[k]):
        k += 1
    return k
