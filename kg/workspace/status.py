"""What a workspace holds, as values: the sentences about them are the command line's."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.decisions.journal import Conflict, Decision, Lost, Waiting, effective, is_acted_on, replaced_by
from kg.workspace.files.inputs import Inputs
from kg.workspace.files.versions import Versions


@dataclass(frozen=True)
class DecisionProblems:
    """Decisions without effect: their words are not found, they contradict earlier ones, or they wait for others."""

    lost: tuple[Lost, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    waiting: tuple[Waiting, ...] = ()


@dataclass(frozen=True)
class GenerationStatus:
    """The generation of the graph in force; ``made`` is its time in UTC, ``open_questions`` counts pairs of people.

    ``rules`` are the versions that it was made under.
    """

    name: str
    made: str
    rules: Versions
    nodes: int
    relationships: int
    digest: str
    rules_are_current: bool
    open_questions: int


@dataclass(frozen=True)
class WorkspaceStatus:
    """What is in a workspace.

    ``jurisdiction`` is empty before the first report, ``generation`` is ``None`` then. ``broken_lines`` are the numbers
    of the lines of the ``journal`` that are no whole decision, ``missing_decisions`` is how many it has lost.
    ``partner_files`` is how many of the reports are graphs of partners.
    """

    folder: Path
    jurisdiction: str
    reports: int
    reports_in_force: int
    decisions: int
    decisions_in_effect: int
    generation: GenerationStatus | None
    problems: DecisionProblems
    unfinished_review: bool
    journal: Path
    broken_lines: tuple[int, ...]
    missing_decisions: int
    partner_files: int = 0


def problems_of(inputs: Inputs | None) -> DecisionProblems:
    """The decisions without effect in a generation; none before the first."""
    return DecisionProblems(inputs.lost, inputs.conflicts, inputs.waiting) if inputs else DecisionProblems()


def effective_ids(decisions: Iterable[Decision], inputs: Inputs | None) -> set[str]:
    """The decisions (ids) that hold and have an effect: not lost, waiting, replaced, or against an earlier one."""
    held = effective(decisions)
    problems = problems_of(inputs)
    idle = {item.decision for item in problems.lost} | {item.decision for item in problems.waiting}
    idle |= {conflict.decisions[0] for conflict in problems.conflicts}
    idle |= set(replaced_by(held))
    return {d.id for d in held if is_acted_on(d)} - idle
