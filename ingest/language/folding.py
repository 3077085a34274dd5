"""Folding: spellings made comparable, each way for its purpose.

``fold`` is for names that are compared as wholes, ``fold_in_place`` for words that are looked up where they are in a
text, ``lower`` for one word that a lexicon may hold. How a name is romanised, ``ingest.jurisdictions.romanisation``
knows.
"""

import re
import unicodedata

_NOT_WORDS = re.compile(r"[^\w/]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")


def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, single blanks: ``“Orda.kz” `` and ``orda kz`` are one.

    Letters of every script stay.
    """
    plain = without_accents(text).replace("'", "").replace("’", "")
    return _NOT_WORDS.sub(" ", plain.casefold()).strip()


def without_accents(text: str) -> str:
    """Every letter without its accents, ``é`` as ``e``; compatibility forms as plain ones."""
    if text.isascii():
        return text
    return _NOT_ASCII.sub(_without_marks, unicodedata.normalize("NFKD", text))


def _without_marks(run: re.Match[str]) -> str:
    return "".join(c for c in run.group() if not unicodedata.combining(c))


def fold_in_place(words: str) -> str:
    """Lower case, straight apostrophes and hyphens; as long as the words, so that offsets stay."""
    lowered = words.lower()
    # A few capitals (İ) grow when lowered; then the words are compared as they are.
    return (lowered if len(lowered) == len(words) else words).replace("’", "'").replace("‑", "-")


def lower(word: str) -> str:
    """A word in lower case with straight apostrophes, as lexicons have it."""
    return word.lower().replace("’", "'")
