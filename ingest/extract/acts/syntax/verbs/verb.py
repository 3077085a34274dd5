"""Which words of a sentence are verbs, in which voice and mood: auxiliaries and the words beside a verb tell it."""

from dataclasses import dataclass
from typing import NamedTuple

from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.lexicon.verb_forms import Form
from ingest.extract.acts.syntax.grammar import (
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODAL,
    NOT,
    NOUNS_IN_ING,
    PREPOSITIONS,
    SUBJECTING,
)
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.auxiliaries import (
    GOT,
    Occurrence,
    before_adverbs,
    find_helpers,
    is_within,
)
from ingest.extract.acts.syntax.verbs.participles import read_past
from ingest.extract.acts.syntax.verbs.present import is_finite_base, is_noun_base, is_third_person

_AUXILIARIES = BE | HAVE
_PASSIVE = BE | GOT
# Behind these a verb stands in its base: "did not go", "to go".
_BEFORE_BASE = MODAL | DO | {"to"}


@dataclass(slots=True)
class Verb:
    """A verb of a sentence. ``subject`` and ``after`` are slices of the sentence's tokens (half-open).

    ``form`` is ``finite``, ``infinitive``, ``gerund``, ``reduced`` (detained in May) or ``adjective`` (the detained
    people). ``governor`` is the verb an infinitive hangs on.
    """

    start: int
    head: int
    lemma: str
    passive: bool
    form: str
    negated: bool = False
    modal: bool = False
    pluperfect: bool = False
    relative: bool = False
    governor: "Verb | None" = None
    subject: tuple[int, int] = (0, 0)
    coordinated: "Verb | None" = None
    after: tuple[int, int] = (0, 0)
    boundary: int = 0
    claimed: bool = False
    possessed: tuple[int, int] = (0, 0)
    caused: bool = False


class _Reading(NamedTuple):
    """Which form of its verb a word is, how the verb stands in its clause (``Verb.form``), whether it is passive."""

    word: Form
    form: str
    passive: bool


def verb_at(tokens: list[Token], i: int, lexicon: Lexicon) -> Verb | None:
    """The verb whose head is the word at ``i``, or ``None`` for a helper, a noun or a word that is no verb."""
    word = tokens[i].word
    if word in _AUXILIARIES:
        return _auxiliary(tokens, i, lexicon)
    readings = lexicon.forms.get(word)
    if readings is None:
        return None
    start, helpers = find_helpers(tokens, i)
    before = tokens[start - 1].word if start else ""
    forms = {form for _, form in readings}
    read = _read_helped(forms, helpers, before)
    if read is None:
        read = _read_alone(forms, Occurrence(tokens, start, i, readings[0][0], lexicon))
    if read is None or (helpers == ["to"] and before in SUBJECTING):
        return None  # "subjected to arrest": what somebody is subjected to is a noun
    lemma = next((verb for verb, form in readings if form == read.word), readings[0][0])
    negated, modal = not NOT.isdisjoint(helpers), not MODAL.isdisjoint(helpers)
    return Verb(start, i, lemma, read.passive, _form(read, helpers, before), negated, modal, "had" in helpers)


def _form(read: _Reading, helpers: list[str], before: str) -> str:
    """`To detain` is an infinitive, and `having served his term, he walked out` tells where somebody comes from."""
    if "to" in helpers:
        return "infinitive"
    return "gerund" if "having" in helpers and before != "after" else read.form


def _read_helped(forms: set[Form], helpers: list[str], before: str) -> _Reading | None:
    """How a verb is read that its helpers tell: `was detained`, `had fled`, `will go`."""
    participle = _read_participle(helpers, before) if "participle" in forms else None
    if participle is not None:
        return participle
    if "ing" in forms:
        return None if BE.isdisjoint(helpers) else _Reading("ing", "finite", False)
    if "base" in forms and not _BEFORE_BASE.isdisjoint(helpers):
        return _Reading("base", "finite", False)
    return None


def _read_participle(helpers: list[str], before: str) -> _Reading | None:
    if not _PASSIVE.isdisjoint(helpers):
        return _Reading("participle", _form_of_passive(helpers, before), True)
    return None if HAVE.isdisjoint(helpers) else _Reading("participle", "finite", False)


def _form_of_passive(helpers: list[str], before: str) -> str:
    """``without any protocols being drawn up``, ``while being questioned`` tell no act; ``after being beaten`` does."""
    undergoing = "being" in helpers and not any(h in BE for h in helpers if h != "being")
    return "gerund" if undergoing and before != "after" else "finite"


def _read_alone(forms: set[Form], verb: Occurrence) -> _Reading | None:
    """How a verb is read that no helper tells; ``None`` where the word is a noun."""
    if "ing" in forms:
        return None if _owned(verb.tokens, verb.start) else _Reading("ing", "gerund", False)
    if "participle" in forms:
        return _read_past(forms, verb)
    if "past" in forms:
        return _Reading("past", "finite", False)  # "came", "took" can only be finite
    if "s" in forms and is_third_person(verb):
        return _Reading("s", "finite", False)
    if "base" in forms and is_finite_base(verb) and not is_noun_base(verb):
        return _Reading("base", "finite", False)
    return None


def _read_past(forms: set[Form], verb: Occurrence) -> _Reading:
    """`Detained`, which may be finite; `taken`, which is not without a helper."""
    form, passive = read_past(verb)
    if "past" in forms:
        return _Reading("past", form, passive)
    return _Reading("participle", "reduced", True) if form == "finite" else _Reading("participle", form, passive)


def _owned(tokens: list[Token], j: int) -> bool:
    """`Its first hearing`, `the hearing`: a determiner or number before the word in -ing makes it a noun."""
    k = before_adverbs(tokens, j)
    if tokens[j].word in NOUNS_IN_ING and j and tokens[j - 1].kind == "word" and tokens[j - 1].word not in PREPOSITIONS:
        # "An official warning", "a burnt building".
        k = next((n for n in range(j, max(j - 4, 0), -1) if tokens[n - 1].word in DETERMINERS), k)
    determined = any(n and tokens[n - 1].word in DETERMINERS for n in (j, k))
    return determined or (j > 0 and tokens[j - 1].kind == "number")


def _auxiliary(tokens: list[Token], i: int, lexicon: Lexicon) -> Verb | None:
    """A form of ``be`` or ``have`` that helps no other verb is a verb of its own."""
    end = i + 1
    while end < len(tokens) and is_within(tokens, end):
        end += 1
    beside = {t.word for t in tokens[i + 1 : end]}
    if tokens[i].word == "having" or not _AUXILIARIES.isdisjoint(beside) or _is_helped(tokens, end, lexicon):
        return None
    start, helpers = find_helpers(tokens, i)
    lemma = "be" if tokens[i].word in BE else "have"
    negated = not NOT.isdisjoint(beside.union(helpers))
    return Verb(start, i, lemma, False, _form_of_auxiliary(tokens[i], helpers), negated, not MODAL.isdisjoint(helpers))


def _is_helped(tokens: list[Token], k: int, lexicon: Lexicon) -> bool:
    """`Was | detained`, `is | waiting`: whether the word at ``k`` is a form that takes an auxiliary."""
    if k >= len(tokens) or tokens[k].kind != "word":
        return False
    return any(form in ("participle", "ing") for _, form in lexicon.forms.get(tokens[k].word, ()))


def _form_of_auxiliary(token: Token, helpers: list[str]) -> str:
    if token.word == "being":
        return "gerund"
    return "infinitive" if "to" in helpers else "finite"
