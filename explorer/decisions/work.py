"""What is to be recorded, and how: the same functions of the workspace as the commands'."""

from dataclasses import dataclass

from kg import Workspace
from kg.corrections.opinions import Addition, FactOpinion
from kg.decisions.opinions import Opinion


@dataclass(frozen=True)
class Undo:
    """To take back the decision with an id."""

    decision: str
    why: str = ""


Work = tuple[FactOpinion | Addition, ...] | tuple[Opinion, ...] | Undo
"""What somebody says about facts, or about pairs of people; all of it in one commit."""


def record(workspace: Workspace, work: Work, who: str) -> tuple[str, ...]:
    """Record it; the ids of the decisions, none where all of it was decided already. Raises ``KgError``."""
    if isinstance(work, Undo):
        return (workspace.undo(work.decision, who, work.why).id,)
    pairs = [each for each in work if isinstance(each, Opinion)]
    facts = [each for each in work if not isinstance(each, Opinion)]
    decisions = workspace.judge(pairs, who) if pairs else workspace.decide_facts(facts, who)
    return tuple(decision.id for decision in decisions)
