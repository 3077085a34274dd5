"""What the words of a phrase are, seen from the words beside them."""

from dataclasses import dataclass

from ingest.extract.acts.syntax.grammar import CONJUNCTIONS, DETERMINERS, NOUN_PARTS, PARTICLES, PREPOSITIONS
from ingest.extract.acts.syntax.tokens import Token
from ingest.extract.acts.syntax.verbs.auxiliaries import is_adverb
from ingest.language.numbers import number_words

_POSSESSIVE = frozenset({"his", "her", "their", "my"})
# Before a number these say how exact it is.
_APPROXIMATE = frozenset({"about", "around", "over", "than", "to", "some", "nearly", "almost"})
# "Eight others, among them X and Y", "at least ten": these govern nothing.
_NO_GOVERNORS = frozenset({("among", "them"), ("among", "whom"), ("at", "least"), ("at", "most")})
# `Took her away`, but `her home was searched`.
_ONLY_PARTICLES = PARTICLES - {"back", "home"}
_NUMBERS = number_words().words
_MANY = frozenset({"few", "many", "several", "some"})
# Behind a body's name these are no noun of what belongs to it.
_NOT_OWNED = PREPOSITIONS | DETERMINERS | CONJUNCTIONS | NOUN_PARTS


@dataclass(frozen=True, slots=True)
class Slice:
    """The phrase ``tokens[start:end]`` of a sentence."""

    tokens: list[Token]
    start: int
    end: int

    def after(self, k: int) -> Token | None:
        """The token behind ``k``, within the phrase or behind it."""
        return self.tokens[k + 1] if k + 1 < len(self.tokens) else None

    def owns(self, k: int) -> bool:
        """`X's`: whether the genitive follows at once."""
        after = self.after(k)
        return after is not None and after.word in ("'s", "'") and after.start == self.tokens[k].end

    def governs_nothing(self, k: int) -> bool:
        """`More than 60 workers`, `among them X`: the number or name is the head's."""
        word, after = self.tokens[k].word, self.after(k)
        if after is None:
            return False
        counted = after.kind == "number" or after.word in _NUMBERS
        return (word in _APPROXIMATE and counted) or (word, after.word) in _NO_GOVERNORS

    def is_possessive(self, k: int) -> bool:
        """`His`, `her brother`, but not `detained her`, `took her away`."""
        word, after = self.tokens[k].word, self.after(k)
        if word != "her":
            return word in _POSSESSIVE
        noun = after is not None and after.kind == "word" and not (after.word in _ONLY_PARTICLES or is_adverb(after))
        return noun and k + 1 < self.end

    def several(self, k: int) -> bool:
        """`Both were fined`, `the two were let go`, `all three`: told before, and no noun follows."""
        after = self.after(k)
        alone = (
            k + 1 >= self.end or after is None or after.kind == "mark" or after.word in PREPOSITIONS or is_adverb(after)
        )
        if not alone:
            return False
        word, before = self.tokens[k].word, self.tokens[k - 1].word if k > self.start else ""
        return word == "both" or (word in _NUMBERS and before in ("the", "all"))

    def behind_of(self, k: int) -> list[Token]:
        """`Activists of | the group | X`: the words behind the last "of", without determiners and marks."""
        between = k - 1
        while between > self.start and self.tokens[between].word != "of":
            between -= 1
        return [t for t in self.tokens[between + 1 : k] if t.word not in DETERMINERS and t.kind != "mark"]

    def names_between(self, comma: int) -> bool:
        """`…, | X, | …`: whether a name alone stands behind the comma, up to the next mark."""
        name, behind = self.after(comma), self.after(comma + 1)
        return name is not None and behind is not None and name.kind == "person" and behind.kind == "mark"

    def begins(self, k: int) -> bool:
        """Whether a phrase of its own begins at this article: ``on the 5th day of the strike the activist …``."""
        before = self.tokens[k - 1] if k > self.start else None
        return (
            before is not None
            and before.kind == "word"
            and before.word not in PREPOSITIONS
            and before.word not in ("and", "or", "all", "both", "as", "than")
        )


def names_owner(after: Token) -> bool:
    """`The Velm Times | journalist`: whether what follows a body's name belongs to the body."""
    return after.kind == "word" and after.word not in _NOT_OWNED and not is_adverb(after)


def count_behind(before: str, number: int) -> int | None:
    """`Four | hundred`: the number behind a word; ``None`` for `several hundred`, which tells none."""
    if number != _NUMBERS["hundred"]:
        return number
    return None if before in _MANY else number * _NUMBERS.get(before, 1)
