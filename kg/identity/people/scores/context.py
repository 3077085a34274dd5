"""What the entries of two clusters have in common, or do not: which rules count, and why in words."""

from collections.abc import Iterator
from math import cos, radians, sqrt

from ingest.jurisdictions.packs import GazetteerPlace, Jurisdiction
from ingest.vocabulary import ADVOCATES
from kg.identity.names.comparison import MatchLevel, NameMatch
from kg.identity.names.lexicon import known_names
from kg.identity.people.clusters import Cluster
from kg.identity.people.features import PERSECUTED, FeatureLabels
from kg.identity.people.scores import rules
from kg.identity.people.scores.roles import are_opposed, is_on_both_sides
from kg.identity.people.scores.rules import Reason, ScoreRule

PROMINENT = 3
"""A person of so many entries is spoken of again and again."""

UNCERTAIN_LEVELS: frozenset[MatchLevel] = frozenset({"initial", "lookalike", "single"})
"""Matches of names that leave open whose the given name is."""

# Whoever writes a report knows whom it has named already.
_ONE_REPORT: dict[MatchLevel, ScoreRule] = {
    "full": rules.ONE_REPORT_FULL,
    "slip": rules.ONE_REPORT_FULL,
    "initial": rules.ONE_REPORT_INITIAL,
    "lookalike": rules.ONE_REPORT_MISREAD,
    "single": rules.ONE_REPORT_INITIAL,
}
_SHARED = (
    ("facility", rules.SAME_FACILITY, "both held in"),
    ("companion", rules.SAME_COMPANION, "both named beside"),
    ("court", rules.SAME_COURT, "both before"),
    ("organisation", rules.SAME_ORGANISATION, "both of"),
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
        yield Reason(rules.SAME_PATRONYMIC, "same patronymic")


def _reports(a: Cluster, b: Cluster, match: NameMatch) -> Iterator[Reason]:
    # All reports of one are of the other: of two who are in many, some are the same by chance.
    if not (a.reports <= b.reports or b.reports <= a.reports):
        if match.level == "single":
            yield Reason(rules.OTHER_REPORT_SINGLE, "in different reports")
        return
    given_alone = match.level == "single" and match.surname != "equal"
    yield Reason(rules.ONE_REPORT_GIVEN if given_alone else _ONE_REPORT[match.level], "both in one report")
    if given_alone and max(len(a.entries), len(b.entries)) >= PROMINENT:
        yield Reason(rules.ONE_REPORT_PROMINENT, "the report speaks of the other again and again")


def _provisions(a: Cluster, b: Cluster) -> Iterator[Reason]:
    if parts := a.get("part") & b.get("part"):
        yield Reason(rules.SAME_PART, f"both under {min(parts)}")
    elif articles := a.get("article") & b.get("article"):
        yield Reason(rules.SAME_ARTICLE, f"both under {min(articles)}")


def _shared(a: Cluster, b: Cluster, labels: FeatureLabels) -> Iterator[Reason]:
    for kind, rule, words in _SHARED:
        if shared := a.get(kind) & b.get(kind):
            yield Reason(rule, f"{words} {labels(min(shared))}")


def _places(a: Cluster, b: Cluster, jurisdiction: Jurisdiction, labels: FeatureLabels) -> Iterator[Reason]:
    here, there = a.get("place"), b.get("place")
    if not here or not there:
        return
    if shared := here & there:
        # Two who are met in several cities each will have one in common sooner or later.
        one_place = min(len(here), len(there)) == 1
        rule = rules.SAME_PLACE if one_place else rules.SAME_PLACE_OF_SEVERAL
        yield Reason(rule, f"both in {labels(min(shared))}")
    elif any(_are_near(x, y, jurisdiction) for x in here for y in there):
        yield Reason(rules.NEAR_PLACES, "in places near each other")
    elif not ADVOCATES & a.get("role") & b.get("role"):
        yield Reason(rules.DIFFERENT_PLACES, f"in different places: {labels(min(here))}, {labels(min(there))}")


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
        yield Reason(rules.SAME_OFFICE, f"same office: {min(shared)}")
    if not (a.get("office") or b.get("office")) or {PERSECUTED, "lawyer"} & (a.get("role") ^ b.get("role")):
        return
    if _is_named_like_a_holder(a, jurisdiction) and _is_named_like_a_holder(b, jurisdiction):
        yield Reason(rules.OFFICE_HOLDER, "named like the holder of an office")


def _is_named_like_a_holder(cluster: Cluster, jurisdiction: Jurisdiction) -> bool:
    holders = known_names(jurisdiction).holders
    return any(name.surname in holders for name in cluster.names)


def _roles(a: Cluster, b: Cluster, uncertain: bool) -> Iterator[Reason]:
    if shared := a.get("role") & b.get("role"):
        if uncertain and is_on_both_sides(a, b):
            yield Reason(rules.BOTH_SIDES, "one of them stands on both sides")
        else:
            yield Reason(rules.SAME_ROLE, f"both {min(shared)}")
    elif are_opposed(a, b):
        # One act may make of an official an accused; a part played again and again is one's own.
        lasting = min(len(a.entries), len(b.entries)) >= PROMINENT
        rule = rules.OPPOSED_ROLES_LASTING if uncertain or lasting else rules.OPPOSED_ROLES
        yield Reason(rule, f"one {min(a.get('role'))}, one {min(b.get('role'))}")


def _occupations(a: Cluster, b: Cluster) -> Iterator[Reason]:
    shared = a.get("occupation") & b.get("occupation")
    if not a.get("calling") or not b.get("calling"):
        if shared:
            yield Reason(rules.SAME_OCCUPATION, f"both called {min(shared)}")
    elif a.get("calling") & b.get("calling"):
        yield Reason(rules.SAME_CALLING, f"same calling: {min(shared)}" if shared else "of one calling")
    else:
        words = f"different callings: {min(a.get('occupation'))}, {min(b.get('occupation'))}"
        yield Reason(rules.DIFFERENT_CALLINGS, words)


def _ages(a: Cluster, b: Cluster) -> Iterator[Reason]:
    if a.born and b.born and min(abs(x - y) for x in a.born for y in b.born) > _YEARS_APART:
        yield Reason(rules.DIFFERENT_AGES, "of different age")
