"""The arguments of a noun: whose it is, whom a phrase before it names, and what the prepositions behind it govern."""

from ingest.extract.acts.arguments.parties import who_is
from ingest.extract.acts.arguments.phrases import kinds_of_all, read_governed, read_phrase
from ingest.extract.acts.arguments.values import Argument, Context, Slots
from ingest.extract.acts.syntax.bounds import phrase_end
from ingest.extract.acts.syntax.grammar import BE, DETERMINERS, HAVE, MARKERS, MODAL
from ingest.extract.acts.syntax.prepositions import preposition_at
from ingest.extract.acts.syntax.tokens import Token

_LONGEST_OWNER = 4
"""So many tokens before a noun may name whose it is."""
_ENDS_NOUN = BE | HAVE | MODAL | MARKERS
_BEFORE_NOUN = DETERMINERS | {"-", "—", "–", "administrative", ",", ":", "days", "of"}
_SEPARATES = frozenset({",", ":", "-", "—"})
_OPENS_LISTED = frozenset({";", ":", ".", "and", ","})


def read_noun(context: Context, start: int, end: int) -> Slots:
    """The arguments of the noun ``tokens[start:end]``: ``X's | arrest | by police``."""
    tokens = context.tokens
    finite = (v.start for v in context.sentence.verbs if v.start >= end and v.form == "finite")
    limit = next(finite, len(tokens))
    slots = Slots(clause=(start, limit))
    if start:
        owners = who_is(tokens, max(0, start - _LONGEST_OWNER), end, context.focus).owners
        if owners:
            slots.put("owner", Argument(start, end, kinds_of_all(context, owners), parties=owners))
    _put_before(context, start, slots)
    k = end
    while k < limit and (tokens[k].kind != "mark" or tokens[k].word in ("(", ")")):
        preposition = preposition_at(tokens, k, limit, context.lexicon)
        if preposition is None:
            if tokens[k].word in _ENDS_NOUN:
                break
            k += 1
            continue
        slot, begin = preposition
        k = max(phrase_end(tokens, begin, limit, context.stops), begin)
        slots.put(slot, read_governed(context, begin, k))
    return slots


def _put_before(context: Context, noun: int, slots: Slots) -> None:
    """`For X a warning`, `to Y, a fine`, `X: 15 days of arrest`: whom a phrase right before the noun names."""
    tokens = context.tokens
    start, end = _names_before(tokens, noun)
    if start == end:
        return
    before = tokens[start - 1].word if start else ";"
    if before in ("to", "for", "against"):
        slots.put(before, read_phrase(context, start, end))
    elif end < noun and tokens[end].word in _SEPARATES and before in _OPENS_LISTED:
        slots.put("for", read_phrase(context, start, end))


def _names_before(tokens: list[Token], noun: int) -> tuple[int, int]:
    """The slice of a list of people before a noun and what describes it; empty where nobody is named there."""
    end = noun
    while end and _describes_noun(tokens[end - 1]):
        end -= 1
    if not end or tokens[end - 1].kind != "person":
        return end, end
    start = end - 1
    while start and (tokens[start - 1].kind == "person" or tokens[start - 1].word in ("and", ",")):
        start -= 1
    return start, end


def _describes_noun(token: Token) -> bool:
    """`X: | 15 days of administrative | arrest`."""
    return token.kind in ("number", "law") or token.word in _BEFORE_NOUN


def is_ruled_out(context: Context, k: int) -> bool:
    """`The impossibility of holding | a rally`: whether a noun before ``k`` says that it does not happen."""
    tokens = context.tokens
    while k and (tokens[k - 1].word in DETERMINERS or tokens[k - 1].word.endswith("ing")):
        k -= 1
    if k < 2 or tokens[k - 1].word not in ("of", "to", "in", "on", "for"):
        return False
    return tokens[k - 2].word in context.lexicon.nouns.negating
