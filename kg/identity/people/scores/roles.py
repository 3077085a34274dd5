"""The parts that people play in their entries, and which of them one person rarely plays both."""

from kg.identity.people.clusters import Cluster
from kg.identity.people.features import PERSECUTED

_IN_POWER = frozenset({"official", "perpetrator"})
_OPPOSED = (
    {PERSECUTED, "official"},
    {PERSECUTED, "lawyer"},
    {PERSECUTED, "perpetrator"},
    {"lawyer", "official"},
    {"lawyer", "perpetrator"},
)
# Who speaks or defends does so wherever the matter is.
MOBILE = frozenset({"speaker", "lawyer"})


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
