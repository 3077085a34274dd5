"""Whether there is anybody else whom an initial could mean, among all who bear the surname.

Whoever is named once is likely to be named again, and another cluster of a rare surname with the same first letter is
not: so an initial in another city is that of the only one it can mean. How rare a surname is tells the pack's list of
frequent ones, and the archive itself: a surname met with three first letters has three clusters at least.
"""

from itertools import combinations

from kg.identity.names.comparison import Likeness, compare_given
from kg.identity.names.lexicon import KnownNames
from kg.identity.people.candidates import GivenNames, letters_of
from kg.identity.people.clusters import Cluster
from kg.identity.people.scores import is_on_both_sides, opposed

NO_NAMES: GivenNames = {}
# Points for being the only one of a rare surname whom the initial can mean.
ONLY_MATCH = 4
# A surname with more first letters than this is no longer rare.
FEW = 2


def rarity_points(a: Cluster, b: Cluster, likeness: Likeness, given_names: GivenNames, known: KnownNames) -> int:
    """Points for there being nobody else whom the initial, or the surname alone, could mean.

    ``given_names`` tells who bears the surnames of the block that the two are of. The table is in ``docs/identity.md``.
    Measured on invented populations with families and frequent surnames: of a thousand initials in another city that
    are joined so, twenty are two people; where the surname is met with three first letters, fifty would be.
    """
    if likeness.nearness not in ("initial", "single") or likeness.surname == "none":
        return 0
    if opposed(a, b) or is_on_both_sides(a, b):
        return 0
    often = any(x.full and x.known_well for x in (a, b))
    if (likeness.nearness, likeness.surname) != ("initial", "equal") or not _nobody_else(a, b, given_names, known):
        return 2 if often and not _common(a, b, known) else 1
    if _common(a, b, known):
        return 2 if any(x.full and len(x.reports) > 1 for x in (a, b)) else 1
    if all(is_rare(name.surname, given_names) for name in (*a.names, *b.names) if name.whole):
        return ONLY_MATCH
    return 2 if often else 1


def is_rare(surname: str, given_names: GivenNames) -> bool:
    """Whether a surname is met with few first letters."""
    return len(given_names[surname]) <= FEW


def _nobody_else(a: Cluster, b: Cluster, given_names: GivenNames, known: KnownNames) -> bool:
    """Whether no two given names are met that both begin as those of the two do."""
    given = {
        name
        for own in (*a.names, *b.names)
        for letter in letters_of(own, known)
        for name in given_names.get(own.surname, {}).get(letter, ())
    }
    return bool(given_names) and all(
        compare_given(x, y, known)[0] != "apart" for x, y in combinations(sorted(given), 2)
    )


def _common(a: Cluster, b: Cluster, known: KnownNames) -> bool:
    return any(name.family in known.common_families for name in (*a.names, *b.names))
