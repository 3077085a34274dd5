"""Whom a pronoun or "the officers" means that leads from an earlier sentence to words of law or of a sanction.

Where more than one answer fits, nobody is meant: a wrong tie is worse than a missing one.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import pairwise

from ingest.extract.addressees.adjacent import accusable
from ingest.extract.addressees.asides import is_aside, is_dead
from ingest.extract.addressees.question import Addressees, Question
from ingest.extract.addressees.scene import Group, Scene, is_owner
from ingest.extract.addressees.words import AddresseeWords
from ingest.vocabulary import OFFICERS, OFFICIALS_AND_LAWYERS

# "X and his wife Y": two of whom a text goes on as "they".
_COMPANION = re.compile(r",?\sand\s(?:his|her|their)\s(?:[a-z-]+\s){1,3}")
_SEVERAL = 2
_BESIDE = re.compile(r"\b(he|she),? (?:and|together with|with) (?:[\w-]+ ){0,3}$", re.IGNORECASE)
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
    if len(meant) < _SEVERAL and "both" in words:
        meant = two_before(asked)
    if len(meant) >= _SEVERAL:
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


def two_before(asked: Question) -> tuple[int, ...]:
    """Whom "both" means: the only two, officers among them, whom earlier sentences name and who may be accused."""
    named = {
        i
        for group in _earlier(asked)
        if not is_aside(asked.scene, group, asked.start)
        for i in accusable(asked.scene, group)
    }
    return tuple(sorted(named)) if len(named) == _SEVERAL else ()


def one_before(asked: Question, words: list[str]) -> tuple[int, ...]:
    """Whom "he" or "she" means: the last accused in earlier sentences, or the first who is named there."""
    before = [members for g in _earlier(asked) if (members := _fitting(asked, g, words))]
    accused = [tuple(i for i in members if i in asked.accused) for members in before]
    last = next((members for members in reversed(accused) if members), ())
    if asked.accused:
        return last or _only_of_gender(asked, words)
    living = [m for m in before if not all(is_dead(asked.scene, i, asked.start) for i in m)]
    return next(iter(living if _others_named(asked) else before), ()) or _only_of_gender(asked, words)


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
    if is_aside(asked.scene, group, asked.start):
        return ()
    return tuple(i for i in asked.scene.eligible(group) if _fits_pronoun(asked.scene, i, words))


def _fits_pronoun(scene: Scene, index: int, words: Collection[str]) -> bool:
    """Whether a person's name may be that of the "he" or "she" among the words."""
    gender = _gender_told(words)
    return not gender or scene.gender(index) in ("", gender)


def _gender_told(words: Collection[str]) -> str:
    man, woman = not _MAN.isdisjoint(words), not _WOMAN.isdisjoint(words)
    return "" if man == woman else "m" if man else "f"


def _only_of_gender(asked: Question, words: list[str]) -> tuple[int, ...]:
    """`She was fined`: the only one named before whose name is a man's or a woman's, whatever part they have."""
    gender = _gender_punished(asked.scene, words)
    named = {i for g in _earlier(asked) for i in g.members if gender and asked.scene.gender(i) == gender}
    private = {i for i in named if asked.scene.persons[i].role not in OFFICIALS_AND_LAWYERS}
    return tuple(private) if len(private) == len(named) == 1 else ()


def may_be_punished(scene: Scene, index: int, words: list[str]) -> bool:
    """Whether a person may be the "she" of "she was fined", where the words say that."""
    gender = _gender_punished(scene, words)
    return not gender or scene.gender(index) in ("", gender)


def _gender_punished(scene: Scene, words: list[str]) -> str:
    punished = _punished(scene.words).search(" ".join(words))
    return _gender_told(punished[0].split()) if punished else ""


@cache
def _punished(words: AddresseeWords) -> re.Pattern[str]:
    """`She was sentenced`, `imposed on her a fine`; who is given something may be given a summons."""
    told = "|".join(phrase for phrase in words.punished if not phrase.endswith("given"))
    return re.compile(
        rf"\b(?:(?:he|she) (?:{told})|(?:sentenced|fined|imposed on|gave) (?:him|her)(?: (?:a|an|the|to|\d)|$))"
    )


def named_beside(asked: Question, near: Group) -> tuple[int, ...]:
    """`He and the teacher Y were fined`: whom the pronoun means, and Y."""
    found = _BESIDE.search(asked.scene.text, asked.sentence.start, near.start)
    before = one_before(asked, [found[1].lower()]) if found else ()
    return tuple(dict.fromkeys([*before, *asked.scene.eligible(near)])) if before else ()


def _others_named(asked: Question) -> bool:
    """Whether earlier sentences name living people beside those who are dead."""
    named = {i for g in _earlier(asked) for i in g.members}
    return any(not is_dead(asked.scene, i, asked.start) for i in named)
