"""What the entries of two clusters have in common, or do not: each kind of context with its points and words.

Positive points speak for one person, negative ones for two. The table is in ``docs/identity.md``.
"""

from collections.abc import Iterator
from math import cos, radians, sqrt

from ingest.jurisdictions.packs import GazetteerPlace, Jurisdiction
from ingest.vocabulary import ADVOCATES
from kg.identity.names.comparison import MatchLevel, NameMatch
from kg.identity.names.lexicon import known_names
from kg.identity.people.clusters import Cluster
from kg.identity.people.features import PERSECUTED, FeatureLabels
from kg.identity.people.scores.roles import are_opposed, is_on_both_sides

Reason = tuple[int, str]
"""Points, and the reason in words."""

PROMINENT = 3
"""A person of so many entries is spoken of again and again."""

UNCERTAIN_LEVELS: frozenset[MatchLevel] = frozenset({"initial", "lookalike", "single"})
"""Matches of names that leave open whose the given name is."""

# Points for standing in one report: who writes it knows whom it has named already.
_ONE_REPORT: dict[MatchLevel, int] = {"full": 1, "slip": 1, "initial": 4, "lookalike": 2, "single": 4}
_SHARED = (
    ("facility", 3, "both held in"),
    ("companion", 3, "both named beside"),
    ("court", 1, "both before"),
    ("organisation", 2, "both of"),
)
# A place this near, in kilometres, is a suburb or a neighbouring town.
_NEAR_KM = 100
_KM_A_DEGREE = 111
_YEARS_APART = 2


def find_reasons(
    a: Cluster, b: Cluster, match: NameMatch, jurisdiction: Jurisdiction, labels: FeatureLabels
) -> Iterator[Reason]:
    """The reasons for and against in the order in which they are shown."""
    uncertain = match.level in UNCERTAIN_LEVELS
    yield from _patronymics(a, b)
    yield from _reports(a, b, match)
    yield from _provisions(a, b)
    yield from _shared(a, b, labels)
    yield from _places(a, b, jurisdiction, labels)
    yield from _offices(a, b, jurisdiction)
    yield from _roles(a, b, uncertain)
    yield from _occupations(a, b)
    yield from _ages(a, b)


def _patronymics(a: Cluster, b: Cluster) -> Iterator[Reason]:
    ours, theirs = ({n.patronymic or n.second for n in x.names} - {""} for x in (a, b))
    if ours and theirs:
        yield 2, "same patronymic"


def _reports(a: Cluster, b: Cluster, match: NameMatch) -> Iterator[Reason]:
    # All reports of one are of the other: of two who are in many, some are the same by chance.
    if not (a.reports <= b.reports or b.reports <= a.reports):
        if match.level == "single":
            yield -2, "in different reports"
        return
    given_alone = match.level == "single" and match.surname != "equal"
    yield 2 if given_alone else _ONE_REPORT[match.level], "both in one report"
    if given_alone and max(len(a.entries), len(b.entries)) >= PROMINENT:
        yield 2, "the report speaks of the other again and again"


def _provisions(a: Cluster, b: Cluster) -> Iterator[Reason]:
    if parts := a.get("part") & b.get("part"):
        yield 3, f"both under {min(parts)}"
    elif articles := a.get("article") & b.get("article"):
        yield 2, f"both under {min(articles)}"


def _shared(a: Cluster, b: Cluster, labels: FeatureLabels) -> Iterator[Reason]:
    for kind, points, words in _SHARED:
        if shared := a.get(kind) & b.get(kind):
            yield points, f"{words} {labels(min(shared))}"


def _places(a: Cluster, b: Cluster, jurisdiction: Jurisdiction, labels: FeatureLabels) -> Iterator[Reason]:
    here, there = a.get("place"), b.get("place")
    if not here or not there:
        return
    if shared := here & there:
        # Two who are met in several cities each will have one in common sooner or later.
        yield (2 if min(len(here), len(there)) == 1 else 1), f"both in {labels(min(shared))}"
    elif any(_are_near(x, y, jurisdiction) for x in here for y in there):
        yield 1, "in places near each other"
    elif not ADVOCATES & a.get("role") & b.get("role"):
        yield -2, f"in different places: {labels(min(here))}, {labels(min(there))}"


def _are_near(a: str, b: str, jurisdiction: Jurisdiction) -> bool:
    here, there = jurisdiction.gazetteer.get(a), jurisdiction.gazetteer.get(b)
    if here is None or there is None:
        return False
    return a == there.within or b == here.within or _kilometres(here, there) <= _NEAR_KM


def _kilometres(a: GazetteerPlace, b: GazetteerPlace) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    east = (a.lon - b.lon) * cos(radians((a.lat + b.lat) / 2))
    return _KM_A_DEGREE * sqrt(east * east + (a.lat - b.lat) ** 2)


def _offices(a: Cluster, b: Cluster, jurisdiction: Jurisdiction) -> Iterator[Reason]:
    if shared := a.get("office") & b.get("office"):
        yield 2, f"same office: {min(shared)}"
    if not (a.get("office") or b.get("office")) or {PERSECUTED, "lawyer"} & (a.get("role") ^ b.get("role")):
        return
    if _is_named_like_a_holder(a, jurisdiction) and _is_named_like_a_holder(b, jurisdiction):
        yield 5, "named like the holder of an office"


def _is_named_like_a_holder(cluster: Cluster, jurisdiction: Jurisdiction) -> bool:
    holders = known_names(jurisdiction).holders
    return any(name.surname in holders for name in cluster.names)


def _roles(a: Cluster, b: Cluster, uncertain: bool) -> Iterator[Reason]:
    if shared := a.get("role") & b.get("role"):
        if uncertain and is_on_both_sides(a, b):
            yield -2, "one of them stands on both sides"
        else:
            yield 1, f"both {min(shared)}"
    elif are_opposed(a, b):
        # One act may make of an official an accused; a part played again and again is one's own.
        lasting = min(len(a.entries), len(b.entries)) >= PROMINENT
        yield (-4 if uncertain or lasting else -1), f"one {min(a.get('role'))}, one {min(b.get('role'))}"


def _occupations(a: Cluster, b: Cluster) -> Iterator[Reason]:
    shared = a.get("occupation") & b.get("occupation")
    if not a.get("calling") or not b.get("calling"):
        if shared:
            yield 1, f"both called {min(shared)}"
    elif a.get("calling") & b.get("calling"):
        yield 2, f"same calling: {min(shared)}" if shared else "of one calling"
    else:
        yield -5, f"different callings: {min(a.get('occupation'))}, {min(b.get('occupation'))}"


def _ages(a: Cluster, b: Cluster) -> Iterator[Reason]:
    if a.born and b.born and min(abs(x - y) for x in a.born for y in b.born) > _YEARS_APART:
        yield -9, "of different age"
