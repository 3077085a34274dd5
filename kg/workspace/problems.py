"""Which decisions do something in a generation, and which do not, as words for people."""

from collections.abc import Iterable

from kg.decisions.journal import Decision, effective, is_acted_on
from kg.workspace.generations import Inputs


def ids_of_doing(decisions: Iterable[Decision], inputs: Inputs | None) -> set[str]:
    """The decisions (ids) that hold and do something: not lost, waiting, contradicted by an earlier one or replaced."""
    from kg.decisions.opinions import replaced_by  # noqa: PLC0415 (only who decides waits for the readers)

    held = effective(decisions)
    idle = set(replaced_by(held))
    if inputs:
        idle |= {item.decision for item in inputs.lost} | {item.decision for item in inputs.waiting}
        idle |= {c.decisions[0] for c in inputs.conflicts}
    return {d.id for d in held if is_acted_on(d)} - idle


def faults_of(inputs: Inputs) -> dict[str, str]:
    """Lost, conflicting and waiting decisions, counted and named by their ids."""
    said = {}
    if lost := inputs.lost:
        ids = ", ".join(item.decision for item in lost)
        said["lost decisions"] = f"{len(lost)} whose words are not found: {ids}; `kg decisions` says why"
    if conflicts := inputs.conflicts:
        groups = "; ".join(" against ".join([c.decisions[0], ", ".join(c.decisions[1:])]) for c in conflicts)
        said["conflicting decisions"] = f"{len(conflicts)} not done: {groups}; `kg undo ID` takes back the wrong one"
    if waiting := inputs.waiting:
        ids = ", ".join(item.decision for item in waiting)
        said["waiting decisions"] = f"{len(waiting)} not done until others are taken: {ids}; `kg decisions` says which"
    return said
