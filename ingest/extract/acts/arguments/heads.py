"""The nouns that head a phrase: their kinds, and the words of the phrase that patterns may ask for."""

from ingest.extract.acts.arguments.kinds import kinds_of_party
from ingest.extract.acts.arguments.values import Context
from ingest.extract.acts.lexicon.nouns import Kinds, singular
from ingest.extract.acts.syntax.grammar import APPROXIMATE, CONJUNCTIONS, NUMERALS, PERSONAL, PREPOSITIONS
from ingest.extract.acts.syntax.phrase_starts import counts
from ingest.extract.acts.syntax.tokens import Token
from ingest.facts import Party

_ENDS_NOUN = PREPOSITIONS | CONJUNCTIONS | {"who", "whose", "as", "'s"}
_LONGEST_WORDS = 4
"""Of so many words at most are the ends of a phrase that patterns may ask for."""


def heads_of(context: Context, start: int, end: int) -> tuple[Kinds, frozenset[str]]:
    """The kinds of the nouns that head a phrase or a member of its list, and its words outside "of".

    ``The lawyer and two sisters of the activist`` is headed by a lawyer and relatives, and not by an activist.
    """
    known = context.focus.heads
    found = known.get((start, end))
    if found is None:
        found = known[start, end] = _Heads(context, start, end).read()
    return found


class _Heads:
    """Reads a phrase from left to right. ``noun`` holds the words since the last boundary; ``governed`` is set behind a
    preposition, where no noun is a head."""

    def __init__(self, context: Context, start: int, end: int) -> None:
        self.context, self.tokens, self.nouns = context, context.tokens, context.lexicon.nouns
        self.start, self.end = start, end
        self.kinds: set[str] = set()
        self.words: set[str] = set()
        self.noun: list[str] = []
        self.governed = False

    def read(self) -> tuple[Kinds, frozenset[str]]:
        for k in range(self.start, self.end):
            token = self.tokens[k]
            if token.word in APPROXIMATE and counts(self.tokens, k + 1, self.end):
                continue
            if token.word == "of" and self._goes_on_behind_of(k):
                continue
            if token.word in _ENDS_NOUN or token.kind in ("mark", "person", "law", "date", "body"):
                self._close(token.word)
                self._cross(k)
            elif token.kind == "number":
                self.noun = []
            else:
                self._add(token)
        self._close("")
        return frozenset(self.kinds), frozenset(self.words)

    def _goes_on_behind_of(self, k: int) -> bool:
        """`Restriction of liberty` is one noun; in `a group of activists` what "of" governs is the head."""
        if self.noun and self._is_one_noun(k):
            self.noun.append("of")
            return True
        if self.governed or not self._is_part(k):
            return False
        self.kinds |= self.nouns.at_end(self.noun)[0]
        self.words.update(self.noun)
        self.noun = []
        return True

    def _is_one_noun(self, of: int) -> bool:
        """`Restriction of liberty`: whether "of" stands within a noun of several words."""
        words = [*self.noun, "of"]
        for k in range(of + 1, min(of + 4, self.end)):
            if self.tokens[k].kind != "word":
                return False
            words.append(self.tokens[k].word)
            if self.nouns.at_end(words)[1] > k - of + 1:
                return True
        return False

    def _is_part(self, of: int) -> bool:
        """`Three of the women`, `a group of activists`."""
        if self.tokens[of - 1].kind == "number":
            return True
        return bool(self.noun) and self.noun[-1] in self.nouns.partitive | NUMERALS

    def _close(self, boundary: str) -> None:
        """Take the noun that ends before the word ``boundary``."""
        noun, self.noun = self.noun, []
        if self.governed or not noun:
            return
        while len(noun) > 1 and noun[-1] in self.context.lexicon.phrases.trailing:
            noun.pop()
        if boundary != "'s":  # an owner is no head
            self.kinds |= self._kinds_of(noun)
        self.words.update(noun)
        for size in range(1, min(_LONGEST_WORDS, len(noun)) + 1):
            self.words.add(" ".join(noun[-size:]))
            self.words.add(" ".join([*noun[-size:-1], singular(noun[-1])]))

    def _kinds_of(self, noun: list[str]) -> Kinds:
        """The kinds of a noun; of `journalist-editor` those of its first part."""
        found = self.nouns.at_end(noun)[0]
        return found if found or "-" not in noun[-1] else self.nouns.at_end([noun[-1].split("-")[0]])[0]

    def _cross(self, k: int) -> None:
        """Step over the boundary at ``k``: a preposition governs up to the next comma; laws and bodies are heads."""
        token = self.tokens[k]
        if token.word in PREPOSITIONS:
            self.governed = True
        elif token.word == ",":
            self.governed = False
        if self.governed:
            return
        if token.kind == "law":
            self.kinds.add("provision")
        elif token.kind == "body" and self._ends_name(k):
            self.kinds |= kinds_of_party(Party("body", token.ref), self.context.facts, self.nouns)

    def _ends_name(self, body: int) -> bool:
        """Whether no noun follows a body's name: in `the Velm Times office` the office is the head."""
        after = self.tokens[body + 1] if body + 1 < self.end else None
        return after is None or after.kind != "word" or after.word in PREPOSITIONS | CONJUNCTIONS

    def _add(self, token: Token) -> None:
        """Add a word to the noun; `a 15-day arrest` has its parts."""
        if token.word in PERSONAL and not self.governed:
            self.kinds.add("person")
        parts = token.word.split("-")
        self.noun += parts if len(parts) > 1 and parts[-1] in ("day", "year", "month", "hour") else [token.word]
