"""Participles without an auxiliary that are passive all the same: joined to one, or done to whoever "had" it."""

from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.auxiliaries import is_adverb
from ingest.extract.acts.syntax.grammar import ADVERBS, PREPOSITIONS
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs import Verb

# What may follow a participle that has no object: "summoned and held there".
_LOOSE = (
    PREPOSITIONS
    | ADVERBS
    | {"and", "as", "or", "to", "there", "here", "away", "home", "overnight", "out", "back", "up"}
    | {"free", "go", "off"}
)
_OWN = ("his", "her", "their")
# Verbs of speech that are also done to people: "was fined and released".
_ALSO_DONE = frozenset({"release", "warn"})
# How many words "had" and its participle may have between them: "had her mobile phone taken".
_POSSESSED = 5


def take_voice(tokens: list[Token], verb: Verb, earlier: list[Verb], lexicon: Lexicon) -> None:
    """``was detained and later released``: the second participle stands in the voice of the first."""
    having = next((v for v in reversed(earlier) if v.form == "finite"), None)
    if _experienced(tokens, verb, having, lexicon):
        verb.passive, verb.form = True, "finite"
        if having is not None:
            verb.possessed = (max(having.head, having.possessed[1]) + 1, verb.start)
            verb.caused = tokens[verb.possessed[0]].word not in (*_OWN, "and", ",")
            verb.coordinated = having
    k = verb.start
    while k and is_adverb(tokens[k - 1]):
        k -= 1
    joined = k > 0 and tokens[k - 1].word in ("and", "or", ",", "but")
    first = next((v for v in reversed(earlier) if v.form == "finite"), None)
    if (
        not joined
        or first is None
        or not first.passive
        or (verb.passive and verb.form == "finite")
        or verb.form not in ("finite", "adjective", "reduced")
    ):
        return
    forms = {form for _, form in lexicon.forms.get(tokens[verb.head].word, ())}
    spoken = verb.lemma in lexicon.speech and verb.lemma not in _ALSO_DONE
    if verb.start != verb.head or "participle" not in forms or spoken:
        return
    following = tokens[verb.head + 1] if verb.head + 1 < len(tokens) else None
    if following is None or following.kind == "mark" or following.word in _LOOSE:
        verb.passive, verb.form, verb.start, verb.coordinated = True, "finite", k, first


def _experienced(tokens: list[Token], verb: Verb, having: Verb | None, lexicon: Lexicon) -> bool:
    """`They had their custody prolonged`, `X had her arm twisted and her phone taken`: done to whoever "had" it."""
    if having is None or verb.start != verb.head or (verb.passive and verb.form == "finite"):
        return False
    again = having.possessed != (0, 0)
    if having.lemma != "have" and not again:
        return False
    between = tokens[having.head + 1 : verb.start]
    if again:
        if not between or between[0].word not in ("and", ","):
            return False
        between = between[1:]
    forms = {form for _, form in lexicon.forms.get(tokens[verb.head].word, ())}
    kinds = {t.kind for t in between}
    if "participle" not in forms or not between or len(between) > _POSSESSED:
        return False
    if between[0].word in _OWN:
        return kinds <= {"word", "number"}
    people = lexicon.singular | lexicon.plural | lexicon.authority
    caused = between[0].kind == "word" and between[0].word not in ADVERBS | PREPOSITIONS | {"to", "a", "no"}
    return not again and caused and between[-1].word not in people and kinds <= {"word", "number", "body"}
