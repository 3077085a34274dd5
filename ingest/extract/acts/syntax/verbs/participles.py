"""Past forms without a helper: finite (police detained X), cut short (X, detained in May) or an adjective."""

from collections.abc import Callable
from dataclasses import replace

from ingest.extract.acts.syntax.grammar import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    PARTICLES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIME_UNITS,
    TIMES,
)
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.auxiliaries import Occurrence, is_adverb, is_participle, says_that
from ingest.language.numbers import number_words

# Behind these a body is where somebody stands: "came before the court accused of theft".
_WHERE = frozenset({"in", "at", "before", "from", "to", "outside", "near", "into"})
# Before a number these say how exact it is: "police detained about fifteen people".
_ABOUT = frozenset({"about", "around", "over", "at"})
_WHEN = frozenset({"earlier", "overnight", "there", "today", "yesterday"})
_BEGINS_TIME = frozenset({"a", "last", "next", "one", "same", "that", "the", "this"})
# "About a dozen", "at least ten".
_BEGINS_NUMBER = frozenset({"a", "least"})
# "People accused of killing": behind a noun these tell which people.
_ACCUSING = frozenset({"accuse", "charge", "suspect", "convict"})
# "X, once accused of libel": behind a comma these tell who somebody is, and no news.
_BACK_THEN = frozenset({"once", "previously", "formerly", "twice", "repeatedly"})
# Done to things, and told of them as other verbs are of people: "a rally organised by X".
_DONE_TO_THINGS = frozenset({
    "announce", "declare", "file", "impose", "initiate", "issue", "organise", "organize", "sign", "stage", "submit",
})  # fmt: skip
_BEGINS_OBJECT = frozenset({"the", "a", "an", "his", "her", "their", "its", "him", "them"})
# Behind these a past form is that of a subject: "X and Y detained".
_SUBJECTS = (SUBJECT_PRONOUNS - {"people"}) | {"and", ",", "but", "or"}
_NOT_WHICH = SUBJECT_PRONOUNS | {"and", "who"}
# They stand for somebody by themselves: "all detained the man", "all detained people".
_ALONE = frozenset({"that", "all", "both", "each"})
_WITHOUT_OBJECT = PREPOSITIONS | CONJUNCTIONS
_NO_NOUN = PREPOSITIONS | DETERMINERS


def read_past(verb: Occurrence) -> tuple[str, bool]:
    """How a past form without a helper stands in its clause, and whether it is passive.

    The form is ``finite``, ``reduced`` (detained in May) or ``adjective`` (the detained people).
    """
    verb = replace(verb, start=_before_adverbs_of_time(verb))
    return next((reading for applies, reading in _READINGS if applies(verb)), ("finite", False))


def _before_adverbs_of_time(verb: Occurrence) -> int:
    start = verb.start
    while start and (is_adverb(verb.tokens[start - 1]) or verb.tokens[start - 1].word in _BACK_THEN):
        start -= 1
    return start


def _says_which(verb: Occurrence) -> bool:
    """`To release persecuted people`, `the detained man`: the form says which people."""
    prior = verb.prior
    if prior is None or verb.next_word in _BEGINS_OBJECT:
        return False  # "all five left the building"
    if _is_before_people(verb, prior):
        return True
    if says_that(verb) or not _opens_noun_phrase(prior):
        return False
    return prior.word not in _ALONE or (_noun_follows(verb) and verb.lemma in verb.lexicon.transitive)


def _is_before_people(verb: Occurrence, prior: Token) -> bool:
    """`Release | persecuted people`, but not `police detained people`, where a subject stands before the form."""
    if verb.next_word not in verb.lexicon.plural or prior.kind != "word":
        return False
    return prior.word not in _NOT_WHICH and not verb.lexicon.means_people(prior.word)


def _opens_noun_phrase(prior: Token) -> bool:
    """`The | detained`, `five | detained`, `for | detained`: whether a noun phrase begins with the form."""
    return prior.kind == "number" or prior.word in _NO_NOUN


def _noun_follows(verb: Occurrence) -> bool:
    following = verb.following
    return following is not None and following.kind == "word" and following.word not in PREPOSITIONS


def _tells_back_then(verb: Occurrence) -> bool:
    """`X, once accused of libel`: who somebody is."""
    return verb.prior_word == "," and any(t.word in _BACK_THEN for t in verb.tokens[verb.start : verb.head])


def _names_doer(verb: Occurrence) -> bool:
    """`People detained by the police`."""
    return verb.next_word == "by" and (verb.lemma in verb.lexicon.transitive or verb.lemma in _DONE_TO_THINGS)


def _opens_sentence(verb: Occurrence) -> bool:
    """`Brought to the station at night, X was fined`: what was done to the subject that follows the comma."""
    if verb.prior is not None or verb.lemma not in verb.lexicon.transitive | {"bring", "take"}:
        return False
    return _has_no_object(verb) and any(t.word == "," for t in verb.tokens[verb.head + 1 :])


def _has_no_subject(verb: Occurrence) -> bool:
    """`Activists detained in May`: nothing follows that it is done to, and nothing before it can be its subject."""
    accused = verb.lemma in _ACCUSING and verb.next_word in PREPOSITIONS
    done_to_people = accused or verb.lemma in verb.lexicon.transitive
    return done_to_people and _has_no_object(verb) and not _can_have_subject(verb)


def _has_no_object(verb: Occurrence) -> bool:
    """`Detained in May`, `picked up the day before`, but not `detained about fifteen people`."""
    tokens, k = verb.tokens, verb.head + 1
    if verb.next_word in PARTICLES - PREPOSITIONS and k + 1 < len(tokens):
        k += 1
    if k >= len(tokens):
        return False
    if tokens[k].kind == "mark" or _tells_when(tokens, k):
        return True
    if tokens[k].word not in _WITHOUT_OBJECT:
        return False
    return tokens[k].word not in _ABOUT or not _number_stands_at(tokens, k + 1)


def _tells_when(tokens: list[Token], k: int) -> bool:
    """`Detained | the day before`, `two weeks earlier`, `yesterday`: a time, and nobody it is done to."""
    if tokens[k].word in _WHEN:
        return True
    if tokens[k].word not in _BEGINS_TIME and not _number_stands_at(tokens, k):
        return False
    return any(t.word in TIME_UNITS | TIMES for t in tokens[k + 1 : k + 3])


def _number_stands_at(tokens: list[Token], k: int) -> bool:
    if k >= len(tokens):
        return False
    counted = tokens[k]
    return counted.kind == "number" or counted.word in number_words().words or counted.word in _BEGINS_NUMBER


def _can_have_subject(verb: Occurrence) -> bool:
    """Whether what stands before the form can be its subject: ``X``, ``they``, ``the court``."""
    prior = verb.prior
    if prior is None or prior.kind == "person" or prior.word in _SUBJECTS:
        return True
    if prior.kind == "body" and not _governed(verb):
        return True
    return verb.next_word == "and" and prior.word in verb.lexicon.authority


def _governed(verb: Occurrence) -> bool:
    """`Before the court | accused of theft`: whether a preposition of place governs what stands before the form."""
    return verb.start > 1 and verb.tokens[verb.start - 2].word in _WHERE


def _follows_comma(verb: Occurrence) -> bool:
    """`X, Article …, sentenced to 15 days`: the sanction that a header repeats, or the news."""
    behind = verb.prior_word == "," and verb.start > 1
    return behind and verb.lemma in verb.lexicon.transitive and _has_no_object(verb)


def _is_inserted(verb: Occurrence) -> bool:
    """`X, convicted of theft, went on hunger strike`: who X is."""
    return _follows_comma(verb) and _goes_on_behind_comma(verb)


def _goes_on_behind_comma(verb: Occurrence) -> bool:
    """Whether the verb of the sentence follows the comma that closes what the form begins."""
    tokens = verb.tokens
    comma = next((k for k in range(verb.head, len(tokens) - 1) if tokens[k].word == ","), None)
    if comma is None:
        return False
    word = tokens[comma + 1].word
    return word in BE or word in HAVE or any(form == "past" for _, form in verb.lexicon.forms.get(word, ()))


def _is_told_of_header(verb: Occurrence) -> bool:
    """`X, Article …, sentenced to 15 days`: what happened to the person of the header."""
    return _follows_comma(verb) and verb.tokens[verb.start - 2].kind in ("law", "person")


def _joins_adjective(verb: Occurrence) -> bool:
    """`Detained and beaten activists`: joined to a participle, with a noun behind it."""
    if verb.prior_word not in CONJUNCTIONS or verb.start < 2 or not _noun_follows(verb):
        return False
    return verb.next_word not in DETERMINERS and is_participle(verb.tokens[verb.start - 2], verb.lexicon)


# The first that applies says how the form is read; it is finite where none does.
_READINGS: tuple[tuple[Callable[[Occurrence], bool], tuple[str, bool]], ...] = (
    (_says_which, ("adjective", True)),
    (says_that, ("finite", False)),
    (_tells_back_then, ("reduced", True)),
    (_opens_sentence, ("finite", True)),
    (_names_doer, ("reduced", True)),
    (_has_no_subject, ("reduced", True)),
    (_is_inserted, ("reduced", True)),
    (_is_told_of_header, ("finite", True)),
    (_joins_adjective, ("adjective", True)),
)
