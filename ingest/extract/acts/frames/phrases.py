"""The words of a stretch of a sentence, and whether a phrase of the lexicon stands in them."""

from ingest.extract.acts.lexicon.frames import Phrase
from ingest.extract.acts.lexicon.nouns import singular
from ingest.extract.acts.syntax.tokens import Token
from ingest.facts import EntryFacts
from ingest.language.numbers import number_words

_UNITS = {"hour": "<hours>", "day": "<days>", "month": "<months>", "year": "<years>"}


def words_of(tokens: list[Token], start: int, end: int, facts: EntryFacts) -> list[str]:
    """The words of a slice, names taken apart, with a tag for a term (``<days>``) and for a kind of body."""
    words: list[str] = []
    for k in range(start, end):
        token = tokens[k]
        if token.kind in ("word", "number"):
            words.append(token.word)
            unit = _UNITS.get(singular(token.word.split("-")[-1]))
            if unit and k and (tokens[k - 1].kind == "number" or "-" in token.word or tokens[k - 1].word in _SPELLED):
                words.append(unit)
        elif token.kind == "body":
            body = facts.bodies[token.ref]
            words += token.word.replace("“", " ").replace("”", " ").replace('"', " ").replace("’", "'").split()
            if body.kind == "court":
                words += ["court", "<court>"]
            elif body.kind == "facility":
                words.append(f"<{body.type}>")
        elif token.kind == "mark":
            words.append(token.word)
    return words


_SPELLED = frozenset([*number_words().words, "several", "few"])


class Stretch:
    """Words that phrases are looked up in, each as printed and without its plural; made once for many phrases."""

    __slots__ = ("_members", "_plains", "_words")

    def __init__(self, words: list[str]) -> None:
        """Keep the words."""
        self._words = words
        self._plains = [singular(w) for w in words]
        self._members = frozenset(words).union(self._plains)

    def has(self, phrases: tuple[Phrase, ...]) -> bool:
        """Whether one of the phrases stands in the words."""
        return any(phrase[0] in self._members and self._holds(phrase) for phrase in phrases)

    def _holds(self, phrase: Phrase) -> bool:
        words, plains, first, size = self._words, self._plains, phrase[0], len(phrase)
        if size == 1:
            return True
        if any(word not in self._members for word in phrase):
            return False
        return any(
            (words[i] == first or plains[i] == first)
            and all(words[i + n] == phrase[n] or plains[i + n] == phrase[n] for n in range(1, size))
            for i in range(len(words) - size + 1)
        )
