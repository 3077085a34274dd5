"""What is left of a journal when a report is erased, and which decisions must not come back.

A decision that quotes the report goes, also if it quotes another report: it says nothing about one thing alone. So do
those about the report itself, and the undoings of all these, because anybody may be named in their reasons. A decision
about other reports stays; if its reason names somebody whom only the erased report names, the reason goes.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.decisions.journal import Decision, effective, reword, sort_decisions

ERASED_REASON = "(erased)"
"""Stands in the place of a reason that named somebody."""

_SIDES = ("", "a.", "b.")


@dataclass(frozen=True)
class JournalErasure:
    """The decisions that go, and those that take the place of some of them, by the id of the one before."""

    gone: tuple[Decision, ...]
    reworded: Mapping[str, Decision]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all decisions that are no longer in the journal, sorted."""
        return tuple(sorted({d.id for d in self.gone} | self.reworded.keys()))


def erase_from_journal(
    decisions: Sequence[Decision], series: str, period: str, names: Collection[str]
) -> JournalErasure:
    """What goes from a journal with a report; ``names`` are those that only this report has."""
    pattern = pattern_of(names)
    gone: dict[str, Decision] = {}
    for decision in sort_decisions(decisions):
        undone = decision.about.get("decision") if decision.verb == "undo" else None
        if undone in gone or _rests_on(decision, series, period, pattern):
            gone[decision.id] = decision
    kept = [d for d in sort_decisions(decisions) if d.id not in gone]
    return JournalErasure(tuple(gone.values()), _reword_all(kept, pattern))


def quotes_another_report(decision: Decision, series: str, period: str) -> bool:
    """Whether a decision also quotes a report that is not the one of this series and period."""
    return any(report != (series, period) for report in _reports_of(decision))


def is_erased(decision: Decision, decisions: Iterable[Decision]) -> bool:
    """Whether a decision from elsewhere was erased here, or quotes a report that was; ``decisions`` are those here."""
    for erased in (d for d in effective(decisions) if d.verb == "erased"):
        if {decision.id, decision.about.get("decision")} & set(erased.about.get("decisions", "").split()):
            return True
        if _is_about(decision, erased.about.get("series", ""), erased.about.get("period", "")):
            return True
    return False


def find_erasure(decisions: Iterable[Decision], series: str, period: str, sha256: str) -> Decision | None:
    """The decision in effect that erased this period's report, or a report with these bytes; ``None`` if none did."""
    for decision in effective(decisions):
        about = decision.about
        same_period = (about.get("series", ""), about.get("period")) == (series, period)
        if decision.verb == "erased" and (same_period or sha256 in about.get("sha256", "").split()):
            return decision
    return None


def pattern_of(names: Collection[str]) -> re.Pattern[str] | None:
    """Finds any of some names as whole words, in capitals or not; ``None`` if there are none."""
    if not names:
        return None
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def _rests_on(decision: Decision, series: str, period: str, pattern: re.Pattern[str] | None) -> bool:
    if decision.verb == "erased":
        return False
    words = " ".join(decision.about.values())
    return _is_about(decision, series, period) or bool(pattern and pattern.search(words))


def _is_about(decision: Decision, series: str, period: str) -> bool:
    return decision.verb != "erased" and (series, period) in _reports_of(decision)


def _reports_of(decision: Decision) -> set[tuple[str, str]]:
    """The series and period of each report that a decision is about or quotes."""
    about = decision.about
    return {(about.get(f"{side}series", ""), about[f"{side}period"]) for side in _SIDES if about.get(f"{side}period")}


def _reword_all(decisions: Iterable[Decision], pattern: re.Pattern[str] | None) -> dict[str, Decision]:
    """The decisions that change, in the order of their time: their reason names somebody, or they name such a one."""
    reworded: dict[str, Decision] = {}
    for decision in decisions:
        why = ERASED_REASON if pattern and pattern.search(decision.why) else decision.why
        about = dict(decision.about)
        for key in ("decision", "instead") & about.keys():
            ids = about[key].split()
            about[key] = " ".join(reworded[id].id if id in reworded else id for id in ids)
        if (about, why) != (decision.about, decision.why):
            reworded[decision.id] = reword(decision, about, why)
    return reworded
