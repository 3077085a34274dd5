"""Whom the words right beside a sanction or a charge give it to, whatever their role in the entry."""

import re
from functools import cache

from ingest.extract.addressees.question import Addressees, Question
from ingest.extract.addressees.scene import LIST_GAP, Group, Scene
from ingest.extract.addressees.words import AddresseeWords
from ingest.vocabulary import JUDICIARY, OFFICERS

# How many words a "to" that gives a sanction to somebody may be behind it: "5 years of imprisonment to X".
_LINKED = 3
_FOR_GAP_MARKS = frozenset(",;:.()")
_OF_WHOM = re.compile(r"\sof\s(?:(?:the\s)?[a-z’'-]+\s){0,3}")
# "3 years for the administrator of his channel, X"
_DESCRIBED = re.compile(
    r"(?:\sof\s[a-z]+){0,2}\s(?:for|to)\s(?:the|his|her|their|an?)\s(?:[a-z’'-]+\s){0,5}[a-z’'-]+,\s"
)


def read_right_before(asked: Question) -> Addressees | None:
    """ "Gave his wife X a fine of 40 units", "Captain X was sentenced to": the people right before the words."""
    last = asked.preceding[-1] if asked.preceding else None
    if last is None:
        return None
    members = _punishable(asked.scene, last)
    gap = asked.scene.text[last.end : asked.start]
    if not members or asked.scene.eligible(last):
        return None
    punished = _punished(asked.scene.words).match(asked.scene.text, last.end, asked.end)
    if not (_is_touching(gap, asked.scene.words) or punished):
        return None
    return Addressees(members, "addressees.right_before", "medium", "their role in the entry speaks against it")


def read_given(asked: Question) -> Addressees | None:
    """ "15 days of arrest for activist X", "5 years to X", "the custody of X": those right after the words."""
    group = asked.following[0] if asked.following else None
    if group is None or group.start - asked.end > LIST_GAP:
        return None
    gap = asked.scene.text[asked.end : group.start]
    if _DESCRIBED.fullmatch(gap):
        return Addressees(_punishable(asked.scene, group), "addressees.given_for")
    members = asked.scene.eligible(group)
    if not members:
        return None
    if not _is_term(asked) and _OF_WHOM.fullmatch(gap):
        return Addressees(members, "addressees.of_whom")
    return Addressees(members, "addressees.given_for") if _is_linked(asked, group) else None


def _is_term(asked: Question) -> bool:
    """ "5 years of imprisonment": what follows "of" is no person's."""
    return any(term.span.start == asked.start for term in asked.scene.document.durations)


def _is_linked(asked: Question, group: Group) -> bool:
    """Whether "for" or "to" leads to somebody with nothing but words for who they are between."""
    if _FOR_GAP_MARKS & set(asked.scene.text[asked.end : group.start]):
        return False
    words = asked.scene.document.words_and_numbers_within(asked.end, group.start)
    link = "for" if "for" in words else "to"
    if link not in words[: _LINKED if link == "to" else len(words)]:
        return False
    return _only_describe(words[len(words) - words[::-1].index(link) :], asked.scene)


def _only_describe(words: list[str], scene: Scene) -> bool:
    """Whether the few words before a name only say who somebody is."""
    ends = scene.words.ends_list - {"the"}
    return len(words) <= 3 and not any(word in ends or word.endswith("ing") for word in words)


def _punishable(scene: Scene, group: Group) -> tuple[int, ...]:
    return tuple(i for i in group.members if scene.persons[i].office not in JUDICIARY)


def accusable(scene: Scene, group: Group) -> tuple[int, ...]:
    """Those of a list who may be accused: the words name them, so officers too, but no judges or prosecutors."""
    return scene.eligible(group) or tuple(i for i in group.members if scene.persons[i].office in OFFICERS)


def _is_touching(gap: str, words: AddresseeWords) -> bool:
    return bool(gap.strip()) and set(gap.split()) <= words.for_sanction


@cache
def _punished(words: AddresseeWords) -> re.Pattern[str]:
    """A verb right behind a name by which somebody is punished or accused."""
    return re.compile(rf"(?:,\s(?!wh|that)[^,;.:]{{1,60}})?,?\s(?:{'|'.join(words.punished)})\b", re.IGNORECASE)
