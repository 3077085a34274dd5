"""Where the clauses of a sentence begin and end, and which words are the subject of each verb.

No parser: the marks and words between verbs tell it. Each verb keeps the slice of tokens that holds its subject and the
slice up to the end of its clause. Cost is linear in the sentence.
"""

from dataclasses import dataclass, field

from ingest.analysis.document import Document
from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.grammar import ARTICLES, BE, MARKERS, PREPOSITIONS
from ingest.extract.acts.syntax.relatives import (
    STOPS,
    find_antecedent,
    is_relative,
    joins_names,
    subject_before_relative,
)
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.auxiliaries import is_adverb
from ingest.extract.acts.syntax.verbs.verb import Verb, verb_at
from ingest.extract.acts.syntax.verbs.voice import take_voice

# Longer than any sentence that people write; what looks back over a sentence stays cheap on text that is none.
_LONGEST_SENTENCE = 250


@dataclass(slots=True)
class Sentence:
    """The tokens of a sentence and its verbs, in order."""

    tokens: list[Token]
    verbs: list[Verb] = field(default_factory=list)


def split_tokens(tokens: list[Token], document: Document) -> list[list[Token]]:
    """The tokens sentence by sentence; what no sentence should be as long as is cut, so that its cost stays low."""
    sentences: dict[int, list[Token]] = {}
    for token in tokens:
        sentences.setdefault(document.sentence_number(token.start), []).append(token)
    return [
        sentence[first : first + _LONGEST_SENTENCE]
        for sentence in sentences.values()
        for first in range(0, len(sentence), _LONGEST_SENTENCE)
    ]


def read_sentence(tokens: list[Token], lexicon: Lexicon) -> Sentence:
    """Find the verbs of a sentence and give each its subject and its clause."""
    sentence = Sentence([t for t in tokens if t.kind not in ("open", "close")])
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.kind != "word" or token.slogan:
            continue
        verb = verb_at(tokens, i, lexicon)
        if verb is not None and not _is_judged(tokens, verb, sentence.verbs, lexicon):
            take_voice(tokens, verb, sentence.verbs, lexicon)
            sentence.verbs.append(verb)
    _bound(sentence)
    return sentence


def _is_judged(tokens: list[Token], verb: Verb, before: list[Verb], lexicon: Lexicon) -> bool:
    """`Considered the term | served`: whether the word only says what the object of the verb before is taken for."""
    words = lexicon.phrases.verbs
    if not before or before[-1].lemma not in words.judging or tokens[verb.head].word not in words.judged:
        return False
    between = tokens[before[-1].head + 1 : verb.start]
    return verb.start == verb.head and not any(t.kind == "mark" or t.word in MARKERS - {"as"} for t in between)


def _bound(sentence: Sentence) -> None:
    """Give every verb where its clause begins, its subject and what follows it."""
    tokens, verbs = sentence.tokens, sentence.verbs
    previous: Verb | None = None
    for k, verb in enumerate(verbs):
        earlier = verbs[k - 1] if k else None
        if verb.form == "infinitive" and earlier is not None:
            verb.governor = earlier
        if verb.form in ("finite",):
            verb.boundary = _boundary(tokens, previous.head + 1 if previous else 0, verb.start, previous is None)
            if verb.coordinated is None:
                _give_subject(tokens, verb, previous, verbs[:k])
            else:
                verb.subject, verb.relative = verb.coordinated.subject, verb.coordinated.relative
            verb.negated = verb.negated or _is_done_by_nobody(tokens, verb)
            previous = verb
        else:
            verb.boundary = verb.start
            verb.coordinated = earlier
    end = following = len(tokens)
    for verb in reversed(verbs):
        # "After torturing X he fled": the gerund within another verb's clause reaches up to that verb.
        verb.after = (verb.head + 1, max(end if end > verb.head else following, verb.head + 1))
        if verb.form == "finite":
            end, following = verb.boundary, verb.start


def _is_done_by_nobody(tokens: list[Token], verb: Verb) -> bool:
    """`So far nobody | was dismissed`, `no one | came`."""
    words = [t.word for t in tokens[max(verb.boundary, verb.start - 2) : verb.start]]
    return words[-1:] == ["nobody"] or words == ["no", "one"]


def _boundary(tokens: list[Token], low: int, high: int, first: bool) -> int:
    """The index after the last mark that opens the clause of the verb at ``high``."""
    k = high - 1
    comma = -1
    while k >= low:
        token = tokens[k]
        if token.kind == "mark" and token.word in STOPS:
            return k + 1
        if token.kind == "word" and token.word in MARKERS:
            if token.word in ("after", "before", "since", "until", "as") and comma >= 0:
                return comma + 1
            return k
        if comma < 0 and (token.word in (",", "and", "or")) and not joins_names(tokens, k):
            comma = k
        k -= 1
    if first:
        return low
    if comma >= 0:
        return comma + 1
    return high


def _main_verb(tokens: list[Token], low: int, previous: Verb, verbs: list[Verb]) -> Verb:
    """``The court found that X had beaten Y, and sent X to prison``: behind the comma the court goes on.

    So it does behind ``who`` and ``which``: ``Police stopped X, who had come to sing, and led her away``.
    """
    opened = tokens[previous.boundary].word
    if low < 2 or tokens[low - 2].word != "," or opened not in ("that", "who", "which", "whom"):
        return previous
    earlier = (v for v in reversed(verbs) if v.form == "finite" and v.head < previous.boundary)
    return next((v for v in earlier if tokens[v.boundary].word not in MARKERS - PREPOSITIONS), previous)


def _give_subject(tokens: list[Token], verb: Verb, previous: Verb | None, verbs: list[Verb]) -> None:
    """Write a finite verb's subject, and whether its clause is relative; ``verbs`` are those before it."""
    low, high = verb.boundary, verb.start
    if low < high and tokens[low].word in MARKERS:
        behind = _subject_at_marker(tokens, verb, previous)
        if behind is not None:
            verb.subject = behind
            return
        low += 1
    if low < high:
        verb.subject = (low, high)
    elif previous is not None and low and tokens[low - 1].word in ("and", "or", "but"):
        _join(verb, _main_verb(tokens, low, previous, verbs))
    elif previous is not None and _goes_on(tokens, verb, previous):
        _join(verb, previous)
    else:
        floor = _end_of_main(previous, verbs) if previous is not None else 0
        verb.subject = subject_before_relative(tokens, verb, previous, floor) or (0, min(high, verb.boundary))


def _end_of_main(previous: Verb, verbs: list[Verb]) -> int:
    """Where the last verb ends that is no part of the relative clause of ``previous``."""
    main = (v for v in reversed(verbs) if v.form == "finite" and v.head < previous.boundary and not v.relative)
    return next((v.head + 1 for v in main), 0)


def _join(verb: Verb, first: Verb) -> None:
    """Give a verb the subject of an earlier one."""
    verb.coordinated, verb.subject, verb.relative = first, first.subject, first.relative


def _goes_on(tokens: list[Token], verb: Verb, previous: Verb) -> bool:
    """`The court fined X, | locked up Y and let Z off`: behind the comma the same subject does more."""
    low = verb.boundary
    if low < 1 or tokens[low - 1].word != "," or verb.passive or previous.passive or previous.relative:
        return False
    between = tokens[previous.head + 1 : low - 1]
    plain = bool(between) and not any(t.kind == "mark" for t in between)
    same = tokens[previous.head].quoted == tokens[verb.head].quoted
    opened = tokens[previous.boundary].word
    return plain and same and opened not in MARKERS and previous.subject[0] < previous.subject[1]


def _subject_at_marker(tokens: list[Token], verb: Verb, previous: Verb | None) -> tuple[int, int] | None:
    """Where the subject stands before the marker that opens the clause, or ``None`` where it stands behind it."""
    low, high = verb.boundary, verb.start
    cleft = _is_cleft(tokens, low, previous)
    verb.relative = not cleft and is_relative(tokens, verb, previous)
    if cleft or _follows_pronoun(tokens, verb):
        return find_antecedent(tokens, low, previous.head + 1 if previous is not None else 0)
    if tokens[low].word == "who" and not verb.relative:
        return low, low  # "find out who beat X": nobody is named
    if _is_inserted(tokens, low, high):
        return previous.boundary if previous else 0, low
    return None


def _follows_pronoun(tokens: list[Token], verb: Verb) -> bool:
    """`X, who | then | sang`: whether only adverbs stand between a relative pronoun and its verb."""
    return verb.relative and all(is_adverb(t) for t in tokens[verb.boundary + 1 : verb.start])


def _is_cleft(tokens: list[Token], marker: int, previous: Verb | None) -> bool:
    """`It is the department that applied`: the news itself, only put so."""
    if marker < 3 or previous is None or previous.head != 1:
        return False
    return tokens[0].word == "it" and tokens[1].word in BE


def _is_inserted(tokens: list[Token], marker: int, verb: int) -> bool:
    """`X, while visiting Y, said`: the clause in between is not the subject of the verb behind its comma."""
    if not marker or tokens[verb - 1].word != ",":
        return False
    if tokens[marker].word == "as":
        return True
    first = tokens[marker + 1]
    nobody = marker + 1 < verb and first.kind == "word" and first.word not in ARTICLES
    return nobody and tokens[marker].word in ("while", "when", "after", "before")
