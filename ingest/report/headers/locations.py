"""The grammar of a header's location: which words beside the date are places (annotation, entry).

A place is a name of the gazetteer, or capitalised words with a word for a kind of place (``Shelby village``, ``city of
Shelby``), or, beside a date and between separators, one capitalised word that is nothing else. It is the header's if
it is set off (``Shelby, …``, ``Shelby: …``, ``— SHELBY —``), follows ``in``, or names the body that acts
(``the Shelby city court …``). A place that acts itself (``Shelby refused …``) is no header.
"""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import get_args

from ingest.facts import HeaderPlace, Span
from ingest.jurisdictions.gazetteer import header_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.language.folding import fold_in_place
from ingest.report.headers.place_phrases import WORD, kind_of_place, not_places, read_place
from ingest.vocabulary import PlaceKind

SEPARATOR = re.compile(r"\s{0,3}(?:(?:[,:;.—–*_]|-(?=\s))\s{0,3}){0,3}")
_CLOSE = re.compile(r"\s{0,2}(?:[,:;—–(\[*]|-\s|\.(?=\s|$)|$)")
_IN = re.compile(r"(?:in|In|IN)\s+")
_DASHED = re.compile(r"[^\W\d_a-z][^\n—–,.:;\[\]()“”«»\"]{1,40}(?=\s[—–])")
_SPACE = re.compile(r"\s{1,3}")
_UNKNOWN = re.compile(rf"{WORD}(?!\s?[\w(])")
_WITHIN = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?|\s*/\s*|\s*\(\s*|\s+and\s+(?:the\s+)?")
_APPOSITION = re.compile(r",\s(?:who\s|(?:an?|the)\s([\w-]+(?:\s[\w-]+){0,2}))")
_BESIDE = re.compile(r"(?:near|outside|inside|at|opposite|in front of)\s", re.IGNORECASE)
_IN_OR_OF = re.compile(r"\s(?:in|of)\s+")
# Characters in which a body's name must follow its place; places in one header; letters of an acronym.
_NEAR = 90
_MOST = 6
_ACRONYM = 6
LEVELS: tuple[PlaceKind, ...] = get_args(PlaceKind)
"""Kinds of place, most general first."""


@dataclass(frozen=True, slots=True)
class Location:
    """Places in the order of the text, and the offset after them and their separators.

    ``closed`` is true where a separator sets them off from what the entry says.
    """

    places: tuple[HeaderPlace, ...]
    body: int
    closed: bool = False


def read_location(text: str, at: int, jurisdiction: Jurisdiction, dated: bool) -> Location:
    """Read the places that are from ``at`` on; ``dated`` when a date is before them.

    Only with a date do position and ``in`` make a place of words that the gazetteer does not know.
    """
    start = _behind_separator(text, at) if dated else at
    dashed = dated and any(dash in text[at:start] for dash in "—–")
    lead = _IN.match(text, start)
    position = lead.end() if lead else start
    places: list[HeaderPlace] = []
    while len(places) < _MOST:
        phrases, end = _phrases(text, position, jurisdiction, places, dated, dashed)
        if not phrases:
            break
        if not _is_set_off(text, phrases[-1], end, jurisdiction):
            behind_in = dated and lead is not None
            if not places and (found := _without_separator(text, start, phrases, end, jurisdiction, behind_in)):
                return found
            break
        places += phrases
        position = _behind_separator(text, end)
        if not _goes_on(text, end):
            break
    if places:
        return Location(tuple(places), position, True)
    around = _place_of_surroundings(text, start, jurisdiction) if dated else None
    return Location((around,) if around else (), start)


def _behind_separator(text: str, at: int) -> int:
    separator = SEPARATOR.match(text, at)
    return separator.end() if separator else at


def _is_set_off(text: str, last: HeaderPlace, end: int, jurisdiction: Jurisdiction) -> bool:
    """Whether a separator, a bracket or the full stop of an abbreviation ends the place that ends at ``end``."""
    if _CLOSE.match(text, end) or text[end - 1] == ")":
        return True
    # "Washington, D.C. Senators …" is a header; "U.S. senators …" is not.
    return text[end - 1] == "." and kind_of_place(last, text, jurisdiction) != "country"


def _goes_on(text: str, end: int) -> bool:
    """Whether the separator at ``end`` may have another place after it."""
    close = _CLOSE.match(text, end)
    return close is not None and close.group().strip() in (",", ";", "—", "–", "-")


def _without_separator(
    text: str, start: int, phrases: list[HeaderPlace], end: int, jurisdiction: Jurisdiction, behind_in: bool
) -> Location | None:
    """Places that nothing sets off: the header's if they name a body that acts, or follow a date and ``in``."""
    if acting := _names_a_body(text, phrases, end, jurisdiction):
        return Location((acting,), start)
    if behind_in and phrases[-1].grounds != "position":
        return Location(tuple(phrases), _behind_separator(text, end))
    return None


def _phrases(
    text: str, at: int, jurisdiction: Jurisdiction, before: list[HeaderPlace], dated: bool, dashed: bool
) -> tuple[list[HeaderPlace], int]:
    """One place and those tied to it without a comma: ``of``, ``in``, brackets, ``and``."""
    first = read_place(text, at, jurisdiction)
    if first is None:
        unknown = _unknown_place(text, at, jurisdiction, before, dashed) if dated else None
        return ([unknown], unknown.span.end) if unknown else ([], at)
    found, end = [first], first.span.end
    while len(found) < _MOST:
        tie = _WITHIN.match(text, end) or (
            _SPACE.match(text, end) if kind_of_place(found[-1], text, jurisdiction) in ("region", "district") else None
        )
        more = read_place(text, tie.end(), jurisdiction) if tie else None
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


def _unknown_place(
    text: str, at: int, jurisdiction: Jurisdiction, before: list[HeaderPlace], dashed: bool
) -> HeaderPlace | None:
    """A word that only its position makes a place: first in the header, or after a region or district."""
    if dashed and not before and (between := _between_dashes(text, at, jurisdiction)):
        return HeaderPlace(between, between, None, "position", "places.between_dashes")
    if before and kind_of_place(before[-1], text, jurisdiction) not in ("region", "district", "country"):
        return None
    word = _UNKNOWN.match(text, at)
    if word is None or text[word.end() : word.end() + 1] != ",":
        return None
    if _is_no_place(word.group(), jurisdiction) or _is_a_person(text, word.end(), jurisdiction):
        return None
    span = Span(*word.span())
    return HeaderPlace(span, span, None, "position", "places.between_commas")


def _is_no_place(word: str, jurisdiction: Jurisdiction) -> bool:
    """Whether it is too short, an acronym, a word that is no place, or ends like a person's name."""
    if len(word) < 3 or (word.isupper() and len(word) <= _ACRONYM):
        return True
    folded = fold_in_place(word)
    return folded in not_places(jurisdiction) or folded.endswith(header_words(jurisdiction).person_endings)


def _is_a_person(text: str, end: int, jurisdiction: Jurisdiction) -> bool:
    """Whether what follows a word says so: ``Rokh, who …``, ``Rokh, an activist …``."""
    apposition = _APPOSITION.match(text, end)
    if apposition is None:
        return False
    described = apposition[1]
    return described is None or not set(described.lower().split()).isdisjoint(header_words(jurisdiction).people)


def _between_dashes(text: str, at: int, jurisdiction: Jurisdiction) -> Span | None:
    words = _DASHED.match(text, at)
    if words is None or not words.group().isupper() or fold_in_place(words.group().strip()) in not_places(jurisdiction):
        return None
    return Span(at, at + len(words.group().rstrip()))


def _place_of_surroundings(text: str, at: int, jurisdiction: Jurisdiction) -> HeaderPlace | None:
    """``near the consulate in Shelby, …``: the place that ends the words which say where."""
    if not _BESIDE.match(text, at):
        return None
    end = text.find(",", at, at + _NEAR)
    for tie in _IN_OR_OF.finditer(text, at, max(end, at)):
        place = read_place(text, tie.end(), jurisdiction)
        if place and place.span.end == end and place.grounds == "gazetteer":
            return replace(place, rule="places.of_surroundings")
    return None


def _names_a_body(text: str, phrases: list[HeaderPlace], end: int, jurisdiction: Jurisdiction) -> HeaderPlace | None:
    """The place of a body that acts: ``the Shelby city administration``."""
    place = phrases[0]
    if len(phrases) > 1 or place.grounds != "gazetteer" or kind_of_place(place, text, jurisdiction) == "country":
        return None
    body = _body_pattern(jurisdiction).match(fold_in_place(text[end : end + _NEAR]))
    if body is None:
        return None
    place = replace(place, rule="places.of_body")
    regional = body.group().lstrip().startswith(header_words(jurisdiction).regional)
    return replace(place, kind="region") if regional and place.kind is None else place


@cache
def _body_pattern(jurisdiction: Jurisdiction) -> re.Pattern[str]:
    words = header_words(jurisdiction)
    between, bodies = ("|".join(re.escape(fold_in_place(w)) for w in group) for group in (words.between, words.bodies))
    return re.compile(rf"(?:'s)?\s+(?:(?:{between})\s+){{0,4}}(?:{bodies})(?!\w)")
