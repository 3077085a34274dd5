"""Which words of a sentence are verbs, in which voice and mood: auxiliaries and the words beside a verb tell it."""

from dataclasses import dataclass
from typing import NamedTuple

from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.lexicon.verb_forms import Form
from ingest.extract.acts.syntax.auxiliaries import (
    GOT,
    Occurrence,
    before_adverbs,
    find_helpers,
    is_within,
    says_that,
)
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
from ingest.extract.acts.syntax.participles import read_past
from ingest.extract.acts.syntax.tokens import Token

# Their form in -s is never a plural noun: "the administration of the colony puts pressure on him".
_NEVER_NOUNS = frozenset({
    "put", "give", "take", "keep", "hold", "refuse", "threaten", "forbid", "say", "tell", "deny", "send", "bring",
    "become", "begin", "continue", "remain", "consider", "believe", "write", "ask", "sue", "go", "come", "let", "make",
    "pay", "lose", "get", "receive", "accuse", "detain", "demand", "insist", "prohibit", "reject", "dismiss", "impose",
    "prosecute", "persecute", "serve", "suffer", "harass", "intimidate", "extradite", "complain",
})  # fmt: skip
_AUXILIARIES = BE | HAVE
_PASSIVE = BE | GOT
# Behind these a verb stands in its base: "did not go", "to go".
_BEFORE_BASE = MODAL | DO | {"to"}
_BEFORE_NOUN = PREPOSITIONS | DETERMINERS | MODAL
_SUBJECTS_OF_BASE = frozenset({"i", "we", "they", "you", "who"})
_SUBJECTS_OF_S = frozenset({"he", "she", "it", "who", "which"})


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
    if "s" in forms and _third_person(verb):
        return _Reading("s", "finite", False)
    if "base" in forms and _base_is_finite(verb) and not _base_is_noun(verb):
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


def _third_person(verb: Occurrence) -> bool:
    """Whether a form in -s is a verb and no plural noun: ``the court releases``, but not ``the press releases``."""
    prior = verb.prior
    if prior is None:
        return False
    if _is_never_noun(verb, prior):
        return True
    if prior.kind in ("person", "body", "close") or prior.word in _SUBJECTS_OF_S:
        return not (verb.next_word == "of" and prior.kind == "body")
    return _is_said_by(verb, prior) or (prior.word in verb.lexicon.singular and prior.word != "person")


def _is_never_noun(verb: Occurrence, prior: Token) -> bool:
    """`The colony puts …`, `the head of the unit, X, threatens …`: a verb whose form in -s is no noun."""
    if verb.lemma not in _NEVER_NOUNS:
        return False
    if prior.word == ",":
        return verb.start > 1 and verb.tokens[verb.start - 2].kind in ("person", "body")
    return prior.kind == "word" and prior.word not in _BEFORE_NOUN


def _is_said_by(verb: Occurrence, prior: Token) -> bool:
    """`“…”, claims X`, `the police claim`: a verb of speech behind a mark or a noun for people."""
    if verb.lemma not in verb.lexicon.speech:
        return False
    return prior.kind == "mark" or prior.word in verb.lexicon.singular or prior.word in verb.lexicon.authority


def _base_is_finite(verb: Occurrence) -> bool:
    """Behind a plural, over adverbs; what looks like a noun is a verb of speech where ``that`` follows."""
    k = before_adverbs(verb.tokens, verb.start)
    if not k:
        return False
    prior = verb.tokens[k - 1]
    if prior.word in _SUBJECTS_OF_BASE or _is_plural(prior, verb.lexicon):
        return True
    # "Relatives of X, who was …, claim that": the comma closes what came between.
    beside = prior.kind in ("body", "close") or prior.word == "," or prior.word.endswith("s")
    return beside and says_that(verb)


def _is_plural(token: Token, lexicon: Lexicon) -> bool:
    """`Activists | demand`, `police | deny`, `prosecutors | ask`."""
    if token.kind != "word":
        return False
    if token.word in lexicon.plural or token.word == "police":
        return True
    return token.word in lexicon.authority and token.word.endswith(("s", "men")) and not token.word.endswith("ss")


def _base_is_noun(verb: Occurrence) -> bool:
    """`All claim`, `release of`, `by police order`: a determiner, or what governs it or it governs, makes it a noun."""
    governed = verb.start > 1 and verb.tokens[verb.start - 2].word in ("by", "under")
    return governed or verb.prior_word in DETERMINERS or verb.next_word in ("of", "by")


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
