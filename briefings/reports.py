"""Which reports there are, and which days they cover."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.stores import Store
from kg.workspace.intake.own_entries import OWN_SERIES
from queries.briefing_files import briefing_queries
from queries.execute import ask_all

_LISTED = 6


@dataclass(frozen=True)
class Covered:
    """A report: its id and series, the first and the last day of its period (ISO), and how many entries it has."""

    id: str
    series: str
    start: str
    end: str
    entries: int

    @property
    def is_own(self) -> bool:
        """Whether it is an entry of the user's own, such as an interview."""
        return self.series.startswith(OWN_SERIES)


def published(reports: Sequence[Covered]) -> list[Covered]:
    """The reports without the user's own entries, which cover no period; all where there is nothing else."""
    return [report for report in reports if not report.is_own] or list(reports)


def read_reports(store: Store) -> list[Covered]:
    """The reports, by the first day of their period."""
    return [Covered(**row) for row in ask_all(briefing_queries("")["reports"], {}, store)]


def list_reports(reports: Sequence[Covered]) -> str:
    """``2 reports: 2022-10 (2022-10-01 to 2022-10-31, 122 entries), …``; of many the first and the last."""
    told = [f"{each.id} ({each.start} to {each.end}, {each.entries} entries)" for each in reports]
    if len(told) > _LISTED:
        told = [*told[: _LISTED - 1], f"{len(told) - _LISTED} more", told[-1]]
    return f"{len(reports)} report{'' if len(reports) == 1 else 's'}: {', '.join(told)}"
