"""Content words of English and their stems, by which two texts can be compared."""

import re
from collections.abc import Iterator
from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer

from ingest.facts import ContentWord, Span

# Words of so many letters carry meaning; a part after a hyphen or an apostrophe is no word.
_CONTENT_WORD = re.compile(r"(?<![\w’'-])[^\W\d_]{5,}")
# The stemmer by itself: `snowballstemmer.stemmer()` takes PyStemmer's where that is installed, of whatever version.
_STEMMER = EnglishStemmer()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The part of a word in lower case that its inflected forms share: ``detain`` of ``detaining``."""
    return str(_STEMMER.stemWord(word))


def find_content_words(text: str, start: int = 0) -> Iterator[ContentWord]:
    """Yield each stem of a text once, with the first word that has it; words with a capital are left out.

    ``start`` is where to begin; spans count from the beginning of the text.
    """
    seen = set()
    for found in _CONTENT_WORD.finditer(text, start):
        if found[0].islower() and (key := stem(found[0])) not in seen:
            seen.add(key)
            yield ContentWord(key, Span(*found.span()))
