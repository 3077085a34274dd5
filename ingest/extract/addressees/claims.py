"""Whom "claim against", "case against" and similar words mean."""

from ingest.extract.addressees.question import Addressees, Question
from ingest.extract.addressees.scene import Scene

_REACH = 160
_AGAINST = " against "
_TIMES = frozenset({"day", "month", "year", "hour", "week"})


def read_claimed(asked: Question) -> Addressees | None:
    """Those whom "claim against", "case against" before the words names, describes or stands for."""
    scene = asked.scene
    at = scene.text.rfind(_AGAINST, asked.sentence.start, asked.start)
    if at < 0 or scene.words.claims.isdisjoint(scene.document.words_within(max(asked.sentence.start, at - _REACH), at)):
        return None
    behind = at + len(_AGAINST)
    group = next(iter(scene.groups_within(behind, asked.start)), None)
    words = scene.document.words_and_numbers_within(behind, group.start if group else asked.start)
    members = scene.eligible(group) if group else ()
    if members and len(words) <= 6 and not set(words) & (scene.words.ends_list - {"the"}):
        return Addressees(members, "addressees.against")
    return _described(scene, words) if words else None


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
