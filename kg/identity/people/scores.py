"""Whether two clusters of a name are one person: what speaks for and against it, in points and in words.

Points: the name says how much context is still needed, each feature of context adds or takes. ``SAME`` and more is one
person, less than nothing two, between them nobody can tell. The scale is the project's own, set by reading reports and
by the invented pairs of ``tests/kg/identity/pairs.csv``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sqrt

from ingest.jurisdictions.packs import GazetteerPlace, Jurisdiction
from ingest.vocabulary import ADVOCATES, Role
from kg.identity.names.comparison import Likeness, compare
from kg.identity.names.lexicon import KnownNames, known_names
from kg.identity.names.parser import Name
from kg.identity.people.clusters import Cluster
from kg.identity.people.features import PERSECUTED, FeatureLabels

SAME = 4
Reason = tuple[int, str]
# Points of a likeness, by how near the given names and the surnames are.
_BASE = {
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
_ORDER = ("full", "slip", "initial", "lookalike", "single")
# Points for standing in one report: who writes it knows whom it has named already.
_ONE_REPORT = {"full": 1, "slip": 1, "initial": 4, "lookalike": 2, "single": 4}
_SHARED = (
    ("facility", 3, "both held in"),
    ("companion", 3, "both named beside"),
    ("court", 1, "both before"),
    ("organisation", 2, "both of"),
)
_OPPOSED = (
    {PERSECUTED, "official"},
    {PERSECUTED, "lawyer"},
    {PERSECUTED, "perpetrator"},
    {"lawyer", "official"},
    {"lawyer", "perpetrator"},
)
_IN_POWER: frozenset[Role] = frozenset({"official", "perpetrator"})
# Who speaks, defends or governs does so wherever the matter is.
# A place this near, in kilometres, is a suburb or a neighbouring town.
_NEAR_KM = 100
_KM_A_DEGREE = 111
PROMINENT = 3
# A surname of so many letters has few neighbours one letter away.
_LONG = 8


@dataclass(frozen=True)
class Score:
    """How near two names are at best, and the reasons with their points."""

    likeness: Likeness
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """The sum."""
        return sum(points for points, _ in self.reasons)


@dataclass(frozen=True)
class Scorer:
    """What weighing needs to know: the pack, its names, how features are said."""

    jurisdiction: Jurisdiction
    labels: FeatureLabels

    def likeness(self, a: Cluster, b: Cluster) -> Likeness | None:
        """The nearest of all pairs of names; ``None`` if any pair cannot be one person's."""
        known = known_names(self.jurisdiction)
        whole = a.whole or b.whole
        best: Likeness | None = None
        for name in a.names:
            for other in b.names:
                if whole and not name.whole and not other.whole:
                    continue  # two words alone are held together by a whole name
                likeness = _compare(name, other, known)
                if likeness.nearness == "apart":
                    if not (_goes_by(a, name, other, known) or _goes_by(b, other, name, known)):
                        return None
                elif best is None or _rank(likeness) > _rank(best):
                    best = likeness
        return best

    def score(self, a: Cluster, b: Cluster) -> Score | None:
        """What speaks for and against; ``None`` if their names or a shared entry make them two."""
        likeness = self.likeness(a, b)
        if likeness is None or (a.entries & b.entries and not _once_too_often(a, b)):
            return None
        return Score(likeness, tuple(self._reasons(a, b, likeness)))

    def _reasons(self, a: Cluster, b: Cluster, likeness: Likeness) -> Iterator[Reason]:
        yield self._named(a, b, likeness)
        unsure_of_name = likeness.nearness in ("initial", "lookalike", "single")
        yield from _fathers(a, b)
        if _met_in_one_report(a, b):
            given_alone = likeness.nearness == "single" and likeness.surname != "equal"
            yield 2 if given_alone else _ONE_REPORT[likeness.nearness], "both in one report"
            if given_alone and max(len(a.entries), len(b.entries)) >= PROMINENT:
                yield 2, "the report speaks of the other again and again"
        elif likeness.nearness == "single":
            yield -2, "in different reports"
        yield from self._provisions(a, b)
        for kind, points, words in _SHARED:
            if shared := a.get(kind) & b.get(kind):
                yield points, f"{words} {self.labels(min(shared))}"
        yield from self._places(a, b)
        yield from self._standing(a, b, unsure_of_name)
        if a.born and b.born and min(abs(x - y) for x in a.born for y in b.born) > 2:
            yield -9, "of different age"

    def _named(self, a: Cluster, b: Cluster, likeness: Likeness) -> Reason:
        known = known_names(self.jurisdiction)
        points = _BASE[likeness.nearness, likeness.surname]
        words = likeness.words
        common = any(name.family in known.common_families for name in (*a.names, *b.names))
        if likeness.nearness == "full" and likeness.surname == "equal":
            if common and any(name.given in known.common_given for name in a.names):
                return 2, f"{words}, both frequent"
        elif likeness.surname == "slip":
            points -= any(name.given in known.common_given for name in a.names)
            if all(len(x.entries) >= PROMINENT for x in (a, b)):
                points -= 3  # a slip is made once or twice; what is written again and again is a name
            else:
                points += all(len(name.surname) >= _LONG for name in (*a.names, *b.names) if name.surname)
        elif common and likeness.nearness in ("initial", "lookalike", "single"):
            return points - 2, f"{words}; a frequent surname"
        return points, words

    def _provisions(self, a: Cluster, b: Cluster) -> Iterator[Reason]:
        if parts := a.get("part") & b.get("part"):
            yield 3, f"both under {min(parts)}"
        elif articles := a.get("article") & b.get("article"):
            yield 2, f"both under {min(articles)}"

    def _places(self, a: Cluster, b: Cluster) -> Iterator[Reason]:
        here, there = a.get("place"), b.get("place")
        if not here or not there:
            return
        if shared := here & there:
            # Two who are met in several cities each will have one in common sooner or later.
            yield (2 if min(len(here), len(there)) == 1 else 1), f"both in {self.labels(min(shared))}"
        elif any(self._near(x, y) for x in here for y in there):
            yield 1, "in places near each other"
        elif not ADVOCATES & a.get("role") & b.get("role"):
            yield -2, f"in different places: {self.labels(min(here))}, {self.labels(min(there))}"

    def _near(self, a: str, b: str) -> bool:
        places = self.jurisdiction.gazetteer
        here, there = places.get(a), places.get(b)
        if here is None or there is None:
            return False
        return a == there.within or b == here.within or _kilometres(here, there) <= _NEAR_KM

    def _standing(self, a: Cluster, b: Cluster, unsure_of_name: bool) -> Iterator[Reason]:
        holders = known_names(self.jurisdiction).holders
        if shared := a.get("office") & b.get("office"):
            yield 2, f"same office: {min(shared)}"
        if (
            all(any(name.surname in holders for name in x.names) for x in (a, b))
            and (a.get("office") or b.get("office"))
            and not {PERSECUTED, "lawyer"} & (a.get("role") ^ b.get("role"))
        ):
            yield 5, "named like the holder of an office"
        if (shared := a.get("role") & b.get("role")) and unsure_of_name and is_on_both_sides(a, b):
            yield -2, "one of them stands on both sides"
        elif shared:
            yield 1, f"both {min(shared)}"
        elif opposed(a, b):
            roles = f"one {min(a.get('role'))}, one {min(b.get('role'))}"
            # One act may make of an official an accused; a part played again and again is one's own.
            lasting = all(len(x.entries) >= PROMINENT for x in (a, b))
            yield (-4 if unsure_of_name or lasting else -1), roles
        if a.get("calling") and b.get("calling"):
            if a.get("calling") & b.get("calling"):
                shared = a.get("occupation") & b.get("occupation")
                yield 2, f"same calling: {min(shared)}" if shared else "of one calling"
            else:
                words = f"different callings: {min(a.get('occupation'))}, {min(b.get('occupation'))}"
                yield -5, words
        elif shared := a.get("occupation") & b.get("occupation"):
            yield 1, f"both called {min(shared)}"


def opposed(a: Cluster, b: Cluster) -> bool:
    """Whether the two play parts that one person rarely plays, such as the accused and the judge."""
    ours, theirs = a.get("role"), b.get("role")
    return not ours & theirs and any({x, y} in _OPPOSED for x in ours for y in theirs)


def is_on_both_sides(a: Cluster, b: Cluster) -> bool:
    """Whether one of the two persecutes as well as being persecuted, as far as it is read, and the other does not."""
    ours, theirs = a.get("role"), b.get("role")
    return any(
        PERSECUTED in mine and mine & _IN_POWER and not other & _IN_POWER
        for mine, other in ((ours, theirs), (theirs, ours))
    )


@lru_cache(maxsize=50_000)
def _compare(a: Name, b: Name, known: KnownNames) -> Likeness:
    return compare(a, b, known)


def _goes_by(cluster: Cluster, name: Name, other: Name, known: KnownNames) -> bool:
    """Whether a judgement gave the cluster of one name another that does not fit it but fits ``other``."""
    return cluster.judged and any(
        _compare(second, other, known).nearness != "apart" and _compare(second, name, known).nearness == "apart"
        for second in cluster.names
    )


def _rank(likeness: Likeness) -> tuple[int, int, str, str]:
    # The words decide between equals, so that the answer does not hang on the order of a set.
    points = _BASE[likeness.nearness, likeness.surname]
    return -_ORDER.index(likeness.nearness), points, likeness.surname, likeness.words


def _once_too_often(a: Cluster, b: Cluster) -> bool:
    """Whether one entry's list has the very same full name twice: a person counted twice, not two."""
    return len(a.names | b.names) == 1 and next(iter(a.names)).given != ""


def _met_in_one_report(a: Cluster, b: Cluster) -> bool:
    """Whether all reports of one are of the other: of two who are in many, some are the same by chance."""
    return a.reports <= b.reports or b.reports <= a.reports


def _fathers(a: Cluster, b: Cluster) -> Iterator[Reason]:
    ours, theirs = ({n.patronymic or n.second for n in x.names} - {""} for x in (a, b))
    if ours and theirs:
        yield 2, "same patronymic"


def _kilometres(a: GazetteerPlace, b: GazetteerPlace) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    east = (a.lon - b.lon) * cos(radians((a.lat + b.lat) / 2))
    return _KM_A_DEGREE * sqrt(east * east + (a.lat - b.lat) ** 2)
