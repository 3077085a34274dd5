"""Why an act was read: the candidate it came from, what each model thought of it, and which features spoke for it."""

from dataclasses import dataclass

from ingest.extract.acts.lexicon.frames import Frame, Frames
from ingest.extract.acts.log_linear import Weighed
from ingest.extract.acts.news.told import BOUNDS
from ingest.extract.acts.predicates.candidates import Candidate
from ingest.extract.acts.readings import Models, Readings
from ingest.extract.acts.ties.features import Scene
from ingest.extract.acts.ties.model import Tie, explain_ties
from ingest.facts import Act


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one model thinks: how likely, the features with a weight, and what everything starts with."""

    likely: float
    weighed: Weighed
    bias: float


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a candidate is an act of its entry.

    ``news`` is about the candidate, ``entry`` about its type in the whole entry. ``threshold`` is from where on a
    candidate is likely. ``frame`` is the narrow phrase that fits, ``others`` are candidates of other types at the same
    word. ``ties`` are about each person and body that the entry names.
    """

    candidate: Candidate
    news: Verdict
    entry: Verdict
    threshold: float
    frame: Frame | None
    others: tuple[Candidate, ...]
    ties: tuple[Tie, ...]


def find_reasons(act: Act, readings: Readings, scene: Scene, models: Models, frames: Frames) -> Reasons | None:
    """The reasons of an act of a scene; ``None`` where it comes from none of the candidates of its entry."""
    start = act.evidence.spans[0].start
    there = [c for c in readings.candidates if c.trigger.start == start]
    found = next((c for c in there if c.type == act.type and c.pattern.id == act.evidence.rule), None)
    if found is None:
        return None
    model, features = models.types[act.type], readings.ratings.features
    return Reasons(
        candidate=found,
        news=Verdict(found.probability, models.news.weigh(found.features), models.news.bias),
        entry=Verdict(readings.ratings.likely[act.type], model.weigh(features), model.bias),
        threshold=BOUNDS.candidate,
        frame=_frame_of(found, frames),
        others=tuple(c for c in there if c is not found),
        ties=tuple(explain_ties(act, scene, models.ties)),
    )


def _frame_of(candidate: Candidate, frames: Frames) -> Frame | None:
    by_verb = (frame for found in frames.verbs.values() for frame in found)
    by_noun = (frame for found in frames.nouns.values() for _, frame in found)
    return next((frame for frame in (*by_verb, *by_noun) if candidate.frame == frame.name), None)
