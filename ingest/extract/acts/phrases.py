"""The words of a stretch of a sentence, and whether a phrase of the lexicon stands in them."""

from ingest.extract.acts.lexicon import Phrase, plain
from ingest.extract.acts.words import Token
from ingest.facts import EntryFacts

_UNITS = {"hour": "<hours>", "day": "<days>", "month": "<months>", "year": "<years>"}


def words_of(tokens: list[Token], start: int, end: int, facts: EntryFacts) -> list[str]:
    """The words of a slice, names taken apart, with a tag for a term (``<days>``) and for a kind of body."""
    words: list[str] = []
    for k in range(start, end):
        token = tokens[k]
        if token.kind in ("word", "number"):
            words.append(token.word)
            unit = _UNITS.get(plain(token.word.split("-")[-1]))
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


_SPELLED = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "few"])


def has_phrase(words: list[str], phrases: tuple[Phrase, ...]) -> bool:
    """Whether one of the phrases stands in the words, each word as printed or without its plural."""
    if not phrases:
        return False
    plains = [plain(w) for w in words]
    for phrase in phrases:
        first, size = phrase[0], len(phrase)
        for i in range(len(words) - size + 1):
            if (words[i] == first or plains[i] == first) and all(
                words[i + n] == phrase[n] or plains[i + n] == phrase[n] for n in range(1, size)
            ):
                return True
    return False
