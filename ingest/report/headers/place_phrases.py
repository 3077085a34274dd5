"""A place as a header names it: a name of the gazetteer, or words beside a word for a kind of place."""

import re
from collections.abc import Mapping
from functools import cache

from ingest.facts import HeaderPlace, Span
from ingest.jurisdictions.gazetteer import first_word, header_words, place_names, which_place
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.folding import fold_in_place
from ingest.vocabulary import PlaceKind

WORD = r"[^\W\d_a-z][\w’'‑-]*"
"""A capitalised word."""
_THE = re.compile(r"(?:the|The|THE)\s+")
_CAPITALISED = re.compile(WORD)
_SEVERAL = re.compile(rf"{WORD}(?:\s{WORD}){{0,2}}")
_SPACE = re.compile(r"\s{1,3}")


def read_place(text: str, at: int, jurisdiction: Jurisdiction) -> HeaderPlace | None:
    """The place that is at ``at``: a name of the gazetteer, or words with a word for a kind of place."""
    the = _THE.match(text, at)
    start = the.end() if the else at
    before, behind = _kind_patterns(jurisdiction)
    kinds = place_names(jurisdiction).kind_of
    ahead = before.match(text, start)
    if ahead and (name := _known_end(text, ahead.end(), jurisdiction) or _word_end(text, ahead.end(), jurisdiction)):
        kind = kinds[fold_in_place(ahead[1])]
        return HeaderPlace(Span(start, name), Span(ahead.end(), name), kind, "kind", "places.word_for_kind")
    if known := _known_end(text, start, jurisdiction):
        return _known_place(text, Span(start, known), behind, kinds)
    return _words_with_kind(text, start, jurisdiction)


def _known_place(text: str, known: Span, behind: re.Pattern[str], kinds: Mapping[str, PlaceKind]) -> HeaderPlace:
    """The place of a name of the gazetteer, with a word for its kind after the name or at its end."""
    gap = _SPACE.match(text, known.end)
    if gap and (word := behind.match(text, gap.end())):
        whole, kind = Span(known.start, word.end()), kinds[fold_in_place(word.group())]
        return HeaderPlace(whole, known, kind, "gazetteer", "places.gazetteer")
    bare, _, last = fold_in_place(text[slice(*known)]).rpartition(" ")
    if bare and last in kinds:
        name = Span(known.start, known.start + len(bare))
        return HeaderPlace(known, name, kinds[last], "gazetteer", "places.gazetteer")
    return HeaderPlace(known, known, None, "gazetteer", "places.gazetteer")


def _words_with_kind(text: str, start: int, jurisdiction: Jurisdiction) -> HeaderPlace | None:
    _, behind = _kind_patterns(jurisdiction)
    end = start
    for _ in range(4):
        word = _CAPITALISED.match(text, end)
        if word is None or fold_in_place(word.group()) in not_places(jurisdiction):
            return None
        gap = _SPACE.match(text, word.end())
        if gap is None:
            return None
        if kind := behind.match(text, gap.end()):
            meant = place_names(jurisdiction).kind_of[fold_in_place(kind.group())]
            return HeaderPlace(Span(start, kind.end()), Span(start, word.end()), meant, "kind", "places.word_for_kind")
        end = gap.end()
    return None


def _known_end(text: str, at: int, jurisdiction: Jurisdiction) -> int | None:
    """Where the longest name of the gazetteer that starts at ``at`` ends."""
    names = place_names(jurisdiction).by_start
    ahead = fold_in_place(text[at : at + 60])
    if not ahead or not text[at].isupper():
        return None
    for name in names.get(first_word(ahead), ()):
        if ahead.startswith(name) and not ahead[len(name) : len(name) + 1].isalnum():
            following = ahead[len(name) : len(name) + 2]
            # "Shelby-based": the name is part of a longer word.
            if not (following[:1] == "-" and following[1:].isalpha()):
                return at + len(name)
    return None


def _word_end(text: str, at: int, jurisdiction: Jurisdiction) -> int | None:
    words = _SEVERAL.match(text, at)
    if words is None or first_word(fold_in_place(words.group())) in not_places(jurisdiction):
        return None
    return words.end()


def kind_of_place(place: HeaderPlace, text: str, jurisdiction: Jurisdiction) -> str | None:
    """What the words say it is, else what the gazetteer's place of that name is; ``None`` if neither says."""
    if place.kind:
        return place.kind
    known, _ = which_place(text[slice(*place.name)], None, frozenset(), jurisdiction)
    return known.kind if known else None


@cache
def _kind_patterns(jurisdiction: Jurisdiction) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """``city of`` before a name, ``city`` after one."""
    words = sorted(place_names(jurisdiction).kind_of, key=len, reverse=True)
    any_kind = "|".join(re.escape(word) for word in words)
    ahead = re.compile(rf"((?i:{any_kind})(?=\s+of)|(?:{any_kind}))\s+(?:of\s+(?:the\s+)?)?(?=[^\W\d_a-z])")
    return ahead, re.compile(rf"(?:{any_kind})(?!\w)", re.IGNORECASE)


@cache
def not_places(jurisdiction: Jurisdiction) -> frozenset[str]:
    """Words with a capital that no header means as a place, folded."""
    return frozenset(header_words(jurisdiction).not_places)
