"""Whom relative clauses are about: the words before ``who``, and the subject that goes on behind such a clause."""

from ingest.extract.acts.syntax.grammar import MARKERS, PREPOSITIONS
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.verb import Verb

STOPS = frozenset(";:—–")
_RELATIVE = frozenset({"who", "whom", "whose", "whereby", "which"})

# Behind these "who" asks: "to find out who had beaten X".
_ASKING = frozenset({
    "about", "ask", "asked", "clarify", "decide", "determine", "establish", "established", "explain", "identify",
    "know", "knows", "of", "out", "say", "tell", "understand",
})  # fmt: skip


def joins_names(tokens: list[Token], k: int) -> bool:
    """Whether the comma or ``and`` at ``k`` stands between two names of one list."""
    left = tokens[k - 1] if k else None
    right = tokens[k + 1] if k + 1 < len(tokens) else None
    if left is None or right is None:
        return False
    if right.word == "and" and k + 2 < len(tokens):
        right = tokens[k + 2]
    return (left.kind == "person" and right.kind == "person") or left.kind == right.kind == "body"


def is_relative(tokens: list[Token], verb: Verb, previous: Verb | None) -> bool:
    """`X, who had fled`: whether the word that opens the verb's clause ties it to what stands before it.

    Not so in ``detained X, after which they left``.
    """
    k = verb.boundary
    if tokens[k].word in _RELATIVE and k and tokens[k - 1].word in _ASKING:
        return False
    if tokens[k].word in _RELATIVE:
        return not (tokens[k].word == "which" and k > 0 and tokens[k - 1].word == "after")
    bare = tokens[k].word == "that" and verb.start == k + 1
    return bare and (previous is None or previous.head + 1 < k)


def subject_before_relative(
    tokens: list[Token], verb: Verb, previous: Verb | None, floor: int
) -> tuple[int, int] | None:
    """``The body of X, who awaited trial, was found``: the subject goes on behind what came between the commas.

    Without commas too: ``the officer who beat X was detained``. The verb before the relative clause ends at ``floor``.
    """
    if previous is None or not previous.relative or not verb.start:
        return None
    relative = _first_relative(previous)
    if tokens[verb.start - 1].word != "," and not _is_restrictive(tokens, relative, verb):
        return None
    end = start = _before_joint(tokens, relative.boundary)
    while start > min(floor, end) and not _bounds_subject(tokens, start - 1):
        start -= 1
    # An apposition is no subject: the name stands before it.
    return None if start == end or _is_behind_name(tokens, start) else (start, end)


def _is_restrictive(tokens: list[Token], relative: Verb, verb: Verb) -> bool:
    """`The officer | who beat X | was detained`: no mark stands between, and nobody beside who undergoes it."""
    opened = relative.boundary
    if not opened or tokens[opened - 1].kind == "mark" or tokens[opened - 1].named:
        return False
    return not any(t.kind == "mark" for t in tokens[opened : verb.start])


def _before_joint(tokens: list[Token], k: int) -> int:
    """`X | , with | whom`: where the commas and prepositions before ``k`` begin."""
    while k and (tokens[k - 1].word == "," or tokens[k - 1].word in PREPOSITIONS):
        k -= 1
    return k


def _first_relative(verb: Verb) -> Verb:
    """`X, who had fled and hidden`: the first of the verbs that are joined in a relative clause."""
    while verb.coordinated is not None and verb.coordinated.relative:
        verb = verb.coordinated
    return verb


def _bounds_subject(tokens: list[Token], k: int) -> bool:
    """Whether the token at ``k`` stands before the subject and does not belong to it."""
    token = tokens[k]
    if token.word in MARKERS or (token.kind == "mark" and token.word in STOPS):
        return True
    return token.word == "," and not joins_names(tokens, k)


def _is_behind_name(tokens: list[Token], k: int) -> bool:
    """`X, | a teacher`: whether a person's name and a comma stand before ``k``."""
    return k > 1 and tokens[k - 1].word == "," and tokens[k - 2].kind == "person"


def find_antecedent(tokens: list[Token], relative: int, floor: int) -> tuple[int, int]:
    """The words before the ``who`` at ``relative``: back to the verb, mark or preposition, over a list of names.

    ``floor`` is where the verb before it ends.
    """
    end = relative - 1 if relative and tokens[relative - 1].word == "," else relative
    named = end > 0 and tokens[end - 1].named
    start = end
    while start > min(floor, end) and not _bounds_antecedent(tokens, start - 1, named):
        start -= 1
    if not named and _is_behind_name(tokens, start):
        start -= 2
    holder = _office_holder(tokens, start, end, floor) if tokens[relative].word == "who" else None
    described = None if named else _described_as(tokens, start, end)
    return holder or described or (start, end)


def _bounds_antecedent(tokens: list[Token], k: int, named: bool) -> bool:
    """Whether the token at ``k`` stands before the antecedent; a preposition does where that ends with a name."""
    token = tokens[k]
    if (token.kind == "mark" or token.word == "and") and not joins_names(tokens, k):
        return True
    return token.word in MARKERS or (named and token.word in PREPOSITIONS)


def _office_holder(tokens: list[Token], start: int, end: int, floor: int) -> tuple[int, int] | None:
    """`X, deputy head of the Department, who threatened …`: X, because a body is no "who"."""
    if start < 2 or tokens[end - 1].kind != "body":
        return None
    comma = next((k for k in range(end - 1, max(floor, 1) - 1, -1) if tokens[k].word == ","), 0)
    return (comma - 1, comma) if comma and tokens[comma - 1].kind == "person" else None


def _described_as(tokens: list[Token], start: int, end: int) -> tuple[int, int] | None:
    """`Recognised X as the man who had hit him`: the man is X."""
    as_ = start if start < end and tokens[start].word == "as" else start - 1
    if as_ < 1 or tokens[as_].word != "as":
        return None
    name = as_ - 2 if tokens[as_ - 1].word == "," else as_ - 1
    return (name, name + 1) if name >= 0 and tokens[name].kind == "person" else None
