"""Where the verbs of a sentence stand, which voice they have, and which words are their subject and what follows.

No parser: auxiliaries, the words beside a verb and the marks between verbs tell it. Each verb keeps the slice of tokens
that holds its subject and the slice up to the end of its clause. Cost is linear in the sentence.
"""

from dataclasses import dataclass, field

from ingest.extract.acts.lexicon import Form, Lexicon
from ingest.extract.acts.words import Token

BE = frozenset({"am", "is", "are", "was", "were", "be", "been", "being", "'re"})
HAVE = frozenset({"has", "have", "had", "having", "'ve"})
MODAL = frozenset({"will", "would", "can", "could", "may", "might", "must", "should", "shall", "cannot", "'ll"})
DO = frozenset({"do", "does", "did", "didn", "don", "doesn"})
NOT = frozenset({"not", "never", "'t", "nor"})
ADVERBS = frozenset(
    ["also", "then", "later", "again", "already", "still", "now", "just", "even", "only", "soon", "once", "twice"]
    + ["both", "all", "currently", "however", "not", "never", "'t", "nor", "first", "simply", "once", "together", "each"]
)
PREPOSITIONS = frozenset(
    ["of", "in", "at", "by", "for", "with", "from", "to", "against", "on", "near", "after", "before", "under", "into"]
    + ["outside", "inside", "during", "behind", "between", "among", "about", "over", "through", "without", "within"]
    + ["including", "regarding", "concerning", "despite", "since", "until", "till", "towards", "toward", "because"]
    + ["upon", "beside", "across", "around", "via", "per", "than", "like", "due", "alongside", "involving"]
)
DETERMINERS = frozenset(
    ["the", "a", "an", "his", "her", "its", "their", "my", "our", "your", "this", "these", "those", "that", "some", "any"]
    + ["no", "each", "every", "several", "many", "all", "other", "another", "two", "three", "four", "five", "six"]
)
RELATIVE = frozenset({"who", "whom", "which", "whose", "that"})
MARKERS = frozenset(
    ["who", "whom", "whose", "which", "that", "where", "when", "while", "as", "because", "if", "although", "though"]
    + ["but", "so", "since", "whereas", "unless", "what", "why", "how", "whether", "after", "before", "until"]
)
SUBJECT_PRONOUNS = frozenset({"i", "he", "she", "they", "we", "it", "who", "which", "you", "that", "people"})
_STOPS = frozenset(";:—–")


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
        verb = _verb_at(tokens, i, lexicon)
        if verb is not None:
            _take_voice(tokens, verb, sentence.verbs, lexicon)
            sentence.verbs.append(verb)
    _bound(sentence)
    return sentence


def _verb_at(tokens: list[Token], i: int, lexicon: Lexicon) -> Verb | None:
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
    elif "participle" in forms and have:
        wanted = "participle"
    elif "ing" in forms:
        wanted, form = "ing", "finite" if be else "gerund"
        if not be and (before in DETERMINERS or (prior is not None and prior.kind == "number")):
            return None
    elif "base" in forms and (modal or did or to):
        wanted = "base"
    elif "past" in forms or "participle" in forms:
        wanted = "past" if "past" in forms else "participle"
        state = _past_without_helper(tokens, i, j, readings[0][0], lexicon)
        form, passive = state
        if form == "finite" and wanted == "participle":
            form, passive = "reduced", True
    elif "s" in forms and _third_person(tokens, i, j, readings[0][0], lexicon):
        wanted = "s"
    elif "base" in forms and (before in ("i", "we", "they", "you", "who") or (prior and _plural(prior, lexicon))):
        if before in DETERMINERS or (i + 1 < len(tokens) and tokens[i + 1].word in ("of", "by")):
            return None
        wanted = "base"
    else:
        return None
    lemma = next((v for v, f in readings if f == wanted), readings[0][0])
    if to:
        form = "infinitive"
    return Verb(j, i, lemma, passive, form, negated, modal, had)


def _take_voice(tokens: list[Token], verb: Verb, earlier: list[Verb], lexicon: Lexicon) -> None:
    """``was detained and later released``: the second participle stands in the voice of the first."""
    k = verb.start
    while k and _adverb(tokens[k - 1]):
        k -= 1
    joined = k > 0 and tokens[k - 1].word in ("and", "or", ",", "but")
    first = next((v for v in reversed(earlier) if v.form == "finite"), None)
    if not joined or first is None or not first.passive or verb.passive or verb.form not in ("finite", "adjective"):
        return
    forms = {form for _, form in lexicon.forms.get(tokens[verb.head].word, ())}
    if verb.start != verb.head or "participle" not in forms or verb.lemma in lexicon.speech:
        return
    following = tokens[verb.head + 1] if verb.head + 1 < len(tokens) else None
    if following is None or following.kind == "mark" or following.word in PREPOSITIONS | {"and", "or", "to"}:
        verb.passive, verb.form, verb.start = True, "finite", k


def _auxiliary(tokens: list[Token], i: int, lexicon: Lexicon) -> Verb | None:
    """A form of ``be`` or ``have`` that helps no other verb is a verb of its own."""
    k = i + 1
    while k < len(tokens) and (_adverb(tokens[k]) or tokens[k].word in BE or tokens[k].word in HAVE):
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
    return Verb(j, i, lemma, False, form, negated, any(h in MODAL for h in helpers), tokens[i].word == "had")


def _adverb(token: Token) -> bool:
    return token.kind == "word" and (
        token.word in ADVERBS or (token.word.endswith("ly") and len(token.word) > 4 and token.word not in ("family", "assembly", "reply", "apply", "supply", "july"))
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
        elif not _adverb(tokens[j - 1]):
            break
        j -= 1
    while j < i and _adverb(tokens[j]) and tokens[j].word not in NOT:
        j += 1
    return j, helpers


def _past_without_helper(tokens: list[Token], i: int, j: int, lemma: str, lexicon: Lexicon) -> tuple[str, bool]:
    prior = tokens[j - 1] if j else None
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if prior is not None and (prior.word in DETERMINERS or prior.kind == "number" or prior.word in PREPOSITIONS):
        noun_after = following is not None and following.kind == "word" and following.word not in PREPOSITIONS
        if prior.word not in ("that", "all", "both", "each") or (noun_after and lemma in lexicon.transitive):
            return "adjective", True
    if following is not None and following.word == "by" and lemma in lexicon.transitive | {"organize", "organise", "file"}:
        return "reduced", True
    solid = prior is None or prior.kind in ("person", "body") or prior.word in SUBJECT_PRONOUNS or prior.word in ("and", ",", "but", "or")
    if following is not None and lemma in lexicon.transitive and not solid:
        if following.word in PREPOSITIONS or following.kind == "mark" or following.word in ("and", "or"):
            return "reduced", True
    if prior is not None and prior.word in ("and", "or") and j > 1 and following is not None:
        earlier = tokens[j - 2]
        if _participle_adjective(earlier, lexicon) and following.kind == "word" and following.word not in PREPOSITIONS | DETERMINERS:
            return "adjective", True
    return "finite", False


def _participle_adjective(token: Token, lexicon: Lexicon) -> bool:
    return any(form == "participle" for _, form in lexicon.forms.get(token.word, ()))


def _third_person(tokens: list[Token], i: int, j: int, lemma: str, lexicon: Lexicon) -> bool:
    prior = tokens[j - 1] if j else None
    if prior is None:
        return False
    if prior.word == ")" and lemma in lexicon.speech:
        return True
    if prior.kind in ("person", "body", "close") or prior.word in ("he", "she", "it", "who", "which"):
        return not (i + 1 < len(tokens) and tokens[i + 1].word == "of" and prior.kind == "body")
    if lemma in lexicon.speech and (prior.kind == "mark" or prior.word in lexicon.singular or prior.word in lexicon.authority):
        return True
    return prior.word in lexicon.singular and prior.word not in ("person",)


def _plural(token: Token, lexicon: Lexicon) -> bool:
    return token.kind == "word" and token.word in lexicon.plural


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
            _subject(tokens, verb, previous)
            previous = verb
        else:
            verb.boundary = verb.start
            verb.coordinated = earlier
    end = len(tokens)
    for verb in reversed(verbs):
        verb.after = (verb.head + 1, max(end, verb.head + 1))
        if verb.form == "finite":
            end = verb.boundary


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


def _subject(tokens: list[Token], verb: Verb, previous: Verb | None) -> None:
    low, high = verb.boundary, verb.start
    if low < high and tokens[low].word in MARKERS:
        verb.relative = tokens[low].word in ("who", "whom", "whose", "which") or (
            tokens[low].word == "that" and high == low + 1 and (previous is None or previous.head + 1 < low)
        )
        if verb.relative and all(_adverb(t) for t in tokens[low + 1 : high]):
            verb.subject = _antecedent(tokens, low)
            return
        if tokens[low].word in ("while", "when", "as", "after", "before") and low and tokens[high - 1].word == ",":
            # "X, while visiting Y, said": the clause in between is not the subject.
            verb.subject = (previous.boundary if previous else 0, low)
            return
        low += 1
    if low >= high:
        if previous is not None and low and tokens[low - 1].word in ("and", "or", "but"):
            verb.coordinated, verb.subject = previous, previous.subject
            verb.relative = previous.relative
            return
        verb.subject = (0, min(high, verb.boundary))
        return
    verb.subject = (low, high)


def _antecedent(tokens: list[Token], relative: int) -> tuple[int, int]:
    """The words before ``who``: back to the mark or preposition before them, over a list of names."""
    k = relative
    if k and tokens[k - 1].word == ",":
        k -= 1
    end = k
    named = k > 0 and tokens[k - 1].named
    while k and not (tokens[k - 1].kind == "mark" and not _list_joint(tokens, k - 1)):
        if (named and tokens[k - 1].word in PREPOSITIONS) or tokens[k - 1].word in MARKERS:
            break
        if tokens[k - 1].word == "and" and not _list_joint(tokens, k - 1):
            break
        k -= 1
    if not named and k > 1 and tokens[k - 1].word == "," and tokens[k - 2].kind == "person":
        k -= 2
    return (k, end)
