"""The names of an answer's columns, read from the query, for an engine that names them only where there are rows."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.stores.tokens import Token, is_a_name, tokens_of

_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_ENDINGS = frozenset({"ORDER", "SKIP", "OFFSET", "LIMIT", "UNION"})
_BEFORE_A_VALUE = frozenset({"AS", "RETURN", "DISTINCT", "BY"})
_LITERALS = frozenset({"NULL", "TRUE", "FALSE", "NAN", "INF", "INFINITY"})


def columns_of(cypher: str) -> tuple[str, ...]:
    """The columns of the query's last RETURN: the name after AS, otherwise the words as they are written.

    Empty if it returns ``*`` or nothing: what is in scope there only an engine can tell. Raises ``QueryRefused`` as
    ``tokens_of`` does.
    """
    items = list(_items(tokens_of(cypher)))
    if any(item[0].value == "*" for item in items):
        return ()
    return tuple(_name(item, cypher) for item in items)


def _items(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The items of the last RETURN outside all brackets, up to the next clause."""
    outside = [depth == 0 for depth in _depths(tokens)]
    start, end = _last_return(tokens, outside)
    commas = [i for i in range(start, end) if outside[i] and _is_sign(tokens[i], ",")]
    for before, after in pairwise([start - 1, *commas, end]):
        if before + 1 < after:
            yield tokens[before + 1 : after]


def _last_return(tokens: Sequence[Token], outside: Sequence[bool]) -> tuple[int, int]:
    """Where the items of the last RETURN outside all brackets begin and end."""
    words = [word if outside[i] else "" for i, word in enumerate(_keywords(tokens))]
    start = max((i for i, word in enumerate(words) if word == "RETURN"), default=len(tokens)) + 1
    if words[start : start + 1] == ["DISTINCT"]:
        start += 1
    ends = (i for i in range(start, len(tokens)) if words[i] in _ENDINGS or (outside[i] and tokens[i].value == ";"))
    return start, next(ends, len(tokens))


def _is_sign(token: Token, sign: str) -> bool:
    return token.kind == "sign" and token.value == sign


def _name(item: Sequence[Token], cypher: str) -> str:
    if len(item) > 2 and item[-2].keyword == "AS":
        return item[-1].name
    bare = item
    while len(bare) > 2 and (bare[0].value, bare[-1].value) == ("(", ")"):
        bare = bare[1:-1]
    if len(bare) == 1 and bare[0].name and bare[0].keyword not in _LITERALS:
        return bare[0].name
    return cypher[item[0].start : item[-1].start + len(item[-1].value)]


def _keywords(tokens: Sequence[Token]) -> list[str]:
    """Each token's keyword; empty if a word that is spelled like one can only be a name."""
    words: list[str] = []
    for i, token in enumerate(tokens):
        begins = i > 0 and (words[i - 1] in _BEFORE_A_VALUE or tokens[i - 1].value == ",")
        name = is_a_name(tokens, i) or (begins and token.keyword != "DISTINCT")
        words.append("" if name else token.keyword)
    return words


def _depths(tokens: Sequence[Token]) -> list[int]:
    """In how many brackets each token stands; a bracket itself stands outside its own."""
    depths, depth = [], 0
    for token in tokens:
        closes, opens = (token.kind == "sign" and token.value in signs for signs in (_CLOSING, _OPENING))
        depth -= closes
        depths.append(depth)
        depth += opens
    return depths
