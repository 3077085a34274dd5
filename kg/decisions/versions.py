"""Which version of a period's report counts."""

from collections.abc import Collection, Iterable, Sequence

from kg.decisions.journal import Decision, effective


def version_in_force(series: str, period: str, versions: Iterable[str], decisions: Sequence[Decision]) -> str | None:
    """Which of the versions (hashes) of a period's report counts, if any.

    The last decision in effect about the period says so. Without one it is the version that came without a decision:
    the first. Where several did (two journals were merged) nobody has decided, and none counts.
    """
    there = set(versions)
    current = _first_version(there, [d for d in decisions if _is_about(d, series, period)])
    for decision in effective(decisions):
        if _is_about(decision, series, period):
            current = _after(decision, current, there)
    return current


def _is_about(decision: Decision, series: str, period: str) -> bool:
    return (decision.about.get("series"), decision.about.get("period")) == (series, period)


def _first_version(versions: Collection[str], decisions: Iterable[Decision]) -> str | None:
    """The only version that no decision brought in."""
    brought = {d.about.get("sha256") for d in decisions if d.verb == "in_force"}
    first = [version for version in versions if version not in brought]
    return first[0] if len(first) == 1 else None


def _after(decision: Decision, current: str | None, versions: Collection[str]) -> str | None:
    sha256 = decision.about.get("sha256")
    if decision.verb == "in_force" and sha256 in versions:
        return sha256
    return None if decision.verb == "withdrawn" and sha256 == current else current
