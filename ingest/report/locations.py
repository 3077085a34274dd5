"""The grammar of a header's location: which words beside the date are places (guide, ``places``).

A place is a name of the gazetteer, or capitalised words with a word for a kind of place (``Shelby village``, ``city of
Shelby``), or, beside a date and between separators, one capitalised word that is nothing else. It is the header's if
it is set off (``Shelby, …``, ``Shelby: …``, ``— SHELBY —``), stands behind ``in``, or names the body that acts
(``the Shelby city court …``). A place that acts itself (``Shelby refused …``) is no header.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

from ingest.facts import HeaderPlace, Span
from ingest.jurisdictions.gazetteer import first_word, header_words, place_names, which_place
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.folding import fold_in_place
from ingest.vocabulary import PlaceKind

SEPARATOR = re.compile(r"\s{0,3}(?:(?:[,:;.—–*_]|-(?=\s))\s{0,3}){0,3}")
_CLOSE = re.compile(r"\s{0,2}(?:[,:;—–(\[*]|-\s|\.(?=\s|$)|$)")
_IN = re.compile(r"(?:in|In|IN)\s+")
_THE = re.compile(r"(?:the|The|THE)\s+")
_WORD = r"[^\W\d_a-z][\w’'‑-]*"
_CAPITALISED = re.compile(_WORD)
_SEVERAL = re.compile(rf"{_WORD}(?:\s{_WORD}){{0,2}}")
_DASHED = re.compile(r"[^\W\d_a-z][^\n—–,.:;\[\]()“”«»\"]{1,40}(?=\s[—–])")
_SPACE = re.compile(r"\s{1,3}")
_UNKNOWN = re.compile(rf"{_WORD}(?!\s?[\w(])")
_WITHIN = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?|\s*/\s*|\s*\(\s*|\s+and\s+(?:the\s+)?")
_APPOSITION = re.compile(r",\s(?:who\s|(?:an?|the)\s([\w-]+(?:\s[\w-]+){0,2}))")
_BESIDE = re.compile(r"(?:near|outside|inside|at|opposite|in front of)\s", re.IGNORECASE)
_IN_OR_OF = re.compile(r"\s(?:in|of)\s+")
# Characters in which a body's name must follow its place; and places in one header.
_NEAR = 90
_MOST = 6
LEVELS: tuple[PlaceKind, ...] = get_args(PlaceKind)
"""Kinds of place, most general first."""


@dataclass(frozen=True, slots=True)
class Location:
    """Places in the order of the text, and the offset behind them and their separators.

    ``closed`` is true where a separator sets them off from the telling.
    """

    places: tuple[HeaderPlace, ...]
    body: int
    closed: bool = False


def read_location(text: str, at: int, jurisdiction: Jurisdiction, dated: bool) -> Location:
    """Read the places that stand from ``at`` on; ``dated`` when a date stands before them.

    Only with a date do position and ``in`` make a place of words that the gazetteer does not know.
    """
    start = SEPARATOR.match(text, at).end() if dated else at  # type: ignore[union-attr]
    dashed = dated and any(dash in text[at:start] for dash in "—–")
    lead = _IN.match(text, start)
    position = lead.end() if lead else start
    places: list[HeaderPlace] = []
    while len(places) < _MOST:
        phrases, end = _phrases(text, position, jurisdiction, places, dated, dashed)
        if not phrases:
            break
        close = _CLOSE.match(text, end)
        # "Washington, D.C. Senators …" is a header; "U.S. senators …" is not.
        ends = text[end - 1] == ")" or (text[end - 1] == "." and _kind(phrases[-1], text, jurisdiction) != "country")
        closed = close is not None or ends
        if not closed:
            if places:
                break
            if acting := _names_a_body(text, phrases, end, jurisdiction):
                return Location((acting,), start)
            if lead and dated and phrases[-1].grounds != "position":
                return Location(tuple(phrases), SEPARATOR.match(text, end).end())  # type: ignore[union-attr]
            break
        places += phrases
        position = SEPARATOR.match(text, end).end()  # type: ignore[union-attr]
        if close is None or close.group().strip() not in (",", ";", "—", "–", "-"):
            break
    if places:
        return Location(tuple(places), position, True)
    around = _place_of_surroundings(text, start, jurisdiction) if dated else None
    return Location((around,) if around else (), start)


def _phrases(
    text: str, at: int, jurisdiction: Jurisdiction, before: list[HeaderPlace], dated: bool, dashed: bool
) -> tuple[list[HeaderPlace], int]:
    """One place and those tied to it without a comma: ``of``, ``in``, brackets, ``and``."""
    first = _sure_phrase(text, at, jurisdiction)
    if first is None:
        unknown = _unknown_place(text, at, jurisdiction, before, dashed) if dated else None
        return ([unknown], unknown.span.end) if unknown else ([], at)
    found, end = [first], first.span.end
    while len(found) < _MOST:
        tie = _WITHIN.match(text, end) or (
            _SPACE.match(text, end) if _kind(found[-1], text, jurisdiction) in ("region", "district") else None
        )
        more = _sure_phrase(text, tie.end(), jurisdiction) if tie else None
        if tie is None or more is None:
            return found, end
        after = more.span.end
        if "(" in tie.group():
            if text[after : after + 1] != ")":
                return found, end
            after += 1
        elif _CLOSE.match(text, after) is None and not tie.group().strip().startswith(("of", "in")):
            return found, end
        found.append(more)
        end = after
    return found, end


def _sure_phrase(text: str, at: int, jurisdiction: Jurisdiction) -> HeaderPlace | None:
    """A name of the gazetteer or words with a word for a kind of place."""
    the = _THE.match(text, at)
    start = the.end() if the else at
    before, behind = _kind_patterns(jurisdiction)
    kinds = place_names(jurisdiction).kind_of
    ahead = before.match(text, start)
    if ahead and (name := _known_end(text, ahead.end(), jurisdiction) or _word_end(text, ahead.end(), jurisdiction)):
        return HeaderPlace(
            Span(start, name), Span(ahead.end(), name), kinds[fold_in_place(ahead[1])], "kind", "places.word_for_kind"
        )
    if known := _known_end(text, start, jurisdiction):
        kind = _SPACE.match(text, known)
        word = behind.match(text, kind.end()) if kind else None
        if word:
            return HeaderPlace(
                Span(start, word.end()),
                Span(start, known),
                kinds[fold_in_place(word.group())],
                "gazetteer",
                "places.gazetteer",
            )
        last = fold_in_place(text[start:known]).rpartition(" ")
        if last[0] and last[2] in kinds:
            return HeaderPlace(
                Span(start, known), Span(start, start + len(last[0])), kinds[last[2]], "gazetteer", "places.gazetteer"
            )
        return HeaderPlace(Span(start, known), Span(start, known), None, "gazetteer", "places.gazetteer")
    return _words_with_kind(text, start, jurisdiction)


def _words_with_kind(text: str, start: int, jurisdiction: Jurisdiction) -> HeaderPlace | None:
    _, behind = _kind_patterns(jurisdiction)
    end = start
    for _ in range(4):
        word = _CAPITALISED.match(text, end)
        if word is None or fold_in_place(word.group()) in _not_places(jurisdiction):
            return None
        gap = _SPACE.match(text, word.end())
        if gap is None:
            return None
        if kind := behind.match(text, gap.end()):
            meant = place_names(jurisdiction).kind_of[fold_in_place(kind.group())]
            return HeaderPlace(Span(start, kind.end()), Span(start, word.end()), meant, "kind", "places.word_for_kind")
        end = gap.end()
    return None


def _unknown_place(
    text: str, at: int, jurisdiction: Jurisdiction, before: list[HeaderPlace], dashed: bool
) -> HeaderPlace | None:
    """A word that only its position makes a place: first in the header, or behind a region or district."""
    if dashed and not before and (between := _between_dashes(text, at, jurisdiction)):
        return HeaderPlace(between, between, None, "position", "places.between_dashes")
    if before and _kind(before[-1], text, jurisdiction) not in ("region", "district", "country"):
        return None
    word = _UNKNOWN.match(text, at)
    if word is None or len(word.group()) < 3 or text[word.end() : word.end() + 1] != ",":
        return None
    folded = fold_in_place(word.group())
    if folded in _not_places(jurisdiction) or folded.endswith(header_words(jurisdiction).person_endings):
        return None
    if word.group().isupper() and len(folded) <= 6:
        return None
    said = _APPOSITION.match(text, word.end())
    if said and (said[1] is None or not set(said[1].lower().split()).isdisjoint(header_words(jurisdiction).people)):
        return None
    span = Span(*word.span())
    return HeaderPlace(span, span, None, "position", "places.between_commas")


def _between_dashes(text: str, at: int, jurisdiction: Jurisdiction) -> Span | None:
    words = _DASHED.match(text, at)
    if (
        words is None
        or not words.group().isupper()
        or fold_in_place(words.group().strip()) in _not_places(jurisdiction)
    ):
        return None
    return Span(at, at + len(words.group().rstrip()))


def _place_of_surroundings(text: str, at: int, jurisdiction: Jurisdiction) -> HeaderPlace | None:
    """``near the consulate in Shelby, …``: the place that ends the words which say where."""
    if not _BESIDE.match(text, at):
        return None
    end = text.find(",", at, at + _NEAR)
    for tie in _IN_OR_OF.finditer(text, at, max(end, at)):
        place = _sure_phrase(text, tie.end(), jurisdiction)
        if place and place.span.end == end and place.grounds == "gazetteer":
            return replace(place, rule="places.of_surroundings")
    return None


def _names_a_body(text: str, phrases: list[HeaderPlace], end: int, jurisdiction: Jurisdiction) -> HeaderPlace | None:
    """The place of a body that acts: ``the Shelby city administration``."""
    place = phrases[0]
    if len(phrases) > 1 or place.grounds != "gazetteer" or _kind(place, text, jurisdiction) == "country":
        return None
    body = _body_pattern(jurisdiction).match(fold_in_place(text[end : end + _NEAR]))
    if body is None:
        return None
    place = replace(place, rule="places.of_body")
    regional = body.group().lstrip().startswith(header_words(jurisdiction).regional)
    return replace(place, kind="region") if regional and place.kind is None else place


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
    if words is None or first_word(fold_in_place(words.group())) in _not_places(jurisdiction):
        return None
    return words.end()


def _kind(place: HeaderPlace, text: str, jurisdiction: Jurisdiction) -> str | None:
    if place.kind:
        return place.kind
    known, _ = which_place(text[slice(*place.name)], None, frozenset(), jurisdiction)
    return known.kind if known else None


@cache
def _kind_patterns(jurisdiction: Jurisdiction) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """``city of`` before a name, ``city`` behind one."""
    words = sorted(place_names(jurisdiction).kind_of, key=len, reverse=True)
    any_kind = "|".join(re.escape(word) for word in words)
    ahead = re.compile(rf"((?i:{any_kind})(?=\s+of)|(?:{any_kind}))\s+(?:of\s+(?:the\s+)?)?(?=[^\W\d_a-z])")
    return ahead, re.compile(rf"(?:{any_kind})(?!\w)", re.IGNORECASE)


@cache
def _body_pattern(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    words = header_words(jurisdiction)
    between, bodies = ("|".join(re.escape(fold_in_place(w)) for w in group) for group in (words.between, words.bodies))
    return re.compile(rf"(?:'s)?\s+(?:(?:{between})\s+){{0,4}}(?:{bodies})(?!\w)")


@cache
def _not_places(jurisdiction: Jurisdiction) -> frozenset[str]:
    return frozenset(header_words(jurisdiction).not_places)
