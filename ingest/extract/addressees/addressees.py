"""Whom the words of a charge or a sanction are about.

The rule reads one sentence, then what went before: the list of people nearest before the words, the one that a word of
law and "against" lead to, people after the words, and for pronouns those the entry has accused
already. People who are counted or described without a name are nobody (annotation, charges).
"""

import re
from collections.abc import Collection

from ingest.extract.addressees.adjacent import read_given, read_right_before
from ingest.extract.addressees.asides import is_aside, is_harmed, is_witness
from ingest.extract.addressees.claims import read_claimed
from ingest.extract.addressees.first_person import find_speaker
from ingest.extract.addressees.pronouns import (
    may_be_punished,
    named_beside,
    officers_before,
    one_before,
    read_undergoing,
    several_before,
)
from ingest.extract.addressees.question import Addressees, Question
from ingest.extract.addressees.scene import GOES_ON, LIST_GAP, Group, Scene, described_by
from ingest.extract.addressees.words import tells_unnamed
from ingest.facts import Confidence
from ingest.vocabulary import JUDICIARY, OFFICERS

_REACH = 160
# So many people "both" are.
_SEVERAL = 2
_THEY = frozenset({"they", "both", "them"})
_PRONOUNS = frozenset({"him", "her"})
_VERB = re.compile(r"\b(?:was|were|is|are|has|have|had|said|says|stated|reports)\b")


def find_addressees(scene: Scene, start: int, end: int, accused: Collection[int] = ()) -> Addressees:
    """Whom the words from ``start`` to ``end`` are about.

    ``accused`` are the indexes of those whom the entry has accused of something already.
    """
    asked = Question(scene, start, end, accused)
    speaker = find_speaker(scene, start)
    if speaker is not None:
        return Addressees((speaker,), "addressees.first_person", "medium", "“I” is the one who is quoted")
    near = _nearest_list(asked)
    behind = near.end if near else asked.sentence.start
    words = scene.document.words_and_numbers_within(behind, start)
    gap = scene.text[behind:start].lower()
    aside = _aside(asked, words) if near is None else None
    stated = _stated(asked, near, words, gap) or aside
    if stated:
        return stated
    told_before = _nearest(asked, near, words) if near else _officials(asked)
    return told_before or _elsewhere(asked, words)


def _stated(asked: Question, near: Group | None, words: list[str], gap: str) -> Addressees | None:
    """Those whom the words beside the question give it to, or nobody where people are counted."""
    beside = _everybody(asked, gap) or read_right_before(asked) or read_given(asked)
    return beside or read_claimed(asked) or _unnamed(asked, near, words)


def _nearest_list(asked: Question) -> Group | None:
    """The list of eligible people nearest before the words in their sentence, or the one that it only describes."""
    scene = asked.scene
    named = (g for g in reversed(asked.preceding) if scene.eligible(g))
    near = next((g for g in named if not is_aside(scene, g, asked.start)), None)
    return described_by(asked.scene, near, asked.start) if near else None


def _aside(asked: Question, words: list[str]) -> Addressees | None:
    """Nobody, where only a complainant or a witness is named and no pronoun leads to somebody else."""
    pronoun = not asked.scene.words.one.isdisjoint(words) or not asked.scene.words.several.isdisjoint(words)
    if pronoun or not any(is_aside(asked.scene, group, asked.start) for group in asked.preceding):
        return None
    return Addressees((), "addressees.aside", "medium", "only a complainant or a witness is named")


def _unnamed(asked: Question, near: Group | None, words: list[str]) -> Addressees | None:
    """Nobody, if unnamed people are before the words."""
    named_behind = near is None and _adjacent(asked)
    if named_behind or not (tells_unnamed(words, asked.scene.words) or _are_two_unnamed(asked, words)):
        return None
    return Addressees((), "addressees.unnamed", "medium", "people without a name")


def _are_two_unnamed(asked: Question, words: list[str]) -> bool:
    """ "Both guards are suspects", where no two people were named who could be meant."""
    told = "both" in words and not asked.scene.words.people.isdisjoint(words)
    return told and len(_named_before(asked, 0)) < _SEVERAL


def _everybody(asked: Question, gap: str) -> Addressees | None:
    """ "All were fined under", "all of them": those named in the sentence, else all who are accused or named before."""
    if not any(phrase in gap for phrase in asked.scene.words.everybody):
        return None
    people: Collection[int] = _named_before(asked, asked.sentence.start)
    if len(people) < _SEVERAL:
        people = asked.accused or _named_before(asked, 0)
    return Addressees(tuple(sorted(people)), "addressees.all_of_them", "medium", "the words say: all of them")


def _named_before(asked: Question, low: int) -> list[int]:
    """The eligible people named between a position and the words who are not only witnesses or victims, in order."""
    scene = asked.scene
    groups = (g for g in scene.groups_within(low, asked.start) if not is_aside(scene, g, asked.start))
    return list(dict.fromkeys(i for g in groups for i in g.members if _may_be_one_of_two(scene, i)))


def _may_be_one_of_two(scene: Scene, index: int) -> bool:
    role = scene.persons[index].role
    return role in scene.words.roles or role == "relative"


def _nearest(asked: Question, near: Group, words: list[str]) -> Addressees:
    """The list nearest before the words, unless "they" after one name stands for several."""
    members = asked.scene.eligible(near)
    one_called_they = len(members) == 1 and bool(_THEY & set(words)) and "each" not in words
    several = _several_meant(asked, near, words) if one_called_they else None
    if several is not None:
        return several
    beside = named_beside(asked, near)
    if beside:
        return Addressees(beside, "addressees.both", "medium", "a pronoun stands for them")
    last = next(g for g in reversed(asked.preceding) if asked.scene.eligible(g))
    return Addressees(members, "addressees.nearest" if near == last else "addressees.described_as_kin")


def _several_meant(asked: Question, near: Group, words: list[str]) -> Addressees | None:
    """Whom "both" and "they" stand for: the last list or the last two of the sentence, or several told of before it."""
    doubt = "a pronoun stands for them"
    here = asked.scene.all_eligible(asked.scene.groups_within(asked.sentence.start, near.start))
    lists = [listed for listed in here if len(listed) > 1] if "both" in words else []
    if lists:
        return Addressees(lists[-1], "addressees.both", "medium", doubt)
    phrase = " ".join(words)
    two = any(f"{both} " in f"{phrase} " for both in asked.scene.words.both) or words[-1:] == ["both"]
    named = _named_before(asked, asked.sentence.start) if two else []
    if len(named) >= _SEVERAL:
        return Addressees(tuple(named[-_SEVERAL:]), "addressees.both", "medium", doubt)
    meant = several_before(asked)
    return Addressees(meant, "addressees.they", "medium", doubt) if meant else None


def _officials(asked: Question) -> Addressees | None:
    """The list of officials right before the words, where it stands as a header does or goes on about them."""
    if not asked.preceding:
        return None
    last, text = asked.preceding[-1], asked.scene.text
    goes_on = GOES_ON.match(text, last.end, asked.start) is not None
    if not (goes_on or _is_header_form(text[last.end : asked.start]) or _is_only_officer(asked, last)):
        return None
    members = tuple(i for i in last.members if _may_receive(asked.scene, i, goes_on))
    if not members:
        return None
    return Addressees(members, "addressees.despite_role", "medium", "their role in the entry speaks against it")


def _may_receive(scene: Scene, index: int, goes_on: bool) -> bool:
    """No judge or prosecutor; a lawyer only where the words go on about them."""
    person = scene.persons[index]
    return person.office not in JUDICIARY and (goes_on or person.role != "lawyer")


def _is_only_officer(asked: Question, last: Group) -> bool:
    """ "Colonel X left his house, and by evening the court had locked him up": a pronoun for the only one named."""
    words = asked.scene.document.words_and_numbers_within(last.end, asked.start)
    pronoun = _PRONOUNS & set(words)
    alone = len(asked.preceding) == 1 and len(last.members) == 1
    return bool(pronoun) and alone and asked.scene.persons[last.members[0]].office in OFFICERS


def _elsewhere(asked: Question, words: list[str]) -> Addressees:
    """People named later than the words, or in an earlier sentence."""
    undergoing = read_undergoing(asked, words)
    if undergoing is not None:
        return undergoing
    lexicon = asked.scene.words
    several = not (lexicon.several - {"each", "all"}).isdisjoint(words)
    pronoun = several or not lexicon.one.isdisjoint(words)
    behind = _named_behind(asked)
    if behind and not (pronoun and asked.accused):
        confidence: Confidence = "high" if _adjacent(asked) else "medium"
        return Addressees(behind, "addressees.named_behind", confidence, "named only afterwards")
    before = several_before(asked) if several else one_before(asked, words)
    if before:
        return Addressees(before, "addressees.earlier_sentence", "medium", "named in an earlier sentence")
    officers = officers_before(asked) if pronoun else ()
    if officers:
        return Addressees(officers, "addressees.officer_before", "low", "their role in the entry speaks against it")
    if behind:
        return Addressees(behind, "addressees.named_behind", "low", "nobody named near")
    only = tuple(i for i in _only_target(asked.scene) if may_be_punished(asked.scene, i, words))
    return Addressees(only, "addressees.only_target" if only else "addressees.nobody", "low", "nobody named near")


def _named_behind(asked: Question) -> tuple[int, ...]:
    """The first list after the words, without those who only speak a quotation."""
    scene = asked.scene
    named = [g for g in asked.following if not _only_speaks(scene, g) and not is_harmed(scene, g)]
    return next(iter(scene.all_eligible(named)), ())


def _only_speaks(scene: Scene, group: Group) -> bool:
    return scene.document.is_speaker(group.start) or is_witness(scene, group)


def _adjacent(asked: Question) -> bool:
    return bool(asked.following) and asked.following[0].start - asked.end <= LIST_GAP


def _is_header_form(gap: str) -> bool:
    """Whether nothing but a title, a description or punctuation is between a name and the words."""
    return len(gap) <= _REACH and not _VERB.search(gap)


def _only_target(scene: Scene) -> tuple[int, ...]:
    """The only target of the entry, unless every mention only says who speaks a quotation."""
    targets = scene.targets()
    if len(targets) != 1:
        return ()
    spans = scene.persons[targets[0]].evidence.spans
    if any(is_witness(scene, group) for group in scene.groups if targets[0] in group.members):
        return ()
    return () if all(scene.document.is_speaker(span.start) for span in spans) else targets
