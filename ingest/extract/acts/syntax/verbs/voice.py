"""Participles without an auxiliary that are passive all the same: joined to one, or done to whoever "had" it."""

from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.grammar import ADVERBS, PREPOSITIONS
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.auxiliaries import before_adverbs, is_participle
from ingest.extract.acts.syntax.verbs.verb import Verb

# What may follow a participle that has no object: "summoned and held there".
_LOOSE = (
    PREPOSITIONS
    | ADVERBS
    | {"and", "as", "or", "to", "there", "here", "away", "home", "overnight", "out", "back", "up"}
    | {"free", "go", "off"}
)
_JOINTS = frozenset({"and", "or", ",", "but"})
_OWN = ("his", "her", "their")
# Behind "had" these begin no phrase of what somebody had done: "had to go", "had no lawyer invited".
_NOT_CAUSED = ADVERBS | PREPOSITIONS | {"to", "a", "no"}
# Verbs of speech that are also done to people: "was fined and released".
_ALSO_DONE = frozenset({"release", "warn"})
# How many words "had" and its participle may have between them: "had her mobile phone taken".
_POSSESSED = 5


def take_voice(tokens: list[Token], verb: Verb, earlier: list[Verb], lexicon: Lexicon) -> None:
    """``was detained and later released``: the second participle stands in the voice of the first."""
    first = next((v for v in reversed(earlier) if v.form == "finite"), None)
    if first is None or verb.start != verb.head or (verb.passive and verb.form == "finite"):
        return
    if not is_participle(tokens[verb.head], lexicon):
        return
    if _is_experienced(tokens, verb, first, lexicon):
        verb.passive, verb.form = True, "finite"
        verb.possessed = (max(first.head, first.possessed[1]) + 1, verb.start)
        verb.caused = tokens[verb.possessed[0]].word not in (*_OWN, "and", ",")
        verb.coordinated = first
    elif _is_joined(tokens, verb, first, lexicon):
        verb.passive, verb.form, verb.coordinated = True, "finite", first
        verb.start = before_adverbs(tokens, verb.start)


def _is_joined(tokens: list[Token], verb: Verb, first: Verb, lexicon: Lexicon) -> bool:
    """`Was detained | and later | released there`: a participle behind a passive verb, without an object."""
    start = before_adverbs(tokens, verb.start)
    if not first.passive or not start or tokens[start - 1].word not in _JOINTS:
        return False
    spoken = verb.lemma in lexicon.speech and verb.lemma not in _ALSO_DONE
    if spoken or verb.form not in ("finite", "adjective", "reduced"):
        return False
    following = tokens[verb.head + 1] if verb.head + 1 < len(tokens) else None
    return following is None or following.kind == "mark" or following.word in _LOOSE


def _is_experienced(tokens: list[Token], verb: Verb, having: Verb, lexicon: Lexicon) -> bool:
    """`They had their custody prolonged`, `X had her arm twisted and her phone taken`: done to whoever "had" it."""
    between = _words_between(tokens, verb, having)
    if not between or len(between) > _POSSESSED:
        return False
    kinds = {t.kind for t in between}
    if between[0].word in _OWN:
        return kinds <= {"word", "number"}
    again = having.possessed != (0, 0)
    return not again and kinds <= {"word", "number", "body"} and _is_caused(between, lexicon)


def _words_between(tokens: list[Token], verb: Verb, having: Verb) -> list[Token]:
    """`Had | her arm | twisted and | her phone | taken`: what is done to; empty where nobody "had" anything done."""
    between = tokens[having.head + 1 : verb.start]
    if having.possessed == (0, 0):
        return between if having.lemma == "have" else []
    joined = bool(between) and between[0].word in ("and", ",")
    return between[1:] if joined else []


def _is_caused(between: list[Token], lexicon: Lexicon) -> bool:
    """`The ministry had | access to the site | cut off`, but not `they had | to be detained`."""
    if between[0].kind != "word" or between[0].word in _NOT_CAUSED:
        return False
    return not lexicon.means_people(between[-1].word)
