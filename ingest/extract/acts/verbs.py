"""Which words of a sentence are verbs, in which voice and mood: auxiliaries and the words beside a verb tell it."""

from dataclasses import dataclass

from ingest.extract.acts.grammar import (
    ADVERBS,
    BE,
    DETERMINERS,
    DO,
    HAVE,
    MODAL,
    NOT,
    NOT_ADVERBS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
)
from ingest.extract.acts.lexicon import Form, Lexicon
from ingest.extract.acts.words import Token

# Their form in -s is never a plural noun: "the administration of the colony puts pressure on him".
_NEVER_NOUNS = frozenset({
    "put", "give", "take", "keep", "hold", "refuse", "threaten", "forbid", "say", "tell", "deny", "send", "bring",
    "become", "begin", "continue", "remain", "consider", "believe", "write", "ask", "sue", "go", "come", "let", "make",
    "pay", "lose", "get", "receive", "accuse", "detain", "demand", "insist", "prohibit", "reject", "dismiss", "impose",
    "prosecute", "persecute", "serve", "suffer", "harass", "intimidate", "extradite", "complain",
})  # fmt: skip
# Behind these a body is where somebody stands: "came before the court accused of theft".
_WHERE = frozenset({"in", "at", "before", "from", "to", "outside", "near", "into"})
# "People accused of killing": behind a noun these tell which people.
_ACCUSING = frozenset({"accuse", "charge", "suspect", "convict"})


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
    forms = {form for _, form in readings}
    j, helpers = _helpers(tokens, i)
    before = tokens[j - 1].word if j else ""
    prior = tokens[j - 1] if j else None
    negated = any(h in NOT for h in helpers)
    be, have = any(h in BE for h in helpers), any(h in HAVE for h in helpers)
    had = "had" in helpers
    modal = any(h in MODAL for h in helpers)
    did = any(h in DO for h in helpers)
    to = "to" in helpers
    form, passive = "finite", False
    wanted: Form
    if "participle" in forms and (be or "got" in helpers or "get" in helpers or "gets" in helpers):
        wanted, passive = "participle", True
        form = _form_of_passive(helpers, before)
    elif "participle" in forms and have:
        wanted = "participle"
    elif "ing" in forms:
        wanted, form = "ing", "finite" if be else "gerund"
        k = j
        while k and is_adverb(tokens[k - 1]):
            k -= 1  # "its first hearing"
        owner = tokens[k - 1].word if k else ""
        if not be and (owner in DETERMINERS or before in DETERMINERS or (prior is not None and prior.kind == "number")):
            return None
    elif "base" in forms and (modal or did or to):
        wanted = "base"
    elif "past" in forms or "participle" in forms:
        wanted = "past" if "past" in forms else "participle"
        form, passive = "finite", False
        if "participle" in forms:  # "came", "took" can only be finite
            form, passive = _past_without_helper(tokens, i, j, readings[0][0], lexicon)
        if form == "finite" and wanted == "participle":
            form, passive = "reduced", True
    elif "s" in forms and _third_person(tokens, i, j, readings[0][0], lexicon):
        wanted = "s"
    elif "base" in forms and _base_is_finite(tokens, i, j, readings[0][0], lexicon):
        if before in DETERMINERS or (i + 1 < len(tokens) and tokens[i + 1].word in ("of", "by")):
            return None
        wanted = "base"
    else:
        return None
    lemma = next((v for v, f in readings if f == wanted), readings[0][0])
    if to:
        form = "infinitive"
    elif "having" in helpers and before != "after":
        form = "gerund"  # "having served his term, he walked out": where somebody comes from
    return Verb(j, i, lemma, passive, form, negated, modal, had)


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
    while j and is_adverb(tokens[j - 1]):
        j -= 1
    prior = tokens[j - 1] if j else None
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    people = lexicon.singular | lexicon.plural | lexicon.authority | SUBJECT_PRONOUNS | {"and", "who"}
    which = following is not None and following.word in lexicon.plural and prior is not None and prior.kind == "word"
    if which and prior is not None and prior.word not in people:
        return "adjective", True  # "to release persecuted people": it says which people
    if lemma in lexicon.speech and following is not None and following.word == "that":
        return "finite", False
    if prior is not None and (prior.word in DETERMINERS or prior.kind == "number" or prior.word in PREPOSITIONS):
        noun_after = following is not None and following.kind == "word" and following.word not in PREPOSITIONS
        if prior.word not in ("that", "all", "both", "each") or (noun_after and lemma in lexicon.transitive):
            return "adjective", True
    if (
        following is not None
        and following.word == "by"
        and lemma in lexicon.transitive | {"organize", "organise", "file"}
    ):
        return "reduced", True
    together = following is not None and following.word == "and" and prior is not None
    solid = (
        prior is None
        or (together and prior.word in lexicon.authority)
        or prior.kind == "person"
        or (prior.kind == "body" and not (j > 1 and tokens[j - 2].word in _WHERE))
        or (prior.word in SUBJECT_PRONOUNS and prior.word != "people")
        or prior.word in ("and", ",", "but", "or")
    )
    loose = following is not None and (
        following.word in PREPOSITIONS or following.kind == "mark" or following.word in ("and", "or")
    )
    accused = lemma in _ACCUSING and following is not None and following.word in PREPOSITIONS
    if loose and (lemma in lexicon.transitive or accused) and not solid:
        return "reduced", True
    if loose and lemma in lexicon.transitive and prior is not None and prior.word == "," and j > 1:
        # "X, Article …, sentenced to 15 days": the measure that a header repeats, or the news.
        if _goes_on_behind_comma(tokens, i, lexicon):
            return "reduced", True  # "X, convicted of theft, went on hunger strike": who X is
        return "finite", tokens[j - 2].kind in ("law", "person")
    if prior is not None and prior.word in ("and", "or") and j > 1 and following is not None:
        earlier = tokens[j - 2]
        if (
            _participle_adjective(earlier, lexicon)
            and following.kind == "word"
            and following.word not in PREPOSITIONS | DETERMINERS
        ):
            return "adjective", True
    return "finite", False


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
