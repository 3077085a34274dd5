"""Acts of a type that the words of an entry tell together, and no pattern reads.

Such an act has no pattern, so nothing ties anybody to it yet: ``ties`` decides who stands in it.
"""

from collections.abc import Mapping, Sequence
from typing import get_args

from ingest.analysis.document import Document
from ingest.extract.acts.entry_types.features import word_stems
from ingest.extract.acts.entry_types.model import TypeRatings, find_telling_word
from ingest.extract.acts.lexicon.predicates import Pattern, PatternWords
from ingest.extract.acts.log_linear import LogLinear
from ingest.extract.acts.predicates.assertion import Assertion
from ingest.extract.acts.predicates.candidates import Candidate
from ingest.extract.acts.syntax.tokens import Token
from ingest.vocabulary import ActType

PREFIX = "words/"
"""How the ids of these acts begin, where others have their pattern's."""

ALONE = 0.65
"""How likely a type must be for an act of it to be told where no pattern reads one.

The F1 of cross-validation is as high from .5 to .7; what is told should be so.
"""

# An entry of fewer words tells too little to be judged by them together.
_FEWEST_WORDS = 15

_TYPES: tuple[ActType, ...] = get_args(ActType)


def find_by_words(
    document: Document, candidates: Sequence[Candidate], ratings: TypeRatings, models: Mapping[str, LogLinear]
) -> list[Candidate]:
    """An act for each type that the entry tells likely, and of which there is no candidate.

    Where it is a wrong that somebody did, it is only alleged: no pattern says how the words assert it.
    """
    if sum(1 for _ in word_stems(document)) < _FEWEST_WORDS:
        return []
    known = {c.type for c in candidates}
    found = []
    for type_ in _TYPES:
        likely = ratings.likely.get(type_, 0.0)
        if type_ in known or type_ == "other" or likely < ALONE:
            continue
        span = find_telling_word(document, models[type_])
        if span is not None:
            trigger = Token(span.start, span.end, document.text[span.start : span.end], "word")
            found.append(_candidate(type_, trigger, document.sentence_number(span.start)))
            found[-1].probability = likely
    return found


def _candidate(type_: ActType, trigger: Token, sentence: int) -> Candidate:
    pattern = Pattern(f"{PREFIX}{type_}", PatternWords(type=type_), (), (), frozenset())
    place = (trigger.start, trigger.end)
    told = Assertion("asserted", claimed=True)
    return Candidate(type_, pattern, None, None, trigger, sentence, told, "words", place, lemma=trigger.word)
