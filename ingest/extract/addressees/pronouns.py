"""Whom a pronoun or "the officers" means that leads from an earlier sentence to words of law or of a sanction.

Where more than one answer fits, nobody is meant: a wrong tie is worse than a missing one.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise

from ingest.extract.addressees.asides import is_aside, is_dead
from ingest.extract.addressees.question import Addressees, Question
from ingest.extract.addressees.scene import Group, is_owner
from ingest.extract.addressees.words import AddresseeWords
from ingest.vocabulary import OFFICERS

# "X and his wife Y": two of whom a text goes on as "they".
_COMPANION = re.compile(r",?\sand\s(?:his|her|their)\s(?:[a-z-]+\s){1,3}")
_MAN, _WOMAN = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "herself"})


def read_undergoing(asked: Question, words: list[str]) -> Addressees | None:
    """ "They were sentenced", "the guards got 5 years": several people of an earlier sentence, or nobody.

    ``None`` where the words do not say that something was done to several.
    """
    undergoing = _undergoing(asked.scene.words).search(" ".join(words))
    if undergoing is None or not asked.scene.words.one.isdisjoint(words):
        return None
    servants = undergoing["people"] is not None and undergoing["people"] in asked.scene.words.servants
    meant = _servants_before(asked) if servants else several_before(asked)
    if len(meant) > 1:
        return Addressees(meant, "addressees.they", "medium", "a pronoun stands for them")
    return Addressees((), "addressees.they_are_unknown", "medium", "nobody is named whom the plural can only mean")


@cache
def _undergoing(words: AddresseeWords) -> re.Pattern[str]:
    people, told = "|".join(sorted(words.people)), "|".join(words.undergoing)
    also = "(?:also |all |then |both |later |now |each )?"
    return re.compile(rf"\b(?:(?:they|both) {also}(?:{told})|the (?P<people>{people}) {also}(?:{told})|them)\b")


def several_before(asked: Question) -> tuple[int, ...]:
    """The last list of several in earlier sentences, else all who are accused or named there.

    The dead, the harmed, and those who only say who another person is, are not among them.
    """
    lists = [members for g in _earlier(asked) if len(members := _concerned(asked, g)) > 1]
    if lists:
        return lists[-1]
    if len(asked.accused) > 1:
        return tuple(sorted(asked.accused))
    return _companions(asked) or _all_named(asked) or _last_officers(asked)


def one_before(asked: Question, words: list[str]) -> tuple[int, ...]:
    """Whom "he" or "she" means: the last accused in earlier sentences, or the first who is named there."""
    before = [members for g in _earlier(asked) if (members := _fitting(asked, g, words))]
    accused = [tuple(i for i in members if i in asked.accused) for members in before]
    last = next((members for members in reversed(accused) if members), ())
    if asked.accused:
        return last
    living = [m for m in before if not all(is_dead(asked.scene, i, asked.start) for i in m)]
    return next(iter(living if _others_named(asked) else before), ())


def officers_before(asked: Question) -> tuple[int, ...]:
    """The officers named last before the sentence: they may be the accused."""
    earlier = [g for g in _earlier(asked) if not is_aside(asked.scene, g, asked.start)]
    members = earlier[-1].members if earlier else ()
    return members if all(asked.scene.persons[i].office in OFFICERS for i in members) else ()


def lists_before(asked: Question) -> list[tuple[int, ...]]:
    """The eligible people of each list in earlier sentences."""
    return asked.scene.all_eligible(_earlier(asked))


def _earlier(asked: Question) -> Sequence[Group]:
    return [g for g in asked.scene.groups if g.end <= asked.sentence.start]


def _concerned(asked: Question, group: Group) -> tuple[int, ...]:
    """Those of a list to whom words of law may go on."""
    scene = asked.scene
    if is_aside(scene, group, asked.start) or is_owner(scene, group):
        return ()
    members = scene.eligible(group)
    living = tuple(i for i in members if not is_dead(scene, i, asked.start))
    return living or members if len(members) == len(group.members) else living


def _all_named(asked: Question) -> tuple[int, ...]:
    """All of earlier sentences, unless some of them harmed others of them."""
    named = {i for g in _earlier(asked) if not is_owner(asked.scene, g) for i in _concerned(asked, g)}
    living = {i for i in named if not is_dead(asked.scene, i, asked.start)}
    parts = {asked.scene.persons[i].role == "perpetrator" for i in living}
    return tuple(sorted(living)) if len(living) > 1 and len(parts) == 1 else ()


def _companions(asked: Question) -> tuple[int, ...]:
    """`X and his wife Y came. | They were fined`."""
    for first, second in list(pairwise(_earlier(asked)))[-1:]:
        if _COMPANION.fullmatch(asked.scene.text, first.end, second.start) and _concerned(asked, first):
            return tuple(dict.fromkeys([*_concerned(asked, first), *second.members]))
    return ()


def _servants_before(asked: Question) -> tuple[int, ...]:
    """Several officers or attackers whom earlier sentences name."""
    earlier = [g for g in _earlier(asked) if not is_aside(asked.scene, g, asked.start)]
    return next((g.members for g in reversed(earlier) if len(g.members) > 1 and _are_servants(asked, g.members)), ())


def _are_servants(asked: Question, members: Collection[int]) -> bool:
    persons = [asked.scene.persons[i] for i in members]
    return all(person.office in OFFICERS or person.role == "perpetrator" for person in persons)


def _last_officers(asked: Question) -> tuple[int, ...]:
    """Several officers, where nobody else is named to whom the words may go on."""
    concerned = {i for g in _earlier(asked) for i in _concerned(asked, g)}
    return () if any(not is_dead(asked.scene, i, asked.start) for i in concerned) else _servants_before(asked)


def _fitting(asked: Question, group: Group, words: list[str]) -> tuple[int, ...]:
    """The eligible of a list whom "he" or "she" may mean."""
    scene = asked.scene
    if is_aside(scene, group, asked.start):
        return ()
    man, woman = not _MAN.isdisjoint(words), not _WOMAN.isdisjoint(words)
    gender = "" if man == woman else "m" if man else "f"
    return tuple(i for i in scene.eligible(group) if not gender or scene.gender(i) in ("", gender))


def _others_named(asked: Question) -> bool:
    """Whether earlier sentences name living people beside those who are dead."""
    named = {i for g in _earlier(asked) for i in g.members}
    return any(not is_dead(asked.scene, i, asked.start) for i in named)
