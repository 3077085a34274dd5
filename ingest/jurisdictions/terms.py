"""Words that countries call differently: ``$local_administration`` in a lexicon stands for those of the pack."""

import re
from pathlib import Path
from typing import Annotated, Any

import msgspec

from ingest.errors import LexiconError

Words = Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


class Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``terms.yaml``, explained in ``ingest/lexicons/terms.yaml``."""

    local_administration: Words
    local_head: Words
    lower_house: Words
    country: Words
    country_adjective: Words
    citizens: Words
    capital: Words
    neighbour: Words
    currency: Words
    remand_place: tuple[str, ...]
    index_unit: tuple[str, ...]


_NAMES = sorted(Terms.__struct_fields__, key=len, reverse=True)
# A name may be followed by an ending: `$local_administrations`.
_TERM = re.compile(rf"\$(?:({'|'.join(_NAMES)})|\w*)")


def expand_terms(value: Any, terms: Terms, path: Path) -> Any:
    """A lexicon with the country's words where it refers to them; each phrase once for every word of a term.

    Raises ``LexiconError`` naming ``path``, for a term there is not and for a list of which nothing would be left.
    """
    if isinstance(value, dict):
        return {key: expand_terms(inner, terms, path) for key, inner in value.items()}
    if isinstance(value, list):
        return _expand_list(value, terms, path)
    if isinstance(value, str) and _TERM.search(value):
        raise LexiconError(f"{path}: '{value}' refers to a term outside a list; write it as a list of one.")
    return value


def _expand_list(items: list[Any], terms: Terms, path: Path) -> list[Any]:
    expanded: list[Any] = []
    for item in items:
        expanded += _expand_phrase(item, terms, path) if isinstance(item, str) else [expand_terms(item, terms, path)]
    if items and not expanded:
        raise LexiconError(f"{path}: nothing is left of {items}; the country's terms.yaml gives no word for it.")
    return expanded


def _expand_phrase(phrase: str, terms: Terms, path: Path) -> list[str]:
    found = _TERM.search(phrase)
    if found is None:
        return [phrase]
    if found[1] is None:
        raise LexiconError(f"{path}: there is no term '{found[0]}'; there are: {', '.join(_NAMES)}.")
    words: tuple[str, ...] = getattr(terms, found[1])
    return [
        whole
        for word in words
        for whole in _expand_phrase(phrase[: found.start()] + word + phrase[found.end() :], terms, path)
    ]
