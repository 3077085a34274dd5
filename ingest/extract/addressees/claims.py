"""Whom "claim against", "case against" and similar words mean."""

import re
from functools import cache

from ingest.extract.addressees.adjacent import accusable
from ingest.extract.addressees.question import Addressees, Question
from ingest.extract.addressees.scene import Scene
from ingest.extract.addressees.words import AddresseeWords

_REACH = 160
_TIMES = frozenset({"day", "month", "year", "hour", "week"})


def read_claimed(asked: Question) -> Addressees | None:
    """Those whom "claim against", "case in respect of" before the words names, describes or stands for."""
    scene = asked.scene
    found = _last_against(asked)
    if found is None:
        return None
    before = scene.document.words_within(max(asked.sentence.start, found.start() - _REACH), found.start())
    # "Against X a case was opened" has its word of law behind.
    if before and scene.words.claims.isdisjoint(before):
        return None
    behind = found.end()
    group = next(iter(scene.groups_within(behind, asked.start)), None)
    words = scene.document.words_and_numbers_within(behind, group.start if group else asked.start)
    members = accusable(scene, group) if group else ()
    if members and len(words) <= 6 and not set(words) & (scene.words.ends_list - {"the"}):
        return Addressees(members, "addressees.against")
    return _described(scene, words) if words else None


def _last_against(asked: Question) -> re.Match[str] | None:
    found = _against(asked.scene.words).finditer(asked.scene.text, asked.sentence.start, asked.start)
    return next(reversed(list(found)), None)


@cache
def _against(words: AddresseeWords) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.against)})\s", re.IGNORECASE)


def _described(scene: Scene, words: list[str]) -> Addressees | None:
    """Whom the words after "against" mean where they are no names: "the convict", "3 activists", "him"."""
    if words[0] in scene.words.one | scene.words.several:
        return None
    if words[0] == "the" and set(words[1:2]) & scene.words.described and scene.targets():
        described = scene.targets()[:1]
        return Addressees(described, "addressees.against_described", "medium", "a description stands for them")
    counted = words[0][0].isdigit() and len(words) > 1 and words[1].rstrip("s") not in _TIMES
    if counted or set(words[:4]) & scene.words.people:
        return Addressees((), "addressees.unnamed", "medium", "people without a name")
    return None
