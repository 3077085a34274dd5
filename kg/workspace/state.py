"""Which reports and decisions a workspace goes by, and which version of each report counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.decisions.journal import Decision
from kg.decisions.versions import version_in_force
from kg.workspace.files.inputs import Inputs
from kg.workspace.files.reports import KeptReport

VersionStatus = Literal["in force", "replaced", "withdrawn", "undecided"]
"""What a version of a report is. ``undecided``: there are several, and no decision says which of them counts."""


@dataclass(frozen=True)
class State:
    """What a reader or a writer goes by; ``inputs`` is ``None`` before the first commit."""

    inputs: Inputs | None
    reports: tuple[KeptReport, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True)
class VersionState:
    """Whether a version of a report counts.

    ``current`` is the hash of the version in force, where one is; ``versions`` is how many there are.
    """

    status: VersionStatus
    current: str | None
    versions: int


@dataclass(frozen=True)
class ReportListed:
    """A version of a report, and whether it counts."""

    id: str
    series: str
    period: str
    title: str
    entries: int
    sha256: str
    encoding: str
    state: VersionState

    @property
    def in_force(self) -> bool:
        """Whether it counts."""
        return self.state.status == "in force"


def version_state(report: KeptReport, reports: Sequence[KeptReport], decisions: Sequence[Decision]) -> VersionState:
    """Whether a version of a report counts among all that are kept."""
    versions = [r for r in reports if (r.series, r.period) == (report.series, report.period)]
    current = current_version(versions, decisions)
    if current:
        return VersionState("in force" if current == report else "replaced", current.sha256, len(versions))
    about = {"series": report.series, "period": report.period}.items()
    withdrawn = any(d.verb == "withdrawn" and about <= d.about.items() for d in decisions)
    return VersionState("withdrawn" if withdrawn else "undecided", None, len(versions))


def current_version(versions: Sequence[KeptReport], decisions: Sequence[Decision]) -> KeptReport | None:
    """Which of the versions of one period's report counts, if any."""
    if not versions:
        return None
    by_hash = {r.sha256: r for r in versions}
    current = version_in_force(versions[0].series, versions[0].period, by_hash, decisions)
    return by_hash[current] if current else None


def in_force_among(reports: Sequence[KeptReport], decisions: Sequence[Decision]) -> list[KeptReport]:
    """The versions that count, one for each series and period at most."""
    return [report for report in reports if version_state(report, reports, decisions).status == "in force"]


def replaced_versions(state: State) -> Iterator[tuple[KeptReport, KeptReport]]:
    """Reports of which another version counted in the generation before: that version, and the one that counts now."""
    before = state.inputs.in_force if state.inputs else {}
    for now in in_force_among(state.reports, state.decisions):
        old = next((r for r in state.reports if r.id == now.id and r.sha256 == before.get(now.id)), now)
        if old.sha256 != now.sha256 and not old.is_stated and not now.is_stated:
            yield old, now
