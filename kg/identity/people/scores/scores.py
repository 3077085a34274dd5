"""Whether two clusters are one person: what speaks for and against it, in points and in words.

Points: the name says how much context is still needed, each feature of context adds or takes. ``SAME`` and more is one
person, less than nothing two, between them nobody can tell. The points are those of ``rules``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ingest.jurisdictions.packs import Jurisdiction
from kg.identity.names.comparison import MatchLevel, NameMatch, compare_names
from kg.identity.names.lexicon import KnownNames, known_names
from kg.identity.names.parser import Name
from kg.identity.people.clusters import Cluster
from kg.identity.people.features import FeatureLabels
from kg.identity.people.scores import rules
from kg.identity.people.scores.context import PROMINENT, UNCERTAIN_LEVELS, find_reasons
from kg.identity.people.scores.rules import Reason, ScoreRule

SAME = 4
_ORDER: tuple[MatchLevel, ...] = ("full", "slip", "initial", "lookalike", "single")
# A surname of so many letters has few neighbours one letter away.
_LONG = 8


@dataclass(frozen=True)
class Score:
    """How near two names are at best, the rules that count for the names, and the reasons of the context.

    ``words`` says what the rules of the names rest on.
    """

    match: NameMatch
    words: str
    of_names: tuple[ScoreRule, ...]
    context: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """The sum."""
        return sum(rule.points for rule in self.rules)

    @property
    def rules(self) -> tuple[ScoreRule, ...]:
        """Every rule that counts, those of the names first."""
        return (*self.of_names, *(reason.rule for reason in self.context))


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
        adjusting = tuple(_adjust(a, b, match, known))
        base = rules.NAMES[match.level, match.surname]
        return Score(match, _words(match, adjusting), (base, *adjusting), tuple(context))

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


def _words(match: NameMatch, adjusting: tuple[ScoreRule, ...]) -> str:
    if rules.BOTH_FREQUENT in adjusting:
        return f"{match.reason}, both frequent"
    if rules.FREQUENT_SURNAME in adjusting:
        return f"{match.reason}; a frequent surname"
    return match.reason


def _adjust(a: Cluster, b: Cluster, match: NameMatch, known: KnownNames) -> Iterator[ScoreRule]:
    """The rules that count besides that of the match: how frequent the names are, and how often they are written."""
    if match.surname == "slip":
        yield from _adjust_slip(a, b, known)
    elif any(name.family in known.common_families for name in (*a.names, *b.names)):
        if (match.level, match.surname) == ("full", "equal") and _has_frequent_given_name(a, known):
            yield rules.BOTH_FREQUENT
        elif match.level in UNCERTAIN_LEVELS:
            yield rules.FREQUENT_SURNAME


def _adjust_slip(a: Cluster, b: Cluster, known: KnownNames) -> Iterator[ScoreRule]:
    if _has_frequent_given_name(a, known):
        yield rules.SLIP_FREQUENT_GIVEN
    surnames = [name.surname for name in (*a.names, *b.names) if name.surname]
    if min(len(a.entries), len(b.entries)) >= PROMINENT:
        yield rules.SLIP_REPEATED  # a slip is made once or twice; what is written again and again is a name
    elif all(len(surname) >= _LONG for surname in surnames):
        yield rules.SLIP_LONG


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
    return -_ORDER.index(match.level), rules.NAMES[match.level, match.surname].points, match.surname, match.reason


def _is_counted_twice(a: Cluster, b: Cluster) -> bool:
    """Whether one entry's list has the very same full name twice: a person counted twice, not two."""
    return len(a.names | b.names) == 1 and next(iter(a.names)).given != ""
