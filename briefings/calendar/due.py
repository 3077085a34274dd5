"""The calendar of silence: what came due between two days, and of which no entry tells."""

from dataclasses import dataclass

from briefings.calendar.history import read_history
from briefings.calendar.rows import Bound, read_facts
from briefings.calendar.rules import load_rules
from briefings.calendar.states import prisoners_not_named, strikes_open
from briefings.calendar.steps import steps_passed
from briefings.calendar.terms import terms_over
from briefings.calendar.window import Window
from briefings.lines import Line
from briefings.reports import Covered, published, read_reports
from ingest.errors import KgError
from kg.stores import Store


@dataclass(frozen=True)
class Silence:
    """The lines by day, the window they are of (from the day after ``after`` to ``on``), and the reports."""

    lines: tuple[Line, ...]
    after: str
    on: str
    reports: tuple[Covered, ...]


def find_silence(store: Store, filters: Bound, after: str = "", on: str = "") -> Silence:
    """What came due after a day and up to another, and stayed silent.

    Without ``on``: up to the last day of the reports. Without ``after``: since the last day of the reports before the
    last one. Raises ``KgError`` if there is no report.
    """
    reports = tuple(published(read_reports(store)))
    if not reports:
        raise KgError("There is no report yet. Add one with `kg ingest REPORT`.")
    on = on or max(report.end for report in reports)
    window = Window(after or _before_the_last(reports, on), on)
    facts = read_facts(store, filters, window)
    history = read_history(store, reports, facts.people, facts.cases)
    found = (
        *terms_over(facts, history),
        *steps_passed(facts, history),
        *strikes_open(facts, history),
        *prisoners_not_named(facts, history),
    )
    lines = sorted((line for line in found if line.day in window), key=lambda line: (line.day, line.names, line.fact))
    return Silence(tuple(lines), window.after, window.on, reports)


def group_names() -> dict[str, str]:
    """The headings of the lines, by the names of their rules, in their order."""
    return {name: rule.about for name, rule in load_rules().rules.items()}


def _before_the_last(reports: tuple[Covered, ...], on: str) -> str:
    """The last day of the reports before the last one that covers ``on`` or an earlier day; empty for the first."""
    last = min(on, max(report.end for report in reports))
    return max((report.end for report in reports if report.end < last), default="")
