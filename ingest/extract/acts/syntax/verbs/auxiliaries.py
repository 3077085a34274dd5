"""The words before a verb that belong to it: auxiliaries and adverbs."""

from dataclasses import dataclass

from ingest.extract.acts.lexicon.lexicon import Lexicon
from ingest.extract.acts.syntax.grammar import ADVERBS, BE, DO, HAVE, MODAL, NOT, NOT_ADVERBS, REFLEXIVE
from ingest.extract.acts.syntax.tokens import Token

GOT = frozenset({"got", "get", "gets"})
_HELPERS = BE | HAVE | MODAL | DO | NOT | GOT
# Between "to" and its verb: "to have been detained".
_OF_INFINITIVES = NOT | BE | HAVE


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A verb's word in its sentence: it stands at ``head``, and the verb's own words begin at ``start``."""

    tokens: list[Token]
    start: int
    head: int
    lemma: str
    lexicon: Lexicon

    @property
    def prior(self) -> Token | None:
        """What stands before the verb's own words."""
        return self.tokens[self.start - 1] if self.start else None

    @property
    def prior_word(self) -> str:
        """The word before the verb's own words; empty at the sentence's beginning."""
        return self.tokens[self.start - 1].word if self.start else ""

    @property
    def following(self) -> Token | None:
        """What stands behind the verb."""
        return self.tokens[self.head + 1] if self.head + 1 < len(self.tokens) else None

    @property
    def next_word(self) -> str:
        """The word behind the verb; empty at the sentence's end."""
        return self.tokens[self.head + 1].word if self.head + 1 < len(self.tokens) else ""


def is_adverb(token: Token) -> bool:
    """Whether the word may stand between a helper and its verb."""
    return token.kind == "word" and (
        token.word in ADVERBS or (token.word.endswith("ly") and len(token.word) > 4 and token.word not in NOT_ADVERBS)
    )


def is_emphasis(tokens: list[Token], k: int) -> bool:
    """`Was | himself | summoned`: a pronoun that only stresses the subject."""
    return tokens[k].word in REFLEXIVE and k > 0 and tokens[k - 1].word in BE | HAVE


def is_within(tokens: list[Token], k: int) -> bool:
    """Whether the word at ``k`` may stand between a helper and its verb, or helps too."""
    return is_adverb(tokens[k]) or tokens[k].word in BE | HAVE or is_emphasis(tokens, k)


def before_adverbs(tokens: list[Token], k: int) -> int:
    """Where the adverbs that stand before ``k`` begin; ``k`` where none does."""
    while k and is_adverb(tokens[k - 1]):
        k -= 1
    return k


def is_participle(token: Token, lexicon: Lexicon) -> bool:
    """Whether the word may be a verb's participle: ``detained``, ``taken``."""
    return any(form == "participle" for _, form in lexicon.forms.get(token.word, ()))


def says_that(verb: Occurrence) -> bool:
    """`Claimed that`: whether it is a verb of speech and ``that`` follows."""
    return verb.lemma in verb.lexicon.speech and verb.next_word == "that"


def find_helpers(tokens: list[Token], i: int) -> tuple[int, list[str]]:
    """Where the words of the verb at ``i`` begin, and which of them are helpers, the nearest first.

    `Had not been | detained`: 0 and ``["been", "not", "had"]``.
    """
    helpers: list[str] = []
    start = i
    while start and tokens[start - 1].kind == "word":
        word = tokens[start - 1].word
        if word == "to" and _OF_INFINITIVES.issuperset(helpers):
            first = _before_negation(tokens, start - 1)
            return first, [*helpers, *(t.word for t in reversed(tokens[first:start]))]
        if word in _HELPERS:
            helpers.append(word)
        elif not is_adverb(tokens[start - 1]) and not is_emphasis(tokens, start - 1):
            break
        start -= 1
    while start < i and is_adverb(tokens[start]) and tokens[start].word not in NOT:
        start += 1
    return start, helpers


def _before_negation(tokens: list[Token], k: int) -> int:
    """`Not | to go`: where the negation before ``k`` begins."""
    while k and tokens[k - 1].word in NOT:
        k -= 1
    return k
