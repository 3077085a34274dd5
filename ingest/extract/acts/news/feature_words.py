"""What a feature of the news model means in plain English (``feature_words.yaml``)."""

from functools import cache
from pathlib import Path
from typing import get_args

import msgspec

from ingest.language.lexicons import convert_lexicon, read_yaml
from ingest.vocabulary import ActType

_FILE = Path(__file__).with_name("feature_words.yaml")
_TYPES = frozenset(get_args(ActType))
# The families whose value is a name in a lexicon.
_IDS = frozenset({"class", "frame", "pattern", "word", "word-after", "word-before"})


class FeatureWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``feature_words.yaml``; its comment says what the fields are."""

    names: dict[str, str]
    families: dict[str, str]


@cache
def load_feature_words(path: Path = _FILE) -> FeatureWords:
    """Read the words. Raises ``LexiconError`` naming the file."""
    words: FeatureWords = convert_lexicon(read_yaml(path), FeatureWords, [path])
    return words


def describe_feature(feature: str, words: FeatureWords) -> str:
    """A feature in words: ``trial&by:court`` is ``trial, by a court``. ``KeyError`` where a part has none."""
    return ", ".join(_describe_part(part, words) for part in feature.split("&"))


def _describe_part(part: str, words: FeatureWords) -> str:
    if part in words.names:
        return words.names[part]
    type_, _, other = part.partition("|")
    if type_ in _TYPES:
        return f"{_plain(type_)}, where the entry tells of {_plain(other)} too" if other else _plain(type_)
    family, _, value = part.partition(":")
    return words.families[family].replace("{}", value if family in _IDS else _plain(value))


def _plain(word: str) -> str:
    return word.replace("_", " ")
