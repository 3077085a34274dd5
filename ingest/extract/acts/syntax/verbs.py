"""Which words of a sentence are verbs, in which voice and mood: auxiliaries and the words beside a verb tell it."""

from dataclasses import dataclass

from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.lexicon.verb_forms import Form
from ingest.extract.acts.syntax.grammar import (
    ADVERBS,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODAL,
    NOT,
    NOT_ADVERBS,
    NOUNS_IN_ING,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBJECTING,
)
from ingest.extract.acts.syntax.tokens import Token
from ingest.language.numbers import number_words

# Their form in -s is never a plural noun: "the administration of the colony puts pressure on him".
_NEVER_NOUNS = frozenset({
    "put", "give", "take", "keep", "hold", "refuse", "threaten", "forbid", "say", "tell", "deny", "send", "bring",
    "become", "begin", "continue", "remain", "consider", "believe", "write", "ask", "sue", "go", "come", "let", "make",
    "pay", "lose", "get", "receive", "accuse", "detain", "demand", "insist", "prohibit", "reject", "dismiss", "impose",
    "prosecute", "persecute", "serve", "suffer", "harass", "intimidate", "extradite", "complain",
})  # fmt: skip
# Behind these a body is where somebody stands: "came before the court accused of theft".
_WHERE = frozenset({"in", "at", "before", "from", "to", "outside", "near", "into"})
# Before a number these say how exact it is: "police detained about fifteen people".
_ABOUT = frozenset({"about", "around", "over", "at"})
_GOT = frozenset({"got", "get", "gets"})
# "People accused of killing": behind a noun these tell which people.
_ACCUSING = frozenset({"accuse", "charge", "suspect", "convict"})
# "X, once accused of libel": behind a comma these tell who somebody is, and no news.
_BACK_THEN = frozenset({"once", "previously", "formerly", "twice", "repeatedly"})


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


def verb_at(tokens: list[Token], i: int, lexicon: Lexicon) -> Verb | None:
    """The verb whose head is the word at ``i``, or ``None`` for a helper, a noun or a word that is no verb."""
    word = tokens[i].word
    if word in BE or word in HAVE:
        return _auxiliary(tokens, i, lexicon)
    readings = lexicon.forms.get(word)
    if readings is None:
        return None
    j, helpers = _helpers(tokens, i)
    read = _read_helped(tokens, j, helpers, readings) or _read_alone(tokens, i, j, readings, lexicon)
    if read is None:
        return None
    wanted, form, passive = read
    lemma = next((v for v, f in readings if f == wanted), readings[0][0])
    before = tokens[j - 1].word if j else ""
    if helpers == ["to"] and j and tokens[j - 1].word in SUBJECTING:
        return None  # "subjected to arrest": what somebody is subjected to is a noun
    if "to" in helpers:
        form = "infinitive"
    elif "having" in helpers and before != "after":
        form = "gerund"  # "having served his term, he walked out": where somebody comes from
    negated, modal = any(h in NOT for h in helpers), any(h in MODAL for h in helpers)
    return Verb(j, i, lemma, passive, form, negated, modal, "had" in helpers)


def _read_helped(
    tokens: list[Token], j: int, helpers: list[str], readings: tuple[tuple[str, Form], ...]
) -> tuple[Form, str, bool] | None:
    """The form of a verb that helpers before it tell, how it stands in the clause, and whether it is passive."""
    forms = {form for _, form in readings}
    be, have = any(h in BE for h in helpers), any(h in HAVE for h in helpers)
    if "participle" in forms and (be or _GOT & set(helpers)):
        return "participle", _form_of_passive(helpers, tokens[j - 1].word if j else ""), True
    if "participle" in forms and have:
        return "participle", "finite", False
    if "ing" in forms:
        return ("ing", "finite", False) if be else None
    if "base" in forms and any(h in MODAL or h in DO or h == "to" for h in helpers):
        return "base", "finite", False
    return None


def _read_alone(
    tokens: list[Token], i: int, j: int, readings: tuple[tuple[str, Form], ...], lexicon: Lexicon
) -> tuple[Form, str, bool] | None:
    """The same of a verb that no helper tells; ``None`` where the word is a noun."""
    forms, lemma = {form for _, form in readings}, readings[0][0]
    if "ing" in forms:
        return None if _owned(tokens, j) else ("ing", "gerund", False)
    if "past" in forms or "participle" in forms:
        wanted: Form = "past" if "past" in forms else "participle"
        form, passive = "finite", False
        if "participle" in forms:  # "came", "took" can only be finite
            form, passive = _past_without_helper(tokens, i, j, lemma, lexicon)
        return (wanted, "reduced", True) if form == "finite" and wanted == "participle" else (wanted, form, passive)
    if "s" in forms and _third_person(tokens, i, j, lemma, lexicon):
        return "s", "finite", False
    if "base" in forms and _base_is_finite(tokens, i, j, lemma, lexicon):
        noun = (j and tokens[j - 1].word in DETERMINERS) or (i + 1 < len(tokens) and tokens[i + 1].word in ("of", "by"))
        return None if noun else ("base", "finite", False)
    return None


def _owned(tokens: list[Token], j: int) -> bool:
    """`Its first hearing`, `the hearing`: a determiner or number before the word in -ing makes it a noun."""
    k = j
    while k and is_adverb(tokens[k - 1]):
        k -= 1
    if tokens[j].word in NOUNS_IN_ING and j and tokens[j - 1].kind == "word" and tokens[j - 1].word not in PREPOSITIONS:
        # "An official warning", "a burnt building".
        k = next((n for n in range(j, max(j - 4, 0), -1) if tokens[n - 1].word in DETERMINERS), k)
    determined = any(n and tokens[n - 1].word in DETERMINERS for n in (j, k))
    return determined or (j > 0 and tokens[j - 1].kind == "number")


def _base_is_finite(tokens: list[Token], i: int, j: int, lemma: str, lexicon: Lexicon) -> bool:
    """Behind a plural, over adverbs; what looks like a noun is a verb of speech where ``that`` follows."""
    k = j
    while k and is_adverb(tokens[k - 1]):
        k -= 1
    prior = tokens[k - 1] if k else None
    if prior is None:
        return False
    if prior.word in ("i", "we", "they", "you", "who") or _plural(prior, lexicon):
        return True
    following = tokens[i + 1].word if i + 1 < len(tokens) else ""
    # "Relatives of X, who was …, claim that": the comma closes what came between.
    return (prior.kind in ("body", "close") or prior.word == ",") and lemma in lexicon.speech and following == "that"


def _form_of_passive(helpers: list[str], before: str) -> str:
    """``without any protocols being drawn up``, ``while being questioned`` tell no act; ``after being beaten`` does."""
    undergoing = "being" in helpers and not any(h in BE for h in helpers if h != "being")
    return "gerund" if undergoing and before != "after" else "finite"


def _auxiliary(tokens: list[Token], i: int, lexicon: Lexicon) -> Verb | None:
    """A form of ``be`` or ``have`` that helps no other verb is a verb of its own."""
    k = i + 1
    while k < len(tokens) and (is_adverb(tokens[k]) or tokens[k].word in BE or tokens[k].word in HAVE):
        k += 1
    if k < len(tokens) and tokens[k].kind == "word":
        forms = {form for _, form in lexicon.forms.get(tokens[k].word, ())}
        if forms & {"participle", "ing"}:
            return None
    if any(t.word in BE or t.word in HAVE for t in tokens[i + 1 : k]) or tokens[i].word == "having":
        return None
    j, helpers = _helpers(tokens, i)
    lemma = "be" if tokens[i].word in BE else "have"
    negated = any(h in NOT for h in helpers) or any(t.word in NOT for t in tokens[i + 1 : k])
    form = "gerund" if tokens[i].word == "being" else "infinitive" if "to" in helpers else "finite"
    return Verb(j, i, lemma, False, form, negated, any(h in MODAL for h in helpers))


def is_adverb(token: Token) -> bool:
    """Whether the word may stand between a helper and its verb."""
    return token.kind == "word" and (
        token.word in ADVERBS or (token.word.endswith("ly") and len(token.word) > 4 and token.word not in NOT_ADVERBS)
    )


def _helpers(tokens: list[Token], i: int) -> tuple[int, list[str]]:
    """The index where the verb's words begin (auxiliaries and adverbs before it), and these words."""
    helpers: list[str] = []
    j = i
    while j:
        word = tokens[j - 1].word
        if tokens[j - 1].kind != "word":
            break
        if word in BE or word in HAVE or word in MODAL or word in DO or word in NOT or word in ("got", "get", "gets"):
            helpers.append(word)
        elif word == "to" and (not helpers or all(h in NOT or h in BE or h in HAVE for h in helpers)):
            helpers.append(word)
            j -= 1
            while j and tokens[j - 1].word in NOT:
                helpers.append(tokens[j - 1].word)
                j -= 1
            break
        elif not is_adverb(tokens[j - 1]):
            break
        j -= 1
    while j < i and is_adverb(tokens[j]) and tokens[j].word not in NOT:
        j += 1
    return j, helpers


def _past_without_helper(tokens: list[Token], i: int, j: int, lemma: str, lexicon: Lexicon) -> tuple[str, bool]:
    """Whether a past form is finite, cut short (detained in May) or an adjective, and whether it is passive."""
    while j and (is_adverb(tokens[j - 1]) or tokens[j - 1].word in _BACK_THEN):
        j -= 1
    prior = tokens[j - 1] if j else None
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if prior is not None and _says_which(prior, following, lemma, lexicon):
        return "adjective", True
    if lemma in lexicon.speech and following is not None and following.word == "that":
        return "finite", False
    doers = lexicon.transitive | {"organize", "organise", "file"}
    back_then = prior is not None and prior.word == "," and any(t.word in _BACK_THEN for t in tokens[j:i])
    if back_then or (following is not None and following.word == "by" and lemma in doers):
        return "reduced", True
    loose = following is not None and (
        following.word in PREPOSITIONS or following.kind == "mark" or following.word in ("and", "or")
    )
    if loose and following is not None and following.word in _ABOUT and i + 2 < len(tokens):
        counted = tokens[i + 2]
        loose = not (counted.kind == "number" or counted.word in number_words().words or counted.word in ("a", "least"))
    accused = lemma in _ACCUSING and following is not None and following.word in PREPOSITIONS
    if loose and (lemma in lexicon.transitive or accused) and not _can_be_subject(tokens, j, following, lexicon):
        return "reduced", True
    if loose and lemma in lexicon.transitive and prior is not None and prior.word == "," and j > 1:
        # "X, Article …, sentenced to 15 days": the measure that a header repeats, or the news.
        if _goes_on_behind_comma(tokens, i, lexicon):
            return "reduced", True  # "X, convicted of theft, went on hunger strike": who X is
        return "finite", tokens[j - 2].kind in ("law", "person")
    if prior is not None and prior.word in ("and", "or") and j > 1 and following is not None:
        describes = following.kind == "word" and following.word not in PREPOSITIONS | DETERMINERS
        if describes and _participle_adjective(tokens[j - 2], lexicon):
            return "adjective", True
    return "finite", False


def _says_which(prior: Token, following: Token | None, lemma: str, lexicon: Lexicon) -> bool:
    """`To release persecuted people`, `the detained man`: the form says which people."""
    if following is not None and following.word in ("the", "a", "an", "his", "her", "their", "its", "him", "them"):
        return False  # "all five left the building"
    people = lexicon.singular | lexicon.plural | lexicon.authority | SUBJECT_PRONOUNS | {"and", "who"}
    which = following is not None and following.word in lexicon.plural and prior.kind == "word"
    if which and prior.word not in people:
        return True
    if lemma in lexicon.speech and following is not None and following.word == "that":
        return False
    if not (prior.word in DETERMINERS or prior.kind == "number" or prior.word in PREPOSITIONS):
        return False
    noun_after = following is not None and following.kind == "word" and following.word not in PREPOSITIONS
    return prior.word not in ("that", "all", "both", "each") or (noun_after and lemma in lexicon.transitive)


def _can_be_subject(tokens: list[Token], j: int, following: Token | None, lexicon: Lexicon) -> bool:
    """Whether what stands before ``j`` can be the subject of a past form there."""
    prior = tokens[j - 1] if j else None
    if prior is None:
        return True
    together = following is not None and following.word == "and"
    return (
        (together and prior.word in lexicon.authority)
        or prior.kind == "person"
        or (prior.kind == "body" and not (j > 1 and tokens[j - 2].word in _WHERE))
        or (prior.word in SUBJECT_PRONOUNS and prior.word != "people")
        or prior.word in ("and", ",", "but", "or")
    )


def _goes_on_behind_comma(tokens: list[Token], i: int, lexicon: Lexicon) -> bool:
    """Whether the verb of the sentence follows the comma that closes what begins at ``i``."""
    comma = next((k for k in range(i, len(tokens) - 1) if tokens[k].word == ","), None)
    if comma is None:
        return False
    word = tokens[comma + 1].word
    return word in BE or word in HAVE or any(form == "past" for _, form in lexicon.forms.get(word, ()))


def _participle_adjective(token: Token, lexicon: Lexicon) -> bool:
    return any(form == "participle" for _, form in lexicon.forms.get(token.word, ()))


def _third_person(tokens: list[Token], i: int, j: int, lemma: str, lexicon: Lexicon) -> bool:
    prior = tokens[j - 1] if j else None
    if prior is None:
        return False
    if lemma in _NEVER_NOUNS and prior.word == "," and j > 1 and tokens[j - 2].kind in ("person", "body"):
        return True  # "the head of the unit, X, threatens …"
    if prior.word == ")" and lemma in lexicon.speech:
        return True
    if lemma in _NEVER_NOUNS and prior.kind == "word" and prior.word not in PREPOSITIONS | DETERMINERS | MODAL:
        return True
    if prior.kind in ("person", "body", "close") or prior.word in ("he", "she", "it", "who", "which"):
        return not (i + 1 < len(tokens) and tokens[i + 1].word == "of" and prior.kind == "body")
    if lemma in lexicon.speech and (
        prior.kind == "mark" or prior.word in lexicon.singular or prior.word in lexicon.authority
    ):
        return True
    return prior.word in lexicon.singular and prior.word not in ("person",)


def _plural(token: Token, lexicon: Lexicon) -> bool:
    return token.kind == "word" and token.word in lexicon.plural
