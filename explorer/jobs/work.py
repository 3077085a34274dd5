"""What is to be done, and how: the same functions of the workspace as the commands'."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from explorer.exports.files import MEDIA, ExportAsked, Step, export_things
from kg import Workspace
from kg.corrections.opinions import Addition, FactOpinion
from kg.decisions.opinions import Opinion
from kg.graph.value import Key
from kg.stores.arcadedb import ENGINE
from kg.stores.followed import FollowedEngine

Stage = Step
Told = Callable[[Stage, int, int], None]
"""Called with a stage, and how much of how much is done: rows of the graph for a decision, steps for an export."""


@dataclass(frozen=True)
class Undo:
    """To take back the decision with an id."""

    decision: str
    why: str = ""


@dataclass(frozen=True)
class Export:
    """To write some things as a file that leaves."""

    things: tuple[Key, ...]
    asked: ExportAsked


Work = tuple[FactOpinion | Addition, ...] | tuple[Opinion, ...] | Undo | Export
"""What somebody says about facts, or about pairs of people, all of it in one commit; or a file to be made."""


@dataclass(frozen=True)
class JobFile:
    """A file that was made: its content, media type, and the ending of its name."""

    content: bytes
    kind: str
    ending: str


@dataclass(frozen=True)
class Done:
    """What was done: the ids of recorded decisions, none where all of it was decided already; or a file."""

    decisions: tuple[str, ...] = ()
    file: JobFile | None = None


def perform(folder: Path, work: Work, who: str, told: Told) -> Done:
    """Do it to the workspace in a folder, in somebody's name. Raises ``KgError``."""
    workspace = Workspace.open(folder, engine=FollowedEngine(ENGINE, lambda done, total: told("writing", done, total)))
    if isinstance(work, Export):
        steps = get_args(Step)
        content = export_things(
            workspace, work.things, work.asked, lambda step: told(step, steps.index(step), len(steps))
        )
        told(steps[-1], len(steps), len(steps))
        return Done(file=JobFile(content, *MEDIA[work.asked.format]))
    if isinstance(work, Undo):
        return Done((workspace.undo(work.decision, who, work.why).id,))
    pairs = [each for each in work if isinstance(each, Opinion)]
    facts = [each for each in work if not isinstance(each, Opinion)]
    decisions = workspace.judge(pairs, who) if pairs else workspace.decide_facts(facts, who)
    return Done(tuple(decision.id for decision in decisions))
