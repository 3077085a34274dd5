"""The parts that people play in their entries, and which of them one person rarely plays both."""

from collections.abc import Set

from ingest.vocabulary import OFFICIALS_AND_LAWYERS, Role
from kg.identity.people.clusters import Cluster
from kg.identity.people.features import PERSECUTED

_IN_POWER: frozenset[Role] = frozenset({"official", "perpetrator"})
_TRIED_AND_DEFENDING: frozenset[Role] = frozenset({"lawyer", "perpetrator"})
_OPPOSED: tuple[Set[str], ...] = (
    {PERSECUTED, "official"},
    {PERSECUTED, "lawyer"},
    {PERSECUTED, "perpetrator"},
    OFFICIALS_AND_LAWYERS,
    _TRIED_AND_DEFENDING,
)


def are_opposed(a: Cluster, b: Cluster) -> bool:
    """Whether the two play parts that one person rarely plays, such as the accused and the judge."""
    ours, theirs = a.get("role"), b.get("role")
    return not ours & theirs and any({x, y} in _OPPOSED for x in ours for y in theirs)


def is_on_both_sides(a: Cluster, b: Cluster) -> bool:
    """Whether one of the two persecutes as well as being persecuted, as far as it is read, and the other does not."""
    return _is_alone_on_both_sides(a, b) or _is_alone_on_both_sides(b, a)


def _is_alone_on_both_sides(one: Cluster, other: Cluster) -> bool:
    roles = one.get("role")
    return PERSECUTED in roles and bool(roles & _IN_POWER) and not other.get("role") & _IN_POWER
