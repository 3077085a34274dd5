"""Whether a predicate is asserted: told as a fact, or denied, wanted, planned, feared, attempted or conditional.

The cues are data (``assertion.yaml``) in the ConText form: a category with a direction and a scope.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ingest.extract.acts.lexicon.assertion import Category, Cues, Hint
from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.clauses import Sentence
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.verb import Verb

_UNREAL: frozenset[Category] = frozenset(
    {"wanted", "planned", "feared", "conditional", "modal", "purpose", "attempted", "prevented"}
)
_NEVER_DONE: frozenset[Category] = frozenset({"wanted", "feared", "conditional"})
# How many tokens a cue reaches: from a noun before another noun, and from a word beside a verb.
_NOUN_REACH = 4
_BESIDE_REACH = 8
# How many tokens before a noun its preposition is looked for.
_PREPOSITION_REACH = 3
# How many infinitives and gerunds may hang on one another.
_LONGEST_CHAIN = 5

# The words that marks are made of. They are features of the news model: train it again after changing them.
_SUBORDINATING = frozenset({
    "after", "before", "when", "while", "as", "since", "because", "until", "although", "where",
})  # fmt: skip
# "Asked why they were detaining X": a question about what happens, and no wish.
_ASKED_OF_A_FACT = frozenset({"how", "when", "where", "why"})
_BEFORE_GERUND = frozenset({"for", "of", "after", "by", "without", ",", "before", "while"})
_PRESENT = frozenset({"is", "are", "has", "have"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their", "this", "its"})
_BEFORE_NOUN = frozenset({
    "for", "on", "about", "of", "against", "after", "before", "during", "with", "in", "at", "over", "to", "from",
    "because", "under", "by",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Assertion:
    """How a predicate stands to what happened.

    ``marks`` are further features of its clause for the news model; ``claimed``: it is somebody's words. ``cue`` is the
    word that says so, empty where none does.
    """

    category: Category
    marks: tuple[str, ...] = ()
    claimed: bool = False
    cue: str = ""


@dataclass(frozen=True, slots=True)
class _Cued:
    """A category and the word that says so."""

    category: Category
    cue: str = ""


def is_real(assertion: Assertion, framed: bool) -> bool:
    """Whether what is told may have happened: not only wanted, planned, feared or thinkable.

    ``framed``: a frame fits as well; frames know plans and permissions that are news ("will spend two years in …").
    """
    return assertion.category not in (_NEVER_DONE if framed else _UNREAL)


def assert_verb(verb: Verb, sentence: Sentence, lexicon: Lexicon, cues: Cues) -> Assertion:
    """How a verb stands."""
    main = _find_main(verb)
    cued = _read_category(verb, main, sentence, cues)
    category, cue = cued.category, cued.cue
    hints = list(_read_beside(verb, main, sentence, cues))
    claimed = sentence.tokens[verb.head].quoted or "claimed" in hints
    speech = _find_speech(main, sentence, lexicon)
    order = find_order(verb, main, sentence, cues)
    if order is not None:
        category, cue = "decided", sentence.tokens[order.head].word
    elif speech is not None:
        asked = _opening(main, sentence) in _ASKED_OF_A_FACT
        under, reported = (category, True) if asked else _read_under(speech, category, cues)
        if reported or under != category:
            cue = cue or sentence.tokens[speech.head].word
        category, claimed = under, claimed or reported
    marks = (*(hint for hint in hints if hint != "claimed"), *_mark_verb(verb, main, sentence))
    return Assertion(category, tuple(dict.fromkeys(marks)), claimed, cue)


def assert_noun(k: int, sentence: Sentence, lexicon: Lexicon, cues: Cues) -> Assertion:
    """How the noun at ``k`` stands: what is before it, and whether it hangs on a verb of speech."""
    tokens = sentence.tokens
    category: Category = "asserted"
    cue = ""
    for token in tokens[max(0, k - _NOUN_REACH) : k]:
        if (found := cues.nouns.get(token.word)) is not None:
            category, cue = found, token.word
    governor = next((v for v in reversed(sentence.verbs) if v.head < k and v.form == "finite"), None)
    reported = governor is not None and governor.lemma in lexicon.claims
    marks = ["noun", *_mark_behind(tokens, k)]
    if governor is None:
        marks.append("first")
    if tokens[k].quoted:
        marks.append("quoted")
    if reported and governor is not None:
        cue = cue or tokens[governor.head].word
    return Assertion(category, tuple(marks), tokens[k].quoted or reported, cue)


def find_order(verb: Verb, main: Verb, sentence: Sentence, cues: Cues) -> Verb | None:
    """`Ordered` of `the court ordered that X be held`: the verb by which somebody decided what the clause tells."""
    if not verb.passive or _helpers(verb, sentence)[:1] != ["be"] or _opening(main, sentence) != "that":
        return None
    before = (v for v in reversed(sentence.verbs) if v.head < main.boundary and v.form == "finite")
    above = next(before, None)
    if above is None or above.negated or above.modal or above.head + 1 != main.boundary:
        return None
    return above if cues.governors.get(above.lemma) in ("caused", "decided") else None


def _find_main(verb: Verb) -> Verb:
    """The finite verb that an infinitive or gerund hangs on: ``tried`` of ``tried to detain``; else the verb itself."""
    for _ in range(_LONGEST_CHAIN):
        above = verb.governor or verb.coordinated
        if verb.form not in ("infinitive", "gerund") or above is None:
            return verb
        verb = above
    return verb


def _read_category(verb: Verb, main: Verb, sentence: Sentence, cues: Cues) -> _Cued:
    """What its governor, its helpers and the word that opens its clause say; the later of them wins."""
    cued = _Cued("asserted")
    if verb.form == "infinitive":
        before = _word_before(verb, sentence)
        of_noun = cues.nouns.get(before)
        cued = _Cued(of_noun, before) if of_noun is not None else _read_governor(verb, sentence, cues)
    helpers = _helpers(verb, sentence)
    if verb.passive and helpers[:1] == ["be"]:
        cued = _Cued("wanted", "be")  # "insists that X be released"
    for word in helpers:
        if cued.category == "asserted" and word in cues.helpers:
            cued = _Cued(cues.helpers[word], word)
    opening = "" if main.relative else _opening(main, sentence)
    return _Cued(cues.openers[opening], opening) if opening in cues.openers else cued


def _read_governor(verb: Verb, sentence: Sentence, cues: Cues) -> _Cued:
    """``Began to detain`` is asserted, ``did not begin to detain`` refused, ``could begin to detain`` planned."""
    governor = verb.governor
    if governor is None:
        return _Cued("purpose")
    word = sentence.tokens[governor.head].word
    going = cues.governors.get(word)  # "is going to appeal" is planned, "went to appeal" done
    category = going or cues.governors.get(governor.lemma, "purpose")
    if category in ("asserted", "caused"):
        if governor.negated:
            category = "refused"
        elif governor.modal or governor.form == "infinitive":
            category = "planned"
    return _Cued(category, word)


def _read_beside(verb: Verb, main: Verb, sentence: Sentence, cues: Cues) -> Iterator[Hint]:
    """``Was allegedly beaten``, ``had earlier been fined``: the hints of its clause, in the order of the text."""
    for k in range(max(main.boundary - 1, 0), main.after[1]):
        hint = cues.beside.get(sentence.tokens[k].word)
        if hint == "claimed" or (hint is not None and abs(k - verb.head) < _BESIDE_REACH):
            yield hint


def _find_speech(main: Verb, sentence: Sentence, lexicon: Lexicon) -> Verb | None:
    """``Said`` of ``said that X was beaten``: the last verb of speech before it, where that has the clause in it."""
    before = (other for other in reversed(sentence.verbs) if other.head < main.head and other is not main.coordinated)
    found = next((other for other in before if _claims(other, lexicon)), None)
    if found is None or main.boundary == found.head + 1:
        return found
    between = sentence.tokens[found.head + 1 : main.start]
    return found if any(t.quoted or t.word in ("that", ":", "“", "how") for t in between) else None


def _claims(verb: Verb, lexicon: Lexicon) -> bool:
    return verb.lemma in lexicon.claims and verb.form in ("finite", "gerund")


def _read_under(speech: Verb, category: Category, cues: Cues) -> tuple[Category, bool]:
    """What a verb of speech makes of its clause, and whether that is somebody's words.

    ``Denies that X was beaten`` is denied, ``fears that X will be beaten`` feared, ``says that X was beaten`` claimed.
    """
    under = cues.governors.get(speech.lemma)
    if under == "denied" and not speech.negated:
        return under, False
    if under in ("wanted", "feared") and category == "asserted":
        return under, False
    return category, True


def _mark_verb(verb: Verb, main: Verb, sentence: Sentence) -> Iterator[str]:
    """The marks of the clause of a verb."""
    if sentence.tokens[verb.head].quoted:
        yield "quoted"
    if main.relative or verb.form in ("reduced", "adjective"):
        yield "relative"
    if main.pluperfect:
        yield "pluperfect"
    if _opening(main, sentence) in _SUBORDINATING:
        yield "subordinate"
    if verb.form == "gerund":
        before = _word_before(verb, sentence)
        yield f"gerund:{before}" if before in _BEFORE_GERUND else "gerund"
    if any(word in _PRESENT for word in _helpers(verb, sentence)[:1]):
        yield "present"


def _mark_behind(tokens: list[Token], k: int) -> Iterator[str]:
    """``After the detention``: the preposition before a noun, over its determiner, or that another word is there."""
    near = reversed(tokens[max(0, k - _PREPOSITION_REACH) : k])
    before = next((t for t in near if t.word not in _DETERMINERS), None)
    if before is not None and before.kind == "word":
        yield f"behind:{before.word}" if before.word in _BEFORE_NOUN else "behind:word"


def _opening(main: Verb, sentence: Sentence) -> str:
    """The word that opens the clause of a verb: ``after`` of ``After X was fined, …``."""
    return sentence.tokens[main.boundary].word if main.boundary < len(sentence.tokens) else ""


def _helpers(verb: Verb, sentence: Sentence) -> list[str]:
    """``May`` and ``be`` of ``may be detained``."""
    return [token.word for token in sentence.tokens[verb.start : verb.head]]


def _word_before(verb: Verb, sentence: Sentence) -> str:
    """``Attempt`` of ``an attempt to detain X``: the noun says how the infinitive stands."""
    return sentence.tokens[verb.start - 1].word if verb.start else ""
