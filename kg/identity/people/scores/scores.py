"""Whether two clusters are one person: what speaks for and against it, in points and in words.

Points: the name says how much context is still needed, each feature of context adds or takes. ``SAME`` and more is one
person, less than nothing two, between them nobody can tell. The scale is the project's own, set by reading reports and
by the invented pairs of ``tests/kg/identity/pairs.csv``.
"""

from dataclasses import dataclass
from functools import lru_cache

from ingest.jurisdictions.packs import Jurisdiction
from kg.identity.names.comparison import MatchLevel, NameMatch, SurnameMatch, compare_names
from kg.identity.names.lexicon import KnownNames, known_names
from kg.identity.names.parser import Name
from kg.identity.people.clusters import Cluster
from kg.identity.people.features import FeatureLabels
from kg.identity.people.scores.context import PROMINENT, UNCERTAIN_LEVELS, Reason, find_reasons

SAME = 4
# Points of a match of names, by how near the given names and the surnames are.
_BASE: dict[tuple[MatchLevel, SurnameMatch], int] = {
    ("full", "equal"): 5,
    ("full", "family"): 3,
    ("full", "slip"): 3,
    ("full", "gender"): 0,
    ("slip", "equal"): 2,
    ("slip", "family"): 0,
    ("slip", "slip"): -1,
    ("initial", "equal"): 1,
    ("initial", "family"): -1,
    ("initial", "slip"): -1,
    ("lookalike", "equal"): -1,
    ("lookalike", "family"): -3,
    ("lookalike", "slip"): -3,
    ("single", "equal"): 0,
    ("single", "none"): 0,
    ("single", "initial"): -3,
}
_ORDER: tuple[MatchLevel, ...] = ("full", "slip", "initial", "lookalike", "single")
# A surname of so many letters has few neighbours one letter away.
_LONG = 8


@dataclass(frozen=True)
class Score:
    """How near two names are at best, and the reasons with their points."""

    match: NameMatch
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """The sum."""
        return sum(points for points, _ in self.reasons)


@dataclass(frozen=True)
class Scorer:
    """Scores pairs of clusters by the pack's names and places; ``labels`` words the reasons."""

    jurisdiction: Jurisdiction
    labels: FeatureLabels

    def score(self, a: Cluster, b: Cluster) -> Score | None:
        """What speaks for and against; ``None`` if their names or a shared entry make them two."""
        match = self.best_match(a, b)
        if match is None or (a.entries & b.entries and not _is_counted_twice(a, b)):
            return None
        known = known_names(self.jurisdiction)
        context = find_reasons(a, b, match, self.jurisdiction, self.labels)
        return Score(match, (_score_names(a, b, match, known), *context))

    def best_match(self, a: Cluster, b: Cluster) -> NameMatch | None:
        """The nearest of all pairs of names; ``None`` if any pair cannot be one person's."""
        known = known_names(self.jurisdiction)
        whole = a.whole or b.whole
        best: NameMatch | None = None
        for name in a.names:
            for other in b.names:
                if whole and not name.whole and not other.whole:
                    continue  # two words alone are held together by a whole name
                match = _compare(name, other, known)
                if match.level == "apart":
                    if not (_goes_by(a, name, other, known) or _goes_by(b, other, name, known)):
                        return None
                elif best is None or _rank(match) > _rank(best):
                    best = match
        return best


def _score_names(a: Cluster, b: Cluster, match: NameMatch, known: KnownNames) -> Reason:
    points = _BASE[match.level, match.surname]
    frequent = any(name.family in known.common_families for name in (*a.names, *b.names))
    if match.surname == "slip":
        return points + _score_slip(a, b, known), match.reason
    if frequent and (match.level, match.surname) == ("full", "equal") and _has_frequent_given_name(a, known):
        return 2, f"{match.reason}, both frequent"
    if frequent and match.level in UNCERTAIN_LEVELS:
        return points - 2, f"{match.reason}; a frequent surname"
    return points, match.reason


def _score_slip(a: Cluster, b: Cluster, known: KnownNames) -> int:
    """Points added to surnames one letter apart."""
    points = -1 if _has_frequent_given_name(a, known) else 0
    if min(len(a.entries), len(b.entries)) >= PROMINENT:
        return points - 3  # a slip is made once or twice; what is written again and again is a name
    surnames = [name.surname for name in (*a.names, *b.names) if name.surname]
    return points + (1 if all(len(surname) >= _LONG for surname in surnames) else 0)


def _has_frequent_given_name(cluster: Cluster, known: KnownNames) -> bool:
    return any(name.given in known.common_given for name in cluster.names)


@lru_cache(maxsize=50_000)
def _compare(a: Name, b: Name, known: KnownNames) -> NameMatch:
    return compare_names(a, b, known)


def _goes_by(cluster: Cluster, name: Name, other: Name, known: KnownNames) -> bool:
    """Whether a judgement gave the person of one name another that does not fit it but fits ``other``."""
    return cluster.judged and any(
        _compare(second, other, known).level != "apart" and _compare(second, name, known).level == "apart"
        for second in cluster.names
    )


def _rank(match: NameMatch) -> tuple[int, int, str, str]:
    # The words decide between equals, so that the answer does not hang on the order of a set.
    return -_ORDER.index(match.level), _BASE[match.level, match.surname], match.surname, match.reason


def _is_counted_twice(a: Cluster, b: Cluster) -> bool:
    """Whether one entry's list has the very same full name twice: a person counted twice, not two."""
    return len(a.names | b.names) == 1 and next(iter(a.names)).given != ""
