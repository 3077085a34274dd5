"""Where a noun phrase ends: at a mark, a marker, a preposition other than "of", a provision or the next verb."""

from ingest.extract.acts.syntax.grammar import MARKERS, PREPOSITIONS
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.auxiliaries import is_adverb

# Marks that may stand within a list of described people.
_INSIDE_LISTS = frozenset({",", "(", ")", "-", "“", "”", '"'})
_INSIDE_PHRASES = frozenset({"(", ")", "-"})
# Behind these another phrase begins.
_BEGINS_PHRASE = (MARKERS - {"as"}) | (PREPOSITIONS - {"of"})


def phrase_end(tokens: list[Token], start: int, limit: int, stops: frozenset[int]) -> int:
    """Where the noun phrase that begins at ``start`` ends; ``stops`` are the indices where verbs begin."""
    for k in range(start, limit):
        if k > start and (k in stops or tokens[k].word in _BEGINS_PHRASE or tokens[k].kind == "law"):
            return k
        if tokens[k].word == "and" and k + 1 in stops:
            return k
        if tokens[k].kind == "mark" and not _goes_on_behind_mark(tokens, start, k, limit, stops):
            return k
    return max(start, limit)


def _goes_on_behind_mark(tokens: list[Token], start: int, mark: int, limit: int, stops: frozenset[int]) -> bool:
    """Whether a mark stands inside a phrase: a bracket, or a comma behind which a list goes on."""
    if tokens[mark].word in _INSIDE_PHRASES:
        return True
    if tokens[mark].word != ",":
        return False
    return _list_goes_on(tokens, mark, limit) or _names_follow(tokens, start, mark, limit, stops)


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
        if k in stops or _ends_list(token):
            return False
        if token.kind == "person" and not governed:
            return True
        governed = token.word in PREPOSITIONS or (governed and token.word not in (",", "and"))
    return False


def _ends_list(token: Token) -> bool:
    """Whether no list of people goes on over the token: a provision, a mark such as ``;``, a word such as ``who``."""
    if token.kind == "mark":
        return token.word not in _INSIDE_LISTS
    return token.kind == "law" or (token.kind == "word" and token.word in MARKERS)


def skip_adverbs(tokens: list[Token], k: int, limit: int) -> int:
    """The index of the first token from ``k`` on that is no adverb."""
    while k < limit and is_adverb(tokens[k]):
        k += 1
    return k
