"""Where the clauses of a sentence begin and end, and which words are the subject of each verb.

No parser: the marks and words between verbs tell it. Each verb keeps the slice of tokens that holds its subject and the
slice up to the end of its clause. Cost is linear in the sentence.
"""

from dataclasses import dataclass, field

from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.auxiliaries import is_adverb
from ingest.extract.acts.syntax.grammar import BE, MARKERS, PREPOSITIONS
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs import Verb, verb_at
from ingest.extract.acts.syntax.voice import take_voice

_STOPS = frozenset(";:—–")


@dataclass(slots=True)
class Sentence:
    """The tokens of a sentence and its verbs, in order."""

    tokens: list[Token]
    verbs: list[Verb] = field(default_factory=list)


def read_sentence(tokens: list[Token], lexicon: Lexicon) -> Sentence:
    """Find the verbs of a sentence and give each its subject and its clause."""
    sentence = Sentence([t for t in tokens if t.kind not in ("open", "close")])
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.kind != "word" or token.slogan:
            continue
        verb = verb_at(tokens, i, lexicon)
        if verb is not None:
            take_voice(tokens, verb, sentence.verbs, lexicon)
            sentence.verbs.append(verb)
    _bound(sentence)
    return sentence


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
                _subject(tokens, verb, previous, verbs[:k])
            else:
                verb.subject, verb.relative = verb.coordinated.subject, verb.coordinated.relative
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


def _boundary(tokens: list[Token], low: int, high: int, first: bool) -> int:
    """The index after the last mark that opens the clause of the verb at ``high``."""
    k = high - 1
    comma = -1
    while k >= low:
        token = tokens[k]
        if token.kind == "mark" and token.word in _STOPS:
            return k + 1
        if token.kind == "word" and token.word in MARKERS:
            if token.word in ("after", "before", "since", "until", "as") and comma >= 0:
                return comma + 1
            return k
        if comma < 0 and (token.word in (",", "and", "or")) and not _list_joint(tokens, k):
            comma = k
        k -= 1
    if first:
        return low
    if comma >= 0:
        return comma + 1
    return high


def _list_joint(tokens: list[Token], k: int) -> bool:
    """Whether the comma or ``and`` at ``k`` stands between two names of one list."""
    left = tokens[k - 1] if k else None
    right = tokens[k + 1] if k + 1 < len(tokens) else None
    if left is None or right is None:
        return False
    if right.word == "and" and k + 2 < len(tokens):
        right = tokens[k + 2]
    return (left.kind == "person" and right.kind == "person") or left.kind == right.kind == "body"


def _main_verb(tokens: list[Token], low: int, previous: Verb, verbs: list[Verb]) -> Verb:
    """``The court found that X had beaten Y, and sent X to prison``: behind the comma the court goes on.

    So it does behind ``who`` and ``which``: ``Police stopped X, who had come to sing, and led her away``.
    """
    opened = tokens[previous.boundary].word
    if low < 2 or tokens[low - 2].word != "," or opened not in ("that", "who", "which", "whom"):
        return previous
    earlier = (v for v in reversed(verbs) if v.form == "finite" and v.head < previous.boundary)
    return next((v for v in earlier if tokens[v.boundary].word not in MARKERS - PREPOSITIONS), previous)


def _subject(tokens: list[Token], verb: Verb, previous: Verb | None, verbs: list[Verb]) -> None:
    low, high = verb.boundary, verb.start
    if low < high and tokens[low].word in MARKERS:
        after_which = low > 0 and tokens[low].word == "which" and tokens[low - 1].word == "after"
        verb.relative = (tokens[low].word in ("who", "whom", "whose", "which") and not after_which) or (
            tokens[low].word == "that" and high == low + 1 and (previous is None or previous.head + 1 < low)
        )
        if low > 2 and tokens[0].word == "it" and tokens[1].word in BE and previous is not None and previous.head == 1:
            # "It is the department that applied": the news itself, only put so.
            verb.relative, verb.subject = False, _antecedent(tokens, low, previous.head + 1)
            return
        if verb.relative and all(is_adverb(t) for t in tokens[low + 1 : high]):
            verb.subject = _antecedent(tokens, low, previous.head + 1 if previous is not None else 0)
            return
        nobody = low + 1 < high and tokens[low + 1].kind == "word" and tokens[low + 1].word not in ("a", "the", "an")
        if (
            tokens[low].word in ("while", "when", "as", "after", "before")
            and low
            and tokens[high - 1].word == ","
            and (nobody or tokens[low].word == "as")
        ):
            # "X, while visiting Y, said": the clause in between is not the subject.
            verb.subject = (previous.boundary if previous else 0, low)
            return
        low += 1
    if low >= high:
        if previous is not None and low and tokens[low - 1].word in ("and", "or", "but"):
            first = _main_verb(tokens, low, previous, verbs)
            verb.coordinated, verb.subject, verb.relative = first, first.subject, first.relative
            return
        resumed = _before_relative(tokens, verb, previous)
        verb.subject = resumed or (0, min(high, verb.boundary))
        return
    verb.subject = (low, high)


def _before_relative(tokens: list[Token], verb: Verb, previous: Verb | None) -> tuple[int, int] | None:
    """``The body of X, who awaited trial, was found``: the subject goes on behind what came between the commas."""
    if previous is None or not previous.relative or not verb.start or tokens[verb.start - 1].word != ",":
        return None
    while previous.coordinated is not None and previous.coordinated.relative:
        previous = previous.coordinated
    end = previous.boundary
    while end and (tokens[end - 1].word == "," or tokens[end - 1].word in PREPOSITIONS):
        end -= 1
    start = end
    while start and not (tokens[start - 1].kind == "mark" and tokens[start - 1].word in _STOPS):
        if tokens[start - 1].word in MARKERS or (tokens[start - 1].word == "," and not _list_joint(tokens, start - 1)):
            break
        start -= 1
    if start < end and tokens[start - 1].word == "," and start > 1 and tokens[start - 2].kind == "person":
        return None  # an apposition: the name stands before it
    return (start, end) if start < end else None


def _antecedent(tokens: list[Token], relative: int, floor: int) -> tuple[int, int]:
    """The words before ``who``: back to the verb, mark or preposition before them, over a list of names."""
    k = relative
    if k and tokens[k - 1].word == ",":
        k -= 1
    end = k
    named = k > 0 and tokens[k - 1].named
    while k > min(floor, end) and not (tokens[k - 1].kind == "mark" and not _list_joint(tokens, k - 1)):
        if (named and tokens[k - 1].word in PREPOSITIONS) or tokens[k - 1].word in MARKERS:
            break
        if tokens[k - 1].word == "and" and not _list_joint(tokens, k - 1):
            break
        k -= 1
    if not named and k > 1 and tokens[k - 1].word == "," and tokens[k - 2].kind == "person":
        k -= 2
    # "X, deputy head of the Department, who threatened …": a body is no "who".
    if k > 1 and tokens[relative].word == "who" and tokens[end - 1].kind == "body":
        comma = next((c for c in range(end - 1, max(floor, 1) - 1, -1) if tokens[c].word == ","), 0)
        if comma and tokens[comma - 1].kind == "person":
            return (comma - 1, comma)
    # "Recognized X as the man who had hit him": the man is X.
    as_ = k if k < end and tokens[k].word == "as" else k - 1
    before = as_ - 2 if as_ > 0 and tokens[as_ - 1].word == "," else as_ - 1
    if not named and as_ > 0 and tokens[as_].word == "as" and before >= 0 and tokens[before].kind == "person":
        return (before, before + 1)
    return (k, end)
