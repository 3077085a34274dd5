"""Words about names that are no spelling: callings, pairs of endings, frequent names; folded once for a pack."""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

import msgspec

from ingest.jurisdictions.lexicons import name_words, office_words
from ingest.jurisdictions.packs import Jurisdiction
from ingest.jurisdictions.romanisation import Folding, folding_of

Gender = Literal["man", "woman", ""]
# How many letters must be before an ending that is a man's or a woman's, and before one that is left out.
_STEM = 2
_FAMILY = 4


class PeopleWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``people.yaml``, explained there."""

    callings: tuple[tuple[str, ...], ...]
    family_endings: tuple[str, ...]
    free_stems: tuple[str, ...]
    gender_pairs: tuple[tuple[str, str], ...]
    common_surnames: tuple[str, ...]
    common_given_names: tuple[str, ...]
    given_name_variants: tuple[tuple[str, ...], ...]
    given_names: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class KnownNames:
    """What a pack knows of names, as keys. ``one_name`` leads every spelling of a given name to one key."""

    folding: Folding
    men: tuple[str, ...]
    women: tuple[str, ...]
    woman_of: dict[str, str]
    family: tuple[str, ...]
    free_stems: tuple[str, ...]
    patronymics: tuple[str, ...]
    case_endings: frozenset[str]
    surname_endings: tuple[str, ...]
    common_surnames: frozenset[str]
    common_given: frozenset[str]
    given: frozenset[str]
    one_name: dict[str, str]
    holders_folded: frozenset[str]
    calling_of: dict[str, int]

    @cached_property
    def holders(self) -> frozenset[str]:
        """The keys of surnames that everybody knows for an office."""
        return frozenset(self.surname_of(surname)[0] for surname in self.holders_folded)

    @cached_property
    def common_families(self) -> frozenset[str]:
        """The frequent surnames without their endings."""
        return frozenset(self.family_of(surname)[0] for surname in self.common_surnames)

    def surname_of(self, folded: str) -> tuple[str, str, str, Gender]:
        """A surname's key (``Narynbay`` and ``Narynbayev`` are one), with what :meth:`family_of` answers."""
        family, ending, gender = self.family_of(folded)
        if family.endswith(self.free_stems):
            folded = family + ("a" if gender == "woman" else "")
        return folded, family, ending, gender

    def family_of(self, surname: str) -> tuple[str, str, Gender]:
        """A surname's key without its ending, the ending in its man's form, and whether it was a man's or a woman's."""
        gender: Gender = ""
        for woman in self.women:
            if surname.endswith(woman) and len(surname) - len(woman) >= _STEM:
                surname, gender = surname.removesuffix(woman) + self.woman_of[woman], "woman"
                break
        else:
            if surname.endswith(self.men) and not surname.endswith(self.patronymics):
                gender = "man"
        for ending in self.family:
            if surname.endswith(ending) and len(surname) - len(ending) >= _FAMILY:
                return surname.removesuffix(ending).rstrip("i"), ending, gender
        return surname.rstrip("i"), "", gender


@cache
def known_names(jurisdiction: Jurisdiction) -> KnownNames:
    """The lexicons ``people``, ``names`` and ``offices`` of a pack, folded. Raises ``LexiconError`` as they do."""
    folding = folding_of(jurisdiction)
    words, names = jurisdiction.lexicon("people", PeopleWords), name_words(jurisdiction)
    key = folding.key
    one_name = {key(name): key(row[0]) for row in words.given_name_variants for name in row}
    pairs = [(key(man), key(woman)) for man, woman in words.gender_pairs]
    return KnownNames(
        folding=folding,
        men=_longest_first({man for man, _ in pairs}),
        women=_longest_first({woman for _, woman in pairs}),
        woman_of={woman: man for man, woman in pairs},
        free_stems=tuple(key(stem).rstrip("i") for stem in words.free_stems),
        family=_longest_first({key(ending) for ending in words.family_endings}),
        patronymics=_longest_first({key(ending) for ending in names.patronymic_endings}),
        # A woman's surname ends like a man's in another case, so those endings tell nothing.
        case_endings=frozenset(map(key, names.case_endings)) - {"a", "ia", "oi", "ei", "i"},
        surname_endings=_longest_first({key(ending) for ending in names.surname_endings}),
        common_surnames=frozenset(map(key, words.common_surnames)),
        common_given=frozenset(one_name.get(key(name), key(name)) for name in words.common_given_names),
        given=frozenset(map(key, (*names.given_names, *words.given_names, *words.common_given_names, *one_name))),
        one_name=one_name,
        holders_folded=frozenset(key(surname) for surname in office_words(jurisdiction).holders),
        calling_of={word: index for index, row in enumerate(words.callings) for word in row},
    )


def _longest_first(endings: set[str]) -> tuple[str, ...]:
    return tuple(sorted(endings, key=lambda ending: (-len(ending), ending)))
