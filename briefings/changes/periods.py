"""Which reports are the new ones, and what is told in them for the first time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefings.reports import Covered, published
from ingest.errors import KgError


@dataclass(frozen=True)
class Periods:
    """The new reports and those before them, by the first day of their period."""

    new: tuple[Covered, ...]
    before: tuple[Covered, ...]

    @property
    def last_day_before(self) -> str:
        """The last day that an earlier report covers; empty if there is none."""
        return max((report.end for report in self.before), default="")

    @property
    def last_day(self) -> str:
        """The last day that a new report covers."""
        return max(report.end for report in self.new)

    def is_new(self, places: Iterable[str]) -> bool:
        """Whether words (each as ``ENTRY#START-END``) are of new reports alone."""
        return all(_report_of(place) in self._new_ids for place in places)

    def is_known(self, places: Iterable[str]) -> bool:
        """Whether any of some words are of an earlier report."""
        return any(_report_of(place) in self._ids_before for place in places)

    def new_places(self, places: Iterable[str]) -> list[str]:
        """Those of some words that are of new reports."""
        return [place for place in places if _report_of(place) in self._new_ids]

    @cached_property
    def _new_ids(self) -> frozenset[str]:
        return frozenset(report.id for report in self.new)

    @cached_property
    def _ids_before(self) -> frozenset[str]:
        return frozenset(report.id for report in self.before)


def _report_of(place: str) -> str:
    return place.partition("#")[0].rpartition("/")[0]


def split_reports(reports: Sequence[Covered], since: str = "") -> Periods:
    """Tell new reports from earlier ones.

    ``since`` is a date as exact as wished (``2031-04``); without it the last report is new, and all of the same first
    day or a later one, such as the user's own entries. Raises ``KgError`` if there is no report, or none from then on.
    """
    if not reports:
        raise KgError("There is no report yet. Add one with `kg ingest REPORT`.")
    start = since or max(report.start for report in published(reports))
    new = tuple(report for report in reports if report.start >= start)
    if not new:
        last = max(report.start for report in reports)
        raise KgError(f"No report begins on {since} or later. The last one begins on {last}.")
    return Periods(new, tuple(report for report in reports if report.start < start))
