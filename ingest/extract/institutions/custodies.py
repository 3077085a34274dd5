"""Who is held in a facility, by the words beside its name: the header's, or "is being held in LA-155/18"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import msgspec

from ingest.analysis.document import Document
from ingest.analysis.phrases import any_phrase
from ingest.analysis.tokens import find_words
from ingest.extract.addressees.scene import Scene, set_scene
from ingest.facts import EntryFacts, Evidence, Matter, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import OFFICIALS_AND_LAWYERS, FacilityKind, Role

# Hours at a police station are an act at it, no custody.
_CUSTODY: frozenset[FacilityKind] = frozenset({"prison", "remand", "special_detention"})
_FREE: frozenset[Role] = OFFICIALS_AND_LAWYERS | {"relative"}
# How far before the facility the words may stand that put somebody into it, and the person before these words.
_NEAR = 45
_PERSON_REACH = 130
_UNREAL_WORDS = 5
# Between the facility of a header and the person: "facility LA-155/18, X", "colony No. 5: X".
_HEADER_GAP = re.compile(r"\s?[,:;–—-]\s?|\)\s?[,:]?\s?")
# Between the name of an inmate and that of the facility: "X, an inmate of", "the inmate of F X".
_APPOSITION = re.compile(r",\s(?:an?\s|the\s)?(?:[a-z-]+\s){0,2}$")
_DESCRIPTION = re.compile(r"[”\"»’']?,?\s(?:[a-z-]+\s){0,2}$")
_ARTICLE = re.compile(r"\s(?:the\s|an?\s)?(?:[\w’'.“\"«-]+\s){0,3}[“\"«]?$")


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``custody.yaml``, explained there."""

    held_in: tuple[str, ...]
    inmate_of: tuple[str, ...]
    unreal: frozenset[str]


@dataclass(frozen=True, eq=False)
class _Patterns:
    held_in: re.Pattern[str]
    inmate_of: re.Pattern[str]
    unreal: frozenset[str]


@cache
def _patterns(jurisdiction: Jurisdiction) -> _Patterns:
    words = jurisdiction.lexicon("custody", _Words)
    return _Patterns(any_phrase(words.held_in), any_phrase(words.inmate_of), words.unreal)


def find_custody_words(document: Document, facts: EntryFacts, jurisdiction: Jurisdiction) -> Iterator[Matter]:
    """Yield who is held where (``held_at``), each person and facility once; the value is the facility's name."""
    places = [
        (span, index)
        for index, body in enumerate(facts.bodies)
        if body.kind == "facility" and body.type in _CUSTODY
        for span in body.evidence.spans
    ]
    if not places:
        return
    scene = set_scene(document, facts.persons, jurisdiction)
    patterns = _patterns(jurisdiction)
    for span, index in sorted(places):
        told = _in_header(scene, span) or _held_in(scene, span, patterns) or _inmates(scene, span, patterns)
        if told is not None:
            persons, rule, words = told
            for person in persons:
                evidence = Evidence(tuple(sorted({words, span})), rule)
                yield Matter("held_at", facts.bodies[index].name, evidence, person, index)


_Told = tuple[tuple[int, ...], str, Span]


def _in_header(scene: Scene, facility: Span) -> _Told | None:
    """`March 4, facility No. 5, X`: the list of people right behind a facility of the header."""
    first = next(iter(scene.groups), None)
    if first is None or facility.start > first.start:
        return None
    if not _HEADER_GAP.fullmatch(scene.text, facility.end, first.start) or not _is_header(scene, facility):
        return None
    return _those(scene, first.members, "custodies.header", Span(first.start, first.end))


def _is_header(scene: Scene, facility: Span) -> bool:
    """Whether nothing but places, marks and words for a facility stands between the header's date and the facility."""
    body = scene.document.entry.body
    ahead = scene.text[body : facility.start]
    return facility.start <= body or len(find_words(ahead)) <= 2


def _held_in(scene: Scene, facility: Span, patterns: _Patterns) -> _Told | None:
    """`X is being held in facility ZK-169/5`."""
    words = _right_before(scene, facility, patterns.held_in)
    if words is None or _is_unreal(scene, words, patterns):
        return None
    sentence = scene.sentence_at(words.start)
    group = scene.group_before(words.start)
    if group is None or words.start - group.end > _PERSON_REACH:
        return None
    if group.start < sentence.start and not _goes_on(scene, sentence):
        return None
    return _those(scene, group.members, "custodies.held_in", words)


def _goes_on(scene: Scene, sentence: Span) -> bool:
    """Whether a sentence begins with a pronoun: it goes on about whoever was named last."""
    first = find_words(scene.text[sentence.start : sentence.end].lower())[:1]
    return bool({"he", "she", "they", "both"}.intersection(first))


def _inmates(scene: Scene, facility: Span, patterns: _Patterns) -> _Told | None:
    """`X, an inmate of colony No. 5`, `the inmate of colony No. 5 X`."""
    words = _right_before(scene, facility, patterns.inmate_of)
    if words is None:
        return None
    before = scene.group_before(words.start)
    if before is not None and _APPOSITION.fullmatch(scene.text, before.end, words.start):
        return _those(scene, before.members, "custodies.inmate", words)
    behind = next(iter(scene.groups_within(facility.end, scene.sentence_at(facility.start).end)), None)
    if behind is not None and _DESCRIPTION.fullmatch(scene.text, facility.end, behind.start):
        return _those(scene, behind.members, "custodies.inmate", words)
    return None


def _right_before(scene: Scene, facility: Span, pattern: re.Pattern[str]) -> Span | None:
    start = max(scene.sentence_at(facility.start).start, facility.start - _NEAR)
    found = list(pattern.finditer(scene.text, start, facility.start))
    if not found or not _ARTICLE.fullmatch(scene.text, found[-1].end(), facility.start):
        return None
    return Span(*found[-1].span())


def _is_unreal(scene: Scene, words: Span, patterns: _Patterns) -> bool:
    """Whether somebody is only to be put there, was there once, or something else was sent there."""
    group = scene.group_before(words.start)
    start = max(scene.sentence_at(words.start).start, group.end if group else 0)
    ahead = find_words(scene.text[start : words.start].lower())[-_UNREAL_WORDS:]
    return not patterns.unreal.isdisjoint(ahead) or ahead[-1:] == ["be"]


def _those(scene: Scene, members: tuple[int, ...], rule: str, words: Span) -> _Told | None:
    """Those of a list who may be prisoners."""
    held = tuple(i for i in members if scene.persons[i].role not in _FREE)
    return (held, rule, words) if held else None
