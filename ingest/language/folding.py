"""Folding: a spelling made comparable (lower case, no accents, no punctuation, single blanks)."""

import re
import unicodedata

_NOT_WORDS = re.compile(r"[^\w/]+")


def fold(text: str) -> str:
    """``“Orda.kz” `` and ``orda kz`` are one; letters of every script stay."""
    plain = unicodedata.normalize("NFKD", text).replace("'", "").replace("’", "")
    return _NOT_WORDS.sub(" ", "".join(c for c in plain if not unicodedata.combining(c)).casefold()).strip()
