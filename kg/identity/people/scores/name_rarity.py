"""Whether there is anybody else whom an initial could mean, among all who bear the surname.

Whoever is named once is likely to be named again, and another cluster of a rare surname with the same first letter is
not: so an initial in another city is that of the only one it can mean. How rare a surname is tells the pack's list of
frequent ones, and the archive itself: a surname met with three first letters has three clusters at least.
"""

from itertools import combinations

from kg.identity.names.comparison import NameMatch, compare_given
from kg.identity.names.lexicon import KnownNames
from kg.identity.people.blocks import GivenNames, first_letters
from kg.identity.people.clusters import Cluster
from kg.identity.people.scores import rules
from kg.identity.people.scores.roles import are_opposed, is_on_both_sides
from kg.identity.people.scores.rules import ScoreRule

NO_NAMES: GivenNames = {}
# A surname with more first letters than this is no longer rare.
FEW = 2


def rarity_points(a: Cluster, b: Cluster, match: NameMatch, given_names: GivenNames, known: KnownNames) -> int:
    """The points of :func:`find_rarity_rule`, 0 where none counts."""
    rule = find_rarity_rule(a, b, match, given_names, known)
    return rule.points if rule else 0


def find_rarity_rule(
    a: Cluster, b: Cluster, match: NameMatch, given_names: GivenNames, known: KnownNames
) -> ScoreRule | None:
    """The rule that counts for there being nobody else whom the initial, or the surname alone, could mean.

    ``given_names`` tells who bears the surnames of the block that the two are of.
    Measured on invented populations with families and frequent surnames: of a thousand initials in another city that
    are joined so, twenty are two people; where the surname is met with three first letters, fifty would be.
    """
    if not _leaves_room(a, b, match):
        return None
    frequent = _is_frequent(a, b, known)
    if (match.level, match.surname) == ("initial", "equal") and _nobody_else(a, b, given_names, known):
        if frequent and _is_full_in_several_reports(a, b):
            return rules.FREQUENT_IN_SEVERAL_REPORTS
        if not frequent and _is_rare_in_both(a, b, given_names):
            return rules.RARE_SURNAME
    return rules.WELL_KNOWN if _is_well_known(a, b) and not frequent else rules.NO_RIVAL


def _is_rare_in_both(a: Cluster, b: Cluster, given_names: GivenNames) -> bool:
    surnames = {name.surname for name in (*a.names, *b.names) if name.whole}
    return all(is_rare(surname, given_names) for surname in surnames)


def _is_well_known(a: Cluster, b: Cluster) -> bool:
    return any(cluster.full and cluster.known_well for cluster in (a, b))


def _leaves_room(a: Cluster, b: Cluster, match: NameMatch) -> bool:
    """Whether only the name leaves open who is meant, and nothing speaks against it."""
    if match.level not in ("initial", "single") or match.surname == "none":
        return False
    return not are_opposed(a, b) and not is_on_both_sides(a, b)


def _is_full_in_several_reports(a: Cluster, b: Cluster) -> bool:
    return any(cluster.full and len(cluster.reports) > 1 for cluster in (a, b))


def is_rare(surname: str, given_names: GivenNames) -> bool:
    """Whether a surname is met with few first letters."""
    return len(given_names[surname]) <= FEW


def _nobody_else(a: Cluster, b: Cluster, given_names: GivenNames, known: KnownNames) -> bool:
    """Whether no two given names are met that both begin as those of the two do."""
    given = {
        name
        for own in (*a.names, *b.names)
        for letter in first_letters([own], known)
        for name in given_names.get(own.surname, {}).get(letter, ())
    }
    return bool(given_names) and all(
        compare_given(x, y, known)[0] != "apart" for x, y in combinations(sorted(given), 2)
    )


def _is_frequent(a: Cluster, b: Cluster, known: KnownNames) -> bool:
    return any(name.family in known.common_families for name in (*a.names, *b.names))
