"""Forms of the present without a helper, which may be nouns: ``the court releases``, ``activists demand``."""

from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.grammar import ARTICLES, DETERMINERS, MODAL, PREPOSITIONS
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.auxiliaries import Occurrence, before_adverbs, says_that

# Their form in -s is never a plural noun: "the administration of the colony puts pressure on him".
_NEVER_NOUNS = frozenset({
    "put", "give", "take", "keep", "hold", "refuse", "threaten", "forbid", "say", "tell", "deny", "send", "bring",
    "become", "begin", "continue", "remain", "consider", "believe", "write", "ask", "sue", "go", "come", "let",
    "make", "pay", "lose", "get", "receive", "accuse", "detain", "demand", "insist", "prohibit", "reject", "dismiss",
    "impose", "acquit", "annul", "confiscate", "deport", "deprive", "evict", "expel", "extend", "free", "interrogate",
    "overturn", "prolong", "seize", "starve", "uphold", "prosecute", "persecute", "serve", "suffer", "harass",
    "intimidate", "extradite", "complain",
})  # fmt: skip
_BEFORE_NOUN = PREPOSITIONS | DETERMINERS | MODAL
_SUBJECTS_OF_BASE = frozenset({"i", "we", "they", "you", "who"})
_SUBJECTS_OF_S = frozenset({"he", "she", "it", "who", "which"})


def is_third_person(verb: Occurrence) -> bool:
    """Whether a form in -s is a verb and no plural noun: ``the court releases``, but not ``the press releases``."""
    prior = verb.prior
    if prior is None:
        return False
    if _is_never_noun(verb, prior):
        return True
    if prior.kind in ("person", "body", "close") or prior.word in _SUBJECTS_OF_S:
        return not (verb.next_word == "of" and prior.kind == "body")
    if _is_said_by(verb, prior) or _is_done_by_authority(verb, prior):
        return True
    return prior.word in verb.lexicon.singular and prior.word != "person"


def _is_done_by_authority(verb: Occurrence, prior: Token) -> bool:
    """`Judge frees X`, `the court backs the verdict`, but not `court records`: an object follows at once."""
    if prior.word not in verb.lexicon.authority or verb.following is None:
        return False
    return verb.following.kind == "person" or verb.next_word in ARTICLES or verb.lexicon.means_people(verb.next_word)


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


def is_finite_base(verb: Occurrence) -> bool:
    """Behind a plural, over adverbs; what looks like a noun is a verb of speech where ``that`` follows."""
    k = before_adverbs(verb.tokens, verb.start)
    if not k:
        return False
    prior = verb.tokens[k - 1]
    if prior.word in _SUBJECTS_OF_BASE or _is_plural(prior, verb.lexicon) or _follows_two(verb, k):
        return True
    # "Relatives of X, who was …, claim that": the comma closes what came between.
    beside = prior.kind in ("body", "close") or prior.word == "," or prior.word.endswith("s")
    return beside and says_that(verb)


def _follows_two(verb: Occurrence, end: int) -> bool:
    """`X and Y | share a cell`: two names joined, and an object or preposition behind."""
    names = verb.tokens[end - 3 : end] if end > 2 else []
    joined = [t.kind == "person" or t.word == "and" for t in names] == [True] * 3 and names[1].word == "and"
    return joined and verb.next_word in ARTICLES | PREPOSITIONS


def _is_plural(token: Token, lexicon: Lexicon) -> bool:
    """`Activists | demand`, `police | deny`, `prosecutors | ask`."""
    if token.kind != "word":
        return False
    if token.word in lexicon.plural or token.word == "police":
        return True
    if token.word.endswith("men"):
        return True
    return token.word in lexicon.authority and token.word.endswith("s") and not token.word.endswith("ss")


def is_noun_base(verb: Occurrence) -> bool:
    """`All claim`, `release of`, `by police order`: a determiner, or what governs it or it governs, makes it a noun."""
    governed = verb.start > 1 and verb.tokens[verb.start - 2].word in ("by", "under")
    return governed or verb.prior_word in DETERMINERS or verb.next_word in ("of", "by")
