"""Why an act was read: the candidate it came from, and what each feature of it added in the news model."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.extract.acts.lexicon.frames import Frame, Frames
from ingest.extract.acts.news.model import Weights
from ingest.extract.acts.predicates.candidates import Candidate
from ingest.facts import Act


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a candidate is an act of its entry.

    ``weighed`` are its features with a weight, the heaviest first; with ``bias`` they add up to the logarithm of the
    odds. ``frame`` is the narrow phrase that fits, ``others`` are candidates of other types at the same word.
    """

    candidate: Candidate
    weighed: tuple[tuple[str, float], ...]
    bias: float
    threshold: float
    frame: Frame | None
    others: tuple[Candidate, ...]


def find_reasons(act: Act, candidates: Iterable[Candidate], weights: Weights, frames: Frames) -> Reasons | None:
    """The reasons of an act, from the weighed candidates of its entry; ``None`` where it comes from none of them."""
    start = act.evidence.spans[0].start
    there = [c for c in candidates if c.trigger.start == start]
    found = next((c for c in there if c.type == act.type and c.pattern.id == act.evidence.rule), None)
    if found is None:
        return None
    known = ((feature, weights.features.get(feature, 0.0)) for feature in found.features)
    weighed = sorted((pair for pair in known if pair[1]), key=lambda pair: (-abs(pair[1]), pair[0]))
    others = tuple(c for c in there if c is not found)
    return Reasons(found, tuple(weighed), weights.bias, weights.threshold, _frame_of(found, frames), others)


def _frame_of(candidate: Candidate, frames: Frames) -> Frame | None:
    by_verb = (frame for found in frames.verbs.values() for frame in found)
    by_noun = (frame for found in frames.nouns.values() for _, frame in found)
    return next((frame for frame in (*by_verb, *by_noun) if candidate.frame == frame.name), None)
