"""Prints the decisions that have no effect."""

from collections.abc import Iterator

from kg.cli.output import say
from kg.workspace import Workspace
from kg.workspace.status import DecisionProblems


def describe_problems(problems: DecisionProblems) -> Iterator[tuple[str, str]]:
    """Lost, conflicting and waiting decisions: a name for each kind, and their number and ids."""
    if lost := problems.lost:
        ids = ", ".join(item.decision for item in lost)
        yield "lost decisions", f"{len(lost)} whose words are no longer found: {ids}; `kg decisions` shows why"
    if conflicts := problems.conflicts:
        groups = "; ".join(f"{c.decisions[0]} against {', '.join(c.decisions[1:])}" for c in conflicts)
        yield (
            "conflicting decisions",
            f"{len(conflicts)} without effect: {groups}; `kg undo ID` undoes the wrong one",
        )
    if waiting := problems.waiting:
        ids = ", ".join(item.decision for item in waiting)
        yield "waiting decisions", f"{len(waiting)} wait for another decision: {ids}; `kg decisions` shows which"


def print_problems(opened: Workspace) -> None:
    """Print the decisions of the graph in force that have no effect."""
    for name, value in describe_problems(opened.decision_problems()):
        say(f"{name}: {value}")
