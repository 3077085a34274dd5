"""Whom the words of a charge or a measure are about.

The rule reads one sentence, then what went before: the list of people nearest before the words, the one that a word of
law and "against" lead to, people behind the words, and for pronouns those against whom the entry has told something
already. People who are counted or described without a name are nobody (guide, charges: ``person`` is ``null``).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from ingest.analysis.document import Document
from ingest.extract.addressees.words import (
    WORD,
    AddresseeWords,
    addressee_words,
    joins_names,
    tells_unnamed,
)
from ingest.facts import Confidence, Person, Span
from ingest.jurisdictions.packs import Jurisdiction
from ingest.vocabulary import JUDICIARY, OFFICERS

_KIN = re.compile(
    r",\s(?:the\s|an?\s)?(?:mother|father|wife|husband|widow|son|daughter|brother|sister|parents?|relatives?|friend|"
    r"supporters?|lawyer|colleague|companion|follower)s?\sof\s(?:[a-z’'-]{1,20}\s){0,3}$"
)
_GOES_ON = re.compile(
    r"[\s,(]{0,3}(?:who|whose|sentenced|convicted|accused|arrested|detained|charged|serving|imprisoned)\b"
)
# How far apart two names of one list may stand.
_LIST_GAP = 60
_REACH = 160
_TIMES = frozenset({"day", "month", "year", "hour", "week"})


class Group(NamedTuple):
    """Names that stand in one list: where it begins and ends, and the indexes of its people, in order."""

    start: int
    end: int
    members: tuple[int, ...]


class Addressees(NamedTuple):
    """Indexes into the entry's persons (none: nobody named), how sure that is, and why it may be doubted."""

    persons: tuple[int, ...]
    confidence: Confidence = "high"
    doubt: str = ""


@dataclass(frozen=True)
class Scene:
    """An entry's document with its people in lists, for asking :func:`find_addressees`."""

    document: Document
    persons: tuple[Person, ...]
    groups: tuple[Group, ...]
    words: AddresseeWords

    @property
    def text(self) -> str:
        """The entry's text."""
        return self.document.text

    def sentence_at(self, position: int) -> Span:
        """The sentence that holds a position."""
        return self.document.sentence_at(position)

    def groups_within(self, start: int, end: int) -> tuple[Group, ...]:
        """The lists of people that lie wholly between two positions."""
        first = bisect_left(self.groups, start, key=lambda g: g.start)
        last = bisect_right(self.groups, end, key=lambda g: g.end)
        return self.groups[first:last]

    def group_before(self, position: int) -> Group | None:
        """The last list of people that ends before a position."""
        at = bisect_right(self.groups, position, key=lambda g: g.end)
        return self.groups[at - 1] if at else None

    def eligible(self, group: Group) -> tuple[int, ...]:
        """Those of a list whose role lets a charge or a measure be theirs."""
        return tuple(i for i in group.members if self.persons[i].role in self.words.roles)


def set_scene(document: Document, persons: tuple[Person, ...], jurisdiction: Jurisdiction) -> Scene:
    """Put the people of an entry into the lists that the text has them in."""
    words = addressee_words(jurisdiction)
    mentions = sorted((*span, i) for i, person in enumerate(persons) for span in person.evidence.spans)
    groups: list[Group] = []
    for start, end, person in mentions:
        if groups and start < groups[-1].end:
            continue
        gap = document.text[groups[-1].end : start] if groups and start - groups[-1].end <= _LIST_GAP else "."
        if groups and joins_names(gap, words):
            last = groups[-1]
            members = last.members if person in last.members else (*last.members, person)
            groups[-1] = Group(last.start, end, members)
        else:
            groups.append(Group(start, end, (person,)))
    return Scene(document, persons, tuple(groups), words)


def find_addressees(scene: Scene, start: int, end: int, held: Collection[int] = ()) -> Addressees:
    """Whom the words from ``start`` to ``end`` are about. ``held`` are those against whom something is told already."""
    sentence = scene.sentence_at(start)
    preceding = scene.groups_within(sentence.start, start)
    followed = scene.groups_within(end, sentence.end)
    near = next((g for g in reversed(preceding) if scene.eligible(g)), None)
    near = described_by(scene, near, start) if near else None
    gap = scene.text[near.end if near else sentence.start : start].lower()
    tokens = [m.group() for m in WORD.finditer(gap)]
    if any(phrase in gap for phrase in scene.words.everybody):
        everybody = tuple(sorted(held)) or _all_eligible(scene, start)
        return Addressees(everybody, "medium", "the words say: all of them")
    if claimed := _given(scene, end, followed) or _claimed(scene, sentence, start):
        return claimed
    if tells_unnamed(tokens, scene.words) and not (near is None and _adjacent(end, followed)):
        return Addressees((), "medium", "people told without a name")
    if near:
        return _nearest(scene, near, tokens, sentence, held)
    if preceding and (
        _is_header_form(scene.text[preceding[-1].end : start]) or _GOES_ON.match(scene.text, preceding[-1].end, start)
    ):
        members = tuple(i for i in preceding[-1].members if scene.persons[i].office not in JUDICIARY)
        if members:
            return Addressees(members, "medium", "their role in the entry speaks against it")
    return _elsewhere(scene, tokens, sentence, end, followed, held)


def described_by(scene: Scene, group: Group, start: int) -> Group:
    """The list that another one only describes: X of "X, mother of Y, was fined". Else the list itself.

    "X, mother of Y, who was sentenced" goes on about Y.
    """
    text = scene.text
    if not _KIN.search(text, max(0, group.start - _LIST_GAP), group.start) or _GOES_ON.match(text, group.end, start):
        return group
    earlier = scene.group_before(group.start - 1)
    apart = earlier is None or group.start - earlier.end > _LIST_GAP or earlier.start < scene.sentence_at(start).start
    return group if apart or earlier is None or not scene.eligible(earlier) else earlier


def _nearest(scene: Scene, near: Group, tokens: list[str], sentence: Span, held: Collection[int]) -> Addressees:
    """The list nearest before the words, unless "they" behind one name stands for several."""
    members = scene.eligible(near)
    if "each" not in tokens and {"they", "both", "them"} & set(tokens) and len(members) == 1:
        here = scene.groups_within(sentence.start, near.start)
        listed = next((scene.eligible(g) for g in reversed(here) if len(scene.eligible(g)) > 1), ())
        if listed and "both" in tokens:
            return Addressees(listed, "medium", "a pronoun stands for them")
        plural = _told_before(scene, sentence.start, held, several=True)
        if plural:
            return Addressees(plural, "medium", "a pronoun stands for them")
    return Addressees(members)


def _elsewhere(
    scene: Scene, tokens: list[str], sentence: Span, end: int, followed: tuple[Group, ...], held: Collection[int]
) -> Addressees:
    """People named behind the words, or in an earlier sentence."""
    several = bool(set(tokens) & (scene.words.several - {"each", "all"}))
    pronoun = several or bool(set(tokens) & scene.words.one)
    followed = tuple(g for g in followed if not scene.document.is_speaker(g.start))
    behind = next((scene.eligible(g) for g in followed if scene.eligible(g)), ())
    if behind and not (pronoun and held):
        return Addressees(behind, "high" if _adjacent(end, followed) else "medium", "named only afterwards")
    if told := _told_before(scene, sentence.start, held, several):
        return Addressees(told, "medium", "named in an earlier sentence")
    earlier = scene.group_before(sentence.start)
    if pronoun and earlier and all(scene.persons[i].office in OFFICERS for i in earlier.members):
        return Addressees(earlier.members, "low", "their role in the entry speaks against it")
    return Addressees(behind or _only_eligible(scene), "low", "nobody named near")


def _given(scene: Scene, end: int, followed: tuple[Group, ...]) -> Addressees | None:
    """ "15 days of arrest for activist X": those right behind the words and "for"."""
    if not followed or not scene.eligible(followed[0]):
        return None
    gap = scene.text[end : followed[0].start]
    told = [m.group() for m in WORD.finditer(gap)]
    if len(gap) > _LIST_GAP or set(gap) & set(",;:.()") or "for" not in told:
        return None
    between = told[len(told) - 1 - told[::-1].index("for") + 1 :]
    if len(between) > 3 or any(w in scene.words.ends_list - {"the"} or w.endswith("ing") for w in between):
        return None
    return Addressees(scene.eligible(followed[0]))


def _claimed(scene: Scene, sentence: Span, start: int) -> Addressees | None:
    """Those whom "claim against", "case against" before the words names, describes or stands for."""
    text = scene.text
    at = text.rfind(" against ", sentence.start, start)
    if at < 0:
        return None
    before = {m.group().lower() for m in WORD.finditer(text, max(sentence.start, at - _REACH), at)}
    if not before & scene.words.claims:
        return None
    behind = at + len(" against ")
    group = next(iter(scene.groups_within(behind, start)), None)
    told = [m.group().lower() for m in WORD.finditer(text, behind, group.start if group else start)]
    if group and scene.eligible(group) and len(told) <= 6 and not set(told) & scene.words.ends_list - {"the"}:
        return Addressees(scene.eligible(group))
    if told and told[0] in scene.words.one | scene.words.several:
        return None
    targets = tuple(i for i, person in enumerate(scene.persons) if person.role == "target")
    if len(told) > 1 and told[0] == "the" and told[1] in scene.words.described and targets:
        return Addressees(targets[:1], "medium", "a description stands for them")
    counted = told and told[0][0].isdigit() and told[1:2] != [] and told[1].rstrip("s") not in _TIMES
    if told and (counted or set(told[:4]) & scene.words.people):
        return Addressees((), "medium", "people told without a name")
    return None


def _adjacent(end: int, followed: tuple[Group, ...]) -> bool:
    return bool(followed) and followed[0].start - end <= _LIST_GAP


def _is_header_form(gap: str) -> bool:
    """Whether nothing but a title, a description or punctuation stands between a name and the words."""
    return len(gap) <= _REACH and not re.search(r"\b(?:was|were|is|are|has|have|had|said|says|stated|reports)\b", gap)


def _told_before(scene: Scene, before: int, held: Collection[int], several: bool) -> tuple[int, ...]:
    earlier = [scene.eligible(g) for g in scene.groups if g.end <= before]
    earlier = [g for g in earlier if g]
    if several:
        if group := next((g for g in reversed(earlier) if len(g) > 1), None):
            return group
        everyone = tuple(sorted({i for g in earlier for i in g}))
        return tuple(sorted(held)) if len(held) > 1 else everyone
    if held:
        lists = [tuple(i for i in g if i in held) for g in earlier]
        return next((g for g in reversed(lists) if g), ())
    return earlier[0] if earlier else ()


def _all_eligible(scene: Scene, before: int) -> tuple[int, ...]:
    return tuple(sorted({i for g in scene.groups if g.end <= before for i in scene.eligible(g)}))


def _only_eligible(scene: Scene) -> tuple[int, ...]:
    targets = tuple(i for i, person in enumerate(scene.persons) if person.role == "target")
    return targets if len(targets) == 1 and not _speaks(scene, targets[0]) else ()


def _speaks(scene: Scene, person: int) -> bool:
    """Whether every mention stands behind a quotation and a verb of saying."""
    return all(scene.document.is_speaker(span.start) for span in scene.persons[person].evidence.spans)
