"""Prepositions of one word and of several: ``against X``, ``in respect of X``."""

from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.grammar import PREPOSITIONS
from ingest.extract.acts.syntax.tokens import Token


def compound_at(tokens: list[Token], k: int, limit: int, lexicon: Lexicon) -> tuple[str, int] | None:
    """The slot of a preposition of several words at ``k``, and where its phrase begins: ``in respect of X``."""
    for words, slot in lexicon.phrases.prepositions.get(tokens[k].word, ()):
        behind = k + len(words)
        if behind < limit and tuple(t.word for t in tokens[k:behind]) == words:
            return slot, behind
    return None


def preposition_at(
    tokens: list[Token], k: int, limit: int, lexicon: Lexicon, simple: frozenset[str] = PREPOSITIONS
) -> tuple[str, int] | None:
    """The slot of the preposition at ``k``, of one word of ``simple`` or of several, and where its phrase begins."""
    compound = compound_at(tokens, k, limit, lexicon)
    if compound is not None:
        return compound
    return (tokens[k].word, k + 1) if tokens[k].kind == "word" and tokens[k].word in simple else None
